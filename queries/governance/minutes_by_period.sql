-- How many minutes does a return take, half-year by half-year?
-- Grain: one row per directorate (and the whole council) and half-year that it sent something for
-- Source: what senders said when they sent, corrections left out
-- Parameters:
--   as_at  timestamp  free  returns received up to this moment count
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   period             label  code of the half-year; the newest one that a sending speaks of
--   period_label       label  the half-year in words
--   sendings           work   times something was sent: files that came at one moment, agreed by one role, are one sending [sendings]
--   not_said           work   of these, sendings whose sender did not say how long it took [sendings]
--   middle_minutes     from sendings  middle number of minutes a sending took, the lower of two [minutes]
with every_item as (
    select
        upload.received_at,
        upload.agreed_by,
        upload.minutes,
        item.directorate,
        periods."order" as period_order,
        min(upload_id) over (partition by item.return_name, item.thing) = upload_id as first
    from uploads_in_force($as_at) as upload
    join upload_items($as_at) as item using (upload_id)
    join reference.periods as periods on periods.code = item.period
),
items as (
    select received_at, agreed_by, minutes, directorate, period_order
    from every_item
    qualify bool_or(first) over (partition by received_at, agreed_by)
),
sendings as (
    select
        received_at,
        agreed_by,
        directorate,
        max(minutes) as minutes,
        max(period_order) as period_order
    from items
    where directorate is not null
    group by received_at, agreed_by, directorate
),
whole as (
    select 'all' as directorate, max(minutes) as minutes, max(period_order) as period_order
    from items
    group by received_at, agreed_by
),
placed as (
    select directorate, minutes, period_order from sendings
    union all
    select directorate, minutes, period_order from whole
)

select
    placed.directorate,
    coalesce(any_value(directorate.label), 'Whole council') as directorate_name,
    coalesce(any_value(directorate."order"), 0) as directorate_order,
    periods.code as period,
    periods.label as period_label,
    count(*)::integer as sendings,
    (count(*) filter (where placed.minutes is null))::integer as not_said,
    quantile_disc(placed.minutes, 0.5)::integer as middle_minutes
from placed
join reference.periods as periods on periods."order" = placed.period_order
left join reference.directorates as directorate on directorate.code = placed.directorate
group by placed.directorate, periods.code, periods.label, periods."order"
order by directorate_order, periods."order";
