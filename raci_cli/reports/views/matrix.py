"""Who has which letter on which step."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from raci_cli.findings import Path, Severity
from raci_cli.model.project import Party, Project, Step, Task
from raci_cli.model.state import columns, held_roles, holders, letters
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.names import short_names
from raci_cli.reports.views.parts import head, party_data, work_data

Codes: TypeAlias = Mapping[Path, Sequence[str]]
_UNKNOWN = "RACI201"


def view(asked: Asked) -> View:
    """Who has which letter on which step.

    parties: [{id, name, short, kind, team, title, active, column}]; rows: [a work (see `parts.work_data`) with cells:
    [text for each party, such as "A/R"], letters: [list for each party], counts: ["0 A" or "2 A" for each role that has
    not as many parties as the scheme says], break: the first of them or "", findings: [codes of the errors and warnings
    about its own roles, each once]].
    """
    project = asked.project
    parties = columns(project, everybody=asked.everybody)
    shorts = short_names(parties)
    shown = [
        {**party_data(party, project), "short": shorts[index], "column": index} for index, party in enumerate(parties)
    ]
    codes = codes_of(asked)
    rows = [row(asked, step, work, parties, codes) for step in project.steps for work, _ in step.work()]
    return {**head(asked), "parties": shown, "rows": rows}


def codes_of(asked: Asked) -> Codes:
    """The rules that a step or task breaks with its roles, by its path: errors and warnings alone."""
    found: dict[Path, list[str]] = {}
    names = frozenset(asked.project.scheme.names)
    for one in asked.checked.findings:
        if one.severity in (Severity.ERROR, Severity.WARNING) and (
            one.code.startswith("RACI1") or one.code == _UNKNOWN
        ):
            size = 4 if one.path[2:3] == ("tasks",) else 2
            if one.path[:1] == ("steps",) and one.path[size : size + 1] and one.path[size] in names:
                found.setdefault(one.path[:size], []).append(one.code)
    return {path: list(dict.fromkeys(codes)) for path, codes in found.items()}


def row(asked: Asked, step: Step, work: Task, parties: Sequence[Party], codes: Codes) -> View:
    """A step or task, with what each of these parties holds in it; `codes` is of `codes_of`."""
    project = asked.project
    path = step.path if work is step else (*step.path, "tasks", work.id)
    held = held_roles(project.scheme, step, work)
    by_party = letters(project, held)
    cells = [by_party.get(party.id, []) for party in parties]
    row = {**work_data(project, step, work, asked.as_of), "letters": cells, "cells": ["/".join(cell) for cell in cells]}
    counts = counts_of(project, work, held)
    return {**row, "counts": counts, "break": "".join(counts[:1]), "findings": codes.get(path, [])}


def counts_of(project: Project, work: Task, held: dict[str, tuple[str, ...]]) -> list[str]:
    """`0 A` or `2 A` for each role that has not as many parties as the scheme says, those that own first."""
    broken = []
    for role in sorted(project.scheme.roles, key=lambda role: not role.owns):
        number = len(holders(project, held, [role]))
        if work.status != "skipped" and (number < role.min or (role.max is not None and number > role.max)):
            broken.append(f"{number} {role.letter}")
    return broken
