"""A project with a case of everything that reports show."""

import datetime
from typing import Any

from helpers import TODAY, checked, project, text_of

from raci_cli.model.project import Project
from raci_cli.reports.views import Asked, view_of

DEMO = text_of("""
    raci: 1
    project: {name: Demo, summary: What for, size: large, start: 2026-11-01, due: 2026-12-31, lead: ana}
    teams: {it: IT, marketing: {name: Marketing, lead: bob}}
    people:
      ana: {name: Ana Ortiz, team: marketing, title: CMO}
      bob: {name: Bob, active: false}
      idle: Nobody Much
    sponsors: [bob, cleo]
    goals:
      uptime: {measure: Hours, target: "9", actual: "8", due: 2027-01-01, owners: [ana, zoe], met: true}
      bare: {}
    glossary: {lead: A person.}
    steps:
      first: {title: First, accountable: ana, responsible: [it, ana], status: done, done: 2026-11-05}
      second:
        title: Second
        phase: Build
        candidates: [it, zoe]
        hint: Who pays?
        informed: sponsors
        due: 2026-12-10
        tasks:
          talk: {title: Talk, accountable: [ana, it], due: 2026-11-28, phase: Talks}
          walk: {title: Walk, status: done}
      third: {title: Third, accountable: it, responsible: cleo, status: blocked, blocked: no licence, due: 2026-11-20}
      watch: {title: Watch, accountable: ana, ongoing: true, until: third, needs: [third]}
      gone: {title: Gone, status: skipped, due: 2026-11-01}
      last: {title: Last, accountable: ana, status: in-progress, needs: [first], due: 2026-12-15, notes: Soon.}
""")

# What can be wrong with the roles of a step.
BROKEN = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: IT}
    people:
      ana: Ana
      bob: {name: Bob, active: false}
      bot: {name: Bot, kind: agent}
    scheme: {name: ours, roles: {boss: {letter: B, min: 1, max: 1, owns: true, excludes: [told]},
      driver: {letter: D, min: 1, max: 1, works: true}, told: {letter: T, colour: tell}}}
    steps:
      fine: {title: Fine, boss: ana, driver: ana, tasks: {same: {title: Same}, own: {title: Own, boss: bot}}}
      agent: {title: Agent, boss: bot, driver: ana}
      left: {title: Left, boss: bob, driver: [bob, ana]}
      both: {title: Both, boss: ana, driver: [ana], told: ana}
      lost: {title: Lost, boss: zoe, driver: ana}
      bare: {title: Bare, needs: [nothing], candidates: [nobody]}
      under: {title: Under, status: in-progress}
""")


_STEPS = """
people: {{ann: Ann, bob: Bob, cy: Cy, dot: Dot}}
steps:
  one: {{title: One, {0}: ann, {1}: bob, {2}: cy, {3}: dot, status: in-progress}}
  two: {{title: Two, {0}: bob, candidates: [ann, cy], {3}: ann, needs: [one], due: 2026-12-09}}
"""
# The same project in other schemes than RACI; the last is one of its own, with a look for some roles only.
OTHER_SCHEMES = {
    name: f"raci: 1\nproject: {{name: Demo}}\nscheme: {scheme}" + _STEPS.format(*words)
    for name, scheme, words in (
        ("daci", "daci", ("driver", "approver", "contributor", "informed")),
        ("rasci", "rasci", ("support", "accountable", "consulted", "informed")),
        (
            "ours",
            """
  name: ours
  roles:
    doer: {letter: D, works: true}
    answerable: {letter: A, owns: true, min: 1, max: 1}
    asked: {letter: Q, colour: ask}
    told: {letter: I, colour: tell}""",
            ("doer", "answerable", "asked", "told"),
        ),
    )
}
# What an owner is called in each of them.
OWNER = {"daci": "approver", "rasci": "accountable", "ours": "answerable"}


def options_of(name: str, of: Project) -> dict[str, str]:
    """What a report must be asked for: the first party, the first step."""
    if name in ("person", "who"):
        return {"who": next(iter(of.parties), "nobody")}
    return {"step": of.steps[0].id} if name in ("handover", "show") else {}


def shown_by(name: str, text: str, as_of: datetime.date = TODAY, **asked: Any) -> dict[str, Any]:
    """The view of a report on a project in text."""
    shown = project(text)
    options = {**options_of(name, shown), **asked}
    return view_of(name, Asked(shown, as_of, checked(text, as_of), text, **options))
