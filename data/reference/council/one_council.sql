-- A database holds one council: its name and whether it is the made-up example.
select
    line,
    excel_row,
    'name' as "column",
    name as value,
    'is a second council; a list holds one. Keep one of the rows.' as message
from incoming
where line > (select min(line) from incoming)
order by line;
