-- Characteristics that count now and are not in the file: a newer return replaces the whole of its
-- directorate, half-year and unit. Only which they are is looked at, never a count.
with sending as (
    select distinct directorate, period, unit
    from incoming
    where directorate is not null and period is not null and unit is not null
),
newest as (
    select sent.directorate, sent.period, sent.unit, max(sent.upload_id) as upload_id
    from sent.participation as sent
    join uploads_in_force(timestamp '9999-12-31') using (upload_id)
    semi join sending using (directorate, period, unit)
    group by sent.directorate, sent.period, sent.unit
),
absent as (
    select distinct newest.directorate, newest.period, newest.unit, sent.characteristic
    from newest
    join sent.participation as sent using (upload_id, directorate, period, unit)
    anti join incoming using (directorate, period, unit, characteristic)
),
named as (
    select
        absent.directorate,
        absent.period,
        absent.unit,
        list(characteristics.label order by characteristics."order") as labels
    from absent
    join reference.characteristics as characteristics on characteristics.code = absent.characteristic
    group by absent.directorate, absent.period, absent.unit
)

select
    null::integer as line,
    null::integer as excel_row,
    null as "column",
    null as value,
    'leaves out what was sent before for ' || period || ' and would no longer count: '
        || case
            when len(labels) <= 3 then array_to_string(labels, ', ')
            else labels[1] || ', ' || labels[2] || ' and ' || (len(labels) - 2) || ' others'
        end || '. Look that this is meant.' as message
from named
where not exists (from incoming where characteristic is null)
order by directorate, period, unit;
