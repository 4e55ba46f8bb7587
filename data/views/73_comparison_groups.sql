-- The groups of people to compare in one period and unit: one row per place (a directorate, or
-- 'all' for the sum of them), characteristic it sent and answered category, and one for each
-- pooled row. `parts` is how many categories a row adds up; `too_few` says in words why nothing
-- can be said about the place, whatever the group. for_ages as in categories_in_period.
create or replace macro comparison_groups(as_at, for_period, for_unit, for_area, for_ages) as table
    with cells as materialized (
        select directorate, characteristic, category, people
        from participation_protected(as_at)
        where period = for_period and unit = for_unit
    ),
    -- A category that people were counted in is kept even where it is no longer in use.
    categories as materialized (
        select distinct category.* exclude (in_use)
        from categories_in_period(for_period, for_ages) as category
        left join cells using (characteristic, category)
        where category.in_use or cells.people is not null
    ),
    counts as materialized (
        select
            unnest([directorate, 'all']) as place,
            characteristic,
            category,
            categories.answered,
            directorate,
            people
        from cells
        join categories using (characteristic, category)
    ),
    projects as (
        select directorate as place, count(*) as projects
        from projects_in_period(as_at)
        where period = for_period
        group by directorate
    ),
    totals as (
        select
            place,
            characteristic,
            count(distinct directorate)::integer as directorates,
            coalesce(sum(people) filter (where answered), 0)::integer as answered,
            sum(people)::integer as everyone
        from counts
        group by place, characteristic
    ),
    bases as (
        select
            totals.*,
            place = 'all' or coalesce(projects.projects, 0) >= 2 as enough_projects,
            case
                when for_unit = 'attendances' then 'attendances are not independent'
                when not enough_projects or place <> 'all' and answered < 30
                    then 'included in the whole council only'
                when answered < 30 then 'fewer than 30 answered'
                when answered < 0.6 * everyone then 'fewer than 60% answered'
            end as too_few
        from totals
        left join projects using (place)
    ),
    people as (
        select place, characteristic, category, sum(people)::integer as people
        from counts
        where answered
        group by place, characteristic, category
    ),
    answers as materialized (
        select *
        from categories
        where answered
    ),
    population as materialized (
        select source.*
        from population_in_use(for_area) as source
        join answers using (characteristic, category)
        join reference.characteristics as characteristic on characteristic.code = source.characteristic
        where characteristic.compared = 'yes' and for_unit <> 'attendances'
    ),
    populations as (
        select
            directorate,
            characteristic,
            any_value("name") as "name",
            sum(residents)::bigint as all_residents
        from population
        group by directorate, characteristic
    ),
    sizes as (
        select characteristic, count(*)::integer as categories
        from answers
        group by characteristic
    ),
    -- A directorate's own population wins over the residents of the area.
    compared as (
        select
            bases.*,
            sizes.categories,
            coalesce(own.directorate, residents.directorate) as population_of,
            coalesce(own."name", residents."name") as compared_with,
            coalesce(own.all_residents, residents.all_residents, 0) as all_residents
        from bases
        join sizes using (characteristic)
        left join populations as own
            on own.directorate = bases.place and own.characteristic = bases.characteristic
        left join populations as residents
            on residents.directorate = '' and residents.characteristic = bases.characteristic
    ),
    parts as materialized (
        select
            compared.*,
            answers.category,
            answers.label,
            answers.category_order,
            answers.pool,
            coalesce(people.people, 0) as people,
            coalesce(population.residents, 0)::bigint as residents
        from compared
        join answers using (characteristic)
        left join people using (place, characteristic, category)
        left join population
            on population.directorate = compared.population_of
            and population.characteristic = answers.characteristic
            and population.category = answers.category
    ),
    pools as (
        select
            place,
            characteristic,
            pool,
            max(category_order) + 1 as category_order,
            sum(people)::integer as people,
            sum(residents)::bigint as residents,
            count(*)::integer as parts,
            min(residents)::bigint as smallest_part
        from parts
        where pool <> ''
        group by place, characteristic, pool
    )
    select *, 1::integer as parts, null::bigint as smallest_part, false as pooled
    from parts
    union all by name
    select
        compared.*,
        pools.* exclude (place, characteristic, pool),
        pools.pool as category,
        pools.pool as label,
        '' as pool,
        true as pooled
    from pools
    join compared using (place, characteristic);
