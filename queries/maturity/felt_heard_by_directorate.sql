-- How many of the people who were asked felt heard, by directorate?
-- Grain: one row per directorate with a project that asked people
-- Source: ratings and projects returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   directorate        label            code of the directorate
--   directorate_name   label            name of the directorate
--   directorate_order  label            place of the directorate in the council's order
--   projects           work             projects that asked people whether they felt heard [projects]
--   asked              people           people who were asked [people]
--   felt_heard         people           people who felt heard, at most all who were asked [people]
--   share              from felt_heard  how many of those asked felt heard; none where under 20 were asked [%]
with asked as (
    select
        project.directorate,
        project.project_id,
        max(cell.people) filter (where cell.field = 'asked') as asked,
        max(cell.people) filter (where cell.field = 'felt_heard') as felt_heard
    from people_protected($as_at) as cell
    join projects_in_period($as_at) as project using (period, project_id)
    where cell.period = $period and cell.field in ('asked', 'felt_heard')
    group by project.directorate, project.project_id
    having count(*) = 2
),
summed as (
    select
        directorate,
        count(*) as projects,
        sum(asked) as asked,
        least(sum(felt_heard), sum(asked)) as felt_heard
    from asked
    group by directorate
)

select
    summed.directorate,
    directorate.label as directorate_name,
    directorate."order" as directorate_order,
    summed.projects::integer as projects,
    summed.asked::integer as asked,
    summed.felt_heard::integer as felt_heard,
    case when summed.asked >= 20 then round(100.0 * summed.felt_heard / summed.asked)::integer end as share
from summed
join reference.directorates as directorate on directorate.code = summed.directorate
order by directorate_order;
