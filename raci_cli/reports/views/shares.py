"""What share of the work parties have: in which steps and tasks they hold which role."""

from collections.abc import Iterator

from raci_cli.model.project import SPONSORS, Project, Step, Task
from raci_cli.model.state import held_roles, is_closed, letters

Share = tuple[Step, Task, str]


def shares(project: Project) -> dict[str, list[Share]]:
    """Party to the works and letters that it has; a task counts only where it differs from its step for that party."""
    found: dict[str, list[Share]] = {}
    for step in project.steps:
        whole: dict[str, list[str]] = {}
        for work, _ in step.work():
            held = letters(project, held_roles(project.scheme, step, work))
            for party, theirs in held.items():
                if work is step or theirs != whole.get(party):
                    found.setdefault(party, []).extend((step, work, letter) for letter in theirs)
            whole = held if work is step else whole
    return found


def owned(project: Project, party: str) -> int:
    """How many open steps a party owns, as RACI203 counts them."""
    names = [role.name for role in project.scheme.owners]
    return sum(any(party in step.roles.get(name, ()) for name in names) for step in _open(project))


def worked(project: Project, party: str) -> int:
    """How many open steps a party works on, itself or in an open task, as RACI204 counts them."""
    names = [role.name for role in project.scheme.workers]
    return sum(
        any(party in work.roles.get(name, ()) for work, _ in step.work() for name in names if not work.closed)
        for step in _open(project)
    )


def _open(project: Project) -> Iterator[Step]:
    return (step for step in project.steps if not is_closed(project, step))


def known_ids(project: Project, found: dict[str, list[Share]]) -> list[str]:
    """Every party, declared or not; the sponsors as a group only where nobody is named for it."""
    return list(dict.fromkeys([*project.parties, *(id_ for id_ in found if id_ != SPONSORS or not project.sponsors)]))
