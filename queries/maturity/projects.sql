-- Where does each project stand at each stage, and does it reach its aim?
-- Grain: one row per project that belongs to the half-year
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
--   level_name        label  individual, operational or strategic
--   kind              label  project, forum, board, commissioning, strategy or workshop
--   status            label  active, complete or stopped
--   rated_by          label  who rated: staff, jointly or people; none without a return
--   design            label  answer at Design: step, NS (not started), NA (not applicable) or no return
--   decisions         label  answer at Decisions
--   delivery          label  answer at Delivery
--   evaluation        label  answer at Evaluation
--   two_views         label  whether staff and people rated apart (the lower counts)
--   lowest            work   lowest score of its stages [step 0-7]
--   highest           work   highest score of its stages [step 0-7]
--   aiming_for        work   the step it aims for [step 2-7]
--   aiming_before     work   the step it aimed for the half-year before [step 2-7]
--   aim               label  reached, so far or not reached
--   aim_lowered       label  whether it aims lower than the half-year before
--   moved             label  moved up, same, moved down, rater changed or not rated in both
with answers as (
    select
        project_id,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'design') as design,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'decisions') as decisions,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'delivery') as delivery,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'evaluation') as evaluation
    from ratings($as_at)
    where period = $period
    group by project_id
)

select
    project.project_id,
    project.title,
    project.directorate,
    directorate.label as directorate_name,
    project.level,
    level.label as level_name,
    project.kind,
    project.status,
    rolled.rated_by,
    answers.design,
    answers.decisions,
    answers.delivery,
    answers.evaluation,
    rolled.two_views,
    rolled.lowest,
    rolled.highest,
    rolled.aiming_for,
    rolled.aiming_for_before as aiming_before,
    rolled.aim,
    rolled.aim_lowered,
    rolled.moved
from projects_in_period($as_at) as project
join answers using (project_id)
join movement($as_at) as rolled using (period, project_id)
join reference.directorates as directorate on directorate.code = project.directorate
join reference.levels as level on level.code = project.level
where project.period = $period
order by directorate."order", project.title, project.project_id;
