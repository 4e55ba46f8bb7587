-- Who takes part, compared with the population, in one period and unit.
-- One row per place (a directorate, or 'all' for the whole council), characteristic it sent and
-- answered category, and for a pooled row where one of its parts is too few to say. Null stands
-- for what is not to be shown: no share on fewer than 20 answered or for a place only included
-- in the whole council, no verdict without a population, no interval or gap without a verdict.
-- `clearest` numbers the rows of a place and characteristic, the clearest finding first.
create or replace macro comparison(as_at, for_period, for_unit, for_area, for_ages) as table
    with tests as materialized (
        select * from comparison_tests(as_at, for_period, for_unit, for_area, for_ages)
    ),
    additions as (
        select place, characteristic, category, min(added) as how_many_more
        from tests
        where added_to = category and verdict <> 'Fewer than expected'
        group by place, characteristic, category
    ),
    findings as (
        select
            *,
            verdict is not null and (
                too_few is not null or answered * smallest_part::double < 5.0 * all_residents
            ) as part_too_few,
            coalesce(verdict <> 'Too few to say', false) as said,
            coalesce(too_few = 'included in the whole council only', false) as left_out,
            too_few is null or (enough_projects and answered < 30) as wants_answers,
            answered * expected_share * (1 - expected_share) + rounding as variance
        from tests
        where added = 0
    ),
    -- Wilson's interval turns the test round: the shares that these people would not differ from.
    -- The smallest gap is the one that the test notices in 80% of samples (0.841621 is that
    -- quantile of the normal distribution), towards 50%, where more is needed.
    ranges as materialized (
        select
            *,
            [
                case verdict when 'No clear difference' then 1 when 'Too few to say' then 2 else 0 end,
                -if(said, round(score, 6), residents),
                coalesce(expected_share, 0),
                category_order
            ]::double[] as clarity,
            2 * (people - slack) + critical ^ 2 as low_slope,
            2 * (people + slack) + critical ^ 2 as high_slope,
            4 * (1 + critical ^ 2 / answered) as bend,
            2 * (critical * sqrt(variance) + slack)
                + 0.841621 ^ 2 * abs(1 - 2 * expected_share) as gap_slope
        from findings
        where part_too_few or not pooled
    ),
    -- Differences first, then the highest score; what is too few, by its residents.
    orders as (
        select place, characteristic, list_sort(list(clarity)) as clarities
        from ranges
        group by place, characteristic
    ),
    limits as (
        select
            *,
            (low_slope - sqrt(low_slope ^ 2 - bend * ((people - slack) ^ 2 - critical ^ 2 * rounding)))
                / (2 * (answered + critical ^ 2)) as low_share,
            (high_slope + sqrt(high_slope ^ 2 - bend * ((people + slack) ^ 2 - critical ^ 2 * rounding)))
                / (2 * (answered + critical ^ 2)) as high_share,
            (gap_slope + sqrt(
                gap_slope ^ 2 - 4 * (1 + 0.841621 ^ 2 / answered)
                * ((critical * sqrt(variance) + slack) ^ 2 - 0.841621 ^ 2 * variance)
            )) / (2 * (answered + 0.841621 ^ 2)) as gap_noticed
        from ranges
    )
    select
        place,
        characteristic,
        category,
        label,
        category_order,
        pooled,
        people::integer as people,
        answered,
        everyone,
        everyone - answered as unanswered,
        if(answered >= 20 and not left_out, 100.0 * people / answered, null) as share,
        100.0 * expected_share as expected_share,
        if(left_out, null, expected) as expected,
        if(said, 100.0 * greatest(low_share, 0), null) as low,
        if(said, 100.0 * least(high_share, 1), null) as high,
        directorates,
        categories,
        if(said, score, null) as score,
        if(said, holm_order, null)::integer as holm_order,
        if(said, tests, null)::integer as tests,
        critical,
        verdict,
        case
            when verdict = 'Too few to say' then coalesce(too_few, 'fewer than 5 would be expected')
            when left_out or for_unit = 'attendances' then too_few
        end as reason,
        if(
            verdict = 'No clear difference' and gap_noticed <= greatest(expected_share, 1 - expected_share),
            100.0 * gap_noticed,
            null
        ) as smallest_gap,
        if(
            verdict = 'Too few to say' and wants_answers,
            greatest(30, 5 * ceil(all_residents / nullif(residents, 0)::double)),
            null
        )::integer as answers_needed,
        if(verdict = 'Fewer than expected', how_many_more, null)::integer as how_many_more,
        compared_with,
        nullif(all_residents, 0)::bigint as population,
        list_position(clarities, clarity)::integer as clearest
    from limits
    left join additions using (place, characteristic, category)
    join orders using (place, characteristic);
