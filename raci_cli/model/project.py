"""The project as the reader leaves it: typed, with every reference as written; nobody changes it after that."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from raci_cli.findings import Path
from raci_cli.model.scheme import RACI, Role, Scheme

NOT_STARTED, IN_PROGRESS, BLOCKED, DONE, SKIPPED = STATUSES = (
    "not-started",
    "in-progress",
    "blocked",
    "done",
    "skipped",
)
SPONSORS = "sponsors"
_EMPTY: Mapping[str, Any] = {}


class Party(NamedTuple):
    """A team, a person, a software agent or somebody outside; `team`, `deputy` and `lead` are ids."""

    id: str
    name: str
    kind: str = "person"
    team: str | None = None
    title: str | None = None
    email: str | None = None
    active: bool = True
    deputy: str | None = None
    lead: str | None = None

    @property
    def is_team(self) -> bool:
        """Whether it stands for several people."""
        return self.kind == "team"

    @property
    def path(self) -> Path:
        """Where it is declared."""
        return ("teams" if self.is_team else "people", self.id)


class Goal(NamedTuple):
    """A figure that the owners commit to."""

    id: str
    measure: str | None = None
    target: str | None = None
    owners: tuple[str, ...] = ()
    due: datetime.date | None = None
    actual: str | None = None
    met: bool = False


class Task(NamedTuple):
    """A piece of work; `roles` holds only the roles that are set, by name, with parties as written.

    `number` and `tasks` are a step's alone.
    """

    id: str
    title: str
    roles: Mapping[str, tuple[str, ...]] = _EMPTY
    status: str = NOT_STARTED
    start: datetime.date | None = None
    due: datetime.date | None = None
    done: datetime.date | None = None
    blocked: str | None = None
    phase: str | None = None
    candidates: tuple[str, ...] = ()
    hint: str | None = None
    joint: tuple[str, ...] = ()
    agreed: Mapping[str, datetime.date] = _EMPTY
    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    independent: bool = False
    ongoing: bool = False
    until: str | None = None
    notes: str | None = None
    guidance: str | None = None
    number: int = 0
    tasks: "tuple[Task, ...]" = ()

    @property
    def closed(self) -> bool:
        """Done or skipped: nobody waits for it any more."""
        return self.status in (DONE, SKIPPED)


class Step(Task):
    """A step of the lifecycle, numbered from 1, with tasks of one level below it."""

    __slots__ = ()

    @property
    def path(self) -> Path:
        """Where it stands."""
        return ("steps", self.id)

    def roles_of(self, task: Task) -> dict[str, tuple[str, ...]]:
        """The roles of a task of this step: its own, and the step's where it sets none."""
        return {**self.roles, **task.roles}

    def work(self) -> Iterator[tuple[Task, Path]]:
        """The step, then its tasks, each with its path."""
        yield self, self.path
        for task in self.tasks:
            yield task, (*self.path, "tasks", task.id)


class Verdict(NamedTuple):
    """A verdict set by hand, and why."""

    colour: str
    because: str | None = None


class CheckSettings(NamedTuple):
    """How the file wants to be checked: severities by rule code or name, limits by rule name; None: not said."""

    severity: Mapping[str, str] = _EMPTY
    limits: Mapping[str, int] = _EMPTY
    strict: bool | None = None


@dataclass(repr=False)
class Project:
    """One project file; `parties` holds teams before people, in the order of their declaration."""

    name: str = ""
    summary: str | None = None
    size: str = "small"
    start: datetime.date | None = None
    due: datetime.date | None = None
    lead: str | None = None
    budget: str | None = None
    verdict: Verdict | None = None
    scheme: Scheme = RACI
    parties: Mapping[str, Party] = field(default_factory=dict)
    sponsors: tuple[str, ...] = ()
    goals: Mapping[str, Goal] = field(default_factory=dict)
    glossary: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    check: CheckSettings = field(default_factory=CheckSettings)

    def name_of(self, party: str) -> str:
        """What a party is called; its id where nobody declared it."""
        if party in self.parties:
            return self.parties[party].name
        return "Sponsors" if party == SPONSORS else party

    @cached_property
    def _by_id(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    def step(self, id_: str) -> Step | None:
        """The step of that id."""
        return self._by_id.get(id_)


def parties_in(roles: Mapping[str, tuple[str, ...]], chosen: tuple[Role, ...]) -> list[str]:
    """The parties that hold any of the chosen roles, each once, in the order of the roles."""
    return list(dict.fromkeys(party for role in chosen for party in roles.get(role.name, ())))
