-- How each project went from proposed to its present status: a row for each stay in a status, in the
-- order in which returns said so. `began` is the day a return states for it (the newest one that does):
-- status_since; else, for its first time active, its start date, and for complete and stopped its end
-- date; else it is not known.
create or replace macro status_history(as_at) as table
    with versions as (
        select
            project.*,
            upload.received_at::date as received_on,
            lag(project.status) over (partition by project.project_id order by upload_id) as status_before
        from projects_sent(as_at) as project
        join uploads_in_force(as_at) as upload using (upload_id)
    ),
    placed as (
        select
            versions.*,
            count_if(status is distinct from status_before)
                over (partition by project_id order by upload_id) as place
        from versions
    ),
    stays as (
        select
            project_id,
            place,
            any_value(status) as status,
            min(received_on) as first_sent,
            arg_max(status_since, upload_id) as since,
            arg_max(start_date, upload_id) as started,
            arg_max(end_date, upload_id) as ended
        from placed
        group by project_id, place
    )
    select
        project_id,
        place,
        status,
        first_sent,
        case
            when since is not null then since
            when status in ('complete', 'stopped') then ended
            when status = 'active' and not coalesce(
                bool_or(status in ('active', 'complete', 'stopped')) over (
                    partition by project_id order by place
                    rows between unbounded preceding and 1 preceding
                ),
                false
            ) then started
        end as began
    from stays;

-- The same as it was on the last day of each half-year (or at the moment, in the half-year that is
-- running): the stays that had begun by that day. One that states no day counts from the half-year
-- whose due date its first return met, so that what is sent for a half-year is seen in it.
-- `present` marks the status a project was in; `days` is how long it had been in that status, or how
-- long it took to move on; null where a day is not known or the days contradict one another. All else of
-- a project is as last described, under the directorate that stood for its own when the half-year began.
create or replace macro status_stays(as_at) as table
    with half_years as (
        select
            code as period,
            "start" as first_day,
            least("end", as_at::date) as on_day,
            least(due, as_at::date) as told_by
        from reference.periods
        where "start" <= as_at::date
    ),
    begun as (
        select
            half_years.period,
            half_years.first_day,
            half_years.on_day,
            stay.*,
            lead(stay.began) over following as next_began,
            lead(stay.place) over following is null as present
        from half_years
        join status_history(as_at) as stay
            on coalesce(stay.began <= half_years.on_day, stay.first_sent <= half_years.told_by)
        window following as (partition by half_years.period, stay.project_id order by stay.place)
    )
    select
        begun.period,
        begun.on_day,
        begun.project_id,
        project.title,
        coalesce(directorates.now, project.sent_directorate) as directorate,
        project.level,
        project.kind,
        project.resource,
        project.start_date,
        begun.status,
        begun.began,
        begun.present,
        coalesce(begun.began >= begun.first_day, false) as came,
        case
            when begun.present then begun.on_day - begun.began
            when begun.next_began >= begun.began then begun.next_began - begun.began
        end::integer as days
    from begun
    join projects_in_force(as_at) as project using (project_id)
    left join reference.directorates_by_day as directorates
        on directorates.code = project.sent_directorate
        and begun.first_day between directorates.since and directorates.until;
