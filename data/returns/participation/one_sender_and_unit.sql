-- One file holds one directorate and one unit, because a newer file replaces the whole of both.
with counts as (
    select 'directorate' as "column", 'directorate' as called, directorate as value, line, excel_row
    from incoming
    union all
    select 'unit', 'way of counting', unit, line, excel_row from incoming
),
firsts as (
    select "column", arg_min(value, line) as value
    from counts
    where value is not null
    group by "column"
)

select
    min(counts.line) as line,
    min(counts.excel_row) as excel_row,
    counts."column",
    counts.value,
    'differs from ' || firsts.value || ' above it; a file holds one ' || counts.called
        || '. Send these rows in a file of their own.' as message
from counts
join firsts using ("column")
where counts.value <> firsts.value
group by counts."column", counts.called, counts.value, firsts.value
order by line;
