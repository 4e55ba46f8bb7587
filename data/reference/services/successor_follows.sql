-- A service that was replaced has a last day, and what replaced it was in use on the day after, in the
-- same directorate: which directorate a project belongs to is said by its own return alone.
select
    ended.line,
    ended.excel_row,
    'successor' as "column",
    ended.successor as value,
    'does not take over after ' || coalesce(ended.valid_to::varchar, 'a last day, which is missing')
        || '. Name a service of the same directorate that is in use on the day after it, and give the last day.'
        as message
from incoming as ended
left join incoming as later
    on later.code = ended.successor
    and later.directorate = ended.directorate
    and later.valid_from <= ended.valid_to + 1
    and coalesce(later.valid_to, date '9999-12-31') > ended.valid_to
where ended.successor is not null
    and later.code is null
order by ended.line;
