"""Do the sides of a project agree on what it is for, and back it?"""

from collections.abc import Iterable

from raci_cli.findings import Finding, Severity
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import Settings, rule
from raci_cli.text import count, quoted, short


@rule("RACI401", "no-sponsor", Severity.WARNING)
def no_sponsor(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A large project has no sponsors.

    What: `size: large` without `sponsors`.

    Why: large projects meet resistance that only somebody in the board room can remove.

    Fix: name sponsors, best one from each side.

    Failing:
        project: {name: Demo, size: large}

    Passing:
        project: {name: Demo, size: large}
        sponsors: [dana, lee]
    """
    if facts.project.size == "large" and not facts.project.sponsors:
        message = "a large project without sponsors"
        yield Finding("RACI401", ("project", "size"), message, "name some under sponsors, best one from each side")


@rule("RACI402", "one-sided-sponsors", Severity.WARNING)
def one_sided_sponsors(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """All sponsors of a joint project come from one team.

    What: a project with a step that is `joint`, whose sponsors all belong to the same team.

    Why: the other side will feel that the project is done to it, and not with it.

    Fix: win a sponsor from the other side.

    Failing:
        sponsors: [dana]
        steps:
          vendor: {title: Choose the solution, accountable: dana, consulted: [lee], joint: [marketing, it]}

    Passing:
        sponsors: [dana, lee]
        steps:
          vendor: {title: Choose the solution, accountable: dana, consulted: [lee], joint: [marketing, it]}
    """
    teams = {facts.team_of.get(sponsor, "") for sponsor in facts.sponsors}
    if len(teams) == 1 and "" not in teams and any(one.work.joint for one in facts.works):
        message = f"all sponsors come from {short(facts.project.name_of(min(teams)))}, and the project is a joint one"
        yield Finding("RACI402", ("sponsors",), message, "win a sponsor from the other side")


@rule("RACI403", "no-goal", Severity.INFO)
def no_goal(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """The project names no measurable goal.

    What: no entry under `goals` that has a `measure` or a `target`.

    Why: without a figure, nobody can say whether the project was worth it, and each side has an opinion.

    Fix: agree on one figure that all want to move, and write it down.

    Failing:
        steps:
          build: {title: Build it, accountable: dana, consulted: [lee]}

    Passing:
        steps:
          build: {title: Build it, accountable: dana, consulted: [lee]}
        goals:
          sign-in: {measure: failed sign-ins, target: below 0.5 %}
    """
    goals = facts.project.goals.values()
    if not any(goal.measure or goal.target for goal in goals):
        path = ("goals",) if goals else ("project",)
        help_ = "write under goals what is measured, and what it must reach"
        yield Finding("RACI403", path, "the project names no measurable goal", help_, at="key")


@rule("RACI406", "missed-goal", Severity.WARNING)
def missed_goal(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """A goal is past its date, and is not met.

    What: reckoned from today, or from `--as-of` or RACI_TODAY.

    Why: a figure that is missed in silence was never a commitment.

    Fix: say that it is met, or agree on what to do and on another date.

    Failing:
        goals:
          sign-in: {measure: failed sign-ins, target: below 0.5 %, due: 2026-10-31}

    Passing:
        goals:
          sign-in: {measure: failed sign-ins, target: below 0.5 %, due: 2026-10-31, met: true}
    """
    for goal in facts.project.goals.values():
        if goal.due and goal.due < settings.as_of and not goal.met:
            ago = count((settings.as_of - goal.due).days, "day")
            actual = f"; it is {quoted(goal.actual)}" if goal.actual else ""
            message = f"goal {quoted(goal.id)} was due {ago} ago and is not met{actual}"
            help_ = "write met: true, or agree on another date"
            yield Finding("RACI406", ("goals", goal.id, "due"), message, help_)
