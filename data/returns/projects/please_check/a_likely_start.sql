-- A start before 1990, or more than five years from now, is more likely a year written wrong.
select
    line,
    excel_row,
    'start_date' as "column",
    start_date::varchar as value,
    case
        when start_date < date '1990-01-01' then 'is before 1990. Look that the year is right.'
        else 'is more than five years from now. Look that the year is right.'
    end as message
from incoming
where start_date < date '1990-01-01'
    or start_date > (select received_at from arriving)::date + interval 5 years
order by line;
