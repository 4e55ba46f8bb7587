-- What does each project show for its ratings, and what does it say that changed and was learnt?
-- Grain: one row per project that belongs to the half-year and note it sent that was not hidden
-- Source: ratings returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   project_id  label  the project's id
--   about       label  evidence, what changed, helped, got in the way or what was learnt
--   note        label  the note; of what changed and was learnt, none until its sender ticks that nobody could be recognised
--   place       label  where the note stands: the return, the project, the half-year and the field
with notes as (
    select
        project_id,
        'evidence' as about,
        evidence as note,
        concat_ws('/', 'maturity', project_id, period, 'evidence') as place
    from maturity_in_force($as_at)
    where period = $period and trim(evidence) <> ''
    union all
    select project_id, about, if(ticked, note, null) as note, place
    from learning_in_force($as_at)
    where period = $period
)

select notes.project_id, notes.about, notes.note, notes.place
from notes
join projects_in_period($as_at) as project using (project_id)
where project.period = $period
order by notes.project_id, notes.about <> 'evidence', notes.place desc;
