"""What follows from a project and a day: what is closed, late, next, who holds which letter."""

import datetime
from collections.abc import Iterable, Mapping

from raci_cli.model.project import NOT_STARTED, SPONSORS, Party, Project, Step, Task, parties_in
from raci_cli.model.scheme import Role, Scheme


def is_closed(project: Project, work: Task) -> bool:
    """Done or skipped; an ongoing step never is, but with `until` it closes with that step."""
    if not work.ongoing:
        return work.closed
    end = project.step(work.until) if work.until else None
    return end is not None and not end.ongoing and end.closed


def counted(project: Project) -> list[Step]:
    """The steps that progress counts: neither ongoing nor skipped."""
    return [step for step in project.steps if not step.ongoing and step.status != "skipped"]


def days_late(work: Task, as_of: datetime.date) -> int:
    """Days since it was due; 0 where it is not late."""
    if work.due is None or work.closed or work.ongoing:
        return 0
    return max(0, (as_of - work.due).days)


def step_late(step: Step, as_of: datetime.date) -> int:
    """Days that a step is late, by its own date or by that of an open task."""
    if step.closed or step.ongoing:
        return 0
    return max(days_late(work, as_of) for work, _ in step.work())


def held_roles(scheme: Scheme, step: Step, work: Task) -> dict[str, tuple[str, ...]]:
    """The roles of a step, or of a task of it: its own, and the step's where it sets none.

    Who has a role of their own in the task does not inherit one that excludes it.
    """
    if work is step:
        return dict(step.roles)
    roles = step.roles_of(work)
    for role in (role for role in scheme.roles if role.name in roles and role.name not in work.roles):
        if taken := {party for other in role.excludes for party in work.roles.get(other, ())}:
            roles[role.name] = tuple(party for party in roles[role.name] if party not in taken)
    return roles


def holders(project: Project, roles: Mapping[str, tuple[str, ...]], chosen: Iterable[Role]) -> list[str]:
    """The parties that hold any of the chosen roles, each once; `sponsors` becomes those who are named, if any."""
    named = parties_in(roles, tuple(chosen))
    if SPONSORS in named:
        place = named.index(SPONSORS)
        named[place : place + 1] = project.sponsors
    return list(dict.fromkeys(named))


def owners(project: Project, roles: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The parties that answer for the work."""
    return holders(project, roles, project.scheme.owners)


def is_unowned(project: Project, roles: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether somebody should answer for the work and nobody does; in a scheme without owners nobody should."""
    return bool(project.scheme.owners) and not owners(project, roles)


def waiting_for(project: Project, step: Step) -> list[Step]:
    """The steps that must be closed before this one can start."""
    needed = (project.step(id_) for id_ in step.needs)
    return [other for other in needed if other is not None and not is_closed(project, other)]


def next_steps(project: Project) -> list[Step]:
    """The open steps that wait for no other, started ones first."""
    free = [step for step in counted(project) if not step.closed and not waiting_for(project, step)]
    return sorted(free, key=lambda step: step.status == NOT_STARTED)


def letters(project: Project, roles: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Party to the letters it holds, in the order of the scheme; `sponsors` becomes those who are named.

    A sponsor who has a role of their own keeps that alone.
    """
    held: dict[str, list[str]] = {}
    for role in project.scheme.roles:
        for party in dict.fromkeys(roles.get(role.name, ())):
            held.setdefault(party, []).append(role.letter)
    if SPONSORS in held and project.sponsors:
        group = held.pop(SPONSORS)
        for sponsor in project.sponsors:
            held.setdefault(sponsor, list(group))
    return held


def columns(project: Project, *, everybody: bool = False) -> list[Party]:
    """The parties of a matrix: teams before people, as declared, then those that nobody declared; only with a role."""
    used: set[str] = set()
    for step in project.steps:
        for work, _ in step.work():
            used.update(letters(project, held_roles(project.scheme, step, work)))
    declared = [party for party in project.parties.values() if everybody or party.id in used]
    unknown = [id_ for id_ in _in_order(project) if id_ in used and id_ not in project.parties]
    return [*declared, *(Party(id_, project.name_of(id_), kind="unknown") for id_ in unknown)]


def _in_order(project: Project) -> Iterable[str]:
    named = (
        party for step in project.steps for work, _ in step.work() for roles in work.roles.values() for party in roles
    )
    return dict.fromkeys([*named, *project.sponsors])
