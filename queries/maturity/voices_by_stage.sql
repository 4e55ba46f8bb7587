-- At which stage do staff and people score apart, by directorate?
-- Grain: one row per directorate with a project (and the whole council) and stage
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
--   both               work   projects that staff and people both scored at this stage [projects]
--   people_lower       work   of those, projects that people scored lower than staff [projects]
--   same               work   of those, projects that both scored the same [projects]
--   people_higher      work   of those, projects that people scored higher than staff [projects]
--   staff_middle       from both  middle score of staff, the lower one of two; none under three projects [step 0-7]
--   people_middle      from both  middle score of people in the same projects [step 0-7]
with voices as (
    select rating.directorate, rating.stage, rating.two_views, rating.staff_score, rating.people_score
    from ratings($as_at) as rating
    join projects_in_period($as_at) as project using (period, project_id)
    where rating.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
),
places as (
    select * from voices
    union all
    select * replace ('all' as directorate) from voices
),
counts as (
    select
        directorate,
        stage,
        count(*) filter (where two_views) as both,
        count(*) filter (where two_views and people_score < staff_score) as people_lower,
        count(*) filter (where two_views and people_score = staff_score) as same,
        count(*) filter (where two_views and people_score > staff_score) as people_higher,
        quantile_disc(staff_score, 0.5) filter (where two_views) as staff_middle,
        quantile_disc(people_score, 0.5) filter (where two_views) as people_middle
    from places
    group by directorate, stage
)

select
    counts.directorate,
    coalesce(directorate.label, 'Whole council') as directorate_name,
    coalesce(directorate."order", 0) as directorate_order,
    counts.stage,
    stage.label as stage_name,
    stage."order" as stage_order,
    counts.both::integer as both,
    counts.people_lower::integer as people_lower,
    counts.same::integer as same,
    counts.people_higher::integer as people_higher,
    if(counts.both >= 3, counts.staff_middle, null)::integer as staff_middle,
    if(counts.both >= 3, counts.people_middle, null)::integer as people_middle
from counts
left join reference.directorates as directorate on directorate.code = counts.directorate
join reference.stages as stage on stage.code = counts.stage
order by directorate_order, stage_order;
