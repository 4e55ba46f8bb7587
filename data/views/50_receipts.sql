-- When each thing that can be due was first received, which role agreed that return, and whether
-- something is in force for it.
-- A project's ratings and themes, a directorate's participation and conditions.
create or replace macro receipts(as_at) as table
    with sendings as (
        select 'maturity' as return_name, period, project_id as item, upload_id from maturity_sent(as_at)
        union
        select 'themes', period, project_id, upload_id from themes_sent(as_at)
        union
        select 'participation', period, directorate, upload_id from sent.participation
        union
        select 'conditions', period, directorate, upload_id from sent.conditions
    )
    select
        sendings.return_name,
        sendings.period,
        sendings.item,
        min(event.happened_at) as first_received,
        arg_min_null(event.done_by, event.event_id) as agreed_by,
        bool_or(sendings.upload_id in (select upload_id from uploads_in_force(as_at))) as in_force
    from sendings
    join sent.event as event
        on event.upload_id = sendings.upload_id
        and event.act = 'sent'
        and event.happened_at <= as_at
    group by sendings.return_name, sendings.period, sendings.item;
