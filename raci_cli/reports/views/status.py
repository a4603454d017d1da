"""Is it on track, what is wrong, who must decide what, by when."""

import datetime
from collections.abc import Sequence

from raci_cli.findings import tally
from raci_cli.model.project import BLOCKED, Project, Step
from raci_cli.model.state import counted, is_closed, is_unowned, letters, next_steps, step_late
from raci_cli.reports.verdict import SOON, verdict
from raci_cli.reports.views import Asked, View, matrix
from raci_cli.reports.views.parts import changed, findings, head, iso, named, work_data
from raci_cli.reports.views.roles import of_kind


def view(asked: Asked) -> View:
    """Is it on track, what is wrong, who must decide what, by when.

    verdict: see `raci_cli.reports.verdict`; progress: {done, total, percent, blocked, late, soon, soon_days}; steps,
    late, blocked, next: [work]; decisions: [{step, number, title, role, candidates: [party], hint, due}];
    findings: [{code, severity, message, help, command, line}]; counts: {error, warning, info}; changed: null or
    {since, changes: [{path, about, what, old, new, text}]}; matrix: the keys parties and rows of the matrix view;
    workload: [{party, letters: [number for each role], open}]; goals, sponsors, glossary.
    """
    project, as_of, checked = asked.project, asked.as_of, asked.checked
    steps = [work_data(project, step, step, as_of) for step in project.steps]
    by_id = {step["id"]: step for step in steps}
    open_steps = [step for step in project.steps if not is_closed(project, step)]
    whole = matrix.view(asked)
    return {
        **head(asked),
        "verdict": verdict(project, as_of),
        "progress": progress(project, as_of),
        "steps": steps,
        "late": [step for step in steps if step["late"]],
        "blocked": [step for step in steps if step["status"] == BLOCKED],
        "next": [by_id[step.id] for step in next_steps(project)],
        "decisions": decisions(project, open_steps),
        "findings": findings(checked),
        "counts": {severity.value: number for severity, number in tally(checked.findings).items()},
        "changed": changed(asked),
        "matrix": {"parties": whole["parties"], "rows": whole["rows"]},
        "workload": workload(project, open_steps),
        **agreed(project),
    }


def progress(project: Project, as_of: datetime.date) -> View:
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


def decisions(project: Project, open_steps: Sequence[Step]) -> list[View]:
    """The open steps that nobody owns, in a scheme in which somebody must."""
    return [decision(project, step) for step in open_steps if is_unowned(project, step.roles)]


def decision(project: Project, step: Step) -> View:
    return {
        "step": step.id,
        "number": step.number,
        "title": step.title,
        "role": project.scheme.owners[0].name,
        "candidates": [named(project, party) for party in step.candidates],
        "hint": step.hint,
        "due": iso(step.due),
    }


def workload(project: Project, open_steps: Sequence[Step]) -> list[View]:
    """Roles in open steps by party, most first; `letters` counts in the order of the scheme's roles.

    To be left out of a step is no work.
    """
    idle = {role.letter for role in of_kind(project.scheme, "out")}
    counts: dict[str, dict[str, int]] = {}
    steps: dict[str, int] = {}
    for step in open_steps:
        for party, held in letters(project, step.roles).items():
            busy = [letter for letter in held if letter not in idle]
            steps[party] = steps.get(party, 0) + bool(busy)
            for letter in busy:
                counts.setdefault(party, {})[letter] = counts.get(party, {}).get(letter, 0) + 1
    rows = [
        {
            "party": named(project, party),
            "letters": [held.get(role.letter, 0) for role in project.scheme.roles],
            "open": steps[party],
        }
        for party, held in counts.items()
    ]
    return sorted(rows, key=lambda row: -int(str(row["open"])))


def agreed(project: Project) -> View:
    goals = [
        {
            "id": goal.id,
            "measure": goal.measure,
            "target": goal.target,
            "actual": goal.actual,
            "due": iso(goal.due),
            "met": goal.met,
            "owners": [named(project, owner) for owner in goal.owners],
        }
        for goal in project.goals.values()
    ]
    sponsors = [named(project, sponsor) for sponsor in project.sponsors]
    glossary = [{"term": term, "meaning": meaning} for term, meaning in project.glossary.items()]
    return {"goals": goals, "sponsors": sponsors, "glossary": glossary}
