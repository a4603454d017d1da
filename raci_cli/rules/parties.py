"""Do the people and teams that steps name exist, and do steps name those that exist?"""

from collections.abc import Iterable, Iterator
from typing import Literal

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.fields import is_id
from raci_cli.model.project import SPONSORS, Party, Project, Task
from raci_cli.rules.facts import Facts
from raci_cli.rules.names import is_placeholder
from raci_cli.rules.registry import Settings, rule, speaks
from raci_cli.text import MOST_SUGGESTIONS, did_you_mean, nearest, quoted

# Unused parties beyond so many are not compared with the unknown ones.
_MOST_COMPARED = 100


@rule("RACI201", "unknown-party", Severity.ERROR)
def unknown_party(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A reference to somebody who is neither under `people` nor under `teams`.

    Why: a role that nobody can be found for is held by nobody.

    Fix: correct the id, or add the person: `raci add person ID "Name"`. Steps refer to ids, not to display names.

    Failing:
        people: {dana: Dana Ortiz}
        steps:
          build: {title: Build it, accountable: dena}

    Passing:
        people: {dana: Dana Ortiz}
        steps:
          build: {title: Build it, accountable: dana}
    """
    project = facts.project
    if not facts.unknown:  # to know all places costs more than to know all names
        return
    unknown = ((party, path) for party, path in _references(project) if not _known(project, party, path))
    by_name = _by_name(project.parties.values())
    for number, (party, path) in enumerate(unknown):
        same = by_name.get(party.casefold(), [])
        suggestion = did_you_mean(party, project.parties) if number < MOST_SUGGESTIONS else ""
        help_ = f"did you mean {same[0]}?" if len(same) == 1 else suggestion
        command = () if help_ or not is_id(party) else ("add", "person", party, "NAME")
        message = f"{quoted(party)} is neither a person nor a team"
        at: Literal["key", "value"] = "key" if path[-1] == party else "value"
        yield Finding("RACI201", path, message, help_ or "add them", command, at)


def _known(project: Project, party: str, path: Path) -> bool:
    return party in project.parties or (party == SPONSORS and path[0] == "steps")


def _by_name(parties: Iterable[Party]) -> dict[str, list[str]]:
    """Case-folded display name to the ids that have it."""
    ids: dict[str, list[str]] = {}
    for party in parties:
        ids.setdefault(party.name.casefold(), []).append(party.id)
    return ids


def _references(project: Project) -> Iterator[tuple[str, Path]]:
    """Every place that names a party."""
    for key, one in (("lead", project.lead), ("budget", project.budget)):
        if one is not None:
            yield one, ("project", key)
    for party in project.parties.values():
        for key, one in (("team", party.team), ("lead", party.lead), ("deputy", party.deputy)):
            if one is not None:
                yield one, (*party.path, key)
    yield from _each(project.sponsors, ("sponsors",))
    for goal in project.goals.values():
        yield from _each(goal.owners, ("goals", goal.id, "owners"))
    for step in project.steps:
        for work, path in step.work():
            yield from _of_work(work, path)


def _of_work(work: Task, path: Path) -> Iterator[tuple[str, Path]]:
    for name, parties in work.roles.items():
        yield from _each(parties, (*path, name))
    yield from _each(work.candidates, (*path, "candidates"))
    yield from _each(work.joint, (*path, "joint"))
    for party in work.agreed:
        yield party, (*path, "agreed", party)


def _each(parties: tuple[str, ...], path: Path) -> Iterator[tuple[str, Path]]:
    for index, party in enumerate(parties):
        yield party, (*path, index)


@rule("RACI202", "unused-party", Severity.WARNING)
def unused_party(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """A person or team that has no role anywhere.

    What: nothing names them: no step or task, no goal, not the sponsors, the lead, the budget, no one's team or deputy.
    People whose team has a role are used by it. A placeholder is left to RACI206, a misspelt id to RACI201.

    Why: it is a leftover, or somebody was forgotten when the roles were given.

    Fix: give them a role, or remove them.

    Failing:
        people: {dana: Dana Ortiz, lee: Lee Wong}
        teams: {}
        steps:
          build: {title: Build it, accountable: dana}

    Passing:
        people: {dana: Dana Ortiz, lee: Lee Wong}
        teams: {}
        steps:
          build: {title: Build it, accountable: dana, informed: [lee]}
    """
    everybody = facts.project.parties.values() if facts.project.steps else ()
    unused = [party for party in everybody if not facts.uses(party)]
    meant = _meant(facts, unused) if facts.unknown and speaks("RACI201", settings) else ()
    for party in unused:
        if party.id not in meant and not (is_placeholder(party.name) and speaks("RACI206", settings)):
            what = f"the {'team' if party.is_team else 'person'} {quoted(party.name)} has no role anywhere"
            command = ("remove", party.id)
            yield Finding("RACI202", party.path, what, "give them one, or remove them", command, at="key")


def _meant(facts: Facts, unused: list[Party]) -> set[str]:
    """The unused parties that an unknown name stands for: one mistake, which RACI201 finds."""
    by_name = _by_name(unused)
    by_id = [party.id for party in unused] if len(unused) <= _MOST_COMPARED else []
    words = sorted(facts.unknown)
    near = (nearest(word, by_id) for word in words[:MOST_SUGGESTIONS])
    return {id_ for id_ in near if id_} | {id_ for word in words for id_ in by_name.get(word.casefold(), ())}
