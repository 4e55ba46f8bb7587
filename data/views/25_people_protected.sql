-- People counted in project ratings: protected counts in force, one row a field.
create or replace macro people_protected(as_at) as table
    select cell.project_id, cell.period, cell.field, cell.people
    from protected.maturity as cell
    join maturity_in_force(as_at) using (upload_id, project_id, period)
    where cell.series = (select value from sent.setting where name = 'protected series');
