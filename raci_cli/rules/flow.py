"""Do the steps follow each other, and in time?"""

from collections.abc import Iterable, Iterator

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import Project, Task
from raci_cli.model.state import days_late
from raci_cli.rules.registry import Settings, rule
from raci_cli.rules.wording import work_label, work_name
from raci_cli.text import MOST_SUGGESTIONS, count, did_you_mean, quoted, short

_MOST = 10


@rule("RACI302", "unknown-step", Severity.ERROR)
def unknown_step(project: Project, _settings: Settings) -> Iterable[Finding]:
    """`needs` or `until` names no step.

    Why: a step that waits for something that does not exist waits forever, or not at all.

    Fix: take the id that is suggested; steps are named by id, not by number.
    """
    known = {step.id for step in project.steps}
    some = f"steps: {', '.join(short(one) for one in sorted(known)[:_MOST])}"
    named = (found for step in project.steps for work, path in step.work() for found in _steps_named(work, path))
    for number, (id_, place) in enumerate(found for found in named if found[0] not in known):
        suggestion = did_you_mean(id_, known) if number < MOST_SUGGESTIONS else ""
        yield Finding("RACI302", place, f"{quoted(id_)} is no step", suggestion or some)


def _steps_named(work: Task, path: Path) -> Iterator[tuple[str, Path]]:
    for index, id_ in enumerate(work.needs):
        yield id_, (*path, "needs", index)
    if work.until is not None:
        yield work.until, (*path, "until")


@rule("RACI303", "dependency-cycle", Severity.ERROR)
def dependency_cycle(project: Project, _settings: Settings) -> Iterable[Finding]:
    """Steps that need each other in a circle, or a step that needs itself.

    Why: none of them can ever start.

    Fix: take one `needs` of the circle out.
    """
    needs = {step.id: step.needs for step in project.steps}
    for circle in _circles(needs):
        first = circle[0]
        shown = circle if len(circle) <= _MOST else [*circle[: _MOST - 1], "…"]
        names = " -> ".join(short(id_) for id_ in (*shown, first))
        message = (
            f"step {quoted(first)} needs itself" if len(circle) == 1 else f"steps need each other in a circle: {names}"
        )
        index = needs[first].index(circle[1 % len(circle)])
        yield Finding("RACI303", ("steps", first, "needs", index), message, "take one of these needs out")


def _circles(needs: dict[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """A circle for each knot of steps, by a depth-first walk without recursion; no step is in two of them."""
    closed: set[str] = set()
    told: set[str] = set()
    for start in needs:
        trail: list[str] = []
        on_trail: set[str] = set()
        todo = [(start, False)]
        while todo:
            id_, leaving = todo.pop()
            if leaving:
                on_trail.discard(trail.pop())
                closed.add(id_)
            elif id_ in on_trail:
                circle = trail[trail.index(id_) :] if id_ not in told else []
                if circle and told.isdisjoint(circle):
                    told.update(circle)
                    yield circle
            elif id_ not in closed and id_ in needs:
                trail.append(id_)
                on_trail.add(id_)
                todo.append((id_, True))
                todo += [(other, False) for other in reversed(needs[id_])]


@rule("RACI305", "overdue", Severity.WARNING)
def overdue(project: Project, settings: Settings) -> Iterable[Finding]:
    """A step or task is past its due date and not done.

    What: reckoned from today, or from `--as-of` or RACI_TODAY; ongoing and skipped steps are never late.

    Why: a date that has passed unnoticed is a promise that somebody relied on.

    Fix: mark it done, or agree on a new date.
    """
    for step in project.steps:
        for work, path in step.work():
            late = days_late(work, settings.as_of)
            if late and not step.closed and not step.ongoing:
                message = f"{work_label(step, work)} is {count(late, 'day')} overdue"
                command = ("mark", work_name(path), "done")
                yield Finding("RACI305", (*path, "due"), message, "finish it, or agree on another date", command)
