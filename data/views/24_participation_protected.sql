-- Who takes part: protected counts in force, of the present protected series.
-- A newer return replaces a directorate's whole period in that unit, so nothing is mixed. What
-- a lost key once rounded stays closed even when it is sent again: two roundings of one count,
-- at two thresholds, would together tell more than one.
create or replace macro participation_protected(as_at) as table
    with slices as (
        select directorate, period, unit, max(upload_id) as upload_id
        from sent.participation
        join uploads_in_force(as_at) using (upload_id)
        group by directorate, period, unit
    ),
    closed as (
        select distinct directorate, period, unit
        from protected.participation
        where series <> (select value from sent.setting where name = 'protected series')
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
    anti join closed using (directorate, period, unit);
