-- What is each project, and how are people involved in it?
-- Grain: one row per project ever described
-- Source: projects returns
-- Parameters:
--   as_at   timestamp  free  returns received up to this moment count
-- Columns:
--   project_id          label  the project's id
--   title               label  the project's title
--   directorate         label  code of the directorate
--   directorate_name    label  name of the directorate
--   service_name        label  name of the service, where one is stated
--   kind                label  project, forum, board, commissioning, strategy or workshop
--   level_name          label  individual, operational or strategic
--   status              label  proposed, agreed, active, complete or stopped
--   status_since        label  the day it reached that status, where it is stated
--   start_date          label  the day it started or is to start
--   end_date            label  the day it ended, where one is stated
--   shaped_by           label  id of the forum or board that shaped it
--   shaped_by_title     label  title of that forum or board, where it is known
--   resource            label  time and money set aside for involving people: none, part or full
--   reward              label  how people are thanked or paid for taking part
--   access_checked      label  whether times, places and information suit everybody: yes, partly, no, not yet
--   own_meeting         label  whether people could meet on their own, without staff
--   fed_back            label  whether people were told what happened as a result
--   toolkit_used        label  whether the council's toolkit was used
--   priorities_set_by   label  who decided what comes first: people, jointly or service
--   partner             label  the main kind of organisation the council works with on it
--   experience_led      label  whether an organisation run by people with experience takes part
--   volunteers_deliver  label  whether volunteers help to provide the service
--   principles          label  the plan's principles it names
with projects as materialized (
    select * from projects_in_force($as_at)
)

select
    project.project_id,
    project.title,
    project.directorate,
    directorate.label as directorate_name,
    service.label as service_name,
    project.kind,
    level.label as level_name,
    project.status,
    project.status_since,
    project.start_date,
    project.end_date,
    project.shaped_by,
    forum.title as shaped_by_title,
    project.resource,
    project.reward,
    project.access_checked,
    project.own_meeting,
    project.fed_back,
    project.toolkit_used,
    project.priorities_set_by,
    project.partner,
    project.experience_led,
    project.volunteers_deliver,
    nullif(concat_ws(', ', first_principle.label, second_principle.label), '') as principles
from projects as project
left join projects as forum on forum.project_id = project.shaped_by
join reference.directorates as directorate on directorate.code = project.directorate
join reference.levels as level on level.code = project.level
left join reference.services as service on service.code = project.service
left join reference.principles as first_principle on first_principle.code = project.principle_1
left join reference.principles as second_principle on second_principle.code = project.principle_2
order by directorate."order", project.title, project.project_id;
