-- What difference have projects made, by directorate?
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
--   told               work   projects that say what difference was made [projects]
--   nothing_yet        work   projects where nothing has changed yet [projects]
--   decision           work   projects where a decision changed [projects]
--   service            work   projects where a service or policy changed [projects]
--   result             work   projects where a result was measured [projects]
with chosen as (
    select project.directorate, rating.difference
    from projects_in_period($as_at) as project
    left join maturity_in_force($as_at) as rating using (project_id, period)
    where project.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
)

select
    coalesce(chosen.directorate, 'all') as directorate,
    if(grouping(chosen.directorate) = 1, 'Whole council', any_value(directorate.label))
        as directorate_name,
    if(grouping(chosen.directorate) = 1, 0, any_value(directorate."order")) as directorate_order,
    count(*)::integer as projects,
    count(difference)::integer as told,
    (count(*) filter (where difference = 'nothing yet'))::integer as nothing_yet,
    (count(*) filter (where difference = 'a decision changed'))::integer as decision,
    (count(*) filter (where difference = 'a service or policy changed'))::integer as service,
    (count(*) filter (where difference = 'a result was measured'))::integer as result
from chosen
join reference.directorates as directorate on directorate.code = chosen.directorate
group by grouping sets ((chosen.directorate), ())
having count(*) > 0
order by directorate_order;
