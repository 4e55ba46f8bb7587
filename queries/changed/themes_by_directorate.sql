-- Which themes are newly covered, or left, since the half-year before, by directorate?
-- Grain: one row per directorate with a project in either half-year (and the whole council) and theme
-- Source: themes and projects returns
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown, compared with the one before
--   level   text       one of levels, or all         projects at this level only
--   kind    text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   theme              label  code of the theme
--   theme_name         label  short name of the theme
--   theme_order        label  place of the theme in the plan
--   before             work   projects that had it as their main theme the half-year before [projects]
--   now                work   projects that have it as their main theme [projects]
--   not_said           work   projects that had it before, are under way and have not sent their themes now [projects]
--   not_said_before    work   projects that have it now, were under way before and had not sent their themes then [projects]
--   change             label  newly covered, left, still covered or still not covered; not said yet or not said before, where a return is missing; first: there is none before
with chosen as (
    select project.directorate, compared.project_id, compared.period_before, compared.belongs, compared.belonged
    from projects_compared($as_at) as compared
    join projects_in_force($as_at) as project using (project_id)
    where compared.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
),
mains as (
    select project_id, period, theme
    from themes_in_force($as_at)
    where main_or_also = 'main'
),
mine as (
    select
        chosen.directorate,
        if(chosen.belonged, earlier.theme, null) as theme_before,
        if(chosen.belongs, present.theme, null) as theme_now,
        chosen.belongs,
        chosen.belonged
    from chosen
    left join mains as earlier
        on earlier.project_id = chosen.project_id and earlier.period = chosen.period_before
    left join mains as present
        on present.project_id = chosen.project_id and present.period = $period
),
placed as (
    select * from mine
    union all
    select * replace ('all' as directorate) from mine
),
places as (
    select 'all' as code, 'Whole council' as label, 0 as "order"
    union all
    select code, label, "order"
    from reference.directorates
    where code in (select directorate from chosen)
),
counts as (
    select
        places.code as directorate,
        places.label as directorate_name,
        places."order" as directorate_order,
        theme.code as theme,
        theme.short as theme_name,
        theme."order" as theme_order,
        count(*) filter (where placed.theme_before = theme.code) as before,
        count(*) filter (where placed.theme_now = theme.code) as now,
        count(*) filter (where placed.theme_before = theme.code and placed.belongs and placed.theme_now is null)
            as not_said,
        count(*) filter (where placed.theme_now = theme.code and placed.belonged and placed.theme_before is null)
            as not_said_before
    from places
    cross join reference.themes as theme
    left join placed on placed.directorate = places.code
    group by places.code, places.label, places."order", theme.code, theme.short, theme."order"
)

select
    directorate,
    directorate_name,
    directorate_order,
    theme,
    theme_name,
    theme_order,
    before::integer as before,
    now::integer as now,
    not_said::integer as not_said,
    not_said_before::integer as not_said_before,
    case
        when not exists (select 1 from chosen where period_before is not null) then 'first'
        when before = 0 and now > 0 and not_said_before > 0 then 'not said before'
        when before = 0 and now > 0 then 'newly covered'
        when now > 0 then 'still covered'
        when before = 0 then 'still not covered'
        when not_said > 0 then 'not said yet'
        else 'left'
    end as change
from counts
order by directorate_order, theme_order;
