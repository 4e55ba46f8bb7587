-- One row a project and half-year it belongs to: its scores rolled up without hiding spread.
-- `aim` is 'reached' when every scored stage is at or above the step aimed for, 'so far' when
-- that holds but a stage has not started, 'not reached' otherwise; null when nothing is scored.
-- The middle score is the lower median of the stages scored.
create or replace macro project_ratings(as_at) as table
    select
        period,
        period_order,
        project_id,
        directorate,
        any_value(rated_by) as rated_by,
        any_value(aiming_for) as aiming_for,
        count(score)::integer as stages_scored,
        min(score)::integer as lowest,
        max(score)::integer as highest,
        quantile_disc(score, 0.5)::integer as middle,
        bool_or(two_views) as two_views,
        case
            when count(score) = 0 then null
            when min(score) < any_value(aiming_for) then 'not reached'
            when bool_or(state = 'NS') then 'so far'
            else 'reached'
        end as aim
    from ratings(as_at)
    group by period, period_order, project_id, directorate;
