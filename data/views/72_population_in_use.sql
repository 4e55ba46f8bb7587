-- The population counts of one area to compare with: those of all its residents (directorate
-- '') and those of a directorate's own people, the newest where there are several.
create or replace macro population_in_use(for_area) as table
    with newest as (
        select
            directorate,
            characteristic,
            max({'counted': "date", 'named': "name"}) as choice
        from reference.population
        where area = for_area
        group by directorate, characteristic
    )
    select
        coalesce(source.directorate, '') as directorate,
        source.characteristic,
        source.category,
        source."name",
        source."count" as residents
    from reference.population as source
    join newest
        on source.area = for_area
        and source.directorate is not distinct from newest.directorate
        and source.characteristic = newest.characteristic
        and source."date" = newest.choice.counted
        and source."name" = newest.choice.named;
