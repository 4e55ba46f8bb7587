-- Which projects are there, and where does each stand?
-- Grain: one row per project that belongs to the half-year; for all, one per project ever described
-- Source: projects and ratings returns
-- Parameters:
--   as_at   timestamp  free                    returns received up to this moment count
--   period  text       one of periods, or all  the half-year shown, or every project, also those not started
-- Columns:
--   project_id        label  the project's id
--   title             label  the project's title
--   directorate       label  code of the directorate in the half-year shown; for all, as it stands now
--   directorate_name  label  name of the directorate
--   service_name      label  name of the service, where one is stated
--   kind              label  project, forum, board, commissioning, strategy or workshop
--   level             label  code of the level
--   level_name        label  individual, operational or strategic
--   status            label  proposed, agreed, active, complete or stopped
--   start_date        label  the day it started or is to start
--   period            label  the half-year its steps are of: the one shown, or the newest it belongs to
--   design            label  answer at Design: step, NS (not started), NA (not applicable) or no return
--   decisions         label  answer at Decisions
--   delivery          label  answer at Delivery
--   evaluation        label  answer at Evaluation
--   aiming_for        work   the step it aims for [step 2-7]
--   aim               label  reached, so far or not reached
with belonging as (
    select project_id, arg_max(period, period_order) as period
    from projects_in_period($as_at)
    where $period in ('all', period)
    group by project_id
),
places as (
    select project_id, directorate, service
    from projects_in_period($as_at)
    where period = $period
    union all
    select project_id, directorate, service
    from projects_in_force($as_at)
    where $period = 'all'
),
answers as (
    select
        project_id,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'design') as design,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'decisions') as decisions,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'delivery') as delivery,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'evaluation') as evaluation
    from ratings($as_at)
    join belonging using (project_id, period)
    group by project_id
),
aims as (
    select project_id, aiming_for, aim
    from project_ratings($as_at)
    join belonging using (project_id, period)
)

select
    project.project_id,
    project.title,
    places.directorate,
    directorate.label as directorate_name,
    service.label as service_name,
    project.kind,
    project.level,
    level.label as level_name,
    project.status,
    project.start_date,
    belonging.period,
    answers.design,
    answers.decisions,
    answers.delivery,
    answers.evaluation,
    aims.aiming_for,
    aims.aim
from projects_in_force($as_at) as project
join places using (project_id)
left join belonging using (project_id)
left join answers using (project_id)
left join aims using (project_id)
join reference.directorates as directorate on directorate.code = places.directorate
join reference.levels as level on level.code = project.level
left join reference.services as service on service.code = places.service
order by directorate."order", project.title, project.project_id;
