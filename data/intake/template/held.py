"""What is held: the details, ratings, themes and answers in force that a template begins from.

Counts of people are never read here, so none can come into a template.
"""

from typing import Any

from data.database import Database
from data.intake.template.asked import Asked

Held = dict[str, Any]
# Later than any upload: what is in force now.
NOW = "timestamp '9999-12-31'"
PROJECTS = f"""
    select * from projects_in_force({NOW})
    where directorate = $directorate
    order by project_id
"""
RATED = f"""
    with earlier as (
        select rating.*
        from maturity_in_force({NOW}) as rating
        join reference.periods as periods on periods.code = rating.period
        where periods."order" < $order
        qualify periods."order" = max(periods."order") over (partition by rating.project_id)
    )

    select
        project.project_id,
        project.title,
        earlier.design,
        earlier.decisions,
        earlier.delivery,
        earlier.evaluation,
        earlier.rated_by,
        earlier.aiming_for
    from projects_in_period({NOW}) as project
    left join earlier using (project_id)
    where project.directorate = $directorate and project.period = $period
    order by project.project_id
"""
THEMES = f"""
    with earlier as (
        select contribution.project_id, contribution.theme, contribution.main_or_also
        from themes_in_force({NOW}) as contribution
        join reference.periods as periods on periods.code = contribution.period
        where periods."order" < $order
        qualify periods."order" = max(periods."order") over (partition by contribution.project_id)
    )

    select earlier.*
    from earlier
    join reference.themes as themes on themes.code = earlier.theme
    order by earlier.project_id, earlier.main_or_also desc, themes."order"
"""
CATEGORIES = """
    select
        characteristic.code as characteristic,
        category.category,
        characteristic.note,
        characteristic.optional = 'yes' as optional
    from categories_in_period($period, 'all') as category
    join reference.characteristics as characteristic on characteristic.code = category.characteristic
    where category.in_use
    order by optional, characteristic."order", category.category_order
"""
CONDITIONS = f"""
    with earlier as (
        select answer.item, answer.answer
        from conditions_in_force({NOW}) as answer
        join reference.periods as periods on periods.code = answer.period
        where answer.directorate = $directorate and periods."order" < $order
        qualify periods."order" = max(periods."order") over (partition by answer.item)
    )

    select condition.code as item, condition.question, earlier.answer
    from reference.conditions as condition
    left join earlier on earlier.item = condition.code
    order by condition."order"
"""


def held(database: Database, sql: str, who: Asked | None = None) -> list[Held]:
    """The rows of one of the readings above, as dicts; it takes what it names of the asked."""
    given = {} if who is None else {"directorate": who.directorate, "period": who.period, "order": who.order}
    found = database.read(sql, {name: value for name, value in given.items() if f"${name}" in sql})
    return [dict(zip(found.names, row, strict=True)) for row in found.rows]
