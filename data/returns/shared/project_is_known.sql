-- What is said is said of a project that was sent.
select
    line,
    excel_row,
    'project_id' as "column",
    project_id as value,
    'is not a project that is known. Send it in the projects return first, or correct the id.'
        as message
from incoming
where project_id not in (select project_id from known_projects)
order by line;
