-- How has each project moved from half-year to half-year, and what difference did it make?
-- Grain: one row per project and half-year it belongs to
-- Source: ratings and projects returns
-- Parameters:
--   as_at   timestamp  free  returns received up to this moment count
-- Columns:
--   project_id    label  the project's id
--   period        label  code of the half-year
--   period_name   label  name of the half-year
--   design        label  answer at Design: step, NS (not started), NA (not applicable) or no return
--   decisions     label  answer at Decisions
--   delivery      label  answer at Delivery
--   evaluation    label  answer at Evaluation
--   rated_by      label  who rated: staff, jointly or people; none without a return
--   two_views     label  whether staff and people rated apart (the lower counts)
--   aiming_for    work   the step it aims for [step 2-7]
--   aim           label  reached, so far or not reached
--   moved         label  moved up, same, moved down, rater changed or not rated in both
--   difference    label  nothing yet, a decision changed, a service or policy changed, a result was measured
with answers as (
    select
        project_id,
        period,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'design') as design,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'decisions') as decisions,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'delivery') as delivery,
        any_value(coalesce(score::varchar, state)) filter (where stage = 'evaluation') as evaluation
    from ratings($as_at)
    group by project_id, period
)

select
    rolled.project_id,
    rolled.period,
    periods.label as period_name,
    answers.design,
    answers.decisions,
    answers.delivery,
    answers.evaluation,
    rolled.rated_by,
    rolled.two_views,
    rolled.aiming_for,
    rolled.aim,
    rolled.moved,
    rating.difference
from movement($as_at) as rolled
join answers using (project_id, period)
left join maturity_in_force($as_at) as rating using (project_id, period)
join reference.periods as periods on periods.code = rolled.period
order by rolled.project_id, rolled.period_order;
