-- What is said of a project is for a half-year that it belongs to: otherwise no page would show it.
select
    incoming.line,
    incoming.excel_row,
    'period' as "column",
    incoming.period as value,
    case
        when project.status in ('proposed', 'agreed') then
            'is too early: ' || incoming.project_id || ' is ' || project.status
            || '. Send its status as active in the projects return, or leave this row out.'
        when project.start_date > periods."end" then
            'is before ' || incoming.project_id || ' started, ' || project.start_date::varchar
            || '. Correct the period or the start date.'
        else
            'is after ' || incoming.project_id || ' ended, '
            || project.last_day::varchar
            || '. Correct the period or the end date.'
    end as message
from incoming
join known_projects as project using (project_id)
join reference.periods as periods on periods.code = incoming.period
where project.status in ('proposed', 'agreed')
    or project.start_date > periods."end"
    or project.last_day < periods."start"
order by line;
