-- Which projects contribute to the plan, to which theme, and what came of it?
-- Grain: one row per project and theme stated, and one per project that has not sent its themes
-- Source: themes, ratings and projects returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   project_id        label  the project's id
--   title             label  the project's title
--   directorate       label  code of the directorate
--   directorate_name  label  name of the directorate
--   level             label  code of the level
--   kind              label  project, forum, board, commissioning, strategy or workshop
--   theme             label  code of the theme, or none
--   theme_name        label  short name of the theme, or Themes not sent
--   main_or_also      label  main or also
--   strength          label  possible, active or change shown
--   note              label  what the project says of it
--   principles        label  the plan's principles it names
--   difference        label  nothing yet, a decision changed, a service or policy changed, a result was measured
--   what_changed      label  what changed, in the project's words; none until its sender ticks that nobody could be recognised
with projects as (
    select *
    from projects_in_period($as_at)
    where period = $period
),
stated as (
    select project_id, theme, main_or_also, strength, note
    from themes_in_force($as_at)
    where period = $period
),
contributions as (
    select * from stated
    union all
    select project_id, 'none', 'main', null, null
    from projects
    where project_id not in (select project_id from stated where main_or_also = 'main')
),
ratings as (
    select project_id, difference
    from maturity_in_force($as_at)
    where period = $period
),
told as (
    select project_id, note as what_changed
    from learning_in_force($as_at)
    where period = $period and about = 'what changed' and ticked
)

select
    projects.project_id,
    projects.title,
    projects.directorate,
    directorate.label as directorate_name,
    projects.level,
    projects.kind,
    contributions.theme,
    coalesce(theme.short, 'Themes not sent') as theme_name,
    contributions.main_or_also,
    contributions.strength,
    contributions.note,
    nullif(concat_ws(', ', first_principle.label, second_principle.label), '') as principles,
    ratings.difference,
    told.what_changed
from contributions
join projects using (project_id)
left join ratings using (project_id)
left join told using (project_id)
join reference.directorates as directorate on directorate.code = projects.directorate
left join reference.themes as theme on theme.code = contributions.theme
left join reference.principles as first_principle on first_principle.code = projects.principle_1
left join reference.principles as second_principle on second_principle.code = projects.principle_2
order by directorate."order", theme."order" nulls last, contributions.main_or_also desc,
    projects.title, projects.project_id;
