-- Projects of the same directorates for which this return is due in the half-year and not here.
with sending as (
    select distinct project.directorate, incoming.period
    from incoming
    join projects_in_force(timestamp '9999-12-31') as project using (project_id)
),
absent as (
    select due.period, due.directorate, due.project_id
    from due(timestamp '9999-12-31') as due
    join sending using (directorate, period)
    anti join incoming on incoming.project_id = due.project_id and incoming.period = due.period
    where due.return_name = (select name from this_return) and due.received is null
)

select
    null::integer as line,
    null::integer as excel_row,
    null as "column",
    null as value,
    'has nothing for ' || count(*) || ' of your projects for which it is due in ' || absent.period || ': '
        || string_agg(project_id, ', ' order by project_id) || '. Send them when you have them.' as message
from absent
group by absent.period
order by absent.period;
