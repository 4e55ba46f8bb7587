-- A project's service belongs to its directorate.
select
    incoming.line,
    incoming.excel_row,
    'service' as "column",
    incoming.service as value,
    'belongs to ' || services.directorate || ', and this project is in ' || incoming.directorate
        || '. Correct the service or the directorate.' as message
from incoming
join reference.services as services on services.code = incoming.service
where services.directorate <> incoming.directorate
order by line;
