-- The projects that belong to each half-year: started by its end, not ended before its start,
-- and past being proposed or agreed. Half-years that have not begun are left out.
create or replace macro projects_in_period(as_at) as table
    select
        periods.code as period,
        periods."order" as period_order,
        project.* exclude (upload_id)
    from projects_in_force(as_at) as project
    join reference.periods as periods
        on project.start_date <= periods."end"
        and coalesce(project.end_date, project.closed_on, date '9999-12-31') >= periods."start"
    where project.status not in ('proposed', 'agreed')
        and periods."start" <= as_at::date;
