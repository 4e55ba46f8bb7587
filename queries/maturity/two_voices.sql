-- Where did staff and people rate the same stage apart?
-- Grain: one row per project and stage that both rated apart
-- Source: maturity and projects returns
-- Parameters:
--   as_at        timestamp  free                          returns received up to this moment count
--   period       text       one of periods                the half-year shown
--   directorate  text       one of directorates, or all   projects of this directorate only
--   level        text       one of levels, or all         projects at this level only
--   kind         text       one of projects.kind, or all  projects of this kind only
-- Columns:
--   project_id        label  the project's id
--   title             label  the project's title
--   directorate_name  label  name of the directorate
--   stage_name        label  name of the stage
--   staff_score       work   what staff rated [step 0-7]
--   people_score      work   what people rated [step 0-7]
--   gap               from people_score  people's step less staff's; below 0 people see less involvement [steps]
select
    rating.project_id,
    project.title,
    directorate.label as directorate_name,
    stage.label as stage_name,
    rating.staff_score::integer as staff_score,
    rating.people_score::integer as people_score,
    (rating.people_score - rating.staff_score)::integer as gap
from ratings($as_at) as rating
join projects_in_period($as_at) as project using (period, project_id)
join reference.directorates as directorate on directorate.code = rating.directorate
join reference.stages as stage on stage.code = rating.stage
where rating.period = $period
    and rating.two_views
    and rating.staff_score <> rating.people_score
    and $directorate in ('all', rating.directorate)
    and $level in ('all', project.level)
    and $kind in ('all', project.kind)
order by abs(rating.people_score - rating.staff_score) desc, directorate."order", project.title, stage."order";
