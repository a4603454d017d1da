"""When each step and task starts, is due, was done."""

from raci_cli.model.project import Project, Step, Task
from raci_cli.model.state import is_closed
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import head, work_data


def view(asked: Asked) -> View:
    """When each step and task starts, is due, was done, and what it waits for.

    rows: [a work with needs: [{id, number, title, closed}], the steps that must be done first, and until: such a step
    or null], tasks after their step; dated: those of the rows that have a start or due date; first, last: the first and
    the last day that is named, or null.
    """
    project = asked.project
    rows = [
        {**work_data(project, step, work, asked.as_of), **_links(project, work)}
        for step in project.steps
        for work, _ in step.work()
    ]
    days = [row[key] for row in rows for key in ("start", "due", "done") if row[key]]
    return {
        **head(asked),
        "rows": rows,
        "dated": [row for row in rows if row["start"] or row["due"]],
        "first": min(days, default=None),
        "last": max(days, default=None),
    }


def _links(project: Project, work: Task) -> View:
    needed = (project.step(id_) for id_ in dict.fromkeys(work.needs))
    until = project.step(work.until) if work.until else None
    return {
        "needs": [_link(project, step) for step in needed if step is not None],
        "until": _link(project, until) if until else None,
    }


def _link(project: Project, step: Step) -> View:
    return {"id": step.id, "number": str(step.number), "title": step.title, "closed": is_closed(project, step)}
