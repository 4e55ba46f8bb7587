-- Everything due: ratings and themes for each project in each half-year it belongs to,
-- participation for each directorate each half-year, conditions with the first half-year of
-- a financial year. Nothing before a directorate's expected-from.
-- state: received, late (first received after the due date), missing (due date passed and
-- nothing in force) or not due yet.
create or replace macro due(as_at) as table
    with directorates as (
        select
            periods.code as period,
            periods."order" as period_order,
            periods.due as due_date,
            periods."start" = (
                select min(same_year."start") from reference.periods as same_year
                where same_year."year" = periods."year"
            ) as opens_year,
            directorate.code as directorate
        from reference.periods as periods
        cross join reference.directorates as directorate
        join reference.periods as expected on expected.code = directorate.expected_from
        where periods."order" >= expected."order"
            and periods."start" <= as_at::date
            and coalesce(directorate.valid_from, date '0001-01-01') <= periods."end"
            and coalesce(directorate.valid_to, date '9999-12-31') >= periods."start"
    ),
    items as (
        select period, period_order, due_date, directorate, 'participation' as return_name,
            directorate as item, null as project_id
        from directorates
        union all
        select period, period_order, due_date, directorate, 'conditions', directorate, null
        from directorates
        where opens_year
        union all
        select directorates.period, directorates.period_order, directorates.due_date,
            directorates.directorate, kind.return_name, project.project_id, project.project_id
        from directorates
        join projects_in_period(as_at) as project using (period, directorate)
        cross join (values ('maturity'), ('themes')) as kind (return_name)
    )
    select
        items.period,
        items.period_order,
        items.return_name,
        items.directorate,
        items.project_id,
        items.due_date,
        receipt.first_received::date as received,
        receipt.agreed_by,
        case
            when coalesce(receipt.in_force, false) then
                if(receipt.first_received::date > items.due_date, 'late', 'received')
            when as_at::date > items.due_date then 'missing'
            else 'not due yet'
        end as state
    from items
    left join receipts(as_at) as receipt using (return_name, period, item);
