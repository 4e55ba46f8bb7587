-- Every group as it stands, with what its test needs: the share expected of it, and what rounding
-- does to its gap.
--
-- The gap x - p n, of protected counts, has the binomial's variance and that of rounding:
-- n p (1 - p) + 4 D ((1 - p)^2 + (K - 1) p^2), 4 being what rounding adds to each of K categories
-- in each of D directorates (for a row that adds up m categories, m (1 - p)^2 + (K - m) p^2).
-- Three quarters of a person, divided by D, come off every gap first. Without that, multiples
-- of 5 make the test jump: up to 8% of samples from the very population were called different
-- (unpaid carers, n = 68) where 7.5% is the most allowed; a whole person would cost too much
-- power (81% at n = 200 with three categories, where 85% is the least allowed).
create or replace macro comparison_standing(as_at, for_period, for_unit, for_area, for_ages) as table
    with expectations as (
        select
            *,
            residents / nullif(all_residents, 0)::double as expected_share,
            0.75 / directorates as slack
        from comparison_groups(as_at, for_period, for_unit, for_area, for_ages)
    )
    select
        *,
        4.0 * directorates * (
            parts * (1 - expected_share) ^ 2 + (categories - parts) * expected_share ^ 2
        ) as rounding
    from expectations;
