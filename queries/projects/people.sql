-- How many people took part in each project, and how many of them newly joined it?
-- Grain: one row per project and half-year for which people were counted
-- Source: ratings returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   project_id  label   the project's id
--   people      people  people who took part in it [people]
--   new_people  people  people who took part in it for the first time [people]
select
    counted.project_id,
    (sum(counted.people) filter (where counted.field = 'people'))::integer as people,
    (sum(counted.people) filter (where counted.field = 'new_people'))::integer as new_people
from people_protected($as_at) as counted
join projects_in_period($as_at) as project using (period, project_id)
where counted.period = $period and counted.field in ('people', 'new_people')
group by counted.project_id
order by counted.project_id;
