-- Who takes part: protected counts in force, of the present protected series.
-- A newer return replaces a directorate's whole period in that unit, so nothing is mixed.
create or replace macro participation_protected(as_at) as table
    with slices as (
        select directorate, period, unit, max(upload_id) as upload_id
        from sent.participation
        join uploads_in_force(as_at) using (upload_id)
        group by directorate, period, unit
    )
    select
        cell.directorate,
        cell.period,
        cell.unit,
        cell.characteristic,
        cell.category,
        cell.people
    from protected.participation as cell
    join slices using (upload_id, directorate, period, unit)
    where cell.series = (select value from sent.setting where name = 'protected series');
