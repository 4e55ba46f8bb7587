-- How far are people involved at each stage of each project, as staff see it and as people do?
-- Grain: one row per project that belongs to the half-year and stage
-- Source: ratings and projects returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   project_id    label  the project's id
--   stage         label  code of the stage
--   stage_name    label  name of the stage
--   answer        label  what counts: a step, NS (not started), NA (not applicable) or no return; of two views the lower
--   rated_by      label  who rated: staff, jointly or people; none without a return
--   staff_score   work   what staff rated [step 0-7]
--   people_score  work   what people rated [step 0-7]
--   gap           from people_score  people's step less staff's; below 0 people see less involvement [steps]
--   aiming_for    work   the step it aims for [step 2-7]
select
    rating.project_id,
    rating.stage,
    stage.label as stage_name,
    coalesce(rating.score::varchar, rating.state) as answer,
    rating.rated_by,
    rating.staff_score::integer as staff_score,
    rating.people_score::integer as people_score,
    (rating.people_score - rating.staff_score)::integer as gap,
    rating.aiming_for::integer as aiming_for
from ratings($as_at) as rating
join reference.stages as stage on stage.code = rating.stage
where rating.period = $period
order by rating.project_id, stage."order";
