-- A project has at most two themes beside its main one.
select
    min(line) as line,
    min(excel_row) as excel_row,
    'main_or_also' as "column",
    project_id as value,
    'has ' || count(*) || ' themes marked also in ' || period || '; the most is two. Keep the two '
        || 'that matter most.' as message
from whole_file
where main_or_also = 'also'
group by project_id, period
having count(*) > 2
order by line;
