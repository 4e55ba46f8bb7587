-- Who is missing, and how many more people would change that?
-- Grain: one row per directorate that sent any figures (and the whole council) and group compared
-- Source: returns on who takes part, population figures for the area, and the most the council can invite
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
--   category              label        code of the group, or its name where several are taken together
--   category_name         label        name of the group
--   category_order        label        place of the group
--   people                people       people of the group who take part [people]
--   answered              people       people who answered on this characteristic [people]
--   expected_share        open         the group's share of the population [%]
--   fewer                 from people  whether the group has fewer people than expected [yes or no]
--   how_many_more         from people  people of this group alone that would change the word, to the next 5; none for most of the population [people]
--   together              from people  people of this group where every group of the characteristic is to change [people]
--   together_total        from people  people in all for that [people]
--   at_once               from people  people of this group where every group of every characteristic is to change [people]
--   at_once_total         from people  people in all for that: each is of one group of every characteristic [people]
--   most                  label        most people more that the council says it can invite in a half-year [people]
--   compared_with         label        the population compared with, by name
with invited as materialized (
    select * from people_to_invite($as_at, $period, $unit, $area, $ages)
)

select
    invited.place as directorate,
    coalesce(directorate.label, 'Whole council') as directorate_name,
    coalesce(directorate."order", 0) as directorate_order,
    invited.characteristic,
    characteristic.label as characteristic_name,
    characteristic."order" as characteristic_order,
    invited.category,
    invited.label as category_name,
    invited.category_order,
    invited.people,
    invited.answered,
    invited.expected_share,
    invited.fewer,
    invited.how_many_more,
    invited.together,
    invited.together_total,
    invited.at_once,
    invited.at_once_total,
    invited.most,
    invited.compared_with
from invited
join reference.characteristics as characteristic on characteristic.code = invited.characteristic
left join reference.directorates as directorate on directorate.code = invited.place
order by directorate_order, characteristic_order, category_order;
