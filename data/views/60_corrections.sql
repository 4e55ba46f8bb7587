-- What was changed after it was final: rows of a half-year that were sent, withdrawn or
-- restored after its due date when something had already been received for the same slice.
create or replace macro corrections(as_at) as table
    with rows_sent as (
        select 'maturity' as return_name, period, project_id as item, upload_id from maturity_sent(as_at)
        union
        select 'themes', period, project_id, upload_id from themes_sent(as_at)
        union
        select 'participation', period, directorate || '/' || unit, upload_id
        from sent.participation
        union
        select 'conditions', period, directorate, upload_id from sent.conditions
    ),
    acts as (
        select
            rows_sent.return_name,
            rows_sent.period,
            rows_sent.item,
            event.happened_at,
            row_number() over (
                partition by rows_sent.return_name, rows_sent.period, rows_sent.item
                order by event.event_id
            ) as position
        from rows_sent
        join sent.event as event using (upload_id)
        where event.happened_at <= as_at
    )
    select
        acts.period,
        acts.return_name,
        acts.item,
        min(acts.happened_at)::date as corrected_from
    from acts
    join reference.periods as periods on periods.code = acts.period
    where acts.position > 1
        and acts.happened_at::date > periods.due
    group by acts.period, acts.return_name, acts.item;
