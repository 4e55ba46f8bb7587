-- A project that was another directorate's: from now on it counts with the new one.
select
    incoming.line,
    incoming.excel_row,
    'directorate' as "column",
    incoming.directorate as value,
    'is another directorate than before: ' || incoming.project_id || ' was with ' || theirs.label
        || '. Look that it moved to ' || ours.label || '.' as message
from incoming
join projects_in_force(timestamp '9999-12-31') as before using (project_id)
join reference.directorates as theirs on theirs.code = before.directorate
join reference.directorates as ours on ours.code = incoming.directorate
where before.directorate <> incoming.directorate
order by incoming.line;
