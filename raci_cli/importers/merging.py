"""A matrix into a project: what is new is added, what is there gets the letters that the matrix says.

For the parties that the matrix speaks of it says all; the roles of others stay as they are.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Change, Drop, Put
from raci_cli.document.scalars import Flow, Value
from raci_cli.findings import Path
from raci_cli.importers.entries import Roles, as_written, entry, facts, in_phase, own_roles
from raci_cli.importers.incoming import Arrival, Incoming, Newcomer, incoming
from raci_cli.importers.naming import fit
from raci_cli.importers.records import Matrix, Overrides
from raci_cli.model.format import TOP_ORDER, step_order
from raci_cli.model.project import BLOCKED, DONE, SPONSORS, Project, Step, Task
from raci_cli.model.state import held_roles, letters
from raci_cli.text import count, listed, visible

# A state's own key, which goes when the state is left.
_OF_STATUS = {DONE: "done", BLOCKED: "blocked"}


def merged(matrix: Matrix, project: Project, data: Any, overrides: Overrides) -> Plan:
    """The edits by which a project takes in a matrix; UsageError where its scheme cannot."""
    coming = incoming(matrix, project, overrides)
    plan = _people(coming.newcomers, data)
    new_tasks: dict[str, list[Arrival]] = {}
    roles = {step.id: step.roles for step in project.steps}
    for arrival in coming.arrivals:
        if arrival.task is not None and arrival.known is None:
            new_tasks.setdefault(arrival.step, []).append(arrival)
        elif arrival.task is None and arrival.of is not None:
            update = _Update(arrival, arrival.of, arrival.of, coming, project, data)
            roles[arrival.step] = update.after
            plan += update.plan()
    for arrival in coming.arrivals:
        if arrival.task is not None and arrival.known is not None and arrival.of is not None:
            step = arrival.of._replace(roles=roles[arrival.step])
            plan += _Update(arrival, step, arrival.known, coming, project, data).plan()
        elif arrival.task is None and arrival.of is None:
            plan += _new_step(arrival, new_tasks.get(arrival.step, ()), project)
    for step in project.steps:
        if step.id in new_tasks:
            plan += _new_tasks(step._replace(roles=roles[step.id]), new_tasks[step.id], coming, project, data)
    return plan


def _after(before: Roles, wanted: Roles, coming: Incoming, project: Project) -> dict[str, tuple[str, ...]]:
    """The roles once the matrix has had its say: they change for those alone of whom it says something else.

    Whoever has no column keeps theirs, and `sponsors` goes on standing for all who are named.
    """
    scheme = project.scheme
    shown = letters(project, dict(before))
    said = letters(project, dict(wanted))
    others = {party for party in coming.columns if shown.get(party, []) != said.get(party, [])}
    after = {}
    for role in scheme.roles:
        there, new = before.get(role.name, ()), wanted.get(role.name, ())
        if SPONSORS in there and any(party in others and party not in new for party in project.sponsors):
            place = there.index(SPONSORS)
            named = [party for party in project.sponsors if role.letter in shown.get(party, [])]
            there = tuple(dict.fromkeys((*there[:place], *named, *there[place + 1 :])))
        kept = [party for party in there if party not in others or party in new]
        sponsored = project.sponsors if SPONSORS in kept else ()
        added = (party for party in new if party in others and party not in kept and party not in sponsored)
        after[role.name] = (*kept, *added)
    return after


def _people(newcomers: Sequence[Newcomer], data: Any) -> Plan:
    """New teams and people, behind those who are there."""
    plan = Plan()
    for section, kind in (("teams", "team"), ("people", "person")):
        chosen = [one for one in newcomers if one.person == (section == "people")]
        entries: dict[str, Value] = {one.id: declared(one) for one in chosen}
        if not entries:
            continue
        said = tuple(
            Said((section, one.id), f"New {kind} {one.id}: {one.name}", None, {"name": one.name}) for one in chosen
        )
        plan += Plan(_into((section,), entries, data, TOP_ORDER), said)
    return plan


def declared(one: Newcomer) -> Value:
    """A person or team as it is declared."""
    return one.name if one.title is None else Flow(name=one.name, title=one.title)


def _into(path: Path, entries: Mapping[str, Value], data: Any, order: tuple[str, ...]) -> tuple[Change, ...]:
    """New keys of a mapping, which is made where there is none."""
    if get(data, path):
        return tuple(Put((*path, key), value) for key, value in entries.items())
    return (Put(path, dict(entries), order),)


def _new_step(arrival: Arrival, tasks: Sequence[Arrival], project: Project) -> Plan:
    title = fit(arrival.work.title)
    with_tasks = f" with {count(len(tasks), 'task')}" if tasks else ""
    said = Said(("steps", arrival.step), f"New step {arrival.step}: {title}{with_tasks}", None, {"title": title})
    return Plan((Put(("steps", arrival.step), entry(arrival, tasks, project.scheme)),), (said,))


def _new_tasks(step: Step, tasks: Sequence[Arrival], coming: Incoming, project: Project, data: Any) -> Plan:
    entries: dict[str, Value] = {}
    scheme = project.scheme
    for arrival in tasks:
        wanted = _after(step.roles, arrival.roles, coming, project)
        own = own_roles(scheme, step.roles, wanted)
        entries[str(arrival.task)] = entry(in_phase(arrival, step.phase)._replace(roles=own), (), scheme)
    path = (*step.path, "tasks")
    said = tuple(
        Said((*path, str(one.task)), f"New task {one.step}.{one.task}: {fit(one.work.title)}", None, one.work.title)
        for one in tasks
    )
    return Plan(_into(path, entries, data, step_order(scheme)), said)


class _Update:
    """A step or task that is there already, against what the matrix says of it."""

    def __init__(
        self, arrival: Arrival, step: Step, known: Task, coming: Incoming, project: Project, data: Any
    ) -> None:
        self.arrival, self.step, self.known, self.coming, self.project = arrival, step, known, coming, project
        self.path: Path = step.path if arrival.task is None else (*step.path, "tasks", known.id)
        self.now = get(data, self.path) or {}
        self.names = {one.id: one.name for one in coming.newcomers}
        scheme = project.scheme
        self.before = step.roles if arrival.task is None else held_roles(scheme, step, known)
        self.after = _after(self.before, arrival.roles, coming, project)

    def plan(self) -> Plan:
        return self._roles() + self._facts() + self._notes()

    def _roles(self) -> Plan:
        changes: list[Change] = []
        said: list[Said] = []
        changed = self._changed()
        for role in self.project.scheme.roles:
            before, after = self.before.get(role.name, ()), self.after[role.name]
            if role.name in changed:
                changes.append(self._put(role.name, as_written(role.max == 1, after)))
                text = f"{self.known.title}: {role.name} {self._listed(before)} -> {self._listed(after)}"
                said.append(Said((*self.path, role.name), text, list(before), list(after)))
        decided = any(role.owns and self.after[role.name] for role in self.project.scheme.roles)
        settled = [key for key in ("candidates", "hint") if decided and changes and key in self.now]
        if settled:
            go = "goes" if len(settled) == 1 else "go"
            said.append(Said(self.path, f"{self.known.title}: decided, so its {listed(settled)} {go}"))
        return Plan((*changes, *(Drop((*self.path, key)) for key in settled)), tuple(said))

    def _changed(self) -> set[str]:
        """The roles to write: those that differ, and those that would, once a task no longer sets the others."""
        before = {name: self.before.get(name, ()) for name in self.after}
        changed = {name for name in self.after if self.after[name] != before[name]}
        if self.arrival.task is not None and changed:
            own = {**self.known.roles, **{name: self.after[name] for name in changed}}
            held = held_roles(self.project.scheme, self.step, self.known._replace(roles=own))
            changed |= {name for name in self.after if held.get(name, ()) != self.after[name]}
        return changed

    def _put(self, key: str, value: Value) -> Put:
        return Put((*self.path, key), value, step_order(self.project.scheme))

    def _listed(self, parties: Sequence[str]) -> str:
        return listed([self.names.get(party) or self.project.name_of(party) for party in parties]) or "nobody"

    def _facts(self) -> Plan:
        """The title only where the step was found by its id; status and dates where the source says them."""
        work = self.arrival.work
        given = facts(work if work.id is not None else work._replace(phase=None))
        phase = self.known.phase or self.step.phase  # a task is shown in the phase of its step
        shown = {"title": self.known.title, "phase": phase, "status": self.known.status}
        shown["due"] = self.known.due.isoformat() if self.known.due else None
        if work.id is None:
            del given["title"]
        changes: list[Change] = []
        said: list[Said] = []
        for key, value in given.items():
            if value in (fit(shown[key] or ""), fit(visible(shown[key] or ""))):
                continue
            changes.append(self._put(key, value))
            said.append(Said((*self.path, key), f"{self.known.title}: {key} {shown[key] or 'nothing'} -> {value}"))
            if key == "status" and (own := _OF_STATUS.get(self.known.status)) in self.now:
                changes.append(Drop((*self.path, str(own))))
        return Plan(tuple(changes), tuple(said))

    def _notes(self) -> Plan:
        """Lines that the notes do not have yet."""
        there = str(self.now.get("notes") or "")
        new = [line for line in map(fit, self.arrival.work.notes) if line not in there.split("\n")]
        if not new:
            return Plan()
        text = "\n".join([*([there.rstrip("\n")] if there else []), *new])
        said = Said((*self.path, "notes"), f"{self.known.title}: notes + {listed(new)}", there or None, text)
        return Plan((self._put("notes", text),), (said,))
