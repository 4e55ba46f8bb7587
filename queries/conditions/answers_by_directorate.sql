-- What does each directorate answer to the twelve conditions, and what did it answer the year before?
-- Grain: one row per directorate of the financial year and condition
-- Source: conditions returns
-- Parameters:
--   as_at   timestamp  free            returns received up to this moment count
--   period  text       one of periods  a half-year; the answers are those of its financial year
-- Columns:
--   directorate        label  code of the directorate
--   directorate_name   label  name of the directorate
--   directorate_order  label  place of the directorate in the council's order
--   item               label  code of the condition
--   item_name          label  the condition in a few words
--   item_order         label  place of the condition in the list
--   piece              label  piece of the jigsaw: Culture, Structure, Practice or Review
--   question           label  the question as it is asked
--   year               label  the financial year
--   sent_with          label  code of the half-year that the year's answers are sent with, its first
--   state              label  received, late, missing, not due yet, or not asked
--   answer             label  yes, partly, no, not sure, not answered, no return, or not asked
--   note               label  what the directorate says of its answer
--   year_before        label  the financial year before; none for the first one
--   answer_before      label  the same for the year before; none for the first year
--   change             label  new yes, other answer, same answer, or not compared
with years as (
    select
        "year",
        lag("year") over (order by min("start")) as year_before,
        arg_min(code, "start") as period,
        lag(arg_min(code, "start")) over (order by min("start")) as period_before,
        min("start") as "start",
        arg_min("end", "start") as "end"
    from reference.periods
    group by "year"
),
chosen as (
    select years.*
    from years
    join reference.periods as half using ("year")
    where half.code = $period
),
answers as (
    select answer.directorate, answer.period, answer.item, answer.answer, answer.note
    from conditions_in_force($as_at) as answer
    join chosen on answer.period in (chosen.period, chosen.period_before)
),
returned as (
    select distinct directorate, period from answers
),
asked as (
    select directorate, period, state
    from due($as_at)
    where return_name = 'conditions'
),
places as (
    select
        chosen.*,
        directorate.code as directorate,
        directorate.label as directorate_name,
        directorate."order" as directorate_order,
        coalesce(asked.state, if(returned.period is null, 'not asked', 'received')) as state,
        case
            when returned.period is not null then 'not answered'
            when asked.period is not null then 'no return'
            else 'not asked'
        end as unanswered,
        case
            when chosen.period_before is null then null
            when returned_before.period is not null then 'not answered'
            when asked_before.period is not null then 'no return'
            else 'not asked'
        end as unanswered_before
    from chosen
    cross join reference.directorates as directorate
    left join asked on asked.directorate = directorate.code and asked.period = chosen.period
    left join asked as asked_before
        on asked_before.directorate = directorate.code and asked_before.period = chosen.period_before
    left join returned on returned.directorate = directorate.code and returned.period = chosen.period
    left join returned as returned_before
        on returned_before.directorate = directorate.code and returned_before.period = chosen.period_before
    where returned.period is not null
        or (
            coalesce(directorate.valid_from, date '0001-01-01') <= chosen."end"
            and coalesce(directorate.valid_to, date '9999-12-31') >= chosen."start"
        )
)

select
    places.directorate,
    places.directorate_name,
    places.directorate_order,
    item.code as item,
    coalesce(item.label, item.question) as item_name,
    item."order" as item_order,
    item.piece,
    item.question,
    places."year",
    places.period as sent_with,
    places.state,
    coalesce(now.answer, places.unanswered) as answer,
    now.note,
    places.year_before,
    coalesce(before.answer, places.unanswered_before) as answer_before,
    case
        when now.answer is null or before.answer is null then 'not compared'
        when now.answer = before.answer then 'same answer'
        when now.answer = 'yes' then 'new yes'
        else 'other answer'
    end as change
from places
cross join reference.conditions as item
left join answers as now
    on now.directorate = places.directorate
    and now.item = item.code
    and now.period = places.period
left join answers as before
    on before.directorate = places.directorate
    and before.item = item.code
    and before.period = places.period_before
order by places.directorate_order, item."order";
