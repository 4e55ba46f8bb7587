-- What was filled in for a project and is blank now: its newest return describes it as a whole, so
-- a column that is left out is blank too.
with held as (
    unpivot (select project_id, columns(* exclude project_id)::varchar
        from projects_in_force(timestamp '9999-12-31'))
    on
        service, status_since, end_date, shaped_by, resource, reward, access_checked, own_meeting,
        fed_back, toolkit_used, experience_led, volunteers_deliver, priorities_set_by, partner,
        principle_1, principle_2
    into name field value cell
),
filled as (
    unpivot (select line, columns(* exclude line)::varchar from incoming)
    on
        service, status_since, end_date, shaped_by, resource, reward, access_checked, own_meeting,
        fed_back, toolkit_used, experience_led, volunteers_deliver, priorities_set_by, partner,
        principle_1, principle_2
    into name field value cell
)

select
    incoming.line,
    incoming.excel_row,
    held.field as "column",
    null as value,
    'is blank, and was filled in before. Fill it in again, or leave it blank if it is to go.' as message
from incoming
join held using (project_id)
anti join filled on filled.line = incoming.line and filled.field = held.field
order by incoming.line, held.field;
