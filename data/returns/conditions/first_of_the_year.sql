-- Conditions are answered once a year, with the first half-year of the financial year.
with years as (
    select "year", arg_min(code, "start") as first_period
    from reference.periods
    group by "year"
)

select
    incoming.line,
    incoming.excel_row,
    'period' as "column",
    incoming.period as value,
    'is not the first of its year: conditions are sent once a year, with ' || years.first_period
        || '. Correct the period.' as message
from incoming
join reference.periods as periods on periods.code = incoming.period
join years on years."year" = periods."year"
where incoming.period <> years.first_period
order by line;
