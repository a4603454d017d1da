"""The views: pure functions from a project and a day to plain data, which templates and `--format json` show.

Every view has the keys of `_head`. Dates are ISO texts or None, days whole numbers, parties their ids with a name.
"""

import datetime
import hashlib
import itertools
from collections.abc import Sequence
from typing import Any

from raci_cli import __version__
from raci_cli.checking.commands import command_line
from raci_cli.findings import Checked, Severity, tally
from raci_cli.model.project import BLOCKED, Party, Project, Step, Task
from raci_cli.model.scheme import Role
from raci_cli.model.state import (
    columns,
    counted,
    days_late,
    held_roles,
    holders,
    is_closed,
    letters,
    next_steps,
    owners,
    step_late,
)
from raci_cli.reports.verdict import SOON, verdict
from raci_cli.text import visible

View = dict[str, Any]


def matrix(project: Project, as_of: datetime.date, checked: Checked, text: str, *, everybody: bool = False) -> View:
    """Who has which letter on which step.

    parties: [{id, name, short, kind, team, title, active, column}]; rows: [a work (see `_work`) with cells: [text for
    each party, such as "A/R"], letters: [list for each party], break: "0 A", "2 A" or ""].
    """
    parties = columns(project, everybody=everybody)
    shorts = short_names(parties)
    shown = [{**_party(party, project), "short": shorts[index], "column": index} for index, party in enumerate(parties)]
    rows = [_row(project, step, work, parties, as_of) for step in project.steps for work, _ in step.work()]
    return {**_head(project, as_of, checked, text), "parties": shown, "rows": rows}


def status(project: Project, as_of: datetime.date, checked: Checked, text: str) -> View:
    """Is it on track, what is wrong, who must decide what, by when.

    verdict: see `raci_cli.reports.verdict`; progress: {done, total, percent, blocked, late, soon, soon_days}; steps,
    late, blocked, next: [work]; decisions: [{step, number, title, role, candidates: [party], hint, due}];
    findings: [{code, severity, message, help, command, line}]; counts: {error, warning, info}; matrix: the keys parties
    and rows of the matrix view; workload: [{party, letters: [number for each role], open}]; goals, sponsors, glossary.
    """
    steps = [_work(project, step, step, as_of) for step in project.steps]
    by_id = {step["id"]: step for step in steps}
    open_steps = [step for step in project.steps if not is_closed(project, step)]
    whole = matrix(project, as_of, checked, text)
    return {
        **_head(project, as_of, checked, text),
        "verdict": verdict(project, as_of),
        "progress": _progress(project, as_of),
        "steps": steps,
        "late": [step for step in steps if step["late"]],
        "blocked": [step for step in steps if step["status"] == BLOCKED],
        "next": [by_id[step.id] for step in next_steps(project)],
        "decisions": _decisions(project, open_steps),
        "findings": _findings(checked),
        "counts": {severity.value: number for severity, number in tally(checked.findings).items()},
        "matrix": {"parties": whole["parties"], "rows": whole["rows"]},
        "workload": _workload(project, open_steps),
        **_agreed(project),
    }


def _head(project: Project, as_of: datetime.date, checked: Checked, text: str) -> View:
    """project, as_of, scheme, and where it comes from: file, content (hash of the text), version of the program."""
    return {
        "project": {
            "name": project.name,
            "summary": project.summary,
            "size": project.size,
            "start": _iso(project.start),
            "due": _iso(project.due),
            "days_left": (project.due - as_of).days if project.due else None,
            "lead": _named(project, project.lead),
        },
        "as_of": as_of.isoformat(),
        "scheme": {"name": project.scheme.name, "roles": [_role(role) for role in project.scheme.roles]},
        "source": {
            "file": checked.file,
            "content": hashlib.sha256(text.encode()).hexdigest()[:12],
            "version": __version__,
        },
    }


def _role(role: Role) -> View:
    shown = {"name": role.name, "letter": role.letter, "meaning": role.meaning, "colour": role.colour}
    return {**shown, "owns": role.owns, "works": role.works}


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _named(project: Project, id_: str | None) -> View | None:
    return None if id_ is None else {"id": id_, "name": project.name_of(id_)}


def _party(party: Party, project: Project) -> View:
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "team": _named(project, party.team),
        "title": party.title,
        "active": party.active,
    }


def _work(project: Project, step: Step, work: Task, as_of: datetime.date) -> View:
    """A step or task: id (`step.task`), number, title, status, dates, late (days), because, roles with parties."""
    held = held_roles(project.scheme, step, work)
    task = work is not step
    return {
        "id": f"{step.id}.{work.id}" if task else step.id,
        "number": "" if task else str(step.number),
        "title": work.title,
        "task": task,
        "phase": work.phase or step.phase,
        "status": work.status,
        "closed": is_closed(project, work) or (task and step.closed),
        "ongoing": work.ongoing,
        "start": _iso(work.start),
        "due": _iso(work.due),
        "done": _iso(work.done),
        "late": (0 if step.closed else days_late(work, as_of)) if task else step_late(step, as_of),
        "because": work.blocked,
        "notes": work.notes,
        "roles": [_holders(project, role, held.get(role.name, ())) for role in project.scheme.roles],
        "owners": [project.name_of(party) for party in owners(project, held)],
        "candidates": [project.name_of(party) for party in work.candidates],
        "tasks_open": 0 if task else sum(not inner.closed for inner in step.tasks),
        "tasks": 0 if task else len(step.tasks),
    }


def _holders(project: Project, role: Role, parties: Sequence[str]) -> View:
    return {**_role(role), "parties": [_named(project, party) for party in parties]}


def _row(project: Project, step: Step, work: Task, parties: Sequence[Party], as_of: datetime.date) -> View:
    held = held_roles(project.scheme, step, work)
    by_party = letters(project, held)
    cells = [by_party.get(party.id, []) for party in parties]
    row = {**_work(project, step, work, as_of), "letters": cells, "cells": ["/".join(cell) for cell in cells]}
    return {**row, "break": _break(project, work, held)}


def _break(project: Project, work: Task, held: dict[str, tuple[str, ...]]) -> str:
    """`0 A` or `2 A` where a row has not the number of owners that it needs."""
    for role in project.scheme.owners:
        number = len(holders(project, held, [role]))
        if work.status != "skipped" and (number < role.min or (role.max is not None and number > role.max)):
            return f"{number} {role.letter}"
    return ""


def _progress(project: Project, as_of: datetime.date) -> View:
    steps = counted(project)
    done = sum(step.closed for step in steps)
    waiting = [step for step in project.steps if not is_closed(project, step)]
    days = [(step.due - as_of).days for step in waiting if step.due and not step.ongoing]
    return {
        "done": done,
        "total": len(steps),
        "percent": round(100 * done / len(steps)) if steps else 0,
        "blocked": sum(step.status == BLOCKED for step in waiting),
        "late": sum(bool(step_late(step, as_of)) for step in waiting),
        "soon": sum(0 <= left <= SOON for left in days),
        "soon_days": SOON,
    }


def _decisions(project: Project, open_steps: Sequence[Step]) -> list[View]:
    """The open steps that nobody owns, in a scheme in which somebody must."""
    if not project.scheme.owners:
        return []
    return [_decision(project, step) for step in open_steps if not owners(project, step.roles)]


def _decision(project: Project, step: Step) -> View:
    return {
        "step": step.id,
        "number": step.number,
        "title": step.title,
        "role": project.scheme.owners[0].name,
        "candidates": [_named(project, party) for party in step.candidates],
        "hint": step.hint,
        "due": _iso(step.due),
    }


def _findings(checked: Checked) -> list[View]:
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "help": finding.help,
            "command": command_line(finding, checked.file),
            "line": finding.span.line if finding.span else 1,
        }
        for finding in checked.findings
        if finding.severity is not Severity.OFF
    ]


def _workload(project: Project, open_steps: Sequence[Step]) -> list[View]:
    """Roles in open steps by party, most first; `letters` counts in the order of the scheme's roles."""
    counts: dict[str, dict[str, int]] = {}
    steps: dict[str, int] = {}
    for step in open_steps:
        for party, held in letters(project, step.roles).items():
            steps[party] = steps.get(party, 0) + 1
            for letter in held:
                counts.setdefault(party, {})[letter] = counts.get(party, {}).get(letter, 0) + 1
    rows = [
        {
            "party": _named(project, party),
            "letters": [held.get(role.letter, 0) for role in project.scheme.roles],
            "open": steps[party],
        }
        for party, held in counts.items()
    ]
    return sorted(rows, key=lambda row: -int(str(row["open"])))


def _agreed(project: Project) -> View:
    goals = [
        {
            "id": goal.id,
            "measure": goal.measure,
            "target": goal.target,
            "actual": goal.actual,
            "due": _iso(goal.due),
            "met": goal.met,
            "owners": [_named(project, owner) for owner in goal.owners],
        }
        for goal in project.goals.values()
    ]
    sponsors = [_named(project, sponsor) for sponsor in project.sponsors]
    glossary = [{"term": term, "meaning": meaning} for term, meaning in project.glossary.items()]
    return {"goals": goals, "sponsors": sponsors, "glossary": glossary}


def short_names(parties: Sequence[Party]) -> list[str]:
    """A heading of two or three letters for each party, no two alike: initials, else the start of the name."""
    taken: set[str] = set()
    return [_short_name(party.name, taken) for party in parties]


def _shows(character: str) -> bool:
    """Whether a character can be seen as a letter; some that count as one are blank."""
    return character.isalnum() and visible(character) == character


def _short_name(name: str, taken: set[str]) -> str:
    letters_ = [character for character in name if _shows(character)] or ["?"]
    words = [word for word in ("".join(filter(_shows, part)) for part in name.split()) if word]
    initials = (words[0][0] + words[-1][0]) if len(words) > 1 else "".join(letters_[:2])
    choices = itertools.chain(
        [initials], (letters_[0] + second for second in letters_[1:]), (f"{letters_[0]}{n}" for n in itertools.count(2))
    )
    chosen = next(choice.upper() for choice in choices if choice.upper() not in taken)
    taken.add(chosen)
    return chosen
