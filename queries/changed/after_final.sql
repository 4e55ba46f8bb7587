-- What was sent, withdrawn or restored after a half-year was final?
-- Grain: one row per act on an upload after the due date, and directorate it touched
-- Source: every return, and the list of half-years
-- Parameters:
--   as_at   timestamp  free            acts up to this moment
--   period  text       one of periods  the half-year shown
-- Columns:
--   upload            label  number of the upload
--   what              label  corrected, withdrawn, restored, or received late: the first of its kind
--   done_on           label  the day it was done
--   return_name       label  ratings, themes, who takes part or conditions
--   directorate       label  code of the directorate
--   directorate_name  label  name of the directorate
--   titles            label  titles of the projects it touched, if it was about projects
--   returns           work   returns of a project or directorate that it touched [returns of a project or directorate]
with acts as (
    select
        item.upload_id,
        item.return_name,
        item.directorate,
        item.project_id,
        item.title,
        act.event_id,
        act.act,
        act.happened_at::date as done_on,
        row_number() over (partition by item.return_name, item.thing order by act.event_id) as position
    from upload_items($as_at) as item
    join upload_acts($as_at) as act using (upload_id)
    where item.period = $period
),
named as (
    select
        acts.* exclude (act, position),
        case
            when acts.position = 1 then 'received late'
            when acts.act = 'sent' then 'corrected'
            else acts.act
        end as what
    from acts
    join reference.periods as periods on periods.code = $period
    where acts.done_on > periods.due
)

select
    named.upload_id as upload,
    named.what,
    named.done_on,
    named.return_name,
    named.directorate,
    directorate.label as directorate_name,
    string_agg(named.title, '; ' order by named.title, named.project_id) as titles,
    count(*)::integer as returns
from named
left join reference.directorates as directorate on directorate.code = named.directorate
group by named.event_id, named.upload_id, named.what, named.done_on, named.return_name, named.directorate,
    directorate.label, directorate."order"
order by named.event_id, directorate."order", named.what;
