-- Which projects are proposed, agreed, active, complete or stopped, and since when?
-- Grain: one row per project known by the last day of the half-year (or the moment, while it runs)
-- Source: projects returns
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
--   status            label  proposed, agreed, active, complete or stopped
--   since             label  the day it reached that status, where a return states it
--   days              work   days in that status by the day shown [days]
--   planned           label  for proposed and agreed projects, the day they are planned to start
--   start_passed      label  whether that day has passed
--   resource          label  none, part or full: how much time and money is set aside, as last described
select
    stay.project_id,
    stay.title,
    stay.directorate,
    directorate.label as directorate_name,
    stay.level,
    stay.kind,
    stay.status,
    stay.began as since,
    stay.days,
    if(stay.status in ('proposed', 'agreed'), stay.start_date, null) as planned,
    stay.status in ('proposed', 'agreed') and stay.start_date < stay.on_day as start_passed,
    stay.resource
from status_stays($as_at) as stay
join reference.directorates as directorate on directorate.code = stay.directorate
where stay.period = $period and stay.present
order by directorate."order", stay.title, stay.project_id;
