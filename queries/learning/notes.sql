-- What changed, and what have we learnt?
-- Grain: one row per note on what changed or was learnt whose sender ticked that nobody could be recognised
-- Source: ratings, themes and projects returns
-- Parameters:
--   as_at  timestamp  free  returns received up to this moment count
-- Columns:
--   project_id        label  the project's id
--   title             label  the project's title
--   directorate       label  code of the directorate
--   directorate_name  label  name of the directorate
--   level             label  code of the level
--   level_name        label  individual, operational or strategic
--   theme             label  code of its main theme in that half-year, or none
--   theme_name        label  short name of that theme, or Themes not sent
--   period            label  code of the half-year
--   period_name       label  the half-year in words
--   about             label  what changed, helped, got in the way or what was learnt
--   note              label  the note, in the words of those who sent it
--   difference        label  nothing yet, a decision changed, a service or policy changed, a result was measured
--   with_evidence     label  whether evidence was given with the rating
--   place             label  where the note stands: the return, the project, the half-year and the field
with main_themes as (
    select project_id, period, theme
    from themes_in_force($as_at)
    where main_or_also = 'main'
)

select
    notes.project_id,
    project.title,
    project.directorate,
    directorate.label as directorate_name,
    project.level,
    level.label as level_name,
    coalesce(main_themes.theme, 'none') as theme,
    coalesce(theme.short, 'Themes not sent') as theme_name,
    notes.period,
    periods.label as period_name,
    notes.about,
    notes.note,
    notes.difference,
    notes.with_evidence,
    notes.place
from learning_in_force($as_at) as notes
join projects_in_force($as_at) as project using (project_id)
join reference.periods as periods on periods.code = notes.period
join reference.directorates as directorate on directorate.code = project.directorate
join reference.levels as level on level.code = project.level
left join main_themes using (project_id, period)
left join reference.themes as theme on theme.code = main_themes.theme
where notes.ticked
order by periods."order" desc, project.title, notes.project_id, notes.place desc;
