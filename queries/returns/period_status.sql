-- Is a half-year final, and what was corrected since?
-- Grain: one row for the half-year
-- Source: the list of half-years, and every return
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   label           label  the half-year in words
--   due_date        label  the day its returns are due
--   status          label  provisional until the due date, then final
--   corrected_from  label  the first day a final figure was corrected
--   corrected       work   returns corrected since they were final [returns of a project or directorate]
select
    periods.label,
    periods.due as due_date,
    if($as_at::date > periods.due, 'final', 'provisional') as status,
    min(correction.corrected_from) as corrected_from,
    count(correction.item)::integer as corrected
from reference.periods as periods
left join corrections($as_at) as correction on correction.period = periods.code
where periods.code = $period
group by periods.label, periods.due;
