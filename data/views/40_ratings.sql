-- Every stage of every project in every half-year it belongs to, in one of four states:
-- scored, NS (not started), NA (not applicable) or no return. Where staff and people rated
-- apart, both are kept and the lower counts.
create or replace macro ratings(as_at) as table
    with answers as (
        select
            project.period,
            project.period_order,
            project.project_id,
            project.directorate,
            stage.code as stage,
            rating.rated_by,
            rating.aiming_for,
            case stage.code
                when 'design' then rating.design
                when 'decisions' then rating.decisions
                when 'delivery' then rating.delivery
                when 'evaluation' then rating.evaluation
            end as answer,
            case stage.code
                when 'design' then rating.people_design
                when 'decisions' then rating.people_decisions
                when 'delivery' then rating.people_delivery
                when 'evaluation' then rating.people_evaluation
            end as answer_of_people
        from projects_in_period(as_at) as project
        cross join reference.stages as stage
        left join maturity_in_force(as_at) as rating using (project_id, period)
    ),
    voices as (
        select
            answers.*,
            case when rated_by = 'staff' then try_cast(answer as integer) end as staff_score,
            case
                when rated_by = 'people' then try_cast(answer as integer)
                else try_cast(answer_of_people as integer)
            end as people_score,
            case when rated_by = 'jointly' then try_cast(answer as integer) end as joint_score
        from answers
    )
    select
        period,
        period_order,
        project_id,
        directorate,
        stage,
        rated_by,
        aiming_for,
        staff_score,
        people_score,
        least(staff_score, people_score, joint_score) as score,
        staff_score is not null and people_score is not null as two_views,
        case
            when least(staff_score, people_score, joint_score) is not null then 'scored'
            when answer is null then 'no return'
            else answer
        end as state
    from voices;
