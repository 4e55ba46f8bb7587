-- An id that was found to be mistyped is not sent again.
select
    incoming.line,
    incoming.excel_row,
    'project_id' as "column",
    incoming.project_id as value,
    'was mistyped, and what was sent under it counts for ' || merged.right_id || '. Write '
        || merged.right_id || ', or leave the row out.' as message
from incoming
join merged_ids(timestamp '9999-12-31') as merged on merged.wrong_id = incoming.project_id
order by incoming.line;
