"""What the roles of any scheme come to, and who belongs to whom."""

from collections.abc import Iterable
from typing import Literal

from raci_cli.model.project import SPONSORS, Party, Project, Step
from raci_cli.model.scheme import Role, Scheme

_TOLD = "inform"


def kind_of(role: Role) -> Literal["own", "work", "ask", "tell", "out"]:
    """Whether its holders answer for a step, do the work, are asked, are told, or are left out of it.

    Only the first two are properties of a scheme. Among the others the colour decides, and who supports the work does
    it too; without one, a role whose name begins with `inform` is told.
    """
    if role.owns:
        return "own"
    if role.works or role.colour == "support":
        return "work"
    if role.colour == "out":
        return "out"
    told = role.colour == "tell" or (role.colour != "ask" and role.name.casefold().startswith(_TOLD))
    return "tell" if told else "ask"


def of_kind(scheme: Scheme, *kinds: str) -> list[Role]:
    """The roles of some kinds, in the order of the scheme."""
    return [role for role in scheme.roles if kind_of(role) in kinds]


def acting(scheme: Scheme) -> list[Role]:
    """The roles that have something to do: those that own or work, all of them in a scheme that has neither."""
    return of_kind(scheme, "own", "work") or list(scheme.roles)


def party_of(project: Project, id_: str) -> Party:
    """A party, declared or not; the sponsors are a group."""
    kind = "group" if id_ == SPONSORS else "unknown"
    return project.parties.get(id_) or Party(id_, project.name_of(id_), kind=kind)


def members(project: Project, id_: str) -> list[str]:
    """The people of a team; those who are named as sponsors."""
    if id_ == SPONSORS:
        return list(project.sponsors)
    return [party.id for party in project.parties.values() if party.team == id_ and not party.is_team]


def standing_for(project: Project, party: Party) -> list[tuple[str, str, list[str]]]:
    """For whom a report about a party speaks: (own, team, members), the party that it is named after, whose letters."""
    own = ("own", party.id, [party.id])
    if inner := members(project, party.id):
        return [own, ("members", party.id, inner)]
    led = [team.id for team in project.parties.values() if team.is_team and team.lead == party.id]
    teams = dict.fromkeys([*([party.team] if party.team else []), *led])
    return [own, *(("team", team, [team]) for team in teams)]


def stands_for(project: Project, one: str, party: str) -> bool:
    """Whether a party is another, or a member of it."""
    return one == party or party_of(project, one).team == party


def not_agreed(project: Project, step: Step) -> list[str]:
    """The parties that must have a say in a step and of which nobody has agreed to it."""
    return [party for party in step.joint if not _any_of(project, step.agreed, party)]


def _any_of(project: Project, given: Iterable[str], party: str) -> bool:
    return any(stands_for(project, one, party) for one in given)
