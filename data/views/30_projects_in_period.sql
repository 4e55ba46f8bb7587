-- The projects that belong to each half-year: started by its end, not ended before its start,
-- and past being proposed or agreed. Half-years that have not begun are left out. A project stands under the
-- directorate that stood for its own when the half-year began, so earlier half-years do not move.
create or replace macro projects_in_period(as_at) as table
    select
        periods.code as period,
        periods."order" as period_order,
        project.* exclude (upload_id) replace (
            coalesce(directorates.now, project.sent_directorate) as directorate,
            coalesce(services.now, project.sent_service) as service
        )
    from projects_in_force(as_at) as project
    join reference.periods as periods
        on project.start_date <= periods."end"
        and coalesce(project.end_date, project.closed_on, date '9999-12-31') >= periods."start"
    left join reference.directorates_by_day as directorates
        on directorates.code = project.sent_directorate
        and periods."start" between directorates.since and directorates.until
    left join reference.services_by_day as services
        on services.code = project.sent_service
        and periods."start" between services.since and services.until
    where project.status not in ('proposed', 'agreed')
        and periods."start" <= as_at::date;
