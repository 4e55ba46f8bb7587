-- How many projects are at each step, by directorate and stage?
-- Grain: one row per directorate (and the whole council), stage and answer given by a project
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
--   answer             label  step 0 to 7, NS not started, NA not applicable, or no return
--   answer_name        label  the answer in words
--   band               label  the band of steps the answer falls in, or the answer in words
--   projects           work   projects with this answer [projects]
with answers as (
    select
        rating.directorate,
        rating.stage,
        coalesce(rating.score::varchar, rating.state) as answer
    from ratings($as_at) as rating
    join projects_in_period($as_at) as project using (period, project_id)
    where rating.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
),
counts as (
    select coalesce(directorate, 'all') as directorate, stage, answer, count(*) as projects
    from answers
    group by grouping sets ((directorate, stage, answer), (stage, answer))
)

select
    counts.directorate,
    coalesce(directorate.label, 'Whole council') as directorate_name,
    coalesce(directorate."order", 0) as directorate_order,
    counts.stage,
    stage.label as stage_name,
    stage."order" as stage_order,
    counts.answer,
    case counts.answer
        when 'NS' then 'Not started'
        when 'NA' then 'Not applicable'
        when 'no return' then 'No return'
        else counts.answer || ' ' || step.label
    end as answer_name,
    case counts.answer
        when 'NS' then 'Not started'
        when 'NA' then 'Not applicable'
        when 'no return' then 'No return'
        else step.band_label
    end as band,
    counts.projects::integer as projects
from counts
left join reference.directorates as directorate on directorate.code = counts.directorate
left join reference.ladder as step on step.step::varchar = counts.answer
join reference.stages as stage on stage.code = counts.stage
order by directorate_order, stage_order, answer;
