-- What changed and what was learnt, one row a note in force that was not hidden: `about` says whether
-- it tells what changed, what helped, what got in the way or what was learnt; `ticked` whether its
-- sender ticked that nobody could be recognised. "Erased" stands where a note was taken out for good.
create or replace macro learning_in_force(as_at) as table
    with notes as (
        select
            project_id,
            period,
            upload_id,
            difference,
            coalesce(trim(evidence) <> '', false) as with_evidence,
            unnest([
                {field: 'what_changed', about: 'what changed', note: what_changed},
                {field: 'learning', about: coalesce(learning_kind, 'what was learnt'), note: learning}
            ], recursive := true)
        from maturity_in_force(as_at)
    )
    select
        notes.* exclude (upload_id, field),
        concat_ws('/', 'maturity', project_id, period, field) as place,
        upload_id in (select upload_id from uploads_ticked(as_at)) as ticked
    from notes
    where trim(note) <> '' and note <> 'Erased';
