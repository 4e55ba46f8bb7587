-- What is in each upload, and which upload counts for it now?
-- Grain: one row per upload and thing it replaces together: a project or directorate, in the half-year
-- Source: every return
-- Parameters:
--   as_at   timestamp  free                     uploads received up to this moment
--   period  text       one of periods, or none  the half-year; none for the details of projects
-- Columns:
--   upload            label  number of the upload
--   return_name       label  projects, ratings, themes, who takes part or conditions
--   directorate_name  label  name of the directorate
--   project_id        label  the project, if it is one's
--   title             label  title of that project
--   unit              label  what was counted, in a return on who takes part
--   counting          label  number of the upload that counts for it now
--   before            label  number of the upload that would count without this one, if it is older
--   due_date          label  the day the half-year is final
--   final             label  whether that day has passed
select
    item.upload_id as upload,
    item.return_name,
    directorate.label as directorate_name,
    item.project_id,
    item.title,
    item.unit,
    item.counting,
    item.before,
    periods.due as due_date,
    coalesce($as_at::date > periods.due, false) as final
from upload_items($as_at) as item
left join reference.directorates as directorate on directorate.code = item.directorate
left join reference.periods as periods on periods.code = item.period
where coalesce(item.period, 'none') = $period
order by item.upload_id desc, directorate."order", item.title, item.project_id, item.unit;
