-- What reward do people get, who sets the priorities, and with whom is the work done, by directorate?
-- Grain: one row per directorate (and the whole council), subject and answer that a project gave
-- Source: projects returns, as last described
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown
--   level   text       one of levels, or all         projects at this level only
--   kind    text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   subject            label  reward, priorities_set_by or partner
--   answer             label  what projects answered, or not said
--   projects           work   projects that answered so [projects]
--   of_projects        work   projects that belong to the half-year [projects]
with projects as (
    select project.*
    from projects_in_period($as_at) as project
    where project.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
),
placed as (
    select * from projects
    union all
    select * replace ('all' as directorate) from projects
),
answers as (
    select
        placed.directorate,
        subject.subject,
        subject.subject_order,
        coalesce(
            case subject.subject
                when 'reward' then placed.reward
                when 'priorities_set_by' then placed.priorities_set_by
                when 'partner' then placed.partner
            end,
            'not said'
        ) as answer
    from placed
    cross join (
        values ('reward', 1), ('priorities_set_by', 2), ('partner', 3)
    ) as subject (subject, subject_order)
),
counts as (
    select directorate, subject, subject_order, answer, count(*) as projects
    from answers
    group by directorate, subject, subject_order, answer
)

select
    counts.directorate,
    coalesce(directorate.label, 'Whole council') as directorate_name,
    coalesce(directorate."order", 0) as directorate_order,
    counts.subject,
    counts.answer,
    counts.projects::integer as projects,
    (sum(counts.projects) over (partition by counts.directorate, counts.subject))::integer as of_projects
from counts
left join reference.directorates as directorate on directorate.code = counts.directorate
order by directorate_order, counts.subject_order, counts.projects desc, counts.answer;
