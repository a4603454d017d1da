"""Sponsors and goals."""

import datetime

import pytest
from helpers import TODAY, findings_of

from raci_cli.findings import Finding, path_text

HEAD = """\
raci: 1
project: {name: Demo, size: SIZE}
teams: {it: IT, law: Legal}
people:
  ana: {name: Ana, team: it}
  ben: {name: Ben, team: it}
  lea: {name: Lea, team: law}
  zoe: Zoe
  max: {name: Max, team: nowhere}
"""
STEPS = "steps: {s: {title: S, accountable: ana, consulted: lea, JOINT}}\n"


def of(code: str, rest: str = "", joint: str = "joint: [it, law]", size: str = "small") -> list[Finding]:
    return findings_of((code,), HEAD.replace("SIZE", size) + rest + STEPS.replace("JOINT", joint))


def test_a_large_project_has_sponsors() -> None:
    (found,) = of("RACI401", size="large")
    assert (found.message, path_text(found.path)) == ("a large project without sponsors", "project.size")
    assert of("RACI401", size="large", rest="sponsors: ana\n") == []
    assert of("RACI401") == []


@pytest.mark.parametrize("sponsors", ["ana", "[ana, ben]", "[it, ben]", "it"])
def test_the_sponsors_of_a_joint_project_come_from_two_sides(sponsors: str) -> None:
    (found,) = of("RACI402", f"sponsors: {sponsors}\n")
    assert found.message == "all sponsors come from IT, and the project is a joint one"
    assert path_text(found.path) == "sponsors"
    assert of("RACI402", f"sponsors: {sponsors}\n", "notes: alone") == []
    assert of("RACI402", f"sponsors: {sponsors}\n", "status: skipped, joint: [it, law]") == []
    assert len(of("RACI402", f"sponsors: {sponsors}\n", "tasks: {t: {title: T, joint: [it, law]}}")) == 1


@pytest.mark.parametrize(
    "sponsors", ["[ana, lea]", "[it, law]", "[ana, zoe]", "zoe", "[ana, nobody-known]", "max", "[]"]
)
def test_somebody_without_a_team_is_on_no_side(sponsors: str) -> None:
    assert of("RACI402", f"sponsors: {sponsors}\n") == []


@pytest.mark.parametrize(
    "goals, place",
    [("", "project"), ("goals: {}\n", "project"), ("goals: {up: {owners: ana, due: 2027-01-01}}\n", "goals")],
)
def test_a_project_names_something_that_can_be_measured(goals: str, place: str) -> None:
    (found,) = of("RACI403", goals)
    assert (path_text(found.path), found.at) == (place, "key")


@pytest.mark.parametrize("goal", ["measure: hours", "target: below 5"])
def test_a_measure_or_a_target_is_enough(goal: str) -> None:
    assert of("RACI403", f"goals: {{up: {{owners: ana}}, down: {{{goal}}}}}\n") == []


def test_a_goal_is_met_by_its_date() -> None:
    goal = "goals: {up: {measure: hours, due: 2026-11-30, actual: 7 hours}}\n"
    (found,) = of("RACI406", goal)
    assert found.message == "goal 'up' was due 1 day ago and is not met; it is '7 hours'"
    assert path_text(found.path) == "goals.up.due"
    (found,) = of("RACI406", goal.replace(", actual: 7 hours", ""))
    assert found.message == "goal 'up' was due 1 day ago and is not met"
    assert of("RACI406", goal.replace("11-30", "12-01")) == []
    assert of("RACI406", goal.replace("7 hours", "7 hours, met: true")) == []
    assert of("RACI406", goal.replace("due: 2026-11-30, ", "")) == []
    text = HEAD.replace("SIZE", "small") + goal + STEPS.replace("JOINT", "notes: x")
    assert findings_of(("RACI406",), text, TODAY - datetime.timedelta(days=1)) == []
