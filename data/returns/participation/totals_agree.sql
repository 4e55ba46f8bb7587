-- The categories of every characteristic that is sent add up to the same total. Role counts
-- staff and partners too and has a total of its own. Where a count cannot be read, the total
-- is not compared.
with totals as (
    select
        directorate,
        period,
        characteristic,
        min(line) as line,
        min(excel_row) as excel_row,
        sum("count")::bigint as total,
        count(*) filter (where "count" is null) as unread
    from incoming
    where characteristic <> 'role'
    group by directorate, period, characteristic
),
compared as (
    select
        totals.*,
        mode(total) over (partition by directorate, period) as usual,
        bool_or(unread > 0) over (partition by directorate, period) as incomplete
    from totals
)

select
    line,
    excel_row,
    'count' as "column",
    total::varchar as value,
    'is the total for ' || characteristic || ' in ' || period || ', and the others add up to '
        || usual || '. Count everyone once in each, with “Not known” for the rest.' as message
from compared
where total <> usual and not incomplete
order by line;
