-- Answers to the twelve conditions in force, one row a directorate, period and item. Notes that were
-- hidden are left out.
create or replace macro conditions_in_force(as_at) as table
    with hidden as (
        select list(mark) as marks
        from notes_hidden()
    )
    select
        answer.* exclude (line) replace (
            note_shown(marks, directorate, concat_ws('/', 'conditions', directorate, period, item), note)
                as note
        ),
        upload.received_at
    from sent.conditions as answer
    join uploads_in_force(as_at) as upload using (upload_id)
    cross join hidden
    qualify upload_id = max(upload_id) over (partition by directorate, period);
