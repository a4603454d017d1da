"""Have all sides of a joint step a say in it, and did they agree?"""

from collections.abc import Iterable, Iterator

from raci_cli.findings import Finding, Severity
from raci_cli.model.project import DONE, SKIPPED, SPONSORS
from raci_cli.rules.facts import Facts, Work, asks, has_say
from raci_cli.rules.mending import WHO, assign
from raci_cli.rules.registry import Settings, rule
from raci_cli.rules.wording import party_names, role_names
from raci_cli.text import short


def _missing(facts: Facts, one: Work, there: set[str]) -> list[tuple[int, str]]:
    """The sides of a joint step or task, with their index, for whom none of these parties stands."""
    here = there | facts.teams(there)
    missing: dict[str, int] = {}
    for index, party in enumerate(one.work.joint):
        if party not in facts.project.parties or party in here or facts.team_of.get(party) in there:
            continue  # who is unknown is found by RACI201
        if SPONSORS not in there or not (party in facts.sponsors or party in facts.sponsor_teams):
            missing.setdefault(party, index)
    return [(index, party) for party, index in missing.items()]


@rule("RACI404", "going-alone", Severity.WARNING)
def going_alone(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A step is joint, and one of the teams has no say in it.

    What: neither the team nor anybody in it owns the step, works on it or is consulted, also not in a task of it. To be
    informed is not enough.

    Why: a choice that one side makes alone fits nobody: the other side will not use it, or cannot run it.

    Fix: consult the team at least, with the command that the finding names.

    Failing:
        steps:
          vendor: {title: Choose the solution, accountable: dana, joint: [marketing, it]}

    Passing:
        steps:
          vendor: {title: Choose the solution, accountable: dana, consulted: [it], joint: [marketing, it]}
    """
    saying = [role for role in facts.scheme.roles if has_say(role)]
    asked = next(filter(asks, saying), None)
    for one, index, party in unheard(facts):
        name = short(facts.project.name_of(party))
        message = f"{one.label} is joint, and {name} is not {role_names(saying)}"
        command = assign(one, asked, party) if asked else ()
        yield Finding("RACI404", (*one.path, "joint", index), message, f"give {name} a say", command)


def unheard(facts: Facts) -> Iterator[tuple[Work, int, str]]:
    """A joint step or task, and a side of it that has no say, with its index."""
    names = [role.name for role in facts.scheme.roles if has_say(role)]
    for one in facts.works:
        if one.work.joint:
            for index, party in _missing(facts, one, _voices(one, names)):
                yield one, index, party


def _voices(one: Work, names: list[str]) -> set[str]:
    """Who has one of these roles in a step or its tasks, or in a task."""
    tasks = [task.roles for task in one.step.tasks if task.status != SKIPPED] if one.work is one.step else []
    return {party for roles in (one.roles, *tasks) for name in names for party in roles.get(name, ())}


@rule("RACI405", "one-sided-agreement", Severity.WARNING)
def one_sided_agreement(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A joint step is done, and one of its teams has not agreed.

    What: nobody of the team stands under `agreed`.

    Why: what one side has not signed, it will not feel bound to.

    Fix: get the yes and write it down with `raci agree`, or open the step again.

    Failing:
        steps:
          vendor:
            title: Choose the solution
            accountable: dana
            consulted: [lee]
            joint: [marketing, it]
            agreed: {dana: 2026-11-20}
            status: done

    Passing:
        steps:
          vendor:
            title: Choose the solution
            accountable: dana
            consulted: [lee]
            joint: [marketing, it]
            agreed: {dana: 2026-11-20, lee: 2026-11-23}
            status: done
    """
    for one in facts.works:
        done = one.work.joint and one.work.status == DONE
        if missing := [party for _, party in _missing(facts, one, set(one.work.agreed))] if done else []:
            message = f"{one.label} is done, and nobody of {party_names(facts.project, missing, 'or')} has agreed"
            command = ("agree", one.name, WHO)
            yield Finding("RACI405", (*one.path, "agreed"), message, "get the yes and write it down", command)
