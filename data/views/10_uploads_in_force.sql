-- The uploads that counted at a moment: sent or restored by then, and not withdrawn since.
create or replace macro uploads_in_force(as_at) as table
    with states as (
        select upload_id, arg_max(act, event_id) as act
        from sent.event
        where happened_at <= as_at
        group by upload_id
    )
    select
        upload.upload_id,
        upload.return_name,
        upload.received_at,
        upload.agreed_by,
        upload.minutes
    from sent.upload as upload
    join states using (upload_id)
    where states.act in ('sent', 'restored');
