"""Are dates possible, and kept?"""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import SKIPPED, Step, Task
from raci_cli.model.state import days_late
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import Settings, rule
from raci_cli.rules.wording import work_label, work_name
from raci_cli.text import count

_CORRECT = "correct one of the dates"
_Due = tuple[datetime.date, Step]


@rule("RACI305", "overdue", Severity.WARNING)
def overdue(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """A step or task is past its due date and not done.

    What: reckoned from today, or from `--as-of` or RACI_TODAY; ongoing and skipped steps are never late.

    Why: a date that has passed unnoticed is a promise that somebody relied on.

    Fix: mark it done, or agree on a new date.

    Failing:
        steps:
          build: {title: Build it, accountable: lee, due: 2026-10-30}

    Passing:
        steps:
          build: {title: Build it, accountable: lee, due: 2026-10-30, status: done}
    """
    for step in facts.project.steps:
        if step.closed or step.ongoing:
            continue
        for work in (step, *step.tasks):
            if late := days_late(work, settings.as_of):
                path = _path(step, work)
                message = f"{work_label(step, work)} is {count(late, 'day')} overdue"
                command = ("mark", work_name(path), "done")
                yield Finding("RACI305", (*path, "due"), message, "finish it, or agree on another date", command)


def _path(step: Step, work: Task) -> Path:
    return step.path if work is step else (*step.path, "tasks", work.id)


@rule("RACI307", "impossible-dates", Severity.ERROR)
def impossible_dates(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """Dates that cannot be: due before the start, done in the future, due before something that must come first.

    What: the dates of the project, of steps and of tasks. What is closed binds nobody any more; through a step without
    a date, the date of what it needs itself counts.

    Why: a plan that cannot be kept is not kept, and nobody knows which of its dates are meant.

    Fix: correct the date, or take the `needs` out where it is not true.

    Failing:
        steps:
          build: {title: Build it, accountable: lee, due: 2027-02-26}
          launch: {title: Launch it, accountable: dana, due: 2027-02-12, needs: [build]}

    Passing:
        steps:
          build: {title: Build it, accountable: lee, due: 2027-02-26}
          launch: {title: Launch it, accountable: dana, due: 2027-03-12, needs: [build]}
    """
    project = facts.project
    if project.start and project.due and project.due < project.start:
        message = f"the project is due on {project.due}, before its start on {project.start}"
        yield Finding("RACI307", ("project", "due"), message, _CORRECT)
    bound = _bound(facts)
    for step in project.steps:
        for work in (step, *step.tasks) if step.status != SKIPPED else ():
            if (work.due or work.done) and work.status != SKIPPED:
                for key, what, help_ in _impossible(step, work, settings.as_of, bound):
                    path = _path(step, work)
                    message = f"{work_label(step, work)} {what}"
                    yield Finding("RACI307", (*path, key), message, help_, ("set", work_name(path), f"{key}=DATE"))


def _impossible(step: Step, work: Task, as_of: datetime.date, bound: dict[str, _Due]) -> Iterator[tuple[str, str, str]]:
    """For each impossible date of a step or task: its key, what is wrong, what to do."""
    if work.done and work.done > as_of:
        yield "done", f"was done on {work.done}, which is in the future", f"it is {as_of}: correct the date"
    if work.due is None:
        return
    latest = _latest(work.needs, bound)
    if work.start and work.due < work.start:
        yield "due", f"is due on {work.due}, before its start on {work.start}", _CORRECT
    elif latest and work.due < latest[0] and not (work.ongoing or work.closed or step.closed):
        first = f"{work_label(latest[1], latest[1])}, which it needs, on {latest[0]}"
        yield "due", f"is due on {work.due}, before {first}", _CORRECT


def _bound(facts: Facts) -> dict[str, _Due]:
    """For each open step when it is due, and which step says so; without a date of its own, the last that it needs."""
    bound: dict[str, _Due] = {}
    for step in facts.ordered:
        if step.due and not (step.closed or step.ongoing):
            bound[step.id] = (step.due, step)
        elif due := _latest(step.needs, bound):
            bound[step.id] = due
    return bound


def _latest(needs: Sequence[str], bound: dict[str, _Due]) -> _Due | None:
    known = [bound[id_] for id_ in needs if id_ in bound]
    return max(known, key=lambda due: due[0]) if known else None
