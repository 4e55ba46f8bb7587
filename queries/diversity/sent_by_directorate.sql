-- Which directorates sent who takes part, counted how, and about how many?
-- Grain: one row per directorate in the council's order and unit it sent, or one without a unit
-- Source: returns on who takes part, and the list of directorates
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   directorate        label   code of the directorate
--   directorate_name   label   name of the directorate
--   directorate_order  label   place of the directorate in the council's order
--   unit               label   people, forms from one-off events, or attendances; none when nothing was sent
--   people             people  people, forms or attendances, added over the first characteristic sent [people]
with totals as (
    select
        cell.directorate,
        cell.unit,
        cell.characteristic,
        characteristic."order" as characteristic_order,
        sum(cell.people) as people
    from participation_protected($as_at) as cell
    join reference.characteristics as characteristic on characteristic.code = cell.characteristic
    where cell.period = $period and characteristic.compared = 'yes'
    group by cell.directorate, cell.unit, cell.characteristic, characteristic."order"
),
firsts as (
    select directorate, unit, arg_min(people, characteristic_order) as people
    from totals
    group by directorate, unit
),
expected as (
    select distinct directorate from due($as_at) where period = $period
    union
    select directorate from firsts
)

select
    expected.directorate,
    directorate.label as directorate_name,
    directorate."order" as directorate_order,
    firsts.unit,
    firsts.people::integer as people
from expected
left join firsts using (directorate)
join reference.directorates as directorate on directorate.code = expected.directorate
order by directorate_order, firsts.unit;
