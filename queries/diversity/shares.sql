-- Who takes part, group by group, compared with the population?
-- Grain: one row per directorate that sent the characteristic (and the whole council) and group of it
-- Source: returns on who takes part, and population figures for the area
-- Parameters:
--   as_at           timestamp  free                          returns received up to this moment count
--   period          text       one of periods                the half-year shown
--   characteristic  text       one of characteristics        the characteristic shown
--   unit            text       one of participation.unit     people, forms from one-off events, or attendances
--   ages            text       one of all, 18 and over       all ages, or 18 and over where age is shown
--   area            text       free                          the area whose residents are compared with
-- Columns:
--   directorate        label        code of the directorate, or all
--   directorate_name   label        name of the directorate, or Whole council
--   directorate_order  label        place of the directorate in the council's order
--   category           label        code of the group, or its name where several are taken together
--   category_name      label        name of the group
--   category_order     label        place of the group
--   pooled             label        whether it takes several groups together because each alone is too few
--   people             people       people of the group who take part [people]
--   answered           people       people who answered on this characteristic [people]
--   unanswered         people       people who preferred not to say or are not known [people]
--   share              from people  the group's share of those who answered; none under 20 answers [%]
--   expected_share     open         the group's share of the population [%]
--   low                from people  lowest share the figures leave room for [%]
--   high               from people  highest share they leave room for [%]
--   verdict            from people  fewer or more than expected, no clear difference, or too few to say [words]
--   reason             from people  why it is too few to say [words]
--   smallest_gap       from answered  with no clear difference: the smallest gap that would usually be noticed [percentage points]
--   answers_needed     from answered  with too few: answers that would be enough [answers]
--   how_many_more      from people  with fewer: people of the group that would change the word, to the next 5 [people]
--   compared_with      label        the population compared with, by name
--   population         open             people in the population compared with [people]
--   directorates       work         directorates that sent the characteristic [directorates]
select
    compared.place as directorate,
    coalesce(directorate.label, 'Whole council') as directorate_name,
    coalesce(directorate."order", 0) as directorate_order,
    compared.category,
    compared.label as category_name,
    compared.category_order,
    compared.pooled,
    compared.people,
    compared.answered,
    compared.unanswered,
    compared.share,
    compared.expected_share,
    compared.low,
    compared.high,
    compared.verdict,
    compared.reason,
    compared.smallest_gap,
    compared.answers_needed,
    compared.how_many_more,
    compared.compared_with,
    compared.population::integer as population,
    compared.directorates
from comparison($as_at, $period, $unit, $area, $ages) as compared
left join reference.directorates as directorate on directorate.code = compared.place
where compared.characteristic = $characteristic
order by directorate_order, compared.category_order;
