-- Ratings in force as they were sent, one row a project and period, without the counts of people.
-- For the way in alone: pages see them without the notes that were hidden.
create or replace macro maturity_as_sent(as_at) as table
    select
        rating.* exclude (line),
        upload.received_at
    from maturity_sent(as_at) as rating
    join uploads_in_force(as_at) as upload using (upload_id)
    qualify upload_id = max(upload_id) over (partition by project_id, period);

-- The same without the notes that were hidden.
create or replace macro maturity_in_force(as_at) as table
    with hidden as (
        select list(mark) as marks
        from notes_hidden()
    )
    select rating.* replace (
        note_shown(marks, project_id, concat_ws('/', 'maturity', project_id, period, 'evidence'), evidence)
            as evidence,
        note_shown(
            marks, project_id, concat_ws('/', 'maturity', project_id, period, 'what_changed'), what_changed
        ) as what_changed,
        note_shown(marks, project_id, concat_ws('/', 'maturity', project_id, period, 'learning'), learning)
            as learning
    )
    from maturity_as_sent(as_at) as rating
    cross join hidden;
