-- How many projects are proposed, agreed, active, complete or stopped, and how long does each step take?
-- Grain: one row per directorate (and the whole council) and status
-- Source: projects returns
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown, as it was on its last day (or at the moment, while it runs)
--   level   text       one of levels, or all         projects at this level only
--   kind    text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   status             label  proposed, agreed, active, complete or stopped
--   status_order       label  place of the status on the way from proposed to an end
--   on_day             label  the day the figures speak of
--   projects           work   projects in this status on that day [projects]
--   came               work   of these, projects that reached it in the half-year [projects]
--   not_known          work   of these, projects that no return states the day for [projects]
--   middle_days        from projects  middle number of days spent in it so far, the lower of two; none for an end, or under three that are known [days]
--   moved_on           work   times a project had moved on from it by that day [moves]
--   moves_not_known    work   of these, moves that returns do not state the days for [moves]
--   middle_taken       from moved_on  middle number of days it took to move on; none under three that are known [days]
--   start_passed       work   projects proposed or agreed though their planned first day has passed [projects]
--   resource_full      work   projects with time and money set aside in full, as last described [projects]
--   resource_part      work   projects with part of it set aside [projects]
--   resource_none      work   projects with none set aside [projects]
--   resource_not_said  work   projects that do not say [projects]
with stays as (
    select *
    from status_stays($as_at)
    where period = $period
        and $level in ('all', level)
        and $kind in ('all', kind)
),
placed as (
    select * from stays
    union all
    select * replace ('all' as directorate) from stays
),
counts as (
    select
        directorate,
        status,
        count(*) filter (where present) as projects,
        count(*) filter (where present and came) as came,
        count(*) filter (where present and days is null) as not_known,
        count(days) filter (where present) as known,
        quantile_disc(days, 0.5) filter (where present) as middle_days,
        count(*) filter (where not present) as moved_on,
        count(*) filter (where not present and days is null) as moves_not_known,
        count(days) filter (where not present) as moves_known,
        quantile_disc(days, 0.5) filter (where not present) as middle_taken,
        count(*) filter (
            where present and status in ('proposed', 'agreed') and start_date < on_day
        ) as start_passed,
        count(*) filter (where present and resource = 'full') as resource_full,
        count(*) filter (where present and resource = 'part') as resource_part,
        count(*) filter (where present and resource = 'none') as resource_none,
        count(*) filter (where present and resource is null) as resource_not_said
    from placed
    group by directorate, status
),
places as (
    select 'all' as code, 'Whole council' as label, 0 as "order"
    union all
    select code, label, "order"
    from reference.directorates
    where code in (select directorate from stays)
),
grid as (
    select places.code, places.label, places."order", status.status, status.status_order, days.on_day
    from places
    cross join (
        values ('proposed', 1), ('agreed', 2), ('active', 3), ('complete', 4), ('stopped', 5)
    ) as status (status, status_order)
    cross join (
        select least("end", $as_at::date) as on_day
        from reference.periods
        where code = $period and "start" <= $as_at::date
    ) as days
)

select
    grid.code as directorate,
    grid.label as directorate_name,
    grid."order" as directorate_order,
    grid.status,
    grid.status_order,
    grid.on_day,
    coalesce(counts.projects, 0)::integer as projects,
    coalesce(counts.came, 0)::integer as came,
    coalesce(counts.not_known, 0)::integer as not_known,
    case
        when counts.known >= 3 and grid.status not in ('complete', 'stopped') then counts.middle_days
    end::integer as middle_days,
    coalesce(counts.moved_on, 0)::integer as moved_on,
    coalesce(counts.moves_not_known, 0)::integer as moves_not_known,
    case when counts.moves_known >= 3 then counts.middle_taken end::integer as middle_taken,
    coalesce(counts.start_passed, 0)::integer as start_passed,
    coalesce(counts.resource_full, 0)::integer as resource_full,
    coalesce(counts.resource_part, 0)::integer as resource_part,
    coalesce(counts.resource_none, 0)::integer as resource_none,
    coalesce(counts.resource_not_said, 0)::integer as resource_not_said
from grid
left join counts on counts.directorate = grid.code and counts.status = grid.status
order by directorate_order, grid.status_order;
