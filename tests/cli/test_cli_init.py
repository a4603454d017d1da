"""`raci init`."""

import io
import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT, codes, project


def test_a_fresh_project_has_ten_steps_of_which_two_are_undecided(raci: Any) -> None:
    ran = raci("init", "--name", "CRM replacement")
    assert ran.code == 0
    assert ran.out.startswith("raci.yaml: 10 steps, 2 of them undecided\n")
    assert codes(Path("raci.yaml").read_text()) == ["RACI403", "RACI104", "RACI104", "RACI101", "RACI101"]


def test_the_fresh_example_is_what_init_writes(raci: Any, update: bool) -> None:
    example = ROOT / "examples/fresh.raci.yaml"
    ran = raci("init", "-", "--name", "Loyalty programme", "--rename", "marketing=Sales", "--start", "2026-12-01")
    if update:
        example.write_text(ran.out, encoding="utf-8")
    assert ran.out == example.read_text(encoding="utf-8")


def test_it_refuses_to_overwrite_unless_forced(raci: Any, clean: Path) -> None:
    before = clean.read_bytes()
    ran = raci("init", "--name", "X")
    assert ran.code == 3
    assert "exists already" in ran.err
    assert clean.read_bytes() == before
    assert raci("init", "--name", "X", "--force").code == 0
    assert clean.read_bytes() != before


def test_a_dash_is_stdout_and_writes_nothing(raci: Any) -> None:
    ran = raci("init", "-", "--name", "X")
    assert ran.out.startswith("raci: 1\n")
    assert list(Path().iterdir()) == []


def test_people_and_dates_that_are_given(raci: Any) -> None:
    dates = ["--start", "2027-01-04", "--due", "2027-06-30"]
    people = ["--person", "dana=Dana Ortiz:marketing", "--person", "lee=Lee"]
    assert raci("init", "--name", "X", *dates, *people).code == 0
    made = project(Path("raci.yaml").read_text())
    assert (str(made.start), str(made.due)) == ("2027-01-04", "2027-06-30")
    assert made.parties["dana"].team == "marketing"
    assert made.parties["lee"].name == "Lee"


def test_everything_that_is_asked_can_be_said_by_options(raci: Any) -> None:
    people = ["--person", "Dana Ortiz:Marketing:CMO", "--person", "Lee Wong:Legal affairs"]
    answers = ["--accountable", "requirements=dana", "--accountable", "5=Lee Wong", "--accountable", "vendor=lee"]
    ran = raci("init", "--name", "X", "--due", "2027-06-30", "--lifecycle", "ten-step", *people, *answers)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("raci.yaml: 10 steps, 0 of them undecided\n")
    text = Path("raci.yaml").read_text()
    assert "  dana: {name: Dana Ortiz, team: marketing, title: CMO}\n" in text
    assert "  lee: {name: Lee Wong, team: legal-affairs}\n" in text
    assert "  legal-affairs: Legal affairs\n" in text
    assert "    candidates:" not in text


@pytest.mark.parametrize("option", ["--yes", "-y", "--no-input"])
def test_without_questions_the_folder_names_the_project(raci: Any, option: str) -> None:
    assert raci("init", option).code == 0
    assert project(Path("raci.yaml").read_text()).name == "work"
    Path("crm").mkdir()
    assert raci("init", "crm/raci.yaml", option).code == 0
    assert project(Path("crm/raci.yaml").read_text()).name == "crm"


def test_no_dates_but_those_given(raci: Any) -> None:
    raci("init", "--name", "X")
    made = project(Path("raci.yaml").read_text())
    assert made.start is made.due is None
    assert all(work.due is None and work.start is None for step in made.steps for work, _ in step.work())


def test_data_of_what_was_made(raci: Any) -> None:
    data = json.loads(raci("init", "--name", "X", "--json").out)
    assert data == {"file": "raci.yaml", "written": True, "steps": 10, "undecided": ["requirements", "vendor"]}


def test_a_lifecycle_of_ones_own(raci: Any) -> None:
    Path("own.yaml").write_text("raci: 1\nproject: {name: x}\nsteps: {a: {title: A}}\n")
    assert raci("init", "--lifecycle", "./own.yaml", "--name", "Mine").code == 0
    assert Path("raci.yaml").read_text() == "raci: 1\nproject: {name: Mine}\nsteps: {a: {title: A}}\n"


def test_blank_has_one_step_to_start_from(raci: Any) -> None:
    assert raci("init", "--lifecycle", "blank", "--name", "X").out.startswith(
        "raci.yaml: 1 step, 1 of them undecided\n"
    )


@pytest.mark.parametrize(
    "words, code, said",
    [
        (["--lifecycle", "ten-stp", "--name", "X"], 2, "did you mean ten-step?"),
        (["--lifecycle", "./nope.yaml", "--name", "X"], 3, "cannot read"),
        (["--rename", "marketing", "--name", "X"], 2, "--rename wants OLD=NEW"),
        (["--rename", "sales=X", "--name", "X"], 2, "the lifecycle has no team 'sales'"),
        (["--rename", "marketing=IT", "--name", "X"], 2, "the same id"),
        (["--start", "tomorrow", "--name", "X"], 2, "--start is no date"),
        (["--due", "2026-02-30", "--name", "X"], 2, "--due is no date"),
        (["--person", "dana=", "--name", "X"], 2, "--person wants [ID=]NAME[:TEAM[:TITLE]]"),
        (["--person", "=Dana", "--name", "X"], 2, "--person wants"),
        (["--person", "it=Dana", "--name", "X"], 2, "there is a team it already"),
        (["--accountable", "vendor", "--name", "X"], 2, "--accountable wants STEP=WHO, not 'vendor'"),
        (["--accountable", "vendro=it", "--name", "X"], 2, "did you mean vendor?"),
        (["--accountable", "vendor=IT2", "--name", "X"], 2, "did you mean it?"),
        (["--name", "a\nb"], 2, "control character"),
        (["--name", " "], 2, "must not be empty"),
        (["nope/raci.yaml", "--name", "X"], 3, "cannot write"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_written(raci: Any, words: list[str], code: int, said: str) -> None:
    ran = raci("init", *words)
    assert ran.code == code
    assert said in ran.err
    assert list(Path().iterdir()) == []


def test_it_never_asks_where_nobody_can_answer(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Name\n"))
    ran = raci("init")
    assert ran.code == 2
    first, second = ran.err.splitlines()
    assert first == "error: --name is missing, and there is no terminal to ask in"
    assert second.startswith('  such as raci init --name "CRM replacement" ')
    assert raci(*shlex.split(second.removeprefix("  such as raci "))).code == 0


def test_a_stream_that_is_closed_is_no_terminal(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stdin in (None, closed):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert raci("init").code == 2


def test_a_dry_run_shows_the_file_and_writes_nothing(raci: Any) -> None:
    assert raci("init", "--name", "X", "--dry-run").out.startswith("raci: 1\n")
    data = json.loads(raci("init", "-", "--name", "X", "--json").out)
    assert (data["written"], data["text"][:7]) == (False, "raci: 1")
    assert list(Path().iterdir()) == []


def test_a_lifecycle_brings_no_dates_or_states_of_its_own(raci: Any) -> None:
    step = "{title: A, status: done, done: 2020-01-03, due: 2020-01-02, agreed: {marketing: 2020-01-03}}"
    teams = "teams: {marketing: Marketing}"
    Path("own.yaml").write_text(f"raci: 1\nproject: {{name: x, due: 2020-01-01}}\n{teams}\nsteps: {{a: {step}}}\n")
    raci("init", "--lifecycle", "./own.yaml", "--name", "Mine", "--rename", "marketing=Sales")
    assert Path("raci.yaml").read_text() == (
        "raci: 1\nproject: {name: Mine}\nteams: {sales: Sales}\nsteps: {a: {title: A}}\n"
    )


def test_a_forced_file_keeps_its_mode_and_its_links(raci: Any, clean: Path) -> None:
    clean.chmod(0o600)
    assert raci("init", "--name", "X", "--force").code == 0
    assert clean.stat().st_mode & 0o777 == 0o600
    Path("other").hardlink_to(clean)
    assert raci("init", "--name", "X", "--force").code == 3
