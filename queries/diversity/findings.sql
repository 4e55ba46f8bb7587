-- What is the clearest finding on each characteristic of the people who take part?
-- Grain: one row per directorate that sent any figures (and the whole council) and characteristic
-- Source: returns on who takes part, and population figures for the area
-- Parameters:
--   as_at   timestamp  free                          returns received up to this moment count
--   period  text       one of periods                the half-year shown
--   unit    text       one of participation.unit     people, forms from one-off events, or attendances
--   ages    text       one of all, 18 and over       all ages, or 18 and over where age is shown
--   area    text       free                          the area whose residents are compared with
-- Columns:
--   directorate           label        code of the directorate, or all
--   directorate_name      label        name of the directorate, or Whole council
--   directorate_order     label        place of the directorate in the council's order
--   characteristic        label        code of the characteristic
--   characteristic_name   label        name of the characteristic
--   characteristic_order  label        place of the characteristic
--   collected             label        whether the characteristic was sent
--   category_name         from people  the group with the clearest finding [words]
--   people                people       people of that group who take part [people]
--   answered              people       people who answered on this characteristic [people]
--   unanswered            people       people who preferred not to say or are not known [people]
--   share                 from people  the group's share of those who answered; none under 20 answers [%]
--   expected_share        from category_name  the group's share of the population [%]
--   verdict               from people  fewer or more than expected, no clear difference, or too few to say [words]
--   reason                from people  why it is too few to say [words]
--   smallest_gap          from answered  with no clear difference: the smallest gap that would usually be noticed [percentage points]
--   answers_needed        from answered  with too few: answers that would be enough [answers]
--   how_many_more         from people  with fewer: people of the group that would change the word, to the next 5 [people]
--   fewer                 from people  the groups with fewer than expected, by name [groups]
--   more                  from people  the groups with more than expected, by name [groups]
--   compared_with         label        the population compared with, by name
--   directorates          work         directorates that sent the characteristic [directorates]
with compared as materialized (
    select * from comparison($as_at, $period, $unit, $area, $ages)
),
places as (
    select distinct place from compared
),
verdicts as (
    select
        place,
        characteristic,
        string_agg(label, '; ' order by category_order) filter (where verdict = 'Fewer than expected')
            as fewer,
        string_agg(label, '; ' order by category_order) filter (where verdict = 'More than expected')
            as more
    from compared
    group by place, characteristic
)

select
    places.place as directorate,
    coalesce(directorate.label, 'Whole council') as directorate_name,
    coalesce(directorate."order", 0) as directorate_order,
    characteristic.code as characteristic,
    characteristic.label as characteristic_name,
    characteristic."order" as characteristic_order,
    clearest.place is not null as collected,
    clearest.label as category_name,
    clearest.people,
    clearest.answered,
    clearest.unanswered,
    clearest.share,
    clearest.expected_share,
    clearest.verdict,
    clearest.reason,
    clearest.smallest_gap,
    clearest.answers_needed,
    clearest.how_many_more,
    verdicts.fewer,
    verdicts.more,
    clearest.compared_with,
    clearest.directorates
from places
cross join reference.characteristics as characteristic
left join compared as clearest
    on clearest.place = places.place
    and clearest.characteristic = characteristic.code
    and clearest.clearest = 1
left join verdicts
    on verdicts.place = places.place and verdicts.characteristic = characteristic.code
left join reference.directorates as directorate on directorate.code = places.place
where characteristic.compared = 'yes'
order by directorate_order, characteristic_order;
