-- What does each project show for its ratings, in its own words?
-- Grain: one row per project and half-year it belongs to with a maturity return
-- Source: maturity returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  the half-year shown
-- Columns:
--   project_id  label  the project's id
--   evidence    label  why its stages are rated as they are; none where none was sent or it was hidden
select rating.project_id, rating.evidence
from maturity_in_force($as_at) as rating
join projects_in_period($as_at) as project using (period, project_id)
where rating.period = $period
order by rating.project_id;
