-- A project has exactly one main theme in a half-year. Where one of its rows cannot be placed,
-- its main themes are not counted.
with projects as (
    select
        project_id,
        period,
        min(line) as line,
        min(excel_row) as excel_row,
        count(*) filter (where main_or_also = 'main') as mains,
        count(*) filter (where main_or_also is null) as unknown
    from whole_file
    where project_id not in (
        select project_id from whole_file where project_id is not null and period is null
    )
    group by project_id, period
)

select
    line,
    excel_row,
    'main_or_also' as "column",
    project_id as value,
    case
        when mains = 0 then
            'has no main theme in ' || period || '. Mark exactly one of its themes as main.'
        else
            'has ' || mains || ' main themes in ' || period || '. Mark one as main, the rest as also.'
    end as message
from projects
where mains <> 1 and unknown = 0
order by line;
