-- A stage that moved three steps or more since the half-year before is worth a second look.
with stages as (
    unpivot (select line, excel_row, project_id, period, design, decisions, delivery, evaluation
        from incoming)
    on design, decisions, delivery, evaluation into name stage value step
),
earlier as (
    unpivot (select project_id, period, design, decisions, delivery, evaluation
        from maturity_in_force(timestamp '9999-12-31'))
    on design, decisions, delivery, evaluation into name stage value step
)

select
    stages.line,
    stages.excel_row,
    stages.stage as "column",
    stages.step as value,
    'is ' || stages.step || ', and was ' || earlier.step || ' in ' || before.label
        || '. Look that it is right.' as message
from stages
join reference.periods as periods on periods.code = stages.period
join reference.periods as before on before."order" = periods."order" - 1
join earlier
    on earlier.project_id = stages.project_id
    and earlier.period = before.code
    and earlier.stage = stages.stage
where abs(try_cast(stages.step as integer) - try_cast(earlier.step as integer)) >= 3
order by stages.line, stages.stage;
