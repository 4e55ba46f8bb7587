-- What did administrators change, who did it, why, and was it undone?
-- Grain: one row per change, newest first
-- Source: changes made on the page "Half-years and lists", and notes that were hidden
-- Parameters:
--   as_at  timestamp  free  changes up to this moment
-- Columns:
--   change         label  number of the change
--   kind           label  what kind of change it is
--   subject        label  what was changed
--   value          label  what it was changed to, its first 1,000 characters
--   done_on        label  the day it was done
--   done_at        label  the time of that day
--   done_by        label  who did it
--   reason         label  why
--   undone_on      label  the day it was undone; empty while it counts
--   undone_by      label  who undid it
--   undone_reason  label  why it was undone
select
    made.change_id as change,
    made.kind,
    made.subject,
    left(made.value, 1000) as value,
    made.happened_at::date as done_on,
    strftime(made.happened_at, '%H:%M') as done_at,
    made.done_by,
    made.reason,
    made.undone_at::date as undone_on,
    made.undone_by,
    made.undone_reason
from changes($as_at) as made
order by made.change_id desc;
