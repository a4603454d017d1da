"""The shipped lifecycles, and the projects that are made of them."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from helpers import LIMITS, reading
from lifecycles_made import IT, TEN_STEPS, M, made, project_of, said, text_of

from raci_cli import resources
from raci_cli.changes.add import add_person
from raci_cli.changes.plan import Plan, Planner
from raci_cli.errors import ExitCode, RaciError, UsageError
from raci_cli.lifecycles import load, new_id, summary
from raci_cli.model.project import Project


def test_the_blank_lifecycle_has_one_step_and_nobody() -> None:
    plan = project_of(made("blank"))
    assert (len(plan.steps), dict(plan.parties), plan.name) == (1, {}, "Demo")


def test_a_new_project_has_its_name_and_else_the_text_of_its_lifecycle() -> None:
    before = resources.lifecycle_path("ten-step").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in before if not line.startswith("  summary: ")]
    assert len(kept) == len(before) - 1
    assert text_of(made()) == "".join(kept).replace("name: New technology", "name: Demo")


def test_a_project_can_be_called_as_its_lifecycle_is() -> None:
    assert "  name: New technology\n" in text_of(made(name="New technology"))


@pytest.mark.parametrize("name", ["Fix: the 2nd attempt #1", "no", "'", "廣瀬 👩‍💻", "- x"])
def test_any_name_can_be_given(name: str) -> None:
    got = made(name=name)
    assert project_of(got).name == name
    assert reading(text_of(got)).findings == ()


@pytest.mark.parametrize("name", ["", " ", "a\nb", "\x1b"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="--name must not"):
        made(name=name)


def test_a_team_takes_the_place_of_a_party_everywhere() -> None:
    got = made(rename={"marketing": "Sales"})
    plan = project_of(got)
    assert "marketing" not in text_of(got).casefold()
    assert [(party.id, party.name) for party in plan.parties.values()] == [("sales", "Sales"), ("it", "IT")]
    renamed = {
        id_: tuple(tuple(sorted("sales" if one == "marketing" else one for one in parties)) for parties in row)
        for id_, row in TEN_STEPS.items()
    }
    assert {step.id: said(step) for step in plan.steps} == renamed
    assert got.findings == ()


def test_a_team_takes_its_place_in_prose() -> None:
    Path("own.yaml").write_text(
        """\
raci: 1
project: {name: X, budget: marketing}
teams:
  marketing: {name: Marketing}
sponsors: marketing
goals:
  leads: {measure: leads of Marketing, target: what Marketing promised, owners: [marketing]}
glossary:
  marketing-qualified lead: Marketing says so; a marketing-qualified one, not a post-marketing-qualified one.
  lead: marketing
steps:
  one:
    title: Ask Marketing
    candidates: marketing   # Marketing, or whoever pays
    hint: Marketing knows; marketingspeak stays.
    guidance: |
      Marketing, not "Marketing2", decides.
      Marketing is asked first.
    tasks: {two: {title: T, hint: Marketing., informed: [marketing]}}
"""
    )
    plan = project_of(made("own.yaml", rename={"marketing": r"R&D \1"}))
    assert list(plan.parties) == ["r-d-1"]
    assert plan.parties["r-d-1"].name == r"R&D \1"
    assert (plan.summary, plan.budget) == (None, "r-d-1")
    assert plan.sponsors == ("r-d-1",)
    goal = plan.goals["leads"]
    assert (goal.measure, goal.target, goal.owners) == (r"leads of R&D \1", r"what R&D \1 promised", ("r-d-1",))
    assert dict(plan.glossary) == {
        "r-d-1-qualified lead": r"R&D \1 says so; a r-d-1-qualified one, not a post-marketing-qualified one.",
        "lead": "marketing",
    }
    (step,) = plan.steps
    assert (step.title, step.candidates, step.hint) == (
        r"Ask R&D \1",
        ("r-d-1",),
        r"R&D \1 knows; marketingspeak stays.",
    )
    assert step.guidance == 'R&D \\1, not "Marketing2", decides.\nR&D \\1 is asked first.\n'
    assert (step.tasks[0].hint, step.tasks[0].roles) == (r"R&D \1.", {"informed": ("r-d-1",)})


@pytest.mark.parametrize(
    "name, id_",
    [
        ("Sales", "sales"),
        ("Sales & Service", "sales-service"),
        ("  Équipe été ", "equipe-ete"),
        ("R2-D2", "r2-d2"),
        ("廣瀬", None),
        ("---", None),
        ("x" * 64, "x" * 64),
        ("x" * 65, None),
    ],
)
def test_an_id_is_made_of_the_letters_of_a_name(name: str, id_: str | None) -> None:
    assert new_id(name) == id_


def test_a_name_without_letters_for_an_id_keeps_the_id() -> None:
    plan = project_of(made(rename={"marketing": "営業"}))
    assert [(party.id, party.name) for party in plan.parties.values()] == [("marketing", "営業"), ("it", "IT")]
    assert plan.steps[0].roles["accountable"] == M


def test_both_teams_can_have_other_names() -> None:
    plan = project_of(made(rename={"marketing": "Sales", "it": "Platform"}))
    assert list(plan.parties) == ["sales", "platform"]
    assert plan.steps[4].candidates == ("sales", "platform")


def test_a_name_that_is_there_already_changes_nothing() -> None:
    assert text_of(made(rename={"it": "IT"})) == text_of(made())


def test_two_teams_can_change_places() -> None:
    got = made(rename={"marketing": "IT", "it": "Marketing"})
    assert [(party.id, party.name) for party in project_of(got).parties.values()] == [
        ("it", "IT"),
        ("marketing", "Marketing"),
    ]
    assert project_of(got).steps[0].roles["accountable"] == IT


@pytest.mark.parametrize(
    "rename", [{"marketing": "It"}, {"marketing": "Sales", "it": "Säles"}, {"marketing": "Sales", "it": "sales!"}]
)
def test_two_teams_of_one_id_are_refused(rename: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="two parties would have the same id") as caught:
        made(rename=rename)
    assert caught.value.help == "give them names that differ in more than signs"


def test_a_team_that_is_called_sponsors_keeps_its_id() -> None:
    got = made(rename={"marketing": "Sponsors"})
    assert got.findings == ()
    assert project_of(got).parties["marketing"].name == "Sponsors"


@pytest.mark.parametrize(
    "old, help_", [("sales", "--rename takes marketing, it"), ("Marketing", "did you mean marketing?")]
)
def test_a_team_that_is_not_there_cannot_have_another_name(old: str, help_: str) -> None:
    with pytest.raises(UsageError, match=f"the lifecycle has no team '{old}'") as caught:
        made(rename={old: "X"})
    assert caught.value.help == help_


def test_a_lifecycle_without_teams_has_none_to_rename() -> None:
    with pytest.raises(UsageError) as caught:
        made("blank", rename={"it": "X"})
    assert caught.value.help == "--rename takes none"


def test_a_team_needs_a_name() -> None:
    with pytest.raises(UsageError, match="--rename must not be empty"):
        made(rename={"it": " "})


def test_dates_are_those_that_are_given() -> None:
    got = made(start="2026-12-01", due="2027-03-31")
    plan = project_of(got)
    assert (plan.start, plan.due) == (datetime.date(2026, 12, 1), datetime.date(2027, 3, 31))
    assert "  name: Demo\n  start: 2026-12-01\n  due: 2027-03-31\n" in text_of(got)


def adding(id_: str, name: str) -> Planner:
    return lambda plan, data: add_person(plan, data, id_, name)


def test_plans_are_carried_out_one_after_the_other() -> None:
    def leading(plan: Project, data: Any) -> Plan:
        return add_person(plan, data, "cleo", "Cleo", deputy="ana")

    got = made(rename={"marketing": "Sales"}, then=(adding("ana", "Ana"), leading))
    assert "\n\npeople:\n  ana: Ana\n  cleo: {name: Cleo, deputy: ana}\n\n# Each step" in text_of(got)


def test_a_plan_that_cannot_be_is_refused() -> None:
    with pytest.raises(UsageError, match="there is a person ana already"):
        made(then=(adding("ana", "Ana"), adding("ana", "Ana")))


@pytest.mark.parametrize("name, help_", [("ten-steps", "did you mean ten-step?"), ("zzz", "shipped: ten-step, ")])
def test_an_unknown_lifecycle_is_answered_with_the_known(name: str, help_: str) -> None:
    with pytest.raises(UsageError, match=f"there is no lifecycle '{name}'") as caught:
        load(name, LIMITS)
    assert caught.value.help.startswith(help_)


@pytest.mark.parametrize("name", ["own.yaml", "own.yml", "./own", "sub/own"])
def test_a_lifecycle_can_be_a_file(name: str) -> None:
    Path("sub").mkdir()
    Path(name).write_text("raci: 1\nproject: {name: Own}\nsteps: {a: {title: A}}\n")
    assert [step.id for step in project_of(made(name)).steps] == ["a"]


@pytest.mark.parametrize(
    "text, message",
    [
        ("raci: 1\nproject: {name: X}\nsteps: {}\n", "no steps: there is nothing to check"),
        ("raci: 2\n", "format '2' is unknown to this program, which reads format 1"),
        ("", "the file is empty"),
        ("a: [", "not YAML: .*"),
        ("a: &b c\n", "an anchor is not supported in a project file"),
        ("project: {name: X}\nsteps: {a: {title: A}}\n", "not a project file of raci: it has no 'raci: 1'"),
    ],
)
def test_a_file_that_is_no_lifecycle_cannot_be_used(text: str, message: str) -> None:
    Path("own.yaml").write_text(text)
    with pytest.raises(RaciError, match=f"the lifecycle own.yaml cannot be used: {message}") as caught:
        load("own.yaml", LIMITS)
    assert caught.value.code == ExitCode.CANNOT
    assert caught.value.help == "raci check own.yaml"


def test_a_missing_file_is_told() -> None:
    with pytest.raises(RaciError, match=r"cannot read own\.yaml: No such file"):
        load("own.yaml", LIMITS)


def test_a_lifecycle_with_content_errors_can_be_used() -> None:
    Path("own.yaml").write_text("raci: 1\nproject:\nteams:\nsteps: {a: {title: A, staus: x}}\n")
    got = made("own.yaml", start="2026-12-01", then=(adding("ana", "Ana"),))
    assert (project_of(got).name, project_of(got).start) == ("Demo", datetime.date(2026, 12, 1))
    assert [finding.code for finding in got.findings] == ["RACI003"]


def test_the_summary_of_a_file_of_ones_own_is_that_of_its_project() -> None:
    assert summary(reading("# A comment.\nraci: 1\nproject: {name: X, summary: What for.}\n")) == "What for."
    assert summary(reading("# yaml-language-server: $schema=x\n# One.\n#   Two.\nraci: 1\n")) == "One. Two."
    assert summary(reading("raci: 1\n# Later.\nproject: {name: X}\n")) == ""
