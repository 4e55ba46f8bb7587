-- Where do projects stand at each stage, and are their scores alike, by directorate?
-- Grain: one row per directorate (and the whole council) and stage
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
--   stage              label  code of the stage
--   stage_name         label  name of the stage
--   stage_order        label  place of the stage, from Design to Evaluation
--   projects           work   projects that belong to the half-year [projects]
--   scored             work   projects with a score at this stage [projects]
--   together           work   projects scored at step 6 or 7 [projects]
--   not_started        work   projects whose stage has not started [projects]
--   not_applicable     work   projects to which the stage does not apply [projects]
--   no_return          work   projects without a return [projects]
--   middle             from scored  middle score, the lower one of two; none under three scores [step 0-7]
--   lowest             from scored  lowest score [step 0-7]
--   highest            from scored  highest score [step 0-7]
--   spread             from scored  scores are similar, or scores vary a lot; none under three scores [words]
with every_rating as (
    select rating.directorate, rating.stage, rating.score, rating.state
    from ratings($as_at) as rating
    join projects_in_period($as_at) as project using (period, project_id)
    where rating.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
),
places as (
    select directorate, stage, score, state from every_rating
    union all
    select 'all', stage, score, state from every_rating
),
counts as (
    select
        directorate,
        stage,
        count(*) as projects,
        count(score) as scored,
        count(*) filter (where score >= 6) as together,
        count(*) filter (where state = 'NS') as not_started,
        count(*) filter (where state = 'NA') as not_applicable,
        count(*) filter (where state = 'no return') as no_return,
        if(count(score) >= 3, quantile_disc(score, 0.5), null) as middle,
        min(score) as lowest,
        max(score) as highest
    from places
    group by directorate, stage
),
-- The best band of three steps that holds the middle score: similar when fewer than a third
-- of the scores lie outside it.
bands as (
    select
        counts.directorate,
        counts.stage,
        start.first,
        count(*) filter (where places.score between start.first and start.first + 2) as inside
    from counts
    cross join lateral (select unnest([middle - 2, middle - 1, middle]) as first) as start
    join places on places.directorate = counts.directorate and places.stage = counts.stage
    group by counts.directorate, counts.stage, start.first
),
best as (
    select directorate, stage, max(inside) as inside
    from bands
    group by directorate, stage
)

select
    counts.directorate,
    coalesce(directorate.label, 'Whole council') as directorate_name,
    coalesce(directorate."order", 0) as directorate_order,
    counts.stage,
    stage.label as stage_name,
    stage."order" as stage_order,
    counts.projects::integer as projects,
    counts.scored::integer as scored,
    counts.together::integer as together,
    counts.not_started::integer as not_started,
    counts.not_applicable::integer as not_applicable,
    counts.no_return::integer as no_return,
    counts.middle::integer as middle,
    counts.lowest::integer as lowest,
    counts.highest::integer as highest,
    case
        when counts.middle is null then null
        when (counts.scored - best.inside) * 3 < counts.scored then 'scores are similar'
        else 'scores vary a lot'
    end as spread
from counts
left join best using (directorate, stage)
left join reference.directorates as directorate on directorate.code = counts.directorate
join reference.stages as stage on stage.code = counts.stage
order by directorate_order, stage_order;
