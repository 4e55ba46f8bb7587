-- Questions of the twelve that the file leaves out: a newer return replaces the whole year's.
with sending as (
    select distinct directorate, period
    from incoming
    where directorate is not null and period is not null
),
absent as (
    select
        sending.directorate,
        sending.period,
        coalesce(item.label, item.question) as label,
        item."order"
    from sending
    cross join reference.conditions as item
    anti join incoming
        on incoming.directorate = sending.directorate
        and incoming.period = sending.period
        and incoming.item = item.code
)

select
    null::integer as line,
    null::integer as excel_row,
    null as "column",
    null as value,
    'has no answer for ' || string_agg(label, '; ' order by "order")
        || '. What was answered there before no longer counts.' as message
from absent
group by directorate, period
order by directorate, period;
