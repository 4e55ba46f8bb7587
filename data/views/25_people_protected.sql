-- People counted in project ratings: protected counts in force, one row a field; what a lost
-- key once rounded stays closed.
create or replace macro people_protected(as_at) as table
    with closed as (
        select distinct project_id, period
        from protected.maturity
        where series <> (select value from sent.setting where name = 'protected series')
    )
    select rating.project_id, cell.period, cell.field, cell.people
    from protected.maturity as cell
    join maturity_in_force(as_at) as rating
        on rating.upload_id = cell.upload_id
        and rating.sent_as = cell.project_id
        and rating.period = cell.period
    anti join closed on closed.project_id = cell.project_id and closed.period = cell.period;
