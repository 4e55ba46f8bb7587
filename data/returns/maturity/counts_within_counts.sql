-- New people are among the people; those asked are among the people; those who felt heard are
-- among those asked.
with pairs as (
    select line, excel_row, 'new_people' as "column", new_people as part, 'People' as whole_name,
        people as whole
    from incoming
    union all
    select line, excel_row, 'asked', asked, 'People', people from incoming
    union all
    select line, excel_row, 'felt_heard', felt_heard, 'Asked', asked from incoming
)

select
    line,
    excel_row,
    "column",
    part::varchar as value,
    case
        when whole is null then
            'is given while “' || whole_name || '” is blank. Fill in “' || whole_name || '”.'
        else
            'is more than “' || whole_name || '” (' || whole || '). Correct one of the two.'
    end as message
from pairs
where part > whole or (part is not null and whole is null)
order by line;
