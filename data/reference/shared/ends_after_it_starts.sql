-- It is in use until a day on or after the one from which it is.
select
    line,
    excel_row,
    'valid_to' as "column",
    valid_to::varchar as value,
    'is before ' || valid_from::varchar || ', from which it is in use. Correct one of the two.' as message
from incoming
where valid_to < valid_from
order by line;
