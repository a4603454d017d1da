"""Are there too many at a step, or is nobody told of it?"""

from collections.abc import Iterable, Iterator

from raci_cli.findings import Finding, Severity
from raci_cli.model.project import Step
from raci_cli.model.scheme import Role
from raci_cli.rules.facts import Facts, Work, asks, has_part, tells
from raci_cli.rules.joint import unheard
from raci_cli.rules.mending import assign
from raci_cli.rules.order import handed_over
from raci_cli.rules.registry import Settings, rule, speaks
from raci_cli.rules.wording import role_names
from raci_cli.text import count


def _long_lists(facts: Facts, roles: Iterable[Role], limit: int) -> Iterator[tuple[Work, Role, int]]:
    """Open steps and tasks that themselves name more parties for a role than the limit, and how many."""
    for role in roles:
        for one in facts.open_works:
            parties = one.work.roles.get(role.name, ())
            if parties and (number := facts.number(tuple(dict.fromkeys(parties)))) > limit:
                yield one, role, number


@rule("RACI111", "many-responsible", Severity.INFO)
def many_responsible(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """More than three parties do the work of an open step.

    What: the limit is the setting `many-responsible`.

    Why: the more hands, the more each waits for another.

    Fix: split the step into tasks, or keep those who do most of it.

    Failing:
        people: {ana: Ana, ben: Ben, eve: Eve, dana: Dana Ortiz}
        steps:
          build: {title: Build it, accountable: dana, responsible: [ana, ben, eve, dana]}

    Passing:
        people: {ana: Ana, ben: Ben, eve: Eve, dana: Dana Ortiz}
        steps:
          build: {title: Build it, accountable: dana, responsible: [ana, ben, eve]}
    """
    limit = settings.limit("many-responsible")
    for one, role, number in _long_lists(facts, facts.working, limit):
        message = f"{count(number, 'party is', 'parties are')} {role.name} for {one.label}, more than {limit}"
        yield Finding("RACI111", (*one.path, role.name), message, "split it into tasks")


@rule("RACI112", "many-consulted", Severity.INFO)
def many_consulted(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """More than four parties are asked before an open step is done.

    What: the limit is the setting `many-consulted`.

    Why: every answer that is waited for takes days; most of them only want to be told.

    Fix: make some of them informed.

    Failing:
        people: {ana: Ana, ben: Ben, eve: Eve, dana: Dana Ortiz}
        steps:
          build: {title: Build it, accountable: dana, consulted: [ana, ben, eve, it, marketing]}

    Passing:
        people: {ana: Ana, ben: Ben, eve: Eve, dana: Dana Ortiz}
        steps:
          build: {title: Build it, accountable: dana, consulted: [ana, ben], informed: [eve, it, marketing]}
    """
    limit = settings.limit("many-consulted")
    told = [role.name for role in facts.scheme.roles if tells(role)]
    asked = (role for role in facts.scheme.roles if asks(role))
    for one, role, number in _long_lists(facts, asked, limit):
        message = f"{count(number, 'party is', 'parties are')} {role.name} for {one.label}, more than {limit}"
        help_ = f"some of them may only want to be {told[0]}" if told else "ask fewer"
        yield Finding("RACI112", (*one.path, role.name), message, help_)


@rule("RACI113", "nobody-told", Severity.INFO)
def nobody_told(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """Nobody is asked before an open step, or told of it after.

    What: nobody is consulted or informed, neither in the step nor in a task of it, though there are people or teams
    without a hand in it. Where that holds for all steps, it is said once; where RACI309 or RACI404 names a team that
    should be told, it is not said.

    Why: those who live with the result hear of it when it is too late to say anything.

    Fix: inform those who wait for it.

    Failing:
        steps:
          outcomes: {title: Agree on the outcome, accountable: dana, consulted: [lee]}
          build: {title: Build it, accountable: lee}

    Passing:
        steps:
          outcomes: {title: Agree on the outcome, accountable: dana, consulted: [lee]}
          build: {title: Build it, accountable: lee, informed: [dana]}
    """
    hearing = tuple(role for role in facts.scheme.roles if asks(role) or tells(role))
    if not hearing:
        return
    names = [role.name for role in hearing]
    silent = [one for one in facts.open_steps if not _hears(one.step, names)]
    sizes = _sizes(facts) if silent else {}
    silent = [one for one in silent if _hands(facts, one.step, sizes) < sum(sizes.values())]
    help_ = "inform those who wait for it" if any(map(tells, hearing)) else "ask those whom it concerns"
    if len(silent) > 1 and not any(_hears(step, names) for step in facts.project.steps):
        yield Finding("RACI113", ("steps",), f"nobody is {role_names(hearing)} in any step", help_, at="key")
        return
    found: set[str] = set()
    if silent and speaks("RACI309", settings):
        found.update(before.id for _, before, _, _ in handed_over(facts))
    if silent and speaks("RACI404", settings):
        found.update(one.step.id for one, _, _ in unheard(facts))
    for one in silent:
        if one.step.id not in found:  # else RACI309 or RACI404 says whom to tell
            message = f"nobody is {role_names(hearing)} for {one.label}"
            yield Finding("RACI113", (*one.path, hearing[-1].name), message, help_, assign(one, hearing[-1]))


def _hears(step: Step, names: list[str]) -> bool:
    """Whether anybody has one of these roles in a step or a task of it."""
    return any(map(step.roles.get, names)) or any(task.roles.get(name) for task in step.tasks for name in names)


def _sizes(facts: Facts) -> dict[str, int]:
    """How many people there are in each team; somebody without a team, and a team without people, count as one.

    Whoever has no role anywhere does not count: RACI202 finds them.
    """
    sizes: dict[str, int] = {}
    for party in facts.project.parties.values():
        if party.kind == "person" and party.active and facts.uses(party):
            group = facts.team_of.get(party.id, party.id)
            sizes[group] = sizes.get(group, 0) + 1
    teams = (party for party in facts.project.parties.values() if party.is_team and facts.uses(party))
    return {**{team.id: 1 for team in teams}, **sizes}


def _hands(facts: Facts, step: Step, sizes: dict[str, int]) -> int:
    """How many people have a role in a step or a task of it, by themselves or by their team."""
    named = {party for work in (step, *step.tasks) for parties in work.roles.values() for party in parties}
    if not named.isdisjoint(facts.unknown):  # it may be anybody whom RACI201 finds there
        return sum(sizes.values())
    people = (facts.project.parties[party] for party in named if party not in sizes and party in facts.project.parties)
    alone = (party for party in people if party.kind == "person" and party.active)
    return sum(sizes.get(party, 0) for party in named) + sum(
        facts.team_of.get(party.id) not in named for party in alone
    )


@rule("RACI114", "crowded-step", Severity.INFO)
def crowded_step(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """More than ten parties have a role in an open step.

    What: whatever their roles; the limit is the setting `crowded-step`.

    Why: where everybody has a letter, nobody reads the row.

    Fix: keep those whom the step needs; name a team in place of its people.

    Failing:
        check: {limits: {crowded-step: 2}}
        steps:
          build: {title: Build it, accountable: dana, responsible: [lee], informed: [marketing, it]}

    Passing:
        check: {limits: {crowded-step: 2}}
        steps:
          build: {title: Build it, accountable: dana, responsible: [lee]}
    """
    limit = settings.limit("crowded-step")
    names = [role.name for role in facts.scheme.roles if has_part(role)]
    for one in facts.open_steps:
        if sum(map(len, one.step.roles.values())) > limit or facts.sponsors:
            parties = tuple(dict.fromkeys(party for name in names for party in one.step.roles.get(name, ())))
            if (number := facts.number(parties)) > limit:
                message = f"{count(number, 'party has', 'parties have')} a role in {one.label}, more than {limit}"
                help_ = "keep those whom it needs, or name a team in place of its people"
                yield Finding("RACI114", one.path, message, help_, at="key")
