-- How many projects are new, have ended, moved or sent no rating since the half-year before, by directorate?
-- Grain: one row per directorate with a project in either half-year (and the whole council)
-- Source: projects and ratings returns
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown, compared with the one before
--   level   text       one of levels, or all         projects at this level only
--   kind    text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   before             work   projects that belonged to the half-year before [projects]
--   new                work   projects that belong to this half-year and not to the one before [projects]
--   ended              work   projects that belonged to the half-year before and to this one no more [projects]
--   now                work   projects that belong to this half-year: before, and new, less ended [projects]
--   moved_up           work   projects whose middle score rose, rated both times by the same side [projects]
--   moved_down         work   projects whose middle score fell, rated both times by the same side [projects]
--   aims_lowered       work   projects that aim lower than the half-year before [projects]
--   newly_evidenced    work   projects that give evidence and did not the half-year before [projects]
--   newly_silent       work   projects whose return came the half-year before and not now [projects]
with chosen as (
    select project.directorate, compared.*
    from projects_compared($as_at) as compared
    join projects_in_force($as_at) as project using (project_id)
    where compared.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
)

select
    coalesce(chosen.directorate, 'all') as directorate,
    if(grouping(chosen.directorate) = 1, 'Whole council', any_value(directorate.label))
        as directorate_name,
    if(grouping(chosen.directorate) = 1, 0, any_value(directorate."order")) as directorate_order,
    (count(*) filter (where chosen.belonged))::integer as before,
    (count(*) filter (where chosen.came = 'new'))::integer as new,
    (count(*) filter (where chosen.came = 'ended'))::integer as ended,
    (count(*) filter (where chosen.belongs))::integer as now,
    (count(*) filter (where chosen.moved = 'moved up'))::integer as moved_up,
    (count(*) filter (where chosen.moved = 'moved down'))::integer as moved_down,
    (count(*) filter (where chosen.aim_lowered))::integer as aims_lowered,
    (count(*) filter (where chosen.newly_evidenced))::integer as newly_evidenced,
    (count(*) filter (where chosen.newly_silent))::integer as newly_silent
from chosen
join reference.directorates as directorate on directorate.code = chosen.directorate
group by grouping sets ((chosen.directorate), ())
having count(*) > 0
order by directorate_order;
