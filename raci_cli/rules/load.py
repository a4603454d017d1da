"""Does too much hang on one person?"""

from collections.abc import Iterable, Iterator

from raci_cli.findings import Finding, Severity
from raci_cli.model.project import Party
from raci_cli.rules.facts import Facts, Work
from raci_cli.rules.registry import Settings, rule
from raci_cli.rules.wording import some
from raci_cli.text import count, short

_FEW = 5


@rule("RACI203", "overloaded-owner", Severity.INFO)
def overloaded_owner(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """A person owns more than five open steps.

    What: steps that are neither done nor skipped; tasks are not counted, and neither are teams, software agents and
    outsiders. The limit is the setting `overloaded-owner`.

    Why: whoever answers for everything decides nothing in time, and is missed everywhere at once.

    Fix: let others own some of the steps.

    Failing:
        check: {limits: {overloaded-owner: 1}}
        steps:
          build: {title: Build it, accountable: dana, informed: [lee]}
          launch: {title: Launch it, accountable: dana, informed: [lee]}

    Passing:
        check: {limits: {overloaded-owner: 1}}
        steps:
          build: {title: Build it, accountable: lee, informed: [dana]}
          launch: {title: Launch it, accountable: dana, informed: [lee]}
    """
    owned: dict[str, list[str]] = {}
    for one in facts.open_steps:
        for party in one.owners:
            owned.setdefault(party, []).append(one.step.id)
    yield from _loaded(facts, "RACI203", "owns", owned, settings.limit("overloaded-owner"))


@rule("RACI204", "overloaded-worker", Severity.INFO)
def overloaded_worker(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """A person works on more than five open steps.

    What: a step counts once, whether the person does its work or that of an open task of it. Teams, software agents and
    outsiders are not counted. The limit is the setting `overloaded-worker`.

    Why: five things at once are all late.

    Fix: let others do some of the work, or put steps behind each other.

    Failing:
        check: {limits: {overloaded-worker: 1}}
        steps:
          build: {title: Build it, accountable: dana, responsible: [lee]}
          launch: {title: Launch it, accountable: dana, responsible: [lee]}

    Passing:
        check: {limits: {overloaded-worker: 1}}
        steps:
          build: {title: Build it, accountable: dana, responsible: [lee]}
          launch: {title: Launch it, accountable: lee, responsible: [dana]}
    """
    names = [role.name for role in facts.working]
    worked: dict[str, list[str]] = {}
    for one in facts.open_works:
        for name in names:
            for party in one.work.roles.get(name, ()):
                steps = worked.setdefault(party, [])
                if not steps or steps[-1] != one.step.id:
                    steps.append(one.step.id)
    yield from _loaded(facts, "RACI204", "works on", worked, settings.limit("overloaded-worker"))


def _loaded(facts: Facts, code: str, does: str, steps_of: dict[str, list[str]], limit: int) -> Iterator[Finding]:
    for party in _people(facts):
        steps = steps_of.get(party.id, [])
        if len(steps) > limit:
            those = some(steps, len(steps), most=_FEW)
            message = f"{short(party.name)} {does} {count(len(steps), 'open step')}, more than {limit}: {those}"
            yield Finding(code, party.path, message, "hand some of them to others", at="key")


def _people(facts: Facts) -> list[Party]:
    """Those who are there: who has left must hand everything over anyway."""
    return [party for party in facts.project.parties.values() if party.kind == "person" and party.active]


@rule("RACI207", "no-deputy", Severity.OFF)
def no_deputy(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A person who owns open steps or tasks has nobody who stands in.

    What: off until a setting switches it on. A deputy who has left is none.

    Why: people fall ill and leave, mostly in the week before the launch.

    Fix: write `deputy:` where the person is declared.

    Failing:
        people: {dana: {name: Dana Ortiz}, lee: {name: Lee Wong}}
        steps:
          build: {title: Build it, accountable: dana, informed: [lee]}

    Passing:
        people: {dana: {name: Dana Ortiz, deputy: lee}, lee: {name: Lee Wong}}
        steps:
          build: {title: Build it, accountable: dana, informed: [lee]}
    """
    owned: dict[str, Work] = {}
    for one in facts.open_works:
        for id_ in one.owners:
            owned.setdefault(id_, one)
    parties = facts.project.parties
    for party in _people(facts):
        deputy = parties.get(party.deputy or "")
        if party.id in owned and (party.deputy is None or (deputy is not None and not deputy.active)):
            left = f"{short(deputy.name)}, the deputy, has left" if deputy else "nobody stands in"
            message = f"{short(party.name)} owns {owned[party.id].label}, and {left}"
            path = (*party.path, "deputy") if deputy else party.path
            help_ = f"write deputy: under people.{short(party.id)}"
            yield Finding("RACI207", path, message, help_, at="value" if deputy else "key")
