-- Each half-year that has begun beside the one before: one row for every project that belongs to
-- either. `came` is new (not in the half-year before), ended (in it, and in this one no more), still,
-- or first where there is no half-year before. Evidence is new where a project of both says so now
-- and did not before; it fell silent where a return came for the half-year before and none now.
create or replace macro projects_compared(as_at) as table
    with half_years as (
        select
            code as period,
            lag(code) over (order by "order") as period_before,
            "start" <= as_at::date as begun
        from reference.periods
    ),
    places as (
        select
            half_years.period,
            half_years.period_before,
            project.project_id,
            bool_or(project.period = half_years.period) as belongs,
            coalesce(bool_or(project.period = half_years.period_before), false) as belonged
        from half_years
        join projects_in_period(as_at) as project
            on project.period in (half_years.period, half_years.period_before)
        where half_years.begun
        group by half_years.period, half_years.period_before, project.project_id
    ),
    ratings as materialized (
        select project_id, period, evidence from maturity_in_force(as_at)
    )
    select
        places.period,
        places.period_before,
        places.project_id,
        places.belongs,
        places.belonged,
        case
            when places.period_before is null then 'first'
            when not places.belongs then 'ended'
            when places.belonged then 'still'
            else 'new'
        end as came,
        rolled.moved,
        rolled.middle_before,
        rolled.middle,
        rolled.aiming_for_before,
        rolled.aiming_for,
        coalesce(rolled.aim_lowered, false) as aim_lowered,
        places.belongs and places.belonged and rating.evidence is not null and earlier.evidence is null
            as newly_evidenced,
        places.belongs and places.belonged and earlier.project_id is not null and rating.project_id is null
            as newly_silent
    from places
    left join movement(as_at) as rolled
        on rolled.period = places.period and rolled.project_id = places.project_id
    left join ratings as rating
        on rating.period = places.period and rating.project_id = places.project_id
    left join ratings as earlier
        on earlier.period = places.period_before and earlier.project_id = places.project_id;
