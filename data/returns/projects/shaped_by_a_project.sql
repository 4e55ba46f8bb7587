-- The forum or board that shaped a project is itself a project, in this file or sent before.
select
    line,
    excel_row,
    'shaped_by' as "column",
    shaped_by as value,
    'is not a project that is known. Send that forum or board in the projects return, or correct '
        || 'the id.' as message
from incoming
where shaped_by is not null
    and shaped_by not in (select project_id from incoming where project_id is not null)
    and shaped_by not in (select project_id from known_projects)
order by line;
