"""Who has which letter on which step."""

import datetime
from collections.abc import Sequence

from raci_cli.model.project import Party, Project, Step, Task
from raci_cli.model.state import columns, held_roles, holders, letters
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.names import short_names
from raci_cli.reports.views.parts import head, party_data, work_data


def view(asked: Asked) -> View:
    """Who has which letter on which step.

    parties: [{id, name, short, kind, team, title, active, column}]; rows: [a work (see `parts.work_data`) with cells:
    [text for each party, such as "A/R"], letters: [list for each party], break: "0 A", "2 A" or ""].
    """
    project = asked.project
    parties = columns(project, everybody=asked.everybody)
    shorts = short_names(parties)
    shown = [
        {**party_data(party, project), "short": shorts[index], "column": index} for index, party in enumerate(parties)
    ]
    rows = [row(project, step, work, parties, asked.as_of) for step in project.steps for work, _ in step.work()]
    return {**head(asked), "parties": shown, "rows": rows}


def row(project: Project, step: Step, work: Task, parties: Sequence[Party], as_of: datetime.date) -> View:
    held = held_roles(project.scheme, step, work)
    by_party = letters(project, held)
    cells = [by_party.get(party.id, []) for party in parties]
    row = {**work_data(project, step, work, as_of), "letters": cells, "cells": ["/".join(cell) for cell in cells]}
    return {**row, "break": break_of(project, work, held)}


def break_of(project: Project, work: Task, held: dict[str, tuple[str, ...]]) -> str:
    """`0 A` or `2 A` where a row has not the number of owners that it needs, or of any other role of the scheme."""
    for role in sorted(project.scheme.roles, key=lambda role: not role.owns):
        number = len(holders(project, held, [role]))
        if work.status != "skipped" and (number < role.min or (role.max is not None and number > role.max)):
            return f"{number} {role.letter}"
    return ""
