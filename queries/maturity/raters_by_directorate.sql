-- Who rated the projects: staff, people or both, by directorate?
-- Grain: one row per directorate with a project (and the whole council)
-- Source: ratings and projects returns
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown
--   level   text       one of levels, or all         projects at this level only
--   kind    text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   projects           work   projects that belong to the half-year [projects]
--   rated              work   projects with a score at one stage or more [projects]
--   staff_alone        work   rated projects that staff alone rated [projects]
--   together           work   rated projects with one rating that staff and people gave together [projects]
--   separately         work   rated projects that staff and people each rated [projects]
--   people_alone       work   rated projects that people alone rated [projects]
--   not_rated          work   projects without a score [projects]
with chosen as (
    select rolled.directorate, rolled.rated_by, rolled.two_views, rolled.stages_scored > 0 as scored
    from project_ratings($as_at) as rolled
    join projects_in_period($as_at) as project using (period, project_id)
    where rolled.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
)

select
    coalesce(chosen.directorate, 'all') as directorate,
    if(grouping(chosen.directorate) = 1, 'Whole council', any_value(directorate.label))
        as directorate_name,
    if(grouping(chosen.directorate) = 1, 0, any_value(directorate."order")) as directorate_order,
    count(*)::integer as projects,
    (count(*) filter (where scored))::integer as rated,
    (count(*) filter (where scored and rated_by = 'staff' and not two_views))::integer as staff_alone,
    (count(*) filter (where scored and rated_by = 'jointly'))::integer as together,
    (count(*) filter (where scored and two_views))::integer as separately,
    (count(*) filter (where scored and rated_by = 'people'))::integer as people_alone,
    (count(*) filter (where not scored))::integer as not_rated
from chosen
join reference.directorates as directorate on directorate.code = chosen.directorate
group by grouping sets ((chosen.directorate), ())
having count(*) > 0
order by directorate_order;
