-- How each project scored in a half-year moved since the half-year before: its middle score
-- compared, where both were rated by the same side; and whether its aim was lowered.
create or replace macro movement(as_at) as table
    select
        now_rated.period,
        now_rated.project_id,
        now_rated.directorate,
        before_rated.middle as middle_before,
        now_rated.middle,
        before_rated.aiming_for as aiming_for_before,
        now_rated.aiming_for,
        case
            when before_rated.middle is null or now_rated.middle is null then 'not rated in both'
            when before_rated.rated_by <> now_rated.rated_by then 'rater changed'
            when now_rated.middle > before_rated.middle then 'moved up'
            when now_rated.middle < before_rated.middle then 'moved down'
            else 'same'
        end as moved,
        coalesce(now_rated.aiming_for < before_rated.aiming_for, false) as aim_lowered
    from project_ratings(as_at) as now_rated
    left join project_ratings(as_at) as before_rated
        on before_rated.project_id = now_rated.project_id
        and before_rated.period_order = (
            select max(earlier."order") from reference.periods as earlier
            where earlier."order" < now_rated.period_order
        );
