-- What was filled in for a project and is blank now: its newest return describes it as a whole, so
-- a column that is left out is blank too.
with named as (
    from (values
        ('service', 'Service', 1), ('status_since', 'Status since', 2), ('end_date', 'End date', 3),
        ('shaped_by', 'Shaped by', 4), ('resource', 'Time and money', 5), ('reward', 'Reward', 6),
        ('access_checked', 'Access checked', 7), ('own_meeting', 'Own meeting', 8),
        ('fed_back', 'Fed back', 9), ('toolkit_used', 'Toolkit used', 10),
        ('experience_led', 'Experience-led organisation', 11),
        ('volunteers_deliver', 'Volunteers deliver', 12),
        ('priorities_set_by', 'Priorities set by', 13), ('partner', 'Partner', 14),
        ('principle_1', 'Principle', 15), ('principle_2', 'Second principle', 16)
    ) as named (field, title, place)
),
present as (
    unpivot (select project_id,
        service, status_since::varchar as status_since, end_date::varchar as end_date, shaped_by,
        resource, reward, access_checked, own_meeting, fed_back, toolkit_used, experience_led,
        volunteers_deliver, priorities_set_by, partner, principle_1, principle_2
        from projects_in_force(timestamp '9999-12-31'))
    on
        service, status_since, end_date, shaped_by, resource, reward, access_checked, own_meeting,
        fed_back, toolkit_used, experience_led, volunteers_deliver, priorities_set_by, partner,
        principle_1, principle_2
    into name field value held
),
arriving_cells as (
    unpivot (select project_id,
        service, status_since::varchar as status_since, end_date::varchar as end_date, shaped_by,
        resource, reward, access_checked, own_meeting, fed_back, toolkit_used, experience_led,
        volunteers_deliver, priorities_set_by, partner, principle_1, principle_2
        from incoming)
    on
        service, status_since, end_date, shaped_by, resource, reward, access_checked, own_meeting,
        fed_back, toolkit_used, experience_led, volunteers_deliver, priorities_set_by, partner,
        principle_1, principle_2
    into name field value held
),
blanked as (
    select present.project_id, string_agg(named.title, ', ' order by named.place) as titles
    from present
    join named using (field)
    anti join arriving_cells using (project_id, field)
    group by present.project_id
)

select
    incoming.line,
    incoming.excel_row,
    'project_id' as "column",
    incoming.project_id as value,
    'would be blank in what was filled in before: ' || blanked.titles
        || '. Fill it in again, or look that it is meant to go.' as message
from incoming
join blanked using (project_id)
order by incoming.line;
