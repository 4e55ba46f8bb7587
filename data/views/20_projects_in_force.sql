-- Each project as its newest return in force describes it, under the directorate and service that stand
-- for those it named on that day (`sent_directorate` and `sent_service` are as sent). `closed_on` is the day its
-- present status of complete or stopped was first sent: it stands in for a missing end date.
create or replace macro projects_in_force(as_at) as table
    with versions as (
        select project.*, upload.received_at
        from projects_sent(as_at) as project
        join uploads_in_force(as_at) as upload using (upload_id)
    ),
    last_open as (
        select project_id, max(upload_id) as upload_id
        from versions
        where status not in ('complete', 'stopped')
        group by project_id
    ),
    closings as (
        select versions.project_id, min(versions.received_at)::date as closed_on
        from versions
        left join last_open using (project_id)
        where versions.upload_id > coalesce(last_open.upload_id, 0)
        group by versions.project_id
    ),
    newest as (
        select *
        from versions
        qualify upload_id = max(upload_id) over (partition by project_id)
    )
    select
        newest.* exclude (line) replace (
            coalesce(directorates.now, newest.directorate) as directorate,
            coalesce(services.now, newest.service) as service
        ),
        newest.directorate as sent_directorate,
        newest.service as sent_service,
        closings.closed_on
    from newest
    left join closings using (project_id)
    left join reference.directorates_by_day as directorates
        on directorates.code = newest.directorate
        and as_at::date between directorates.since and directorates.until
    left join reference.services_by_day as services
        on services.code = newest.service
        and as_at::date between services.since and services.until;
