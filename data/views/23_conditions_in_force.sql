-- Answers to the twelve conditions in force, one row a directorate, period and item.
create or replace macro conditions_in_force(as_at) as table
    select answer.* exclude (line), upload.received_at
    from sent.conditions as answer
    join uploads_in_force(as_at) as upload using (upload_id)
    qualify upload_id = max(upload_id) over (partition by directorate, period);
