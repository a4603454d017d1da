"""What has changed between two states of a project, in the words of the model."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from raci_cli.findings import Path
from raci_cli.model.project import Goal, Party, Project, Step, Task
from raci_cli.text import listed

# What is told of each kind of thing, in this order, with the word for it.
_PROJECT = ("name", "size", "start", "due", "lead", "budget", "sponsors")
_PARTY = ("name", "team", "title", "active", "deputy", "lead", "kind")
_GOAL = ("measure", "target", "actual", "owners", "due", "met")
_WORK = (
    "title", "phase", "status", "blocked", "start", "due", "done", "ongoing", "until", "needs", "joint", "goals",
    "independent",
)  # fmt: skip
_PARTIES = frozenset(("lead", "budget", "sponsors", "team", "deputy", "owners", "joint"))


@dataclass(frozen=True)
class Change:
    """One change: its place, what it is about, what of it, and what that was and is, in words."""

    path: Path
    about: str
    what: str
    old: str
    new: str

    @property
    def text(self) -> str:
        """`Launch: accountable Dana Ortiz -> Lee Wong`."""
        return f"{self.about}: {self.what} {self.old} -> {self.new}" if self.old else f"{self.about}: {self.what}"


def changes(old: Project, new: Project) -> list[Change]:
    """Everything that a reader of the project would want to know of, in the order of the file."""
    compare = _Comparison(old, new)
    return [*compare.project(), *compare.parties(), *compare.goals(), *compare.steps()]


@dataclass(frozen=True)
class _Comparison:
    old: Project
    new: Project

    def project(self) -> Iterator[Change]:
        yield from self._fields(("project",), "Project", self.old, self.new, _PROJECT)
        before, after = (one.verdict.colour if one.verdict else "as computed" for one in (self.old, self.new))
        if before != after:
            yield Change(("project", "verdict"), "Project", "verdict", before, after)

    def parties(self) -> Iterator[Change]:
        yield from self._members(self.old.parties, self.new.parties, _PARTY, _party_about)

    def goals(self) -> Iterator[Change]:
        yield from self._members(self.old.goals, self.new.goals, _GOAL, _goal_about)

    def steps(self) -> Iterator[Change]:
        before = {step.id: step for step in self.old.steps}
        after = {step.id: step for step in self.new.steps}
        for step in self.new.steps:
            yield from self._step(before.get(step.id), step)
        for step in self.old.steps:
            if step.id not in after:
                yield Change(step.path, step.title, "removed", "", "")
        kept = [id_ for id_ in before if id_ in after]
        if kept != [id_ for id_ in after if id_ in before]:
            yield Change(("steps",), "Steps", "in another order", "", "")

    def _step(self, before: Step | None, step: Step) -> Iterator[Change]:
        if before is None:
            yield Change(step.path, step.title, "new", "", "")
            return
        yield from self._work(before, step, step.path)
        tasks = {task.id: task for task in before.tasks}
        for task in step.tasks:
            path = (*step.path, "tasks", task.id)
            if task.id not in tasks:
                yield Change(path, f"{step.title}, {task.title}", "new", "", "")
            else:
                yield from self._work(tasks[task.id], task, path)
        gone = set(tasks) - {task.id for task in step.tasks}
        for task in before.tasks:
            if task.id in gone:
                yield Change((*step.path, "tasks", task.id), f"{step.title}, {task.title}", "removed", "", "")

    def _work(self, before: Task, after: Task, path: Path) -> Iterator[Change]:
        names = dict.fromkeys((*self.old.scheme.names, *self.new.scheme.names))
        for name in names:
            was, is_ = before.roles.get(name, ()), after.roles.get(name, ())
            if was != is_:
                said = (_names(self.old, was), _names(self.new, is_))
                yield Change((*path, name), after.title, name, *said)
        decided = not after.candidates and before.roles != after.roles
        if before.candidates != after.candidates and not decided:
            said = (_names(self.old, before.candidates), _names(self.new, after.candidates))
            yield Change((*path, "candidates"), after.title, "candidates", *said)
        yield from self._fields(path, after.title, before, after, _WORK)
        for who, day in after.agreed.items():
            if before.agreed.get(who) != day:
                yield Change((*path, "agreed", who), after.title, f"{self.new.name_of(who)} agreed on {day}", "", "")

    def _members(
        self, before: Mapping[str, Any], after: Mapping[str, Any], fields: tuple[str, ...], about: Any
    ) -> Iterator[Change]:
        for id_, one in after.items():
            path, name = about(one)
            if id_ not in before:
                yield Change(path, name, "new", "", "")
            else:
                yield from self._fields(path, name, before[id_], one, fields)
        for id_, one in before.items():
            if id_ not in after:
                path, name = about(one)
                yield Change(path, name, "removed", "", "")

    def _fields(self, path: Path, about: str, old: Any, new: Any, fields: tuple[str, ...]) -> Iterator[Change]:
        for name in fields:
            if not hasattr(new, name) or getattr(old, name) == getattr(new, name):
                continue
            was, is_ = (
                self._said(project, name, getattr(one, name)) for project, one in ((self.old, old), (self.new, new))
            )
            yield Change((*path, name), about, name, was, is_)

    def _said(self, project: Project, name: str, value: Any) -> str:
        """A value in words."""
        if name in _PARTIES:
            return _names(project, (value,) if isinstance(value, str) else value or ())
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, tuple):
            return listed(list(value)) or "nothing"
        return value.isoformat() if isinstance(value, datetime.date) else str(value) if value is not None else "nothing"


def _party_about(party: Party) -> tuple[Path, str]:
    return party.path, party.name


def _goal_about(goal: Goal) -> tuple[Path, str]:
    return ("goals", goal.id), f"Goal {goal.measure or goal.id}"


def _names(project: Project, parties: Any) -> str:
    return listed([project.name_of(party) for party in parties]) or "nobody"
