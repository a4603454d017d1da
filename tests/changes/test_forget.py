"""What a project that serves as a lifecycle leaves behind."""

from pathlib import Path

import pytest
from helpers import LIMITS, ROOT, data_of, findings, reading, text_of

from raci_cli.lifecycles import Wish, load, new_project
from raci_cli.model.project import Project

HEAD = text_of("""
    raci: 1
    project:
      {name: Old, summary: Old things., lead: ana, budget: ben, start: 2026-01-01, due: 2026-02-01, verdict: {set: red}}
    teams:
      it: {name: IT, lead: ana}
      hr: HR
    people:
      ana: {name: Ana, team: it, deputy: ben}
      ben: {name: Ben, team: hr}
      cy: {name: Cy, team: it}
      alone: Alone
      lost: {name: Lost, team: gone}
      bot: {name: Bot, team: it, kind: agent}
      outside: {name: Outside, kind: external}
    sponsors: [ana, hr]
    goals:
      speed: {measure: days, target: "3", owners: [ana, cy, alone], due: 2026-02-01, actual: "4", met: true}
""")


def forgotten(step: str, head: str = HEAD) -> tuple[Project, str]:
    """The new project of a lifecycle with this one step, and its text."""
    Path("old.yaml").write_text(f"{head}steps:\n  one: {{title: One, {step}}}\n", encoding="utf-8")
    got = new_project(load("old.yaml", LIMITS), Wish("New"), LIMITS)
    assert got.project is not None
    assert got.source is not None
    return got.project, got.source.text


def roles(step: str, head: str = HEAD) -> dict[str, tuple[str, ...]]:
    return dict(forgotten(step, head)[0].steps[0].roles)


def test_people_and_what_is_said_of_them_go() -> None:
    plan, text = forgotten("accountable: it, responsible: [it]")
    assert list(plan.parties) == ["it", "hr"]
    assert (plan.lead, plan.parties["it"].lead, plan.sponsors) == (None, None, ("hr",))
    assert plan.budget == "hr"
    assert not [word for word in ("ana", "cy", "alone", "lost", "bot", "outside") if f"{word}:" in text]
    assert reading(text).findings == ()


def test_dates_and_states_go() -> None:
    plan, text = forgotten(
        "accountable: it, status: blocked, blocked: x, start: 2026-01-01, due: 2026-01-02, agreed: {ana: 2026-01-02}, "
        "tasks: {t: {title: T, status: done, done: 2026-01-02}}"
    )
    assert (plan.summary, plan.start, plan.due, plan.verdict) == (None, None, None, None)
    (goal,) = plan.goals.values()
    assert (goal.target, goal.due, goal.actual, goal.met, goal.owners) == ("3", None, None, False, ("it",))
    assert "2026" not in text
    assert (plan.steps[0].status, plan.steps[0].tasks[0].status, plan.steps[0].agreed) == ("not-started",) * 2 + ({},)


@pytest.mark.parametrize(
    "step, expected",
    [
        ("accountable: ana", {"accountable": ("it",), "responsible": ("it",)}),
        ("accountable: [ana]", {"accountable": ("it",), "responsible": ("it",)}),
        ("accountable: ana, responsible: [ben]", {"accountable": ("it",), "responsible": ("hr",)}),
        ("accountable: it", {"accountable": ("it",)}),
        ("accountable: alone", {}),
        ("accountable: lost, responsible: [bot, cy, outside]", {"responsible": ("it",)}),
        ("accountable: outside, informed: [outside]", {}),
        ("responsible: [cy, ana, ben, it]", {"responsible": ("it", "hr")}),
        ("accountable: ana, responsible: [cy], consulted: [bot]", {"accountable": ("it",), "responsible": ("it",)}),
        ("responsible: [it], consulted: [ana, ben]", {"responsible": ("it",), "consulted": ("hr",)}),
        ("responsible: [cy], consulted: [it, hr]", {"responsible": ("it",), "consulted": ("hr",)}),
        ("responsible: [it], consulted: [it]", {"responsible": ("it",), "consulted": ("it",)}),
        ("informed: sponsors", {"informed": ("sponsors",)}),
        ("informed: [nobody]", {"informed": ("nobody",)}),
        ("informed: []", {"informed": ()}),
    ],
)
def test_the_team_of_a_person_takes_their_place_once(step: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(step) == expected


def test_candidates_and_the_sides_of_a_joint_step_are_teams_then() -> None:
    plan, _ = forgotten("candidates: [ana, cy, ben, alone], joint: [ana, hr], goals: [speed]")
    (step,) = plan.steps
    assert (step.candidates, step.joint, step.goals) == (("it", "hr"), ("it", "hr"), ("speed",))


def test_a_task_inherits_where_nobody_of_its_own_is_left() -> None:
    plan, _ = forgotten(
        "accountable: it, responsible: [it], tasks: {t: {title: T, accountable: ben, responsible: alone}}"
    )
    assert plan.steps[0].tasks[0].roles == {"accountable": ("hr",)}


def test_a_role_for_one_person_is_left_open() -> None:
    head = HEAD.replace("people:", "scheme: daci\npeople:")
    assert roles("driver: ana, approver: ben, contributor: [cy, hr]", head) == {
        "driver": ("it",),
        "contributor": ("hr",),
    }


def test_in_a_scheme_without_workers_nobody_is_said_to_work() -> None:
    head = HEAD.replace("people:", "scheme: {roles: {payer: {letter: P, owns: true}}}\npeople:")
    assert roles("payer: ana", head) == {"payer": ("it",)}


def test_a_lifecycle_that_has_no_people_keeps_its_text() -> None:
    head = "raci: 1\nproject: {name: New}\nteams: {it: IT}\n"
    assert forgotten("accountable: it  ", head)[1] == f"{head}steps:\n  one: {{title: One, accountable: it  }}\n"


@pytest.mark.parametrize("text", ["people: x", "people: []", "people:", "people: {x: }", "people: {it: {name: X}}"])
def test_people_who_are_none_are_left_out_too(text: str) -> None:
    head = f"raci: 1\nproject: {{name: Old}}\nteams: {{it: IT}}\n{text}\n"
    plan, made = forgotten("accountable: it", head)
    assert "people" not in data_of(made)
    assert plan.steps[0].roles == {"accountable": ("it",)}


PROJECTS = [*sorted((ROOT / "examples").glob("*.yaml")), *sorted((ROOT / "tests/projects").glob("*.yaml"))]


@pytest.mark.parametrize("path", PROJECTS, ids=lambda path: path.name)
def test_every_example_serves_as_a_lifecycle(path: Path) -> None:
    before = load(str(path), LIMITS)
    got = new_project(before, Wish("New"), LIMITS)
    assert before.project is not None
    assert got.project is not None
    assert got.source is not None
    assert all(party.is_team for party in got.project.parties.values())
    assert [step.id for step in got.project.steps] == [step.id for step in before.project.steps]
    works = [work for step in got.project.steps for work, _ in step.work()]
    assert all((work.status, work.start, work.due, work.done, work.agreed) == ("not-started", None, None, None, {})
               for work in works)  # fmt: skip
    # What was found in the old file may be found in the new one; that a team is no person is not news.
    known = {finding.code for finding in findings(before.source.text if before.source else "")}
    new = {finding.code for finding in findings(got.source.text)} - known
    assert new <= {"RACI101", "RACI103", "RACI104", "RACI113", "RACI309", "RACI401", "RACI404"}


def test_the_examples_are_there() -> None:
    assert len(PROJECTS) >= 5


def test_notes_and_comments_go_with_what_they_say_of_the_old_project() -> None:
    head = f"# Decided by ana on 3 May.\n{HEAD}# raci: ignore[RACI101] -- ana decides on Friday\n"
    plan, text = forgotten("accountable: it, notes: Ana was against it., tasks: {t: {title: T, notes: Ben too.}}", head)
    assert "#" not in text
    assert (plan.steps[0].notes, plan.steps[0].tasks[0].notes) == (None, None)


def test_comments_of_a_shipped_lifecycle_stay() -> None:
    lifecycle = load("ten-step", LIMITS)
    got = new_project(lifecycle, Wish("New"), LIMITS)
    assert lifecycle.source is not None
    assert got.source is not None
    said = [line for line in lifecycle.source.text.splitlines() if line.startswith("#")]
    assert said
    assert [line for line in got.source.text.splitlines() if line.startswith("#")] == said
