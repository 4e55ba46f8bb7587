-- Nothing is sent for a half-year that has not begun.
select
    incoming.line,
    incoming.excel_row,
    'period' as "column",
    incoming.period as value,
    'has not begun: it starts on ' || periods."start"::varchar || '. Correct the period.' as message
from incoming
join reference.periods as periods on periods.code = incoming.period
where periods."start" > (select received_at from arriving)::date
order by line;
