-- Each project as its newest return in force describes it. `closed_on` is the day its
-- present status of complete or stopped was first sent: it stands in for a missing end date.
create or replace macro projects_in_force(as_at) as table
    with versions as (
        select project.*, upload.received_at
        from sent.projects as project
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
    )
    select versions.* exclude (line), closings.closed_on
    from versions
    left join closings using (project_id)
    qualify versions.upload_id = max(versions.upload_id) over (partition by versions.project_id);
