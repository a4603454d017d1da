"""Who moves a step, what waits for it, and what to type about it."""

from collections.abc import Iterator

from raci_cli.model.project import BLOCKED, IN_PROGRESS, Project, Step, Task
from raci_cli.model.scheme import option
from raci_cli.model.state import held_roles, holders, is_closed, owners
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import named
from raci_cli.reports.views.roles import acting


def movers(project: Project, step: Step, work: Task) -> list[View | None]:
    """Who does the work, else who answers for it."""
    held = held_roles(project.scheme, step, work)
    found = holders(project, held, project.scheme.workers) or holders(project, held, acting(project.scheme))
    return [named(project, id_) for id_ in found]


def undecided(project: Project, step: Step, work: Task) -> bool:
    """Whether somebody has to own it, and nobody does."""
    return bool(project.scheme.owners) and not owners(project, held_roles(project.scheme, step, work))


def contested(project: Project, step: Step, work: Task) -> int:
    """How many own it where that is more than the scheme allows; else 0."""
    held = held_roles(project.scheme, step, work)
    for role in project.scheme.owners:
        number = len(holders(project, held, [role]))
        if role.max is not None and number > role.max:
            return number
    return 0


def waiting(project: Project, step: Step) -> list[Step]:
    """The open steps that need this one, directly or through others."""
    needed_by: dict[str, list[str]] = {}
    for other in project.steps:
        for id_ in () if is_closed(project, other) else other.needs:
            needed_by.setdefault(id_, []).append(other.id)
    found: set[str] = set()
    ahead = [step.id]
    while ahead:
        more = [id_ for id_ in needed_by.get(ahead.pop(), ()) if id_ not in found]
        found.update(more)
        ahead += more
    return [other for other in project.steps if other.id in found and other is not step]


def commands(asked: Asked, step: Step, work: Task, late: int) -> Iterator[View]:
    """What can be typed about an open step or task: {what, command}, the most useful first."""
    project, id_ = asked.project, step.id if work is step else f"{step.id}.{work.id}"
    if undecided(project, step, work) or contested(project, step, work):
        words = option(project.scheme.owners[0], "WHO")
        yield {"what": "Decide", "command": asked.command("assign", id_, *words)}
    if work.status == BLOCKED:
        yield {"what": "Unblock", "command": asked.command("mark", id_, IN_PROGRESS)}
    elif work.status == IN_PROGRESS and not work.ongoing:
        yield {"what": "Finish", "command": asked.command("mark", id_, "done")}
    elif work.status != IN_PROGRESS:
        yield {"what": "Start", "command": asked.command("mark", id_, IN_PROGRESS)}
    if late:
        yield {"what": "New date", "command": asked.command("set", id_, "due=DATE")}
