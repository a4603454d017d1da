"""A matrix with the ids that its parties and works have, or get, in a project."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from raci_cli.errors import UsageError
from raci_cli.importers.naming import Ids, fit, folded
from raci_cli.importers.parties import look
from raci_cli.importers.records import Matrix, Overrides, Party, Work
from raci_cli.model.project import SPONSORS, Project, Step, Task
from raci_cli.model.scheme import Scheme
from raci_cli.text import listed, quoted, visible


class Newcomer(NamedTuple):
    """Somebody whom the project does not know yet."""

    id: str
    name: str
    person: bool
    title: str | None


class Arrival(NamedTuple):
    """A work of the matrix: where it goes, and who has which roles in it, by the role's name."""

    step: str
    task: str | None
    work: Work
    roles: Mapping[str, tuple[str, ...]]
    known: Task | None  # as the project has it; None: it is new
    of: Step | None  # the known step that it is, or is a task of


class Incoming(NamedTuple):
    """What an import brings: `columns` are the ids of all parties that the matrix speaks of."""

    columns: tuple[str, ...]
    newcomers: tuple[Newcomer, ...]
    arrivals: tuple[Arrival, ...]


def incoming(matrix: Matrix, project: Project, overrides: Overrides) -> Incoming:
    """The matrix against a project, which may be empty; UsageError where the project's scheme lacks a role of it."""
    _refuse_foreign_roles(matrix, project.scheme)
    columns, newcomers = _columns(matrix, project, overrides)
    return Incoming(columns, newcomers, _arrivals(matrix, project, columns))


def _refuse_foreign_roles(matrix: Matrix, scheme: Scheme) -> None:
    used = dict.fromkeys(role for work in matrix.works for roles in work.roles.values() for role in roles)
    foreign = [role for role in used if role not in scheme.names]
    if foreign:
        raise UsageError(
            f"the project's scheme {scheme.name} has no {listed(foreign, 'or')}, which the matrix uses",
            help=f"write scheme: {matrix.scheme} into the project first; {scheme.name} has {listed(scheme.names)}",
        )


def _columns(matrix: Matrix, project: Project, overrides: Overrides) -> tuple[tuple[str, ...], tuple[Newcomer, ...]]:
    """The id of each party of the matrix, and those who are new."""
    by_name: dict[str, list[str]] = {}
    for there in project.parties.values():
        for shown in {folded(there.name), folded(visible(there.name)), folded(f"{visible(there.name)} ({there.id})")}:
            by_name.setdefault(shown, []).append(there.id)
    undeclared = _undeclared(project)
    ids = Ids((*project.parties, *undeclared, SPONSORS))
    columns: dict[str, None] = {}
    newcomers: list[Newcomer] = []
    for number, party in enumerate(matrix.parties, 1):
        id_ = _known_party(party, project, by_name, columns)
        if id_ is None and (party.id or party.name) in undeclared:
            id_ = party.id or party.name  # what the check tells stays for the check to tell
        if id_ is None:
            id_ = ids.made(party.name, "party", number, party.id)
            person = party.person if overrides.as_ is None else overrides.as_ == "people"
            newcomers.append(Newcomer(id_, fit(party.name) or id_, person, fit(party.title or "") or None))
        columns[id_] = None
    return tuple(columns), tuple(newcomers)


def lookalikes(coming: Incoming, project: Project) -> tuple[tuple[str, ...], ...]:
    """Those who are new, each with those of the project whose names a reader may take for theirs."""
    by_look: dict[str, list[str]] = {}
    for there in project.parties.values():
        by_look.setdefault(look(there.name), []).append(there.name)
    return tuple((*by_look[look(one.name)], one.name) for one in coming.newcomers if look(one.name) in by_look)


def _undeclared(project: Project) -> frozenset[str]:
    """Whom steps and tasks name, and nobody declared."""
    works = (work for step in project.steps for work, _ in step.work())
    named = {party for work in works for parties in work.roles.values() for party in parties}
    return frozenset(named - set(project.parties) - {SPONSORS})


def _known_party(
    party: Party, project: Project, by_name: Mapping[str, Sequence[str]], taken: Container[str]
) -> str | None:
    """The id of a party that is declared, by id, then by name; None where it is new."""
    if party.id is not None and (party.id in project.parties or party.id == SPONSORS):
        return party.id
    if party.id is None and folded(party.name) == SPONSORS and SPONSORS not in project.parties:
        return SPONSORS if SPONSORS not in taken else None
    found = by_name.get(folded(party.name), [])
    if len(found) > 1:
        raise UsageError(
            f"{quoted(fit(party.name))} is the name of {listed(found)} in the project",
            help="give them names that differ, in the file or in what is imported",
        )
    return found[0] if found and found[0] not in taken else None


def _arrivals(matrix: Matrix, project: Project, columns: tuple[str, ...]) -> tuple[Arrival, ...]:
    places = _Places(project)
    found = []
    for number, work in enumerate(matrix.works, 1):
        roles: dict[str, list[str]] = {}
        for index, names in work.roles.items():
            for name in names:
                roles.setdefault(name, []).append(columns[index])
        ordered = {name: tuple(dict.fromkeys(roles[name])) for name in project.scheme.names if name in roles}
        found.append(places.arrival(work, ordered, number))
    return tuple(found)


class _Places:
    """Where works go: to those that the project has, each once, else to new ones."""

    def __init__(self, project: Project) -> None:
        self.steps = {step.id: step for step in project.steps}
        self.known: dict[tuple[str, str | None], Task] = {}
        self.by_title: dict[str, list[tuple[str, str | None]]] = {}
        for step in project.steps:
            for work, _ in step.work():
                place = (step.id, None if work is step else work.id)
                self.known[place] = work
                self.by_title.setdefault(folded(work.title), []).append(place)
        self.ids = Ids(self.steps)
        self.tasks = {step.id: Ids(task.id for task in step.tasks) for step in project.steps}
        self.used: set[tuple[str, str | None]] = set()

    def arrival(self, work: Work, roles: Mapping[str, tuple[str, ...]], number: int) -> Arrival:
        place = self._known(work) or self._new(work, number)
        if work.ref is not None and work.ref in (place[0], f"{place[0]}.{place[1]}") and place in self.known:
            notes = tuple(note for note in work.notes if not note.endswith(f": {work.ref}"))
            work = work._replace(id=work.ref, notes=notes)  # it is no note that a step has the id which it has
        self.used.add(place)
        return Arrival(*place, work, roles, self.known.get(place), self.steps.get(place[0]))

    def _known(self, work: Work) -> tuple[str, str | None] | None:
        for id_ in (work.id, work.ref):
            step, _, task = (id_ or "").partition(".")
            place = (step, task or None)
            if place in self.known and place not in self.used:
                return place
        title = folded(work.title)
        places = self.by_title[title] = [one for one in self.by_title.get(title, []) if one not in self.used]
        same = [place for place in places if folded(self._phase(place)) == folded(work.phase or "")]
        as_id = (fit(work.title), None)
        found = [*same, *places, *([as_id] if as_id in self.known and as_id not in self.used else [])]
        return found[0] if found else None

    def _phase(self, place: tuple[str, str | None]) -> str:
        return self.known[place].phase or self.steps[place[0]].phase or ""

    def _new(self, work: Work, number: int) -> tuple[str, str | None]:
        step, _, task = (work.id or "").partition(".")
        if work.task and task and step in self.tasks:
            return step, self.tasks[step].made(work.title, "task", number, task)
        id_ = self.ids.made(work.title, "step", number, work.id)
        self.tasks[id_] = Ids(())
        return id_, None
