"""Everybody, and how much they have to do."""

from raci_cli.model.state import is_closed
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import head, named, party_data
from raci_cli.reports.views.roles import party_of
from raci_cli.reports.views.shares import Share, known_ids, shares


def view(asked: Asked) -> View:
    """Everybody and every team, and how much they have to do.

    rows: [{id, name, kind, team, title, active, below (a person, under the row of the team), counts: [number for each
    role of the scheme], open (steps and tasks), idle (has no role), sponsor, leads: [party], deputy, attention (left,
    without a role, or not declared)}], each team before its people, then all others; totals: {teams, people, agents,
    external, unknown, left, idle}.
    """
    project = asked.project
    found = shares(project)
    rows = [_row(asked, id_, found.get(id_, [])) for id_ in _in_order(asked, found)]
    kinds = [row["kind"] for row in rows]
    return {
        **head(asked),
        "rows": rows,
        "totals": {
            "teams": kinds.count("team"),
            "people": kinds.count("person"),
            "agents": kinds.count("agent"),
            "external": kinds.count("external"),
            "unknown": kinds.count("unknown"),
            "left": sum(not row["active"] for row in rows),
            "idle": sum(row["idle"] for row in rows),
        },
    }


def _in_order(asked: Asked, found: dict[str, list[Share]]) -> list[str]:
    """Each team before its people, then all others."""
    parties = [party_of(asked.project, id_) for id_ in known_ids(asked.project, found)]
    teams = [party.id for party in parties if party.is_team]
    ordered: list[str] = []
    for team in teams:
        ordered += [team, *(party.id for party in parties if party.team == team and not party.is_team)]
    return list(dict.fromkeys([*ordered, *(party.id for party in parties)]))


def _row(asked: Asked, id_: str, theirs: list[Share]) -> View:
    project, party = asked.project, party_of(asked.project, id_)
    held = [letter for _, _, letter in theirs]
    works = {(step.id, work.id, work is step) for step, work, _ in theirs
             if not is_closed(project, step) and not is_closed(project, work)}  # fmt: skip
    everybody = project.parties.values()
    # A team that stands for nothing itself is there for its people.
    idle = not theirs and not any(other.team == id_ for other in everybody)
    return {
        **party_data(party, project),
        "below": not party.is_team and party.team in project.parties,
        "counts": [held.count(role.letter) for role in project.scheme.roles],
        "open": len(works),
        "idle": idle,
        "sponsor": id_ in project.sponsors,
        "leads": [named(project, other.id) for other in everybody if other.is_team and other.lead == id_],
        "deputy": named(project, party.deputy),
        "attention": idle or not party.active or party.kind == "unknown",
    }
