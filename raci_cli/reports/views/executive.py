"""One page for those who decide."""

import datetime
from collections.abc import Sequence

from raci_cli.model.project import BLOCKED, NOT_STARTED, Project, Step
from raci_cli.model.state import counted, is_closed, is_unowned, owners, step_late
from raci_cli.reports.verdict import SOON, verdict
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import head, iso, named, work_data
from raci_cli.reports.views.status import decisions, progress
from raci_cli.text import count

MOST_RISKS = 3


def view(asked: Asked) -> View:
    """One page for those who decide: is it on track, why, what threatens it, what have they to decide.

    verdict; progress and decisions as in the status view; steps: [work]; sponsors: [party]; risks: at most three
    [{step, number, title, status, kinds, reasons: [text], owners: [party], due, because}], risks_more: how many are
    left out; milestone: the open step that is due next {number, title, due, days_left, owners: [party]} or null.

    A step is a risk once, with a reason for each of its kinds, and is ranked by the first of them: late (most days
    first), blocked, unowned (started, or due within 14 days; the earliest first), after-project (due after the project;
    the furthest first).
    """
    project, as_of = asked.project, asked.as_of
    waiting = [step for step in project.steps if not is_closed(project, step)]
    risks = risks_of(project, waiting, as_of)
    return {
        **head(asked),
        "verdict": verdict(project, as_of),
        "progress": progress(project, as_of),
        "steps": [work_data(project, step, step, as_of) for step in project.steps],
        "sponsors": [named(project, sponsor) for sponsor in project.sponsors],
        "risks": risks[:MOST_RISKS],
        "risks_more": max(0, len(risks) - MOST_RISKS),
        "decisions": decisions(project, waiting),
        "milestone": _milestone(project, as_of),
    }


def risks_of(project: Project, waiting: Sequence[Step], as_of: datetime.date) -> list[View]:
    """Every open step that endangers the project, the worst first."""
    ranked = []
    for step in waiting:
        found = _reasons(project, step, as_of)
        if found:
            ranked.append(((found[0][0], found[0][1], step.number), _risk(project, step, found)))
    return [risk for _, risk in sorted(ranked, key=lambda one: one[0])]


_KINDS = ("late", "blocked", "unowned", "after-project")
_Reason = tuple[int, int, str]


def _reasons(project: Project, step: Step, as_of: datetime.date) -> list[_Reason]:
    """Rank of the kind, rank within it, and words; in order."""
    found: list[_Reason] = []
    late = step_late(step, as_of)
    left = (step.due - as_of).days if step.due and not step.ongoing else None
    if late:
        found.append((0, -late, f"{count(late, 'day')} late"))
    if step.status == BLOCKED:
        found.append((1, 0, "blocked"))
    near = step.status != NOT_STARTED or (left is not None and left <= SOON)
    if near and not step.ongoing and is_unowned(project, step.roles):
        found.append((2, SOON if left is None else left, f"nobody is {project.scheme.owners[0].name}"))
    if project.due and step.due and not step.ongoing and step.due > project.due:
        days = (step.due - project.due).days
        found.append((3, -days, f"due {count(days, 'day')} after the project"))
    return found


def _risk(project: Project, step: Step, found: Sequence[_Reason]) -> View:
    return {
        "step": step.id,
        "number": step.number,
        "title": step.title,
        "status": step.status,
        "kinds": [_KINDS[kind] for kind, _, _ in found],
        "reasons": [words for _, _, words in found],
        "owners": [named(project, owner) for owner in owners(project, step.roles)],
        "due": iso(step.due),
        "because": step.blocked if step.status == BLOCKED else None,
    }


def _milestone(project: Project, as_of: datetime.date) -> View | None:
    dated = [
        (step.due, step.number, step)
        for step in counted(project)
        if not step.closed and step.due is not None and step.due >= as_of
    ]
    if not dated:
        return None
    due, number, step = min(dated, key=lambda one: one[:2])
    return {
        "number": number,
        "title": step.title,
        "due": iso(due),
        "days_left": (due - as_of).days,
        "owners": [named(project, owner) for owner in owners(project, step.roles)],
    }
