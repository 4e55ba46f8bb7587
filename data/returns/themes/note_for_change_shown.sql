-- Change shown needs a note that says what changed.
select
    line,
    excel_row,
    'note' as "column",
    null as value,
    'is blank, and is needed because strength is change shown. Say in a line what changed.' as message
from incoming
where strength = 'change shown' and note is null
order by line;
