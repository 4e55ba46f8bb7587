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
    project.project_id,
    project.title,
    project.directorate,
    directorate.label as directorate_name,
    project.level,
    project.kind,
    stay.status,
    stay.began as since,
    stay.days,
    if(stay.status in ('proposed', 'agreed'), project.start_date, null) as planned,
    stay.status in ('proposed', 'agreed') and project.start_date < stay.on_day as start_passed,
    project.resource
from status_stays($as_at) as stay
join projects_in_force($as_at) as project using (project_id)
join reference.directorates as directorate on directorate.code = project.directorate
where stay.period = $period and stay.present
order by directorate."order", project.title, project.project_id;
