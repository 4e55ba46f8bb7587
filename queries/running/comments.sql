-- What do directors say beside the figures of their directorate?
-- Grain: one row per directorate with a comment for the half-year
-- Source: comments written by administrators for a director, up to 300 characters each
-- Parameters:
--   as_at   timestamp  free            comments made by this moment, and not taken back by then
--   period  text       one of periods  the half-year shown
-- Columns:
--   directorate       label  code of the directorate
--   directorate_name  label  name of the directorate
--   comment           label  what is said, in the director's words
--   said_on           label  the day it was written
select
    comment.directorate,
    directorate.label as directorate_name,
    comment.comment,
    comment.happened_at::date as said_on
from comments($as_at) as comment
join reference.directorates as directorate on directorate.code = comment.directorate
where comment.period = $period
order by directorate."order";
