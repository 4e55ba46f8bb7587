-- A project ends on or after the day it starts.
select
    line,
    excel_row,
    'end_date' as "column",
    end_date::varchar as value,
    'is before the start date, ' || start_date::varchar || '. Correct one of the two.' as message
from incoming
where end_date < start_date
order by line;
