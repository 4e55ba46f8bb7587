-- How many notes can be shown, and how many wait for the tick?
-- Grain: one row per directorate that sent a note on what changed or was learnt
-- Source: ratings and projects returns
-- Parameters:
--   as_at  timestamp  free  returns received up to this moment count
-- Columns:
--   directorate       label  code of the directorate
--   directorate_name  label  name of the directorate
--   shown             work   notes whose sender ticked that nobody could be recognised [notes]
--   waiting           work   notes whose sender has not ticked it [notes]
select
    project.directorate,
    directorate.label as directorate_name,
    count(*) filter (where notes.ticked)::integer as shown,
    count(*) filter (where not notes.ticked)::integer as waiting
from learning_in_force($as_at) as notes
join projects_in_force($as_at) as project using (project_id)
join reference.directorates as directorate on directorate.code = project.directorate
group by project.directorate, directorate.label, directorate."order"
order by directorate."order";
