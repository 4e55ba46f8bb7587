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
