"""The lifecycles that are shipped: what is in them, and what becomes of them."""

import re
from pathlib import Path

import pytest
from helpers import LIMITS, findings
from lifecycles_made import IT, TEN_STEPS, M, made, project_of, said, text_of

from raci_cli import resources
from raci_cli.cli import main
from raci_cli.findings import Severity
from raci_cli.lifecycles import load, summary
from raci_cli.reports import FORMATS

# What each lifecycle leaves open, and to whom.
OPEN: dict[str, dict[str, tuple[str, ...]]] = {
    "ten-step": {"requirements": ("marketing", "it"), "vendor": ("marketing", "it")},
    "alignment": {"shared-goals": ("marketing", "sales"), "joint-plan": ("marketing", "sales")},
    "blank": {"first": ()},
    "cloud-migration": {"paths": ("application-teams", "platform-team")},
    "data-product": {"meaning": ("business", "data-team")},
    "first-win": {},
    "incident-response": {"command": ("engineering", "security-team")},
    "onboarding": {"probation": ("department", "hr")},
    "privacy-assessment": {"acceptance": ("business", "legal")},
    "software-release": {"decision": ("product-management", "operations")},
    "vendor-selection": {"choice": ("department", "it")},
}
# What is not yet known of any new project: who leads a team, and what is measured.
KNOWN = {"RACI101", "RACI104", "RACI403"}
EVERY = pytest.mark.parametrize("name", resources.lifecycle_names())
WRITTEN = pytest.mark.parametrize("name", sorted(set(OPEN) - {"blank"}))


@EVERY
def test_a_shipped_lifecycle_is_a_project_without_people_and_dates(name: str) -> None:
    got = load(name, LIMITS)
    plan = project_of(got)
    assert got.findings == ()
    assert plan.steps
    assert all(party.is_team for party in plan.parties.values())
    assert (plan.start, plan.due, plan.sponsors) == (None, None, ())
    works = [work for step in plan.steps for work, _ in step.work()]
    assert all(work.start is work.due is work.done is None and work.status == "not-started" for work in works)
    assert all(bool(work.candidates) != bool(work.roles.get("accountable")) for work in plan.steps) or name == "blank"


def test_every_shipped_lifecycle_stands_in_the_table() -> None:
    assert set(resources.lifecycle_names()) == set(OPEN)


@EVERY
def test_the_open_steps_are_those_of_the_table(name: str) -> None:
    steps = project_of(load(name, LIMITS)).steps
    assert {step.id: step.candidates for step in steps if not step.roles.get("accountable")} == OPEN[name]


@EVERY
def test_a_check_of_a_new_project_asks_for_the_open_steps_and_the_leads_of_teams_alone(name: str) -> None:
    found = findings(text_of(made(name)))
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    assert [(finding.code, finding.path[1]) for finding in errors] == [("RACI101", id_) for id_ in OPEN[name]]
    assert {finding.code for finding in found} <= KNOWN | ({"RACI103"} if name == "blank" else set())


@WRITTEN
def test_every_step_says_how_to_do_it_and_every_open_one_asks(name: str) -> None:
    steps = project_of(load(name, LIMITS)).steps
    assert 5 <= len(steps) <= 12
    for step in steps:
        assert step.guidance
        assert 80 < len(step.guidance) < 400, step.id
        assert len(step.title) <= 50
        assert step.title[0].isupper()
        assert not step.title.endswith(".")
        assert bool(step.hint) == bool(step.candidates) == (step.id in OPEN[name])
        assert step.hint is None or step.hint.endswith("?")


@WRITTEN
def test_no_step_needs_a_later_one_and_every_team_has_a_part(name: str) -> None:
    plan = project_of(load(name, LIMITS))
    order = {step.id: step.number for step in plan.steps}
    assert all(order[other] < step.number for step in plan.steps for other in step.needs)
    assert all(step.needs for step in plan.steps[1:])
    held = {party for step in plan.steps for parties in step.roles.values() for party in parties}
    assert held - {"sponsors"} == set(plan.parties)


@EVERY
def test_a_lifecycle_says_what_it_is_for_and_a_new_project_says_it_itself(name: str) -> None:
    assert 20 < len(summary(load(name, LIMITS))) < 120
    assert project_of(made(name)).summary is None


@EVERY
def test_a_new_project_can_be_shown_in_every_way(name: str) -> None:
    Path("raci.yaml").write_text(text_of(made(name)), encoding="utf-8")
    first = project_of(load(name, LIMITS)).steps[0].id
    asked = {
        "person": ["--for", next(iter(project_of(load(name, LIMITS)).parties), "nobody")],
        "handover": ["--step", first],
    }
    for report, formats in FORMATS.items():
        for format_ in formats:
            words = ["report", report, "--format", format_, *asked.get(report, []), "-o", f"made.{report}.{format_}"]
            if format_ != "pdf" and not (name == "blank" and report == "person"):
                assert main(words) == 0, words
                assert Path(words[-1]).stat().st_size > 0


PARTIES = [
    (name, party.id) for name in OPEN for party in project_of(load(name, LIMITS)).parties.values() if party.is_team
]


@pytest.mark.parametrize("name, party", PARTIES)
def test_another_name_leaves_no_trace_of_a_party(name: str, party: str) -> None:
    before = load(name, LIMITS)
    old = project_of(before).parties[party].name
    got = made(name, rename={party: "Zebra Crossing"})
    text = text_of(got)
    assert got.findings == ()
    assert "zebra-crossing" in project_of(got).parties
    assert not re.findall(rf"\b{re.escape(old)}\b", text)
    alone = r"[\[ ]it[,\]\n:]" if party == "it" else rf"\b{party}\b"  # in prose, it is a pronoun
    prose = re.sub(r"(?m)^ {6}.*$|^#.*$|title:.*$|hint:.*$", "", text) if party == "it" else text.casefold()
    assert not re.findall(alone, prose)
    assert text.count("\n") == text_of(made(name)).count("\n")


def test_the_ten_steps_are_those_of_their_source() -> None:
    assert {step.id: said(step) for step in project_of(load("ten-step", LIMITS)).steps} == TEN_STEPS


def test_whoever_pays_is_what_the_choice_hangs_on() -> None:
    plan = project_of(load("ten-step", LIMITS))
    hint = next(step.hint for step in plan.steps if step.id == "vendor")
    assert hint == "Who owns the budget?"


def test_two_of_the_ten_steps_go_on_beside_the_others() -> None:
    plan = project_of(load("ten-step", LIMITS))
    assert {step.id: step.until for step in plan.steps if step.ongoing} == {
        "project-management": "launch",
        "maintenance": None,
    }


def test_the_tasks_of_the_ten_steps_are_those_of_their_source() -> None:
    plan = project_of(load("ten-step", LIMITS))
    tasks = {step.id: [task.id for task in step.tasks] for step in plan.steps if step.tasks}
    assert tasks == {
        "testing": ["system-test", "acceptance"],
        "launch": ["benefits", "training", "adoption", "celebration"],
    }
    system_test, acceptance = plan.steps[7].tasks
    assert said(system_test)[0] == IT
    assert said(acceptance)[:4] == (M, M, IT, ())


def test_every_one_of_the_ten_steps_has_guidance() -> None:
    assert all(step.guidance and step.title for step in project_of(load("ten-step", LIMITS)).steps)


def test_alignment_keeps_its_words_and_its_figures_in_the_file() -> None:
    plan = project_of(load("alignment", LIMITS))
    assert {"lead", "marketing-qualified lead", "sales-accepted lead", "sales-qualified lead"} <= set(plan.glossary)
    assert all(goal.target and goal.measure and goal.owners for goal in plan.goals.values())
    assert all(step.joint == ("marketing", "sales") for step in plan.steps)
    assert {id_ for step in plan.steps for id_ in step.goals} == set(plan.goals)


def test_a_first_win_is_for_one_team_and_never_ends() -> None:
    plan = project_of(load("first-win", LIMITS))
    assert (len(plan.parties), [step.id for step in plan.steps if step.ongoing]) == (1, ["adjust"])
