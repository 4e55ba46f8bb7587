-- What was done to each upload, when, by whom and why?
-- Grain: one row per act on an upload, oldest first
-- Source: every return
-- Parameters:
--   as_at  timestamp  free  acts up to this moment
-- Columns:
--   upload   label  number of the upload
--   act      label  sent, withdrawn, restored or erased
--   done_on  label  the day it was done
--   done_at  label  the time of that day
--   done_by  label  the role that agreed it, or who did it
--   reason   label  why, where that was said
select
    act.upload_id as upload,
    act.act,
    act.happened_at::date as done_on,
    strftime(act.happened_at, '%H:%M') as done_at,
    act.done_by,
    act.reason
from upload_acts($as_at) as act
order by act.event_id;
