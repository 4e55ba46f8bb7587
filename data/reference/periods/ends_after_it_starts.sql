-- A period ends on or after the day it starts.
select
    line,
    excel_row,
    'end' as "column",
    "end"::varchar as value,
    'is before the start, ' || "start"::varchar || '. Correct one of the two.' as message
from incoming
where "end" < "start"
order by line;
