-- The categories of every characteristic, and whether each was in use in a period. for_ages:
-- 'all', or '18 and over', which leaves out the younger ages; those who did not say stay.
create or replace macro categories_in_period(for_period, for_ages) as table
    select
        category.characteristic,
        category.code as category,
        category.label,
        category."order" as category_order,
        category.answer = 'yes' as answered,
        coalesce(category.pooled, '') as pool,
        coalesce(category.valid_from, period."start") <= period."end"
            and coalesce(category.valid_to, period."end") >= period."start" as in_use
    from reference.categories as category
    join reference.periods as period on period.code = for_period
    where for_ages = 'all'
        or category.characteristic <> 'age'
        or category.adult = 'yes'
        or category.answer = 'no';
