-- Themes in force: a project's newest return for a period replaces all its themes in it. Notes that
-- were hidden are left out.
create or replace macro themes_in_force(as_at) as table
    with hidden as (
        select list(mark) as marks
        from notes_hidden()
    )
    select
        contribution.* exclude (line) replace (
            note_shown(marks, project_id, concat_ws('/', 'themes', project_id, period, theme), note) as note
        ),
        upload.received_at
    from themes_sent(as_at) as contribution
    join uploads_in_force(as_at) as upload using (upload_id)
    cross join hidden
    qualify upload_id = max(upload_id) over (partition by project_id, period);
