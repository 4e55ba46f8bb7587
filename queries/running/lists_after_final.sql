-- What did administrators change after a half-year was final that its figures follow?
-- Grain: one row per list row, population or project id changed, and one more where that was undone
-- Source: changes made on the page "Half-years and lists", and the list of half-years
-- Parameters:
--   as_at   timestamp  free            changes up to this moment
--   period  text       one of periods  the half-year shown
-- Columns:
--   change      label  number of the change
--   what        label  made, or undone
--   done_on     label  the day it was done
--   kind        label  list row, merge project, or population
--   list        label  the list the row is of, the mistyped project id, or the area of the population
--   entry       label  code of the row, or the project id it was merged into
--   entry_name  label  name of the row as it is now
with made as (
    select
        change_id,
        kind,
        if(kind = 'list row', split_part(subject, '/', 1), subject) as list,
        case kind when 'list row' then split_part(subject, '/', 2) when 'merge project' then value end as entry,
        happened_at,
        undone_at
    from changes($as_at)
    where kind in ('list row', 'merge project', 'population')
),
-- A row of the list of half-years is about one; a merge about those for which the wrong id had sent.
told as (
    select *
    from made
    where not (kind = 'list row' and list = 'periods' and entry <> $period)
        and (
            kind <> 'merge project'
            or list in (select sent_as from maturity_sent(timestamp '9999-12-31') where period = $period)
            or list in (select sent_as from themes_sent(timestamp '9999-12-31') where period = $period)
        )
),
acts as (
    select change_id as change, 'made' as what, happened_at, kind, list, entry
    from told
    union all
    select change_id, 'undone', undone_at, kind, list, entry
    from told
    where undone_at is not null
),
named as (
    select 'directorates' as list, code as entry, label from reference.directorates
    union all
    select 'services', code, label from reference.services
    union all
    select 'periods', code, label from reference.periods
)

select
    acts.change,
    acts.what,
    acts.happened_at::date as done_on,
    acts.kind,
    acts.list,
    acts.entry,
    named.label as entry_name
from acts
join reference.periods as periods on periods.code = $period
left join named using (list, entry)
where acts.happened_at::date > periods.due
order by acts.happened_at, acts.change, acts.what;
