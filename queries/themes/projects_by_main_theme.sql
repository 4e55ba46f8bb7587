-- How many projects contribute to each theme of the council plan, by directorate?
-- Grain: one row per directorate (and the whole council) and theme, and one for themes not sent
-- Source: themes and projects returns
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown
--   level   text       one of levels, or all         projects at this level only
--   kind    text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   directorate        label  code of the directorate, or all
--   directorate_name   label  name of the directorate, or Whole council
--   directorate_order  label  place of the directorate in the council's order
--   theme              label  code of the theme, or none
--   theme_name         label  short name of the theme, or Themes not sent
--   theme_order        label  place of the theme in the plan
--   main               work   projects that have this as their main theme; adds up to the projects [projects]
--   also               work   projects that have it beside their main theme; never added [projects]
--   possible           work   main projects that could contribute [projects]
--   active             work   main projects with work under way [projects]
--   change_shown       work   main projects that show a change [projects]
with projects as (
    select project.project_id, project.directorate
    from projects_in_period($as_at) as project
    where project.period = $period
        and $level in ('all', project.level)
        and $kind in ('all', project.kind)
),
stated as (
    select projects.directorate, projects.project_id, themes.theme, themes.main_or_also, themes.strength
    from projects
    join themes_in_force($as_at) as themes
        on themes.project_id = projects.project_id and themes.period = $period
),
unstated as (
    select directorate, project_id, 'none' as theme, 'main' as main_or_also, null as strength
    from projects
    where project_id not in (select project_id from stated where main_or_also = 'main')
),
contributions as (
    select * from stated union all select * from unstated
),
placed as (
    select * from contributions
    union all
    select * replace ('all' as directorate) from contributions
),
counts as (
    select
        directorate,
        theme,
        count(*) filter (where main_or_also = 'main') as main,
        count(*) filter (where main_or_also = 'also') as also,
        count(*) filter (where main_or_also = 'main' and strength = 'possible') as possible,
        count(*) filter (where main_or_also = 'main' and strength = 'active') as active,
        count(*) filter (where main_or_also = 'main' and strength = 'change shown') as change_shown
    from placed
    group by directorate, theme
),
places as (
    select 'all' as code, 'Whole council' as label, 0 as "order"
    union all
    select code, label, "order"
    from reference.directorates
    where code in (select directorate from projects)
),
grid as (
    select places.code as directorate, places.label as directorate_name,
        places."order" as directorate_order, theme.code as theme, theme.short as theme_name,
        theme."order" as theme_order
    from places
    cross join (
        select code, short, "order" from reference.themes
        union all
        select 'none', 'Themes not sent', 999
    ) as theme
)

select
    grid.directorate,
    grid.directorate_name,
    grid.directorate_order,
    grid.theme,
    grid.theme_name,
    grid.theme_order,
    coalesce(counts.main, 0)::integer as main,
    coalesce(counts.also, 0)::integer as also,
    coalesce(counts.possible, 0)::integer as possible,
    coalesce(counts.active, 0)::integer as active,
    coalesce(counts.change_shown, 0)::integer as change_shown
from grid
left join counts using (directorate, theme)
order by grid.directorate_order, grid.theme_order;
