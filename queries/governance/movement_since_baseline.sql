-- Which way did projects move since their directorate's first half-year, which is kept as the baseline?
-- Grain: one row per directorate (and the whole council)
-- Source: ratings and projects returns, and the list of directorates
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown
--   level   text       one of levels, or all         projects at this level only
--   kind    text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   baseline           label  the first half-year it was expected to send, in words; none for the whole council, where each directorate has its own
--   projects           work   projects that belong to the half-year shown [projects]
--   moved_up           work   projects whose middle score is higher than in the baseline, rated by the same side [projects]
--   same               work   projects whose middle score is the same [projects]
--   moved_down         work   projects whose middle score is lower [projects]
--   rater_changed      work   projects rated in both, by another side than before [projects]
--   not_in_both        work   projects without a score in one of the two half-years, or shown in the baseline itself [projects]
with baselines as (
    select directorate.code as directorate, directorate.label, directorate."order",
        periods.label as baseline, periods.code as period, periods."order" as period_order
    from reference.directorates as directorate
    join reference.periods as periods on periods.code = directorate.expected_from
),
rolled as materialized (
    select period, period_order, project_id, directorate, rated_by, middle
    from project_ratings($as_at)
),
moves as (
    select
        rolled.directorate,
        case
            when earlier.middle is null or rolled.middle is null then 'not in both'
            when earlier.rated_by <> rolled.rated_by then 'rater changed'
            when rolled.middle > earlier.middle then 'moved up'
            when rolled.middle < earlier.middle then 'moved down'
            else 'same'
        end as moved
    from rolled
    join projects_in_period($as_at) as project using (period, project_id)
    join baselines on baselines.directorate = rolled.directorate
    left join rolled as earlier
        on earlier.project_id = rolled.project_id
        and earlier.period = baselines.period
        and earlier.period_order < rolled.period_order
    where rolled.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
),
placed as (
    select directorate, moved from moves
    union all
    select 'all', moved from moves
)

select
    placed.directorate,
    coalesce(any_value(baselines.label), 'Whole council') as directorate_name,
    coalesce(any_value(baselines."order"), 0) as directorate_order,
    any_value(baselines.baseline) as baseline,
    count(*)::integer as projects,
    (count(*) filter (where placed.moved = 'moved up'))::integer as moved_up,
    (count(*) filter (where placed.moved = 'same'))::integer as same,
    (count(*) filter (where placed.moved = 'moved down'))::integer as moved_down,
    (count(*) filter (where placed.moved = 'rater changed'))::integer as rater_changed,
    (count(*) filter (where placed.moved = 'not in both'))::integer as not_in_both
from placed
left join baselines on baselines.directorate = placed.directorate
group by placed.directorate
order by directorate_order;
