-- Who is missing: every group that is compared, whether it is fewer than expected, and how many more
-- people of it would then change the word, for the group alone and for several groups at once.
--
-- Several at once: for each total of people more (5, 10, 15, ... up to the most that the council
-- says it can reach), every group gets the fewest, to the next 5, that bring its deviation within
-- one critical value after another; who is left over is like the residents of the groups that need
-- nobody. Then the whole test is done again. The least total after which no group that is at
-- most half of the population is fewer than expected is the answer, with the strictest critical
-- value, so with the fewest of each group. `together` are the groups of one characteristic;
-- `at_once` those of every characteristic, since a person is of one group of each.
create or replace macro people_to_invite(as_at, for_period, for_unit, for_area, for_ages) as table
    with reach as (
        select coalesce(max(most_to_invite), 500)::integer as most from reference.council
    ),
    tests as materialized (
        select * from comparison_tests(as_at, for_period, for_unit, for_area, for_ages)
    ),
    alone as (
        select place, characteristic, category, min(added)::integer as how_many_more
        from tests
        where added_to = category and verdict <> 'Fewer than expected'
        group by place, characteristic, category
    ),
    groups as materialized (
        select
            place,
            characteristic,
            category,
            label,
            category_order,
            people::integer as people,
            answered,
            100.0 * expected_share as expected_share,
            verdict = 'Fewer than expected' as fewer,
            compared_with
        from tests
        where added = 0 and all_residents > 0
    ),
    missing as materialized (
        select place, characteristic, category, how_many_more
        from groups
        join alone using (place, characteristic, category)
        where fewer
    ),
    standing as materialized (
        select
            tests.* exclude (added, added_to, tested, score, tests, stopped_at, holm_order, critical, verdict),
            if(pool = '' and not pooled, category, if(pooled, category, pool)) as family,
            not pooled or answered * smallest_part::double < 5.0 * all_residents as in_use
        from tests
        semi join missing using (place, characteristic)
        where added = 0
    ),
    -- What each group needs for each total and critical value.
    needs as (
        select
            place,
            characteristic,
            category,
            family,
            pooled,
            residents,
            total,
            nth,
            if(
                in_use
                    and expected_share <= 0.5
                    and residents > 0
                    and (answered + total) * residents::double >= 5.0 * all_residents,
                5 * ceil(round(greatest(
                    (answered + total) * expected_share - people - slack - critical_value(nth)
                    * sqrt((answered + total) * expected_share * (1 - expected_share) + rounding),
                    0
                ) / 5, 9)),
                0
            )::integer as need
        from standing
        cross join reach
        cross join unnest(generate_series(5, most, 5)) as totals(total)
        cross join unnest(generate_series(1, categories + 1)) as places(nth)
    ),
    -- People of the parts of a pooled row count towards what it needs; the rest of that is shared
    -- among its parts as residents are.
    families as (
        select
            *,
            greatest(
                sum(need) filter (not pooled) over one_family,
                coalesce(max(need) filter (pooled) over one_family, 0)
            )::integer as family_need,
            sum(need) filter (not pooled) over one_family as parts_need,
            residents / nullif(sum(residents) filter (not pooled) over one_family, 0)::double as of_family
        from needs
        window one_family as (partition by place, characteristic, total, nth, family)
    ),
    trials as (
        select
            *,
            total - round(sum(need + (family_need - parts_need) * of_family) filter (not pooled) over one_trial, 6)
                as left_over,
            sum(residents) filter (not pooled and family_need = 0) over one_trial as idle
        from families
        window one_trial as (partition by place, characteristic, total, nth)
    ),
    additions as materialized (
        select
            place,
            characteristic,
            category,
            total,
            nth,
            if(pooled, family_need, need) as needed,
            case
                when family_need = 0 then left_over * residents / nullif(idle, 0)::double
                when pooled then family_need
                else need + (family_need - parts_need) * of_family
            end as added
        from trials
        where left_over >= 0
    ),
    scores as (
        select
            additions.*,
            standing.expected_share,
            people + coalesce(added, 0) < (answered + total) * expected_share as below,
            round(deviation(people + coalesce(added, 0), answered + total, expected_share, slack, rounding), 9)
                as score
        from additions
        join standing using (place, characteristic, category)
        where in_use and (answered + total) * residents::double >= 5.0 * all_residents
    ),
    rankings as (
        select
            place,
            characteristic,
            total,
            nth,
            list_reverse_sort(list(score)) as ranking,
            max(score) filter (below and expected_share <= 0.5) as lowest
        from scores
        group by place, characteristic, total, nth
    ),
    enough as materialized (
        select place, characteristic, total, max(nth) as nth
        from rankings
        where coalesce(list_position(ranking, lowest) >= holm_stop(ranking), true)
        group by place, characteristic, total
    ),
    together as (
        select place, characteristic, min(total)::integer as total, arg_min(nth, total) as nth
        from enough
        group by place, characteristic
    ),
    asked as (
        select place, count(distinct characteristic) as characteristics
        from standing
        group by place
    ),
    at_once as (
        select place, min(total)::integer as total
        from (
            select place, total, count(*) as characteristics
            from enough
            group by place, total
        )
        semi join asked using (place, characteristics)
        group by place
    )
    select
        groups.*,
        missing.how_many_more,
        for_these.needed as together,
        together.total as together_total,
        for_all.needed as at_once,
        at_once.total as at_once_total,
        reach.most
    from groups
    cross join reach
    left join missing using (place, characteristic, category)
    left join together
        on together.place = missing.place and together.characteristic = missing.characteristic
    left join at_once on at_once.place = missing.place
    left join enough
        on enough.place = missing.place
        and enough.characteristic = missing.characteristic
        and enough.total = at_once.total
    left join additions as for_these
        on for_these.place = missing.place
        and for_these.characteristic = missing.characteristic
        and for_these.category = missing.category
        and for_these.total = together.total
        and for_these.nth = together.nth
    left join additions as for_all
        on for_all.place = missing.place
        and for_all.characteristic = missing.characteristic
        and for_all.category = missing.category
        and for_all.total = at_once.total
        and for_all.nth = enough.nth;
