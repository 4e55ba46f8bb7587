-- What is due in each half-year, and how much of it has come in?
-- Grain: one row per half-year of the list
-- Source: every return, and the lists of half-years and directorates
-- Parameters:
--   as_at  timestamp  free  returns received up to this moment count
-- Columns:
--   period            label  code of the half-year
--   label             label  the half-year in words
--   due_date          label  the day its returns are due
--   passed            label  whether that day has passed
--   returns_due       work   returns due from directorates: each directorate's ratings, themes, conditions and who takes part [returns]
--   returns_received  work   returns of which everything due was received [returns]
--   returns_part      work   returns of which a part was received [returns]
--   returns_missing   work   returns past their due date with nothing received [returns]
with returns as (
    select
        period,
        directorate,
        return_name,
        count(*) as items,
        count(*) filter (where state in ('received', 'late')) as received,
        count(*) filter (where state = 'missing') as missing
    from due($as_at)
    group by period, directorate, return_name
)

select
    periods.code as period,
    periods.label,
    periods.due as due_date,
    $as_at::date > periods.due as passed,
    count(returns.directorate)::integer as returns_due,
    count(*) filter (where returns.received = returns.items)::integer as returns_received,
    count(*) filter (where returns.received between 1 and returns.items - 1)::integer as returns_part,
    count(*) filter (where returns.received = 0 and returns.missing > 0)::integer as returns_missing
from reference.periods as periods
left join returns on returns.period = periods.code
group by periods.code, periods.label, periods.due, periods."order"
order by periods."order";
