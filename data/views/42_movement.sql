-- Each project's ratings rolled up, beside those of the half-year before: which way its middle
-- score moved, where both were rated by the same side, and whether its aim was lowered.
create or replace macro movement(as_at) as table
    with rolled as materialized (
        select * from project_ratings(as_at)
    )
    select
        rolled.*,
        earlier.middle as middle_before,
        earlier.aiming_for as aiming_for_before,
        case
            when earlier.middle is null or rolled.middle is null then 'not rated in both'
            when earlier.rated_by <> rolled.rated_by then 'rater changed'
            when rolled.middle > earlier.middle then 'moved up'
            when rolled.middle < earlier.middle then 'moved down'
            else 'same'
        end as moved,
        coalesce(rolled.aiming_for < earlier.aiming_for, false) as aim_lowered
    from rolled
    left join (
        select "order", lag("order") over (order by "order") as order_before
        from reference.periods
    ) as periods on periods."order" = rolled.period_order
    left join rolled as earlier
        on earlier.project_id = rolled.project_id
        and earlier.period_order = periods.order_before;
