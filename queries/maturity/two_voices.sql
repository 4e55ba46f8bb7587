-- Where did staff and people rate the same stage apart?
-- Grain: one row per project and stage that both rated, and differently
-- Source: ratings and projects returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   project_id        label  the project's id
--   title             label  the project's title
--   directorate       label  code of the directorate
--   directorate_name  label  name of the directorate
--   level             label  code of the level
--   kind              label  project, forum, board, commissioning, strategy or workshop
--   stage_name        label  name of the stage
--   staff_score       work   what staff rated [step 0-7]
--   people_score      work   what people rated [step 0-7]
--   gap               from people_score  people's step less staff's; below 0 people see less involvement [steps]
--   evidence          label  the evidence given with the project's rating
select
    rating.project_id,
    project.title,
    project.directorate,
    directorate.label as directorate_name,
    project.level,
    project.kind,
    stage.label as stage_name,
    rating.staff_score::integer as staff_score,
    rating.people_score::integer as people_score,
    (rating.people_score - rating.staff_score)::integer as gap,
    given.evidence
from ratings($as_at) as rating
join projects_in_period($as_at) as project using (period, project_id)
join reference.directorates as directorate on directorate.code = rating.directorate
join reference.stages as stage on stage.code = rating.stage
join maturity_in_force($as_at) as given using (period, project_id)
where rating.period = $period
    and rating.two_views
    and rating.staff_score <> rating.people_score
order by abs(rating.people_score - rating.staff_score) desc, directorate."order",
    project.title, rating.project_id, stage."order";
