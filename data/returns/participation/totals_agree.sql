-- The categories of every characteristic that is sent add up to the same total. Role counts
-- staff and partners too and has a total of its own. Where a cell cannot be read or is no
-- count, no totals are compared.
with totals as (
    select
        directorate,
        period,
        unit,
        characteristic,
        min(line) as line,
        min(excel_row) as excel_row,
        sum("count")::bigint as total
    from whole_file
    where characteristic <> 'role'
    group by directorate, period, unit, characteristic
),
compared as (
    select
        totals.*,
        mode(total) over (partition by directorate, period, unit) as usual
    from totals
    where not exists (
        from whole_file
        where directorate is null or period is null or unit is null or characteristic is null
            or category is null or "count" is null or "count" < 0
    )
)

select
    line,
    excel_row,
    'count' as "column",
    total::varchar as value,
    'is the total for “' || named.label || '” in ' || period || ', and the others add up to '
        || usual || '. Count everyone once in each, with “Not known” for the rest.' as message
from compared
join reference.characteristics as named on named.code = compared.characteristic
where total <> usual
order by line;
