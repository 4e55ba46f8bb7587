-- How far out a normal score has to lie, either way, when 5% is shared among so many tests (24
-- at most, more than the longest Census list needs). Worked out as the 1 - 0.025 / tests quantile
-- of the normal distribution, to six decimals: DuckDB has no normal distribution.
create or replace macro critical_value(tests) as (
    [
        1.959964, 2.241403, 2.393980, 2.497705, 2.575829, 2.638257, 2.690110, 2.734369,
        2.772921, 2.807034, 2.837597, 2.865260, 2.890512, 2.913726, 2.935199, 2.955167,
        2.973820, 2.991316, 3.007787, 3.023341, 3.038074, 3.052065, 3.065383, 3.078088
    ]::double[]
)[if(tests > 24, 24, tests)];

-- How many standard deviations a count of people lies from the share expected of those who
-- answered, after the allowance (slack) and with the variance that rounding adds.
create or replace macro deviation(people, answered, expected_share, slack, rounding) as (
    greatest(abs(people - answered * expected_share) - slack, 0)
    / sqrt(answered * expected_share * (1 - expected_share) + rounding)
);

-- Holm stops at the first score that does not pass, and holds all from there on to its value: the
-- place of that score in a ranking, the highest first, or one past its end.
create or replace macro holm_stop(ranking) as (
    coalesce(list_position(
        list_transform(ranking, lambda score, nth: score > critical_value(len(ranking) - nth + 1)),
        false
    ), len(ranking) + 1)
);
