-- Which directorates take part, half-year by half-year, from the first on?
-- Grain: one row per half-year that has begun and directorate expected in it
-- Source: ratings and projects returns, and the lists of half-years and directorates
-- Parameters:
--   as_at  timestamp  free  returns received up to this moment count
-- Columns:
--   period             label  code of the half-year
--   period_label       label  the half-year in words
--   directorate        label  code of the directorate
--   directorate_name   label  name of the directorate
--   directorate_order  label  place of the directorate in the council's order
--   coverage           label  active (rated a project now), started (before), or never rated one
--   baseline           label  whether this is the first half-year the directorate was expected, which later ones are compared with
--   projects           work   its projects that belong to the half-year [projects]
--   rated              work   of these, projects with a rating [projects]
with rated as (
    select period, directorate, count(*) as projects, count(rated_by) as rated
    from project_ratings($as_at)
    group by period, directorate
)

select
    coverage.period,
    periods.label as period_label,
    coverage.directorate,
    directorate.label as directorate_name,
    directorate."order" as directorate_order,
    coverage.coverage,
    coverage.period = directorate.expected_from as baseline,
    coalesce(rated.projects, 0)::integer as projects,
    coalesce(rated.rated, 0)::integer as rated
from coverage($as_at) as coverage
join reference.periods as periods on periods.code = coverage.period
join reference.directorates as directorate on directorate.code = coverage.directorate
left join rated on rated.period = coverage.period and rated.directorate = coverage.directorate
order by periods."order", directorate_order;
