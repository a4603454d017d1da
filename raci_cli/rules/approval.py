"""Does anybody approve their own work?"""

from collections.abc import Iterable

from raci_cli.findings import Finding, Severity
from raci_cli.model.project import SPONSORS
from raci_cli.rules.facts import Facts, Work
from raci_cli.rules.mending import assign, instead
from raci_cli.rules.registry import Settings, rule, speaks
from raci_cli.rules.wording import party_names, role_names


@rule("RACI110", "self-approval", Severity.OFF)
def self_approval(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """The same party owns a step and does its work.

    What: off, but an error in every step with `independent: true`, and in its tasks. A person who owns a step in which
    nobody works does it. Switched on by a setting, the rule looks at all steps.

    Why: nobody sees their own mistakes; audits call it segregation of duties.

    Fix: let somebody else do the work, or answer for it.

    Failing:
        steps:
          payments:
            title: Release the payments
            accountable: dana
            responsible: [dana]
            independent: true

    Passing:
        steps:
          payments:
            title: Release the payments
            accountable: dana
            responsible: [lee]
            independent: true
    """
    everywhere = speaks("RACI110", settings)
    names = {role.name for role in (*facts.owning, *facts.working)}
    told: set[str] = set()
    for one in facts.works if facts.owning and facts.working else ():
        independent = one.work.independent or one.step.independent
        if not (independent or everywhere) or (one.step.id in told and names.isdisjoint(one.work.roles)):
            continue
        if both := _both(facts, one, strict=settings.strict):
            if one.work is one.step:
                told.add(one.step.id)
            yield _finding(facts, one, both, Severity.ERROR if independent else None)


def _both(facts: Facts, one: Work, *, strict: bool) -> list[str]:
    """Who owns and works: by name, or because nobody else works."""
    if not one.workers:
        parties = facts.project.parties
        return [party for party in one.owners if not strict and party in parties and not parties[party].is_team]
    workers, group = set(one.workers), SPONSORS in one.workers
    return [
        party
        for party in one.owners
        if party in workers or (group and party in facts.sponsors) or (party == SPONSORS and workers & facts.sponsors)
    ]


def _finding(facts: Facts, one: Work, both: list[str], opted: Severity | None) -> Finding:
    names = party_names(facts.project, both)
    if one.workers:
        message = f"{names} answers for {one.label} and does its work"
    else:
        message = f"{names} answers for {one.label}, and nobody else is {role_names(facts.working)}"
    for role in (*facts.working, *facts.owning):
        if named := [party for party in both if party in one.work.roles.get(role.name, ())]:
            index = one.work.roles[role.name].index(named[0])
            command = instead(facts, one, role, index) if one.workers else assign(one, facts.working[0])
            return Finding(
                "RACI110", (*one.path, role.name, index), message, "let somebody else do the work", command, opted=opted
            )
    command = assign(one, facts.working[0])
    return Finding("RACI110", one.path, message, "let somebody else do the work", command, at="key", opted=opted)
