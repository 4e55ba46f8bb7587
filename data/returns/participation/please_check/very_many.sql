-- A count above 100,000 is more than a directorate is likely to reach: a figure too many, or years.
select
    line,
    excel_row,
    'count' as "column",
    "count"::varchar as value,
    'is more than 100,000. Look that it is right.' as message
from incoming
where "count" > 100000
order by line;
