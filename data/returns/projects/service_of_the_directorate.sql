-- A project's service belongs to its directorate.
select
    incoming.line,
    incoming.excel_row,
    'service' as "column",
    incoming.service as value,
    'belongs to ' || theirs.label || ', and this project is in ' || ours.label
        || '. Correct the service or the directorate.' as message
from incoming
join reference.services as services on services.code = incoming.service
join reference.directorates as theirs on theirs.code = services.directorate
join reference.directorates as ours on ours.code = incoming.directorate
where services.directorate <> incoming.directorate
order by line;
