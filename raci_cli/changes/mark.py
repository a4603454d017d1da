"""`raci mark`: how far a step is."""

import datetime
from collections.abc import Sequence
from typing import Any

from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Change, Drop, Put
from raci_cli.document.nodes import Plain
from raci_cli.document.scalars import Value
from raci_cli.errors import UsageError
from raci_cli.findings import Path
from raci_cli.model.fields import refuse_text
from raci_cli.model.format import step_order
from raci_cli.model.lookup import find_works
from raci_cli.model.project import BLOCKED, DONE, NOT_STARTED, STATUSES, Project, Task
from raci_cli.model.state import counted, next_steps
from raci_cli.text import did_you_mean, quoted

# A state's own key, which goes when the state is left.
_OWN_KEY = {DONE: "done", BLOCKED: "blocked"}


def mark(
    project: Project, data: Any, works: Sequence[str], status: str, because: str | None, day: datetime.date | None,
    today: datetime.date,
) -> Plan:  # fmt: skip
    """Set the status of steps or tasks (as typed); `done` sets its date, `blocked` wants a reason."""
    _refuse(status, because, day)
    plan = Plan()
    for _, work, path in find_works(project, works):
        plan += _mark(project, data, work, path, status, because or (day or _done_before(work) or today).isoformat())
    return plan


def _done_before(work: Task) -> datetime.date | None:
    return work.done if work.status == DONE else None


def _refuse(status: str, because: str | None, day: datetime.date | None) -> None:
    if status not in STATUSES:
        help_ = did_you_mean(status, STATUSES) or f"one of {', '.join(STATUSES)}"
        raise UsageError(f"there is no status {quoted(status)}", help=help_)
    if status == BLOCKED and because is None:
        raise UsageError("blocked needs a reason", help='say what it waits for: --because "the test licence"')
    if because is not None and status != BLOCKED:
        raise UsageError(f"--because goes with blocked, not with {status}")
    if because is not None:
        refuse_text(because, "--because")
    if day is not None and status != DONE:
        raise UsageError(f"--date goes with done, not with {status}")


def _mark(project: Project, data: Any, work: Task, path: Path, status: str, own: str) -> Plan:
    if status == DONE and work.ongoing:
        raise UsageError(f"{quoted(work.title)} is ongoing: it is never done", help="take ongoing: out of it first")
    order = step_order(project.scheme)
    wanted: dict[str, Value] = {"status": status}
    if status in _OWN_KEY:
        wanted[_OWN_KEY[status]] = Plain(own) if status == DONE else own
    now = get(data, path)
    if status == NOT_STARTED and now.get("status") is None:
        del wanted["status"]
    changes: list[Change] = [Put((*path, key), value, order) for key, value in wanted.items() if now.get(key) != value]
    changes += [Drop((*path, key)) for key in _OWN_KEY.values() if key in now and key not in wanted]
    if not changes:
        return Plan((), (Said(path, f"{work.title}: {status} already, nothing changed"),))
    extra = f" ({own})" if status in _OWN_KEY else ""
    said = Said((*path, "status"), f"{work.title}: {work.status} -> {status}{extra}", work.status, status)
    return Plan(tuple(changes), (said,))


def progress(project: Project) -> str:
    """`3 of 9 done; next: 4 Weigh the options`, after a step was finished."""
    steps = counted(project)
    done = sum(step.closed for step in steps)
    following = next_steps(project)
    after = f"; next: {following[0].number} {following[0].title}" if following else ""
    return f"{done} of {len(steps)} done{after}"
