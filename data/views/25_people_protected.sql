-- People counted in project ratings: protected counts in force, one row a field; what a lost
-- key once rounded stays closed.
create or replace macro people_protected(as_at) as table
    with closed as (
        select distinct project_id, period
        from protected.maturity
        where series <> (select value from sent.setting where name = 'protected series')
    )
    select cell.project_id, cell.period, cell.field, cell.people
    from protected.maturity as cell
    join maturity_in_force(as_at) using (upload_id, project_id, period)
    anti join closed using (project_id, period);
