-- What is going on across the council in one half-year?
-- Grain: one row for the council
-- Source: every return
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   projects          work    projects that belong to the half-year [projects]
--   returns_due       work    returns due from directorates: each directorate's ratings, themes, conditions and who takes part [returns]
--   returns_received  work    returns of which everything due was received [returns]
--   returns_part      work    returns of which a part was received [returns]
--   returns_missing   work    returns past their due date with nothing received [returns]
--   rated             work    projects with a score at one stage or more [projects]
--   reach_aim         work    rated projects at or above their aim at every stage they have started [projects]
--   directorates      work    directorates expected to report [directorates]
--   silent            work    directorates that rated no project in the half-year or before it [directorates]
--   places_taken      people  places taken by people in projects; someone in two projects counts twice [places]
--   place_counts      work    counts that were rounded and added for places taken [counts]
--   places_error      from place_counts  how far rounding usually moves the total, 2 x the square root of the counts [places]
with projects as (
    select count(*) as projects
    from projects_in_period($as_at)
    where period = $period
),
returns as (
    select
        directorate,
        return_name,
        count(*) as items,
        count(*) filter (where state in ('received', 'late')) as received,
        count(*) filter (where state = 'missing') as missing
    from due($as_at)
    where period = $period
    group by directorate, return_name
),
sent as (
    select
        count(*) as returns_due,
        count(*) filter (where received = items) as returns_received,
        count(*) filter (where received between 1 and items - 1) as returns_part,
        count(*) filter (where received = 0 and missing > 0) as returns_missing
    from returns
),
aims as (
    select
        count(*) filter (where stages_scored > 0) as rated,
        count(*) filter (where aim in ('reached', 'so far')) as reach_aim
    from project_ratings($as_at)
    where period = $period
),
directorates as (
    select
        count(*) as directorates,
        count(*) filter (where coverage = 'silent') as silent
    from coverage($as_at)
    where period = $period
),
places as (
    select coalesce(sum(counted.people), 0) as places_taken, count(*) as place_counts
    from people_protected($as_at) as counted
    join projects_in_period($as_at) using (period, project_id)
    where counted.period = $period and counted.field = 'people'
)

select
    projects.projects::integer as projects,
    sent.returns_due::integer as returns_due,
    sent.returns_received::integer as returns_received,
    sent.returns_part::integer as returns_part,
    sent.returns_missing::integer as returns_missing,
    aims.rated::integer as rated,
    aims.reach_aim::integer as reach_aim,
    directorates.directorates::integer as directorates,
    directorates.silent::integer as silent,
    places.places_taken::integer as places_taken,
    places.place_counts::integer as place_counts,
    round(2 * sqrt(places.place_counts))::integer as places_error
from projects, sent, aims, directorates, places;
