"""Open works in which chosen parties hold chosen letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from raci_cli.model.project import Step, Task
from raci_cli.model.state import held_roles, is_closed, letters
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import work_data

# Parties with their letters.
Held: TypeAlias = Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True)
class Work:
    """A step or task with who holds what of those that are asked for."""

    step: Step
    work: Task
    held: Held

    @property
    def separate(self) -> bool:
        """Whether there is more to say of it than of its step."""
        return self.work is self.step or bool(self.work.due or self.work.start)


def open_work(asked: Asked, who: Sequence[str], wanted: Sequence[str]) -> Iterator[Work]:
    """The open steps and tasks in which somebody holds a wanted letter; no task that is like its step."""
    project = asked.project
    for step in (step for step in project.steps if not is_closed(project, step)):
        of_step: Held = ()
        for work in (work for work, _ in step.work() if not is_closed(project, work)):
            held = letters(project, held_roles(project.scheme, step, work))
            found = Work(step, work, [(id_, held[id_]) for id_ in who if set(held.get(id_, ())) & set(wanted)])
            if found.held and (found.separate or found.held != of_step):
                yield found
            of_step = found.held if work is step else of_step


def shown(asked: Asked, step: Step, work: Task) -> View:
    """A work with the step that it is a task of."""
    of = None if work is step else {"id": step.id, "number": str(step.number), "title": step.title}
    return {**work_data(asked.project, step, work, asked.as_of), "of": of}
