"""Everything about one step or task."""

from collections.abc import Iterable, Iterator

from raci_cli.model.project import Project, Step, Task
from raci_cli.model.state import counted, days_late, is_closed, next_steps, step_late
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.holding import shown
from raci_cli.reports.views.moving import commands, undecided
from raci_cli.reports.views.parts import findings as found_in
from raci_cli.reports.views.parts import head, named, work_data
from raci_cli.reports.views.roles import not_agreed
from raci_cli.reports.views.status import agreed as agreed_on


def view(asked: Asked) -> View:
    """Everything about one step or task: how far it is, what it waits for, who has which role, what to type.

    work: a work with of (the step of a task, or null), guidance, hint, until (a link or null), joint: [party],
    independent, undecided, inherited: the names of the roles that a task takes from its step; needs, needed_by: [link],
    a link being {id, number, title, status, closed}; candidates: [party]; agreed: [{party, on}]; asked: [party] that
    must have a say and of which nobody has agreed; tasks: [work]; goals as in the status view, those that it serves;
    findings as in the status view, those about it; commands: [{what, command}]; next: the link of the step that is next
    where this one is closed, or null; progress: {done, total}.
    """
    project = asked.project
    step = next(one for one in project.steps if one.id == asked.step)
    work: Task = next((task for task in step.tasks if task.id == asked.task), step)
    return {
        **head(asked),
        "work": {**shown(asked, step, work), **_more(project, step, work)},
        "needs": list(_links(project, work.needs)),
        "needed_by": [_link(project, other) for other in project.steps if work is step and step.id in other.needs],
        "candidates": [named(project, id_) for id_ in work.candidates],
        "agreed": [
            {"party": named(project, id_), "on": day.isoformat()}
            for id_, day in sorted(work.agreed.items(), key=lambda one: one[1])
        ],
        "asked": [named(project, id_) for id_ in not_agreed(project, step)] if work is step else [],
        "tasks": [work_data(project, step, task, asked.as_of) for task in (step.tasks if work is step else ())],
        "goals": [goal for goal in agreed_on(project)["goals"] if goal["id"] in work.goals],
        "findings": _findings(asked, step, work),
        "commands": _commands(asked, step, work),
        "next": _following(project) if is_closed(project, work) or step.closed else None,
        "progress": {"done": sum(one.closed for one in counted(project)), "total": len(counted(project))},
    }


def _more(project: Project, step: Step, work: Task) -> View:
    until = project.step(work.until) if work.until else None
    inherited = [role.name for role in project.scheme.roles if work is not step and role.name not in work.roles]
    return {
        "guidance": work.guidance,
        "hint": work.hint,
        "until": _link(project, until) if until else None,
        "joint": [named(project, id_) for id_ in work.joint],
        "independent": work.independent,
        "undecided": undecided(project, step, work) and not work.closed,
        "inherited": inherited,
    }


def _links(project: Project, ids: Iterable[str]) -> Iterator[View]:
    for id_ in dict.fromkeys(ids):
        if (step := project.step(id_)) is not None:
            yield _link(project, step)


def _link(project: Project, step: Step) -> View:
    return {
        "id": step.id,
        "number": str(step.number),
        "title": step.title,
        "status": step.status,
        "closed": is_closed(project, step),
    }


def _following(project: Project) -> View | None:
    steps = next_steps(project)
    return _link(project, steps[0]) if steps else None


def _findings(asked: Asked, step: Step, work: Task) -> list[View]:
    """What was found in the step, with its tasks, or in the task."""
    start = ("steps", step.id) if work is step else ("steps", step.id, "tasks", work.id)
    inner = tuple(one for one in asked.checked.findings if one.path[: len(start)] == start)
    return found_in(asked.checked._replace(findings=inner))


def _commands(asked: Asked, step: Step, work: Task) -> list[View]:
    id_ = step.id if work is step else f"{step.id}.{work.id}"
    edit = {"what": "Change", "command": asked.command("set", id_, "KEY=VALUE")}
    if is_closed(asked.project, work) or step.closed:
        return [edit]
    late = step_late(step, asked.as_of) if work is step else days_late(work, asked.as_of)
    return [*commands(asked, step, work, late), edit]
