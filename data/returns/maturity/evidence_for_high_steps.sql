-- A stage at step 6 or 7 needs a line of evidence.
select
    line,
    excel_row,
    'evidence' as "column",
    null as value,
    'is blank, and is needed because a stage is at step 6 or 7. Say in a line what shows it.'
        as message
from incoming
where evidence is null
    and (
        design in ('6', '7') or decisions in ('6', '7')
        or delivery in ('6', '7') or evaluation in ('6', '7')
    )
order by line;
