-- Which projects count for a half-year otherwise than when it became final?
-- Grain: one row per project that joined, left, or moved to another directorate, level or kind since
-- Source: projects returns, and the list of half-years
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   project_id              label  the project's id
--   title                   label  the project's title
--   what                    label  joined, left, or moved since the half-year was final
--   directorate             label  code of its directorate
--   directorate_name        label  name of its directorate
--   directorate_name_then   label  name of its directorate when the half-year was final
--   level                   label  code of its level
--   level_then              label  code of its level when the half-year was final
--   kind                    label  its kind
--   kind_then               label  its kind when the half-year was final
with final as (
    select least($as_at, due::timestamp + interval 1 day - interval 1 microsecond) as moment
    from reference.periods
    where code = $period
),
at_final as (
    select project_id, title, directorate, level, kind
    from projects_in_period((select moment from final))
    where period = $period
),
since as (
    select project_id, title, directorate, level, kind
    from projects_in_period($as_at)
    where period = $period
)

select
    project_id,
    coalesce(since.title, at_final.title) as title,
    case when at_final.title is null then 'joined' when since.title is null then 'left' else 'moved' end as what,
    coalesce(since.directorate, at_final.directorate) as directorate,
    coalesce(present.label, earlier.label) as directorate_name,
    earlier.label as directorate_name_then,
    coalesce(since.level, at_final.level) as level,
    at_final.level as level_then,
    coalesce(since.kind, at_final.kind) as kind,
    at_final.kind as kind_then
from at_final
full join since using (project_id)
left join reference.directorates as present on present.code = since.directorate
left join reference.directorates as earlier on earlier.code = at_final.directorate
where (at_final.directorate, at_final.level, at_final.kind) is distinct from (since.directorate, since.level, since.kind)
order by coalesce(present."order", earlier."order"), title, project_id;
