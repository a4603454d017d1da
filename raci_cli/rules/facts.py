"""What several rules ask of a project, reckoned once for all of them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from raci_cli.findings import Path
from raci_cli.model.project import SKIPPED, SPONSORS, Party, Project, Step, Task, parties_in
from raci_cli.model.scheme import Role, Scheme
from raci_cli.model.state import held_roles, is_closed
from raci_cli.rules.wording import work_label, work_name

Parties = tuple[str, ...]
# Of a longer list a task inherits the first: to copy thousands of parties for each of thousands of tasks is slow.
_MOST_INHERITED = 50


class Work(NamedTuple):
    """A step (then `work` is `step`) or a task of it, and who holds what in it: set there, or inherited by a task.

    `given` are the roles that the step gives to its tasks. Among `owners` and `workers` stand `sponsors` as written,
    where the project names any: else the word is nobody.
    """

    step: Step
    work: Task
    path: Path
    roles: Mapping[str, Parties]
    owners: Parties
    workers: Parties
    given: Mapping[str, Parties]

    @property
    def label(self) -> str:
        """As a message names it."""
        return work_label(self.step, self.work)

    @property
    def name(self) -> str:
        """As it is typed."""
        return work_name(self.path)


class Facts:
    """A project, and what follows from it."""

    def __init__(self, project: Project) -> None:
        self.project = project

    @cached_property
    def scheme(self) -> Scheme:
        """The roles that there are."""
        return self.project.scheme

    @cached_property
    def owning(self) -> tuple[Role, ...]:
        """The roles that answer for a step."""
        return self.scheme.owners

    @cached_property
    def working(self) -> tuple[Role, ...]:
        """The roles that do the work."""
        return self.scheme.workers

    @cached_property
    def works(self) -> list[Work]:
        """The steps and tasks in order, without what is skipped: that asks for nothing."""
        found: list[Work] = []
        for step in self.project.steps:
            if step.status == SKIPPED:
                continue
            held = (step.roles, self._held(step.roles, self.owning), self._held(step.roles, self.working))
            found.append(Work(step, step, step.path, *held, step.roles))
            if step.tasks:
                found += self._tasks(step, held)
        return found

    def _tasks(self, step: Step, held: tuple[Mapping[str, Parties], Parties, Parties]) -> Iterator[Work]:
        given = {name: parties[:_MOST_INHERITED] for name, parties in step.roles.items()}
        parent = step._replace(roles=given)
        for task in step.tasks:
            if task.status == SKIPPED:
                continue
            path = (*step.path, "tasks", task.id)
            if task.roles:
                roles = held_roles(self.scheme, parent, task)
                yield Work(
                    step, task, path, roles, self._held(roles, self.owning), self._held(roles, self.working), given
                )
            else:
                yield Work(step, task, path, *held, given)

    def _held(self, roles: Mapping[str, Parties], chosen: tuple[Role, ...]) -> Parties:
        """The parties in any of these roles, each once; `sponsors` only where the project names some."""
        parties = roles.get(chosen[0].name, ()) if len(chosen) == 1 else tuple(parties_in(roles, chosen))
        unnamed = SPONSORS in parties and not self.sponsors
        if not unnamed and len(parties) == len(set(parties)):  # most are of this kind
            return parties
        return tuple(party for party in dict.fromkeys(parties) if not (unnamed and party == SPONSORS))

    @cached_property
    def open_works(self) -> list[Work]:
        """The steps and tasks that are still to be done."""
        return [one for one in self.works if not (self._closed(one.step) or self._closed(one.work))]

    def _closed(self, work: Task) -> bool:
        return is_closed(self.project, work) if work.ongoing else work.closed

    @cached_property
    def open_steps(self) -> list[Work]:
        """The steps that are still to be done."""
        return [one for one in self.open_works if one.work is one.step]

    def differs(self, one: Work, *roles: Role) -> bool:
        """Whether it is a step, or a task whose parties in these roles differ from its step's."""
        if one.work is one.step:
            return True
        return bool(one.work.roles) and parties_in(one.roles, roles) != parties_in(one.given, roles)

    def differing(self, roles: tuple[Role, ...]) -> Iterator[Work]:
        """The steps, and the tasks whose parties in these roles differ from their step's."""
        return (one for one in (self.works if roles else ()) if one.work is one.step or self.differs(one, *roles))

    @cached_property
    def sponsors(self) -> frozenset[str]:
        """Whom the word `sponsors` stands for."""
        return frozenset(self.project.sponsors)

    @cached_property
    def lone_sponsor(self) -> bool:
        """Whether any of the sponsors is no team."""
        parties = self.project.parties
        return any(who not in parties or not parties[who].is_team for who in self.sponsors)

    def number(self, parties: Parties) -> int:
        """How many these are, who are named once each: of `sponsors`, all of them."""
        if SPONSORS not in parties or not self.sponsors:
            return len(parties)
        return len(self.sponsors) + sum(party not in self.sponsors for party in parties) - 1

    @cached_property
    def team_of(self) -> dict[str, str]:
        """Party to its team: a person's, or the team itself."""
        parties = self.project.parties
        teams = ((party.id, party.id if party.is_team else party.team) for party in parties.values())
        return {party: team for party, team in teams if team is not None and team in parties}

    def teams(self, parties: Iterable[str]) -> set[str]:
        """The teams that these parties are, or belong to."""
        return {self.team_of[party] for party in parties if party in self.team_of}

    @cached_property
    def _named_in_steps(self) -> set[str]:
        named: set[str] = set()
        for step in self.project.steps:
            for work in (step, *step.tasks):
                named.update(*work.roles.values())
                if work.candidates or work.joint or work.agreed:
                    named.update(work.candidates, work.joint, work.agreed)
        return named

    @cached_property
    def _named_beside_steps(self) -> set[str]:
        project = self.project
        alone = (party for party in (project.lead, project.budget) if party is not None)
        owners = (owner for goal in project.goals.values() for owner in goal.owners)
        return {*alone, *owners, *project.sponsors}

    @cached_property
    def named(self) -> set[str]:
        """The parties, as written, that steps, tasks, goals, the sponsors or the project name."""
        return self._named_in_steps | self._named_beside_steps

    @cached_property
    def named_by_others(self) -> set[str]:
        """The parties, as written, that are somebody's team, lead or deputy."""
        parties = self.project.parties.values()
        return {one for party in parties for one in (party.team, party.lead, party.deputy) if one is not None}

    def uses(self, party: Party) -> bool:
        """Whether anything names a party, or gives a role to its team."""
        return party.id in self.named or party.id in self.named_by_others or party.team in self.named

    @cached_property
    def unknown(self) -> set[str]:
        """The names of parties that nobody declared; in steps, `sponsors` needs no declaration."""
        beside = self._named_beside_steps | self.named_by_others
        return ((self._named_in_steps - {SPONSORS}) | beside) - self.project.parties.keys()

    @cached_property
    def sponsor_teams(self) -> set[str]:
        """The teams that the sponsors come from."""
        return self.teams(self.sponsors)

    @cached_property
    def ordered(self) -> list[Step]:
        """The steps, each behind those that it needs; a circle is cut somewhere."""
        placed: list[Step] = []
        entered: set[str] = set()
        for first in self.project.steps:
            todo = [(first, False)]
            while todo:
                step, leaving = todo.pop()
                if leaving or (step.id not in entered and entered.issuperset(step.needs)):
                    entered.add(step.id)
                    placed.append(step)
                elif step.id not in entered:
                    entered.add(step.id)
                    todo.append((step, True))
                    needed = (self.project.step(id_) for id_ in reversed(step.needs) if id_ not in entered)
                    todo += [(other, False) for other in needed if other is not None]
        return placed


def asks(role: Role) -> bool:
    """Whether its parties are asked before: by its name, or by the look that a scheme gives it."""
    return role.name == "consulted" or role.colour == "ask"


def tells(role: Role) -> bool:
    """Whether its parties are told after."""
    return role.name == "informed" or role.colour == "tell"


def has_part(role: Role) -> bool:
    """Whether its parties have a part in the work, also if they are only told: not those that are left out of it."""
    return role.colour != "out"


def has_say(role: Role) -> bool:
    """Whether its parties can change something."""
    return has_part(role) and not tells(role)
