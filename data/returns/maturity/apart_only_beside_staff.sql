-- What people rated apart stands beside what staff rated; otherwise it would count twice.
select
    line,
    excel_row,
    'rated_by' as "column",
    rated_by as value,
    'leaves no place for what people rated apart from staff. Change “Rated by” to staff, or clear '
        || '“Design, rated by people” and the three boxes like it.' as message
from incoming
where rated_by <> 'staff'
    and coalesce(people_design, people_decisions, people_delivery, people_evaluation) is not null
order by line;
