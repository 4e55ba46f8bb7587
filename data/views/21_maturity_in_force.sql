-- Ratings in force, one row a project and period, without the counts of people.
create or replace macro maturity_in_force(as_at) as table
    select
        rating.* exclude (line, people, new_people, asked, felt_heard),
        upload.received_at
    from sent.maturity as rating
    join uploads_in_force(as_at) as upload using (upload_id)
    qualify upload_id = max(upload_id) over (partition by project_id, period);
