"""What a project that serves as a lifecycle leaves behind: its people, its dates, and how far it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from raci_cli.changes.references import references
from raci_cli.document.edits import Change, Drop, Put
from raci_cli.findings import Path
from raci_cli.model.format import step_order
from raci_cli.model.project import Project
from raci_cli.model.scheme import Role, Scheme

_OF_ITS_TIME = {
    "project": ("summary", "start", "due", "verdict"),
    "goal": ("due", "actual", "met"),
    "work": ("status", "blocked", "start", "due", "done", "agreed", "notes"),
}
# Only somebody can lead or back a project; a team does not take their place.
_FOR_PEOPLE = ("lead", "sponsors")
# Who is left out, and the team that takes their place.
Heirs = Mapping[str, str | None]


def without_its_time(data: Any) -> list[Change]:
    """Leave out what it was for, dates, states, agreements and notes."""
    places: list[tuple[Path, str, Any]] = [(("project",), "project", data.get("project"))]
    places += [(("goals", id_), "goal", goal) for id_, goal in _entries(data.get("goals"))]
    places += [(path, "work", work) for path, work in _works(data)]
    return [
        Drop((*path, key))
        for path, kind, entry in places
        for key in _OF_ITS_TIME[kind]
        if isinstance(entry, dict) and key in entry
    ]


def without_people(project: Project, data: Any) -> list[Change]:
    """Leave out people, software agents and outsiders; their team takes their place, and where they have none, nobody.

    A step that somebody without a team owned is open then. A party that would hold roles that exclude each other, since
    several people of it have a role, keeps the stronger one.
    """
    heirs = _heirs(project, data)
    nobody = dict.fromkeys(heirs)
    changes: list[Change] = []
    for path, work in _works(data):
        changes += _roles(project.scheme, path, work, heirs)
    for one in references(data, project.scheme):
        is_role = one.path[0] == "steps" and project.scheme.role(str(one.path[-1])) is not None
        if one.kind == "party" and one.path[0] != "people" and not one.keys and not is_role:
            new = _replaced(one.value, nobody if one.path[-1] in _FOR_PEOPLE else heirs)
            changes += _put(one.path, one.value, new)
    return [*changes, Drop(("people",))] if "people" in data else changes


def _heirs(project: Project, data: Any) -> Heirs:
    parties = project.parties
    teams = {party.id for party in parties.values() if party.is_team}
    found: dict[str, str | None] = {}
    for id_, _ in _entries(data.get("people")):
        if id_ not in teams:
            team = parties[id_].team if id_ in parties else None
            found[id_] = team if team in teams else None
    return found


def _replaced(value: str | Sequence[str], heirs: Heirs) -> list[str]:
    ids = [value] if isinstance(value, str) else value
    return list(dict.fromkeys(id_ for id_ in (heirs.get(one, one) for one in ids) if id_ is not None))


def _put(path: Path, old: str | Sequence[str], new: list[str]) -> Iterator[Change]:
    if not new and old:
        yield Drop(path)
    elif new != ([old] if isinstance(old, str) else old):
        yield Put(path, new[0] if isinstance(old, str) else new)


def _roles(scheme: Scheme, path: Path, work: Any, heirs: Heirs) -> Iterator[Change]:
    """The roles of a step or task, the stronger ones first."""
    held: dict[str, list[Role]] = {}
    moved: set[str] = set()
    for role in sorted(scheme.roles, key=lambda role: (not role.owns, not role.works)):
        value = work.get(role.name) if isinstance(work, dict) else None
        if not value or not isinstance(value, str | list):
            continue
        ids = [value] if isinstance(value, str) else value
        taking = dict.fromkeys(heirs) if role.person_only else heirs
        moved.update(team for team in (taking.get(id_) for id_ in ids) if team is not None)
        kept = [
            id_
            for id_ in _replaced(ids, taking)
            if id_ not in moved or not any(_apart(role, other) for other in held.get(id_, ()))
        ]
        for id_ in kept:
            held.setdefault(id_, []).append(role)
        yield from _put((*path, role.name), value, kept)
    yield from _hands(scheme, path, held, moved)


def _apart(role: Role, stronger: Role) -> bool:
    """Whether whoever has the stronger role needs no other."""
    return stronger.name in role.excludes or (stronger.owns and role.colour in ("ask", "tell"))


def _hands(scheme: Scheme, path: Path, held: Mapping[str, Sequence[Role]], moved: set[str]) -> Iterator[Change]:
    """Where a person owned a step and so did its work, it is their team that does it."""
    owning = [id_ for id_, roles in held.items() if id_ in moved and any(role.owns for role in roles)]
    working = any(role.works for roles in held.values() for role in roles)
    if owning and not working and scheme.workers and len(path) == 2:  # noqa: PLR2004 - a task inherits who works
        yield Put((*path, scheme.workers[0].name), owning[:1], step_order(scheme))


def _works(data: Any) -> Iterator[tuple[Path, Any]]:
    """The steps and tasks, with their paths."""
    for id_, step in _entries(data.get("steps")):
        yield ("steps", id_), step
        for name, task in _entries(step.get("tasks") if isinstance(step, dict) else None):
            yield ("steps", id_, "tasks", name), task


def _entries(mapping: Any) -> Iterable[tuple[str, Any]]:
    return mapping.items() if isinstance(mapping, dict) else ()
