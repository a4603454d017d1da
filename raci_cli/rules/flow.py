"""Do the steps wait for each other as they can?"""

from collections.abc import Iterable, Iterator

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import Project
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import Settings, rule
from raci_cli.text import MOST_SUGGESTIONS, did_you_mean, quoted, short

_MOST = 10


@rule("RACI302", "unknown-step", Severity.ERROR)
def unknown_step(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """`needs` or `until` names no step.

    Why: a step that waits for something that does not exist waits forever, or not at all.

    Fix: take the id that is suggested; steps are named by id, not by number.

    Failing:
        steps:
          build: {title: Build it, accountable: lee}
          launch: {title: Launch it, accountable: dana, needs: [biuld]}

    Passing:
        steps:
          build: {title: Build it, accountable: lee}
          launch: {title: Launch it, accountable: dana, needs: [build]}
    """
    known = {step.id for step in facts.project.steps}
    unknown = [found for found in _steps_named(facts.project, known) if found[0] not in known]
    some = f"steps: {', '.join(short(one) for one in sorted(known)[:_MOST])}" if unknown else ""
    for number, (id_, place) in enumerate(unknown):
        suggestion = did_you_mean(id_, known) if number < MOST_SUGGESTIONS else ""
        yield Finding("RACI302", place, f"{quoted(id_)} is no step", suggestion or some)


def _steps_named(project: Project, known: set[str]) -> Iterator[tuple[str, Path]]:
    """The steps that are named, each with its place, by whatever names an unknown one."""
    for step in project.steps:
        for work in (step, *step.tasks):
            if not known.issuperset(work.needs) or not (work.until is None or work.until in known):
                path: Path = step.path if work is step else (*step.path, "tasks", work.id)
                for index, id_ in enumerate(work.needs):
                    yield id_, (*path, "needs", index)
                if work.until is not None:
                    yield work.until, (*path, "until")


@rule("RACI303", "dependency-cycle", Severity.ERROR)
def dependency_cycle(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """Steps that need each other in a circle, or a step that needs itself.

    Why: none of them can ever start.

    Fix: take one `needs` of the circle out.

    Failing:
        steps:
          vendor: {title: Choose the solution, accountable: dana, needs: [budget]}
          budget: {title: Get the money, accountable: dana, needs: [vendor]}

    Passing:
        steps:
          vendor: {title: Choose the solution, accountable: dana}
          budget: {title: Get the money, accountable: dana, needs: [vendor]}
    """
    if _look_up(facts.project):
        return
    needs = {step.id: step.needs for step in facts.project.steps}
    for circle in _circles(needs):
        first = circle[0]
        shown = circle if len(circle) <= _MOST else [*circle[: _MOST - 1], "…"]
        names = " -> ".join(short(id_) for id_ in (*shown, first))
        message = (
            f"step {quoted(first)} needs itself" if len(circle) == 1 else f"steps need each other in a circle: {names}"
        )
        index = needs[first].index(circle[1 % len(circle)])
        yield Finding("RACI303", ("steps", first, "needs", index), message, "take one of these needs out")


def _look_up(project: Project) -> bool:
    """Whether every step only needs what stands above it, as most files have it: there is no circle in that."""
    above: set[str] = set()
    for step in project.steps:
        if not above.issuperset(step.needs):
            return False
        above.add(step.id)
    return True


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
