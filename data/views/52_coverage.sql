-- Each directorate in each half-year it was expected: active (rated a project in it), started
-- (rated one in an earlier half-year) or silent.
create or replace macro coverage(as_at) as table
    with first_ratings as (
        select directorate, min(period_order) as period_order
        from project_ratings(as_at)
        where rated_by is not null
        group by directorate
    ),
    rated as (
        select distinct directorate, period
        from project_ratings(as_at)
        where rated_by is not null
    )
    select
        expected.period,
        expected.directorate,
        case
            when rated.directorate is not null then 'active'
            when first_ratings.period_order < expected.period_order then 'started'
            else 'silent'
        end as coverage
    from (select distinct period, period_order, directorate from due(as_at)) as expected
    left join rated using (period, directorate)
    left join first_ratings on first_ratings.directorate = expected.directorate;
