-- Periods do not overlap, and their order is the order of their dates: everything that is
-- compared with the period before depends on it.
with placed as (
    select
        line,
        excel_row,
        "start",
        lag(code) over (order by "order") as code_before,
        lag("end") over (order by "order") as end_before
    from incoming
    where "start" <= "end"
)

select
    line,
    excel_row,
    'start' as "column",
    "start"::varchar as value,
    'is not after the end of ' || code_before || ', ' || end_before::varchar
        || ', which comes before it. Correct a date or the order.' as message
from placed
where "start" <= end_before
order by line;
