"""The people of a new project, as they are typed: name, team, title; what is not said is made."""

from collections.abc import Collection
from typing import Any, NamedTuple

from raci_cli.changes.add import add_person, add_team
from raci_cli.changes.assign import assign
from raci_cli.changes.plan import Plan, Planner
from raci_cli.errors import UsageError
from raci_cli.lifecycles import new_id
from raci_cli.model.fields import ID_RULE, is_id, refuse_text
from raci_cli.model.project import Party, Project
from raci_cli.text import quoted

_EXAMPLE = '"dana=Dana Ortiz:marketing"'


class Newcomer(NamedTuple):
    """Somebody to start with; `team` is an id or a name, and need not be there yet; `id` None: one is made."""

    name: str
    team: str | None = None
    title: str | None = None
    id: str | None = None


def from_option(text: str, option: str) -> Newcomer:
    """`[ID=]NAME[:TEAM[:TITLE]]`; UsageError where it has no name."""
    id_, equals, rest = text.partition("=")
    newcomer = _from_parts((rest if equals else text).split(":", 2), id_ if equals else None)
    if not newcomer.name or newcomer.id == "":
        raise UsageError(f"{option} wants [ID=]NAME[:TEAM[:TITLE]], not {text!r}", help=f"such as {option} {_EXAMPLE}")
    return newcomer


def from_line(text: str) -> Newcomer:
    """`name, team, title`, or what the option takes; the name is enough. UsageError where something cannot be.

    Without a comma, `dana=Dana Ortiz:Marketing` means what it means there.
    """
    id_, equals, rest = text.partition("=") if "," not in text else ("", "", text)
    newcomer = _from_parts(rest.split(":", 2) if equals else text.split("," if "," in text else ":", 2), None)
    if equals:
        if not is_id(id_.strip()):
            raise UsageError(f"{quoted(id_.strip())} is no id: {ID_RULE}", help="such as dana=Dana Ortiz")
        newcomer = newcomer._replace(id=id_.strip())
    for word, what in ((newcomer.name, "the name"), (newcomer.team, "the team"), (newcomer.title, "the title")):
        if word is not None:
            refuse_text(word, what)
    return newcomer


def _from_parts(parts: list[str], id_: str | None) -> Newcomer:
    name, team, title = (*(part.strip() for part in parts), "", "")[:3]
    return Newcomer(name, team or None, title or None, id_)


def joining(newcomer: Newcomer) -> tuple[Planner, Planner]:
    """The plans that make somebody's team, where there is none of that id or name, and then the person."""

    def team(project: Project, data: Any) -> Plan:
        if newcomer.team is None or _team(project, newcomer.team):
            return Plan()
        return add_team(project, data, _free_id(newcomer.team, project.parties, "team"), newcomer.team, None)

    def person(project: Project, data: Any) -> Plan:
        found = _team(project, newcomer.team) if newcomer.team else None
        id_ = newcomer.id if newcomer.id is not None else _free_id(newcomer.name, project.parties, "person")
        return add_person(project, data, id_, newcomer.name, team=found.id if found else None, title=newcomer.title)

    return team, person


def answering(step: str, who: str) -> Planner:
    """The plan that makes somebody accountable for a step, both as typed, by whatever the scheme calls it."""

    def plan(project: Project, data: Any) -> Plan:
        owner = next((role.name for role in project.scheme.owners), "accountable")
        return assign(project, data, [step], {owner: [who]}, only=True)

    return plan


def _team(project: Project, word: str) -> Party | None:
    teams = [party for party in project.parties.values() if party.is_team]
    by_id = (team for team in teams if team.id == word)
    return next(by_id, None) or next((team for team in teams if team.name.casefold() == word.casefold()), None)


def _free_id(name: str, taken: Collection[str], kind: str) -> str:
    """An id that nobody has: a person's first name, else the whole name, else with a number; `person-1` of no Latin."""
    whole = new_id(name)
    first = new_id(name.split(maxsplit=1)[0]) if kind == "person" else None
    for id_ in (first, whole):
        if id_ and id_ not in taken:
            return id_
    stem = (whole or kind)[:60]
    return next(id_ for number in range(2 if whole else 1, len(taken) + 3) if (id_ := f"{stem}-{number}") not in taken)
