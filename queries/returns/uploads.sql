-- What was sent, and does it count now?
-- Grain: one row per upload, newest first
-- Source: every return
-- Parameters:
--   as_at  timestamp  free  uploads received up to this moment
-- Columns:
--   upload            label  number of the upload
--   return_name       label  projects, ratings, themes, who takes part or conditions
--   received_on       label  the day it was received
--   received_at       label  the time of that day
--   directorates      label  codes of the directorates it speaks of
--   directorate_names  label  their names
--   periods           label  codes of the half-years it speaks of; none for projects
--   period_labels     label  those half-years in words
--   file_name         label  name of the file as it was sent
--   row_count         work   rows that were taken in [rows]
--   rows_left_out     work   rows that the sender chose to leave out [rows]
--   columns_left_out  label  columns that were passed over
--   agreed_by         label  the role that agreed it
--   minutes           work   how long it took to fill in, where that was said [minutes]
--   reason            label  why a final half-year was corrected, where it was
--   items             work   projects, or directorates, and half-years in it [things]
--   counting          work   of these, how many count as this upload says [things]
--   notes             label  whether its notes may be shown or wait for the tick; none where it holds none
--   status            label  counts now, replaced in part, replaced, withdrawn or erased
--   fingerprint       label  SHA-256 of the file as it was sent; none where the file counts people
with places as (
    select distinct item.upload_id, directorate.code, directorate.label, directorate."order"
    from upload_items($as_at) as item
    join reference.directorates as directorate on directorate.code = item.directorate
),
directorates as (
    select
        upload_id,
        string_agg(code, '; ' order by "order") as directorates,
        string_agg(label, '; ' order by "order") as directorate_names
    from places
    group by upload_id
),
times as (
    select distinct item.upload_id, periods.code, periods.label, periods."order"
    from upload_items($as_at) as item
    join reference.periods as periods on periods.code = item.period
),
half_years as (
    select
        upload_id,
        string_agg(code, '; ' order by "order") as periods,
        string_agg(label, '; ' order by "order") as period_labels
    from times
    group by upload_id
)

select
    upload.upload_id as upload,
    upload.return_name,
    upload.received_at::date as received_on,
    strftime(upload.received_at, '%H:%M') as received_at,
    directorates.directorates,
    directorates.directorate_names,
    half_years.periods,
    half_years.period_labels,
    upload.file_name,
    upload.row_count,
    upload.rows_left_out,
    upload.columns_left_out,
    upload.agreed_by,
    upload.minutes,
    upload.reason,
    upload.items::integer as items,
    upload.counting::integer as counting,
    upload.notes,
    upload.status,
    upload.fingerprint
from uploads($as_at) as upload
left join directorates using (upload_id)
left join half_years using (upload_id)
order by upload.upload_id desc;
