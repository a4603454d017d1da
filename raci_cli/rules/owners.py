"""Are those who own and work on steps the kind of party that can?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import SPONSORS, Party
from raci_cli.model.scheme import Role
from raci_cli.rules.facts import Facts, Work
from raci_cli.rules.mending import WHO, instead
from raci_cli.rules.registry import Settings, rule, speaks
from raci_cli.rules.wording import some
from raci_cli.text import short

_KINDS = {"agent": "a software agent", "external": "outside the organisation", "team": "a team"}
_MOST_DEPUTIES = 10


class _Holding(NamedTuple):
    """A party that a step or task itself names for a role, the how-many-eth there, from 0."""

    one: Work
    role: Role
    party: Party
    number: int

    @property
    def path(self) -> Path:
        """Where it stands."""
        return (*self.one.path, self.role.name, self.number)


def _holdings(facts: Facts, works: Iterable[Work], role: Role, sought: set[str]) -> Iterator[_Holding]:
    """Where one of the sought parties is named for a role; of the sponsors as a group, the first of them."""
    group = next((sponsor for sponsor in facts.project.sponsors if sponsor in sought), None)
    for one in works if sought else ():
        told: set[str] = set()
        for index, word in enumerate(one.work.roles.get(role.name, ())):
            party = group if word == SPONSORS else word
            if party in sought and party not in told:
                told.add(party)
                yield _Holding(one, role, facts.project.parties[party], index)


@rule("RACI104", "team-accountable", Severity.WARNING)
def team_accountable(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A team without a lead owns open steps.

    What: reported once a team, where it is declared. A lead who has left leads nobody.

    Why: a department cannot be called and asked; somebody in it must answer.

    Fix: name the team's lead, or let a person own the steps.

    Failing:
        teams: {marketing: Marketing, it: IT}
        steps:
          build: {title: Build it, accountable: it, responsible: [lee]}

    Passing:
        teams: {marketing: Marketing, it: {name: IT, lead: lee}}
        steps:
          build: {title: Build it, accountable: it, responsible: [lee]}
    """
    parties = facts.project.parties
    teams = {party.id for party in parties.values() if party.is_team and not _led(facts, party)}
    owned: dict[str, list[str]] = {}
    for role in facts.owning if teams else ():
        for holding in _holdings(facts, facts.open_works, role, set() if role.person_only else teams):
            owned.setdefault(holding.party.id, []).append(holding.one.name)
    for id_, names in owned.items():
        team = parties[id_]
        lead = f"whose lead {short(facts.project.name_of(team.lead))} has left" if team.lead else "without a lead"
        message = f"{short(team.name)}, a team {lead}, owns {some(names, len(names))}"
        path = (*team.path, "lead") if team.lead else team.path
        help_ = f"write its lead under teams.{short(id_)}, or let a person own what it owns"
        yield Finding("RACI104", path, message, help_, at="value" if team.lead else "key")


def _led(facts: Facts, team: Party) -> bool:
    lead = facts.project.parties.get(team.lead or "")
    return team.lead is not None and (lead is None or lead.active)


@rule("RACI105", "agent-accountable", Severity.ERROR)
def agent_accountable(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A software agent or somebody outside the organisation owns a step.

    What: they may do the work, and never answer for it. Also found: a team or an agent in a role that the scheme keeps
    for persons.

    Why: a program cannot be held to anything, and whoever is outside answers to somebody else.

    Fix: name a person who answers for it; the agent stays responsible.

    Failing:
        people:
          dana: Dana Ortiz
          scout: {name: Scout, kind: agent}
        steps:
          answers: {title: Answer the mail, accountable: scout}

    Passing:
        people:
          dana: Dana Ortiz
          scout: {name: Scout, kind: agent}
        steps:
          answers: {title: Answer the mail, accountable: dana, responsible: [scout]}
    """
    by_kind: dict[str, set[str]] = {}
    for party in facts.project.parties.values():
        by_kind.setdefault(party.kind, set()).add(party.id)
    for role in facts.scheme.roles:
        refused = {kind for kind in _KINDS if _refuses(role, kind)}
        sought = set().union(*(by_kind.get(kind, ()) for kind in refused))
        for held in _holdings(facts, facts.works, role, sought):
            what = f"{short(held.party.name)} is {_KINDS[held.party.kind]}"
            message = f"{what} and cannot be {role.name} for {held.one.label}"
            help_ = "name a person who answers for it" if role.owns else "name a person"
            yield Finding("RACI105", held.path, message, help_, instead(facts, held.one, role, held.number))


def _refuses(role: Role, kind: str) -> bool:
    return (role.owns and kind in ("agent", "external")) or (role.person_only and kind in ("team", "agent"))


@rule("RACI107", "inactive-owner", Severity.ERROR)
def inactive_owner(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """Somebody who has left owns an open step or does its work.

    What: people with `active: false`. What is done or skipped keeps the names of those who did it.

    Why: nobody is left to ask, and nobody notices before the date has passed.

    Fix: hand it over; the finding names the deputy where there is one.

    Failing:
        people:
          dana: {name: Dana Ortiz, deputy: lee, active: false}
          lee: Lee Wong
        steps:
          launch: {title: Launch it, accountable: dana}

    Passing:
        people:
          dana: {name: Dana Ortiz, deputy: lee, active: false}
          lee: Lee Wong
        steps:
          launch: {title: Launch it, accountable: lee}
    """
    left = {party.id for party in facts.project.parties.values() if not party.active}
    for role in facts.scheme.roles:
        if role.owns or role.works:
            for held in _holdings(facts, facts.open_works, role, left):
                if not (_refuses(role, held.party.kind) and speaks("RACI105", settings)):
                    deputy = _deputy(facts, held.party, role)
                    message = f"{short(held.party.name)} has left and is {role.name} for {held.one.label}"
                    help_ = f"the deputy is {short(deputy.name)}" if deputy else "name somebody who is there"
                    command = instead(facts, held.one, role, held.number, deputy.id if deputy else WHO)
                    yield Finding("RACI107", held.path, message, help_, command)


def _deputy(facts: Facts, party: Party, role: Role) -> Party | None:
    """The first in the line of deputies who is there and may have the role."""
    found: Party | None = party
    for _ in range(_MOST_DEPUTIES):
        found = facts.project.parties.get(found.deputy or "") if found else None
        if found and found.active and not _refuses(role, found.kind):
            return found
    return None
