-- What is due, thing by thing, and what has come in?
-- Grain: one row per thing due in the half-year: a return of a project, or of a directorate
-- Source: every return, and the lists of half-years and directorates
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   directorate        label  code of the directorate
--   directorate_name   label  name of the directorate
--   mailbox            label  the team mailbox to write to
--   return_name        label  ratings, themes, who takes part or conditions
--   project_id         label  the project it is due for, if it is one's
--   title              label  title of that project
--   due_date           label  the day it is due
--   state              label  received, late, missing or not due yet
--   received_on        label  the day it was first received
--   agreed_by          label  the role that agreed it then
--   days_overdue       work   days since the due date of what is missing [days]
select
    due.directorate,
    directorate.label as directorate_name,
    directorate.mailbox,
    due.return_name,
    due.project_id,
    project.title,
    due.due_date,
    due.state,
    due.received as received_on,
    due.agreed_by,
    if(due.state = 'missing', date_diff('day', due.due_date, $as_at::date), null)::integer as days_overdue
from due($as_at) as due
join reference.directorates as directorate on directorate.code = due.directorate
left join projects_in_period($as_at) as project using (period, project_id)
where due.period = $period
order by directorate."order", project.title nulls last, due.project_id, due.return_name;
