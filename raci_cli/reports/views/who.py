"""Everything that somebody has to do with."""

from collections.abc import Sequence

from raci_cli.model.project import Party, Project
from raci_cli.model.state import is_closed
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.holding import shown
from raci_cli.reports.views.moving import undecided
from raci_cli.reports.views.parts import head, named, party_data, role_data
from raci_cli.reports.views.roles import acting, kind_of, members, party_of, standing_for
from raci_cli.reports.views.shares import owned, shares, worked

_ORDER = ("own", "work", "ask", "tell", "out")


def view(asked: Asked) -> View:
    """Everything that a person or team has to do with: what they own, do, are asked and told, also through their team.

    person: {id, name, kind, team, title, active, email, lead (of the team), deputy, deputy_of: [party], leads: [party],
    sponsor, members: [party] of a team}; load: null of what is no person, else {owned, owned_limit, worked,
    worked_limit}, of open steps; roles: [a role with works: [a work with of, the step of a task or null, and as: null,
    or the party through which it is theirs]], first those that own, then those that work, are asked, are told, are
    left out; candidate: [a work with of] that is undecided, and may become theirs; late: how many works are late of
    those that they own or do themselves.
    """
    project, party = asked.project, party_of(asked.project, asked.who or "")
    groups = [one for one in standing_for(project, party) if one[0] != "members"]
    roles = _roles(asked, [id_ for _, _, inner in groups for id_ in inner])
    acts = {role.name for role in acting(project.scheme)}
    done = [work for role in roles if role["name"] in acts for work in role["works"] if work["as"] is None]
    return {
        **head(asked),
        "person": _person(project, party),
        "load": _load(asked, party),
        "roles": roles,
        "candidate": _candidate(asked, [id_ for _, _, inner in groups for id_ in inner]),
        "late": len({work["id"] for work in done if work["late"]}),
    }


def _person(project: Project, party: Party) -> View:
    team = party if party.is_team else party_of(project, party.team) if party.team else None
    everybody = project.parties.values()
    return {
        **party_data(party, project),
        "email": party.email,
        "lead": named(project, team.lead) if team else None,
        "deputy": named(project, party.deputy),
        "deputy_of": [named(project, other.id) for other in everybody if other.deputy == party.id],
        "leads": [named(project, other.id) for other in everybody if other.is_team and other.lead == party.id],
        "sponsor": party.id in project.sponsors,
        "members": [named(project, id_) for id_ in members(project, party.id)],
    }


def _load(asked: Asked, party: Party) -> View | None:
    if party.kind != "person":
        return None
    return {
        "owned": owned(asked.project, party.id),
        "owned_limit": asked.limits["overloaded-owner"],
        "worked": worked(asked.project, party.id),
        "worked_limit": asked.limits["overloaded-worker"],
    }


def _roles(asked: Asked, ids: Sequence[str]) -> list[View]:
    project = asked.project
    found = shares(project)
    roles = []
    for role in sorted(project.scheme.roles, key=lambda role: _ORDER.index(kind_of(role))):
        theirs = [(id_, *one) for id_ in ids for one in found.get(id_, ()) if one[2] == role.letter]
        works = [
            {**shown(asked, step, work), "as": None if id_ == ids[0] else named(project, id_)}
            for id_, step, work, _ in theirs
        ]
        if works:
            roles.append({**role_data(role), "works": works})
    return roles


def _candidate(asked: Asked, ids: Sequence[str]) -> list[View]:
    project = asked.project
    return [
        shown(asked, step, work)
        for step in project.steps
        for work, _ in step.work()
        if set(ids) & set(work.candidates)
        and undecided(project, step, work)
        and not (is_closed(project, step) or is_closed(project, work))
    ]
