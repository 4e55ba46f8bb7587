-- Which returns has each directorate sent, of those it owes?
-- Grain: one row per directorate expected in the half-year and return due from it
-- Source: every return, and the lists of half-years and directorates
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   directorate        label  code of the directorate
--   directorate_name   label  name of the directorate
--   directorate_order  label  place of the directorate in the council's order
--   mailbox            label  the team mailbox to write to
--   coverage           label  active (rated a project this half-year), started (an earlier one) or silent
--   return_name        label  ratings, themes, who takes part or conditions
--   due_date           label  the day it is due
--   items              work   things due in it: projects, or the one return of the directorate [things due]
--   received           work   things received by the due date [things due]
--   late               work   things received after it [things due]
--   missing            work   things not received though the due date has passed [things due]
--   not_due_yet        work   things not received and not due yet [things due]
--   state              label  received, part received, missing or not due yet, for the whole return
--   received_on        label  the day the last of them was first received
--   agreed_by          label  the role or roles that agreed them
with counts as (
    select
        directorate,
        return_name,
        any_value(due_date) as due_date,
        count(*) as items,
        count(*) filter (where state = 'received') as received,
        count(*) filter (where state = 'late') as late,
        count(*) filter (where state = 'missing') as missing,
        count(*) filter (where state = 'not due yet') as not_due_yet,
        max(received) filter (where state in ('received', 'late')) as received_on,
        string_agg(distinct agreed_by, '; ' order by agreed_by)
            filter (where state in ('received', 'late')) as agreed_by
    from due($as_at)
    where period = $period
    group by directorate, return_name
)

select
    counts.directorate,
    directorate.label as directorate_name,
    directorate."order" as directorate_order,
    directorate.mailbox,
    coverage.coverage,
    counts.return_name,
    counts.due_date,
    counts.items::integer as items,
    counts.received::integer as received,
    counts.late::integer as late,
    counts.missing::integer as missing,
    counts.not_due_yet::integer as not_due_yet,
    case
        when counts.received + counts.late = counts.items then 'received'
        when counts.received + counts.late > 0 then 'part received'
        when counts.missing > 0 then 'missing'
        else 'not due yet'
    end as state,
    counts.received_on,
    counts.agreed_by
from counts
join coverage($as_at) as coverage on coverage.directorate = counts.directorate and coverage.period = $period
join reference.directorates as directorate on directorate.code = counts.directorate
order by directorate_order, return_name;
