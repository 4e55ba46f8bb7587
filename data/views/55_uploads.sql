-- What each upload brought, one row for each thing that a return replaces together: a project, a
-- project in a half-year, or a directorate in a half-year (and unit). `counting` is the upload
-- that counts for it at a moment, null when none does; `before` the newest in force that is older.
create or replace macro upload_items(as_at) as table
    with brought as (
        select 'projects' as return_name, upload_id, null as period, project_id, null as directorate,
            null as unit
        from projects_sent(as_at)
        union
        select 'maturity', upload_id, period, project_id, null, null from maturity_sent(as_at)
        union
        select 'themes', upload_id, period, project_id, null, null from themes_sent(as_at)
        union
        select 'participation', upload_id, period, null, directorate, unit from sent.participation
        union
        select 'conditions', upload_id, period, null, directorate, null from sent.conditions
    ),
    named as (
        select
            project_id,
            arg_max(directorate, upload_id) as directorate,
            arg_max(title, upload_id) as title
        from projects_sent(as_at)
        join sent.upload as upload using (upload_id)
        where upload.received_at <= as_at
        group by project_id
    ),
    things as (
        select
            brought.* exclude (directorate),
            concat_ws(' ', brought.period, brought.project_id, brought.directorate, brought.unit) as thing,
            coalesce(brought.directorate, named.directorate) as directorate,
            named.title
        from brought
        left join named using (project_id)
    ),
    standing as (
        select things.return_name, things.thing, things.upload_id
        from things
        join uploads_in_force(as_at) using (upload_id)
    )
    select
        things.upload_id,
        things.return_name,
        things.thing,
        things.period,
        things.directorate,
        things.project_id,
        things.title,
        things.unit,
        max(standing.upload_id) as counting,
        max(standing.upload_id) filter (where standing.upload_id < things.upload_id) as before
    from things
    left join standing using (return_name, thing)
    where things.upload_id in (select upload_id from sent.upload where received_at <= as_at)
    group by all;

-- Every upload received by a moment and how it stood then: never its bytes, never a count of people,
-- and no fingerprint of a file that holds such counts, since it would confirm whoever guesses them.
create or replace macro uploads(as_at) as table
    with newest as (
        select upload_id, arg_max(act, event_id) as act
        from sent.event
        where happened_at <= as_at
        group by upload_id
    ),
    noted as (
        select distinct upload_id, upload_id in (select upload_id from uploads_ticked(as_at)) as ticked
        from notes_sent()
        where trim(note) <> ''
    ),
    brought as (
        select
            upload_id,
            count(*) as items,
            count(*) filter (where counting = upload_id) as counting
        from upload_items(as_at)
        group by upload_id
    )
    select
        upload.upload_id,
        upload.return_name,
        upload.received_at,
        upload.file_name,
        if(upload.return_name in ('participation', 'maturity'), null, upload.file_sha256) as fingerprint,
        upload.row_count,
        coalesce(upload.rows_left_out, 0) as rows_left_out,
        upload.columns_left_out,
        upload.agreed_by,
        upload.minutes,
        upload.reason,
        coalesce(brought.items, 0) as items,
        coalesce(brought.counting, 0) as counting,
        case
            when newest.act in ('withdrawn', 'erased') then newest.act
            when brought.counting = brought.items then 'counts now'
            when brought.counting > 0 then 'replaced in part'
            else 'replaced'
        end as status,
        case when noted.ticked then 'may be shown' when not noted.ticked then 'wait for the tick' end as notes
    from sent.upload as upload
    join newest using (upload_id)
    left join brought using (upload_id)
    left join noted using (upload_id);

-- Every act on an upload by a moment: sent, withdrawn, restored or erased.
create or replace macro upload_acts(as_at) as table
    select event_id, upload_id, act, happened_at, done_by, reason
    from sent.event
    where happened_at <= as_at;
