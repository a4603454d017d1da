"""The verbs of the tests of changes."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from helpers import LIMITS, reading

from raci_cli.changes.plan import Plan
from raci_cli.document.edits import edit
from raci_cli.errors import ExitCode, UsageError
from raci_cli.model.project import Project

TEAMWORK = """\
raci: 1
project: {name: Demo}
teams:
  it: IT
  sales: {name: Sales, lead: ana}
people:
  ana: {name: Ana Ortiz, team: sales}
  bob: Bob
  cem: Cem
  dan: {name: Bob}
sponsors: [ana]
steps:
  vendor:   # contested
    title: Choose
    candidates: [it, sales]
    hint: Who pays?
    responsible: [it, sales]
    informed: [bob]
    needs: [vendor-check]
  vendor-check:
    title: Check
    accountable: ana
    consulted: bob
    tasks:
      first: {title: First}
      second: {title: Second, responsible: [cem], status: done, done: 2026-01-02}
  launch:
    title: Launch
    status: blocked
    blocked: the licence
  upkeep: {title: Keep it up, ongoing: true}
"""

Planned = Callable[[Project, Any], Plan]


def plan_of(planned: Planned, text: str = TEAMWORK) -> Plan:
    found = reading(text)
    assert found.project is not None
    assert found.tree is not None
    return planned(found.project, found.tree.data)


def outcome(planned: Planned, text: str = TEAMWORK) -> tuple[list[str], list[str], list[str]]:
    """Lines that go, lines that come, and what is said."""
    found = reading(text)
    assert found.tree is not None
    plan = plan_of(planned, text)
    after = edit(found.tree, plan.changes, LIMITS).source.text
    old, new = ([line.strip() for line in one.splitlines()] for one in (text, after))
    gone = [*(Counter(old) - Counter(new)).elements()]
    come = [*(Counter(new) - Counter(old)).elements()]
    return gone, come, [said.text for said in plan.said]


def usage(planned: Planned, text: str = TEAMWORK) -> tuple[str, str]:
    """Message and help of the refusal."""
    with pytest.raises(UsageError) as caught:
        plan_of(planned, text)
    assert caught.value.code == ExitCode.USAGE
    return str(caught.value), caught.value.help
