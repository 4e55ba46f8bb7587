-- How many projects reach the step they aim for, and which way have they moved, by directorate?
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
--   returned           work   projects with a return for it [projects]
--   rated              work   projects with a score at one stage or more [projects]
--   reached            work   rated projects at or above their aim at every stage, all stages scored [projects]
--   so_far             work   rated projects at or above their aim at every stage started, some not started [projects]
--   not_reached        work   rated projects below their aim at a stage [projects]
--   aim_together       work   rated projects that aim for co-design or co-production (6 or 7) [projects]
--   all_four           work   rated projects scored 4 (Consultation) or more at all four stages [projects]
--   aims_lowered       work   projects that aim lower than the half-year before [projects]
--   moved_up           work   projects whose middle score rose since the half-year before [projects]
--   same               work   projects whose middle score is the same [projects]
--   moved_down         work   projects whose middle score fell [projects]
--   rater_changed      work   projects rated by another side than before, so not compared [projects]
--   not_in_both        work   projects not rated in both half-years [projects]
--   two_views          work   projects where staff and people rated apart [projects]
--   rated_by_staff     work   rated projects that staff alone rated [projects]
with chosen as (
    select
        rolled.directorate,
        rolled.rated_by,
        rolled.stages_scored,
        rolled.lowest,
        rolled.aiming_for,
        rolled.aim,
        rolled.two_views,
        rolled.moved,
        rolled.aim_lowered
    from movement($as_at) as rolled
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
    count(rated_by)::integer as returned,
    (count(*) filter (where stages_scored > 0))::integer as rated,
    (count(*) filter (where aim = 'reached'))::integer as reached,
    (count(*) filter (where aim = 'so far'))::integer as so_far,
    (count(*) filter (where aim = 'not reached'))::integer as not_reached,
    (count(*) filter (where stages_scored > 0 and aiming_for >= 6))::integer as aim_together,
    (count(*) filter (
        where lowest >= 4 and stages_scored = (select count(*) from reference.stages)
    ))::integer as all_four,
    (count(*) filter (where aim_lowered))::integer as aims_lowered,
    (count(*) filter (where moved = 'moved up'))::integer as moved_up,
    (count(*) filter (where moved = 'same'))::integer as same,
    (count(*) filter (where moved = 'moved down'))::integer as moved_down,
    (count(*) filter (where moved = 'rater changed'))::integer as rater_changed,
    (count(*) filter (where moved = 'not rated in both'))::integer as not_in_both,
    (count(*) filter (where two_views))::integer as two_views,
    (count(*) filter (where rated_by = 'staff' and not two_views and stages_scored > 0))::integer
        as rated_by_staff
from chosen
join reference.directorates as directorate on directorate.code = chosen.directorate
group by grouping sets ((chosen.directorate), ())
having count(*) > 0
order by directorate_order;
