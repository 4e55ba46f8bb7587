-- Themes in force: a project's newest return for a period replaces all its themes in it.
create or replace macro themes_in_force(as_at) as table
    select contribution.* exclude (line), upload.received_at
    from sent.themes as contribution
    join uploads_in_force(as_at) as upload using (upload_id)
    qualify upload_id = max(upload_id) over (partition by project_id, period);
