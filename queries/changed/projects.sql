-- What has changed in each project since the half-year before?
-- Grain: one row per project that belongs to the half-year or to the one before
-- Source: projects and ratings returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown, compared with the one before
-- Columns:
--   project_id        label  the project's id
--   title             label  the project's title
--   directorate       label  code of the directorate
--   directorate_name  label  name of the directorate
--   level             label  code of the level
--   kind              label  project, forum, board, commissioning, strategy or workshop
--   status            label  active, complete or stopped
--   came              label  new since the half-year before, ended by this one, still under way, or first: there is none before
--   moved             label  moved up, same, moved down, rater changed or not rated in both; none once ended
--   middle_before     work   its middle score the half-year before [step 0-7]
--   middle            work   its middle score [step 0-7]
--   aiming_before     work   the step it aimed for the half-year before [step 2-7]
--   aiming_for        work   the step it aims for [step 2-7]
--   aim_lowered       label  whether it aims lower than the half-year before
--   newly_evidenced   label  whether it gives evidence and did not the half-year before
--   newly_silent      label  whether a return came the half-year before and none now
select
    project.project_id,
    project.title,
    project.directorate,
    directorate.label as directorate_name,
    project.level,
    project.kind,
    project.status,
    compared.came,
    compared.moved,
    compared.middle_before,
    compared.middle,
    compared.aiming_for_before as aiming_before,
    compared.aiming_for,
    compared.aim_lowered,
    compared.newly_evidenced,
    compared.newly_silent
from projects_compared($as_at) as compared
join projects_in_force($as_at) as project using (project_id)
join reference.directorates as directorate on directorate.code = project.directorate
where compared.period = $period
order by directorate."order", project.title, project.project_id;
