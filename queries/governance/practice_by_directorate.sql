-- Is involving people done well: are they rewarded, heard back from and reached, by directorate?
-- Grain: one row per directorate (and the whole council) and practice
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
--   practice           label  name of the column in the projects return
--   practice_name      label  the practice in words
--   practice_order     label  place of the practice in the list
--   projects           work   projects that belong to the half-year [projects]
--   yes                work   projects that do it; for reward, those that give expenses, vouchers, payment or something else [projects]
--   partly             work   projects that do it in part [projects]
--   not_yet            work   projects that have not come to it yet; for reward, not decided [projects]
--   no                 work   projects that do not; for reward, none [projects]
--   not_said           work   projects that do not say [projects]
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
        practice.*,
        case practice.practice
            when 'reward' then case placed.reward
                when 'none' then 'no'
                when 'not decided' then 'not yet'
                else if(placed.reward is null, null, 'yes')
            end
            when 'access_checked' then placed.access_checked
            when 'own_meeting' then placed.own_meeting
            when 'fed_back' then placed.fed_back
            when 'toolkit_used' then placed.toolkit_used
            when 'experience_led' then placed.experience_led
            when 'volunteers_deliver' then placed.volunteers_deliver
        end as answer
    from placed
    cross join (
        values
            ('reward', 'People are rewarded', 1),
            ('access_checked', 'Times and places suit everybody', 2),
            ('own_meeting', 'People can meet on their own', 3),
            ('fed_back', 'People hear what came of it', 4),
            ('toolkit_used', 'The toolkit is used', 5),
            ('experience_led', 'A group led by experience takes part', 6),
            ('volunteers_deliver', 'Volunteers help to deliver', 7)
    ) as practice (practice, practice_name, practice_order)
)

select
    answers.directorate,
    coalesce(any_value(directorate.label), 'Whole council') as directorate_name,
    coalesce(any_value(directorate."order"), 0) as directorate_order,
    answers.practice,
    answers.practice_name,
    answers.practice_order,
    count(*)::integer as projects,
    (count(*) filter (where answers.answer = 'yes'))::integer as yes,
    (count(*) filter (where answers.answer = 'partly'))::integer as partly,
    (count(*) filter (where answers.answer = 'not yet'))::integer as not_yet,
    (count(*) filter (where answers.answer = 'no'))::integer as no,
    (count(*) filter (where answers.answer is null))::integer as not_said
from answers
left join reference.directorates as directorate on directorate.code = answers.directorate
group by answers.directorate, answers.practice, answers.practice_name, answers.practice_order
order by directorate_order, answers.practice_order;
