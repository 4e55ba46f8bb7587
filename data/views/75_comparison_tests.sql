-- Every group with its test as it stands (added = 0) and, for a group that may be fewer than
-- expected, the whole test over again with more of its people (added_to that group).
-- Holm's correction shares 5% among the rows of a characteristic with 5 or more expected.
create or replace macro comparison_tests(as_at, for_period, for_unit, for_area, for_ages) as table
    with standing as materialized (
        select * from comparison_standing(as_at, for_period, for_unit, for_area, for_ages)
    ),
    shortfalls as (
        select
            *,
            1 - expected_share as others,
            answered * expected_share - people - slack as gap,
            unnest([critical_value(1), critical_value(2 * categories)]) as critical
        from standing
        where too_few is null and residents > 0 and expected_share <= 0.5
    ),
    -- Adding people brings the score down to `critical` where gap - others x added = critical x sd.
    -- The word can change only between the mildest critical value and one beyond the strictest.
    crossings as (
        select
            place,
            characteristic,
            category,
            pool,
            residents,
            2 * gap * others + critical ^ 2 * expected_share * others as slope,
            2 * others ^ 2 as bend,
            gap ^ 2 - critical ^ 2 * (answered * expected_share * others + rounding) as excess
        from shortfalls
        where gap > 0
    ),
    additions as (
        select
            place,
            characteristic,
            category as added_to,
            pool as added_pool,
            residents as added_residents,
            min((slope - sqrt(slope ^ 2 - 2 * bend * excess)) / bend) as fewest,
            max((slope - sqrt(slope ^ 2 - 2 * bend * excess)) / bend) as most
        from crossings
        group by place, characteristic, category, pool, residents
        having max(excess) > 0
    ),
    trials as (
        select distinct
            place,
            characteristic,
            '' as added_to,
            '' as added_pool,
            1 as added_residents,
            0 as added
        from standing
        union all
        select
            * exclude (fewest, most),
            unnest(generate_series(
                greatest(5, 5 * floor(fewest / 5)::bigint), greatest(5, 5 * ceil(most / 5)::bigint), 5
            )) as added
        from additions
    ),
    -- People added to a pooled row are shared among its parts as residents are.
    samples as (
        select
            standing.* exclude (people, answered),
            trials.added_to,
            trials.added::integer as added,
            answered + added::integer as answered,
            people + added * case
                when category = added_to or (pooled and category = added_pool) then 1
                when pool = added_to then residents / added_residents::double
                else 0
            end as people
        from standing
        join trials using (place, characteristic)
    ),
    scores as materialized (
        select
            *,
            answered * expected_share as expected,
            all_residents > 0
                and too_few is null
                and answered * residents::double >= 5.0 * all_residents
                and (
                    not pooled or category = added_to
                    or answered * smallest_part::double < 5.0 * all_residents
                ) as tested,
            deviation(people, answered, expected_share, slack, rounding) as score
        from samples
    ),
    rankings as (
        select place, characteristic, added_to, added, list_reverse_sort(list(round(score, 9))) as ranking
        from scores
        where tested
        group by place, characteristic, added_to, added
    ),
    -- Equal scores, as of two categories that mirror each other, share one place in the order.
    stops as (
        select *, len(ranking) as tests, holm_stop(ranking) as stopped_at
        from rankings
    ),
    orders as (
        select
            scores.*,
            if(tested, tests, null) as tests,
            if(tested, stopped_at, null) as stopped_at,
            if(tested, list_position(ranking, round(score, 9)), null) as holm_order
        from scores
        left join stops using (place, characteristic, added_to, added)
    )
    select
        *,
        critical_value(tests - least(holm_order, stopped_at) + 1) as critical,
        case
            when all_residents = 0 then null
            when not tested then 'Too few to say'
            when holm_order >= stopped_at then 'No clear difference'
            when people < expected then 'Fewer than expected'
            else 'More than expected'
        end as verdict
    from orders;
