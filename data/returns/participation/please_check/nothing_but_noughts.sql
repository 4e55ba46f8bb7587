-- A return of nothing but noughts is more likely a template that was filled in by mistake.
select
    null::integer as line,
    null::integer as excel_row,
    null as "column",
    null as value,
    'has no count above 0 for ' || period || '. Look that the counts were filled in.' as message
from whole_file
where directorate is not null and period is not null and unit is not null
group by directorate, period, unit
having max("count") = 0 and count("count") = count(*)
order by directorate, period, unit;
