-- The two principles of a project differ.
select
    line,
    excel_row,
    'principle_2' as "column",
    principle_2 as value,
    'is the same as the first principle. Choose another or leave it blank.' as message
from incoming
where principle_1 = principle_2
order by line;
