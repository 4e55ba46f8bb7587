-- Which mistyped project ids were merged into which right ones?
-- Grain: one row per mistyped id
-- Source: changes made on the page "Half-years and lists"
-- Parameters:
--   as_at  timestamp  free  changes up to this moment count
-- Columns:
--   wrong_id  label  the id that was mistyped
--   right_id  label  the id that its returns count under now
select wrong_id, right_id
from merged_ids($as_at)
order by wrong_id
