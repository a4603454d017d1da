"""`raci import`: a matrix in, a project out, or into one that is there; every guess told."""

import io
import json
import sys
from pathlib import Path

import pytest
from cli.conftest import Raci
from helpers import data_of
from terminal import CTRL_D, at_a_terminal

MATRIX = """\
# Launch

| Task | Marketing | IT | Ana López |
| --- | --- | --- | --- |
| Write the plan | A/R | C | I |
| Build it | I | A, R | - |
"""
ODD = MATRIX.replace("| I | A, R | - |", "| I | A, R | 2-14 |")


@pytest.fixture
def source() -> Path:
    path = Path("matrix.md")
    path.write_text(MATRIX, encoding="utf-8")
    return path


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_new_project_goes_to_stdout_and_the_guesses_to_stderr(raci: Raci, source: Path) -> None:
    ran = raci("import", "matrix.md")
    assert ran.code == 0
    steps = data_of(ran.out)["steps"]
    assert steps["build-it"] == {
        "title": "Build it", "accountable": "it", "responsible": ["it"], "informed": ["marketing"],
    }  # fmt: skip
    assert data_of(ran.out)["project"]["name"] == "Launch"
    assert "matrix.md: 2 steps, 3 parties, 7 roles (raci)" in ran.err
    assert "--orientation" in ran.err
    assert [path.name for path in Path().iterdir()] == ["matrix.md"]


def test_it_is_written_where_there_is_none(raci: Raci, source: Path) -> None:
    ran = raci("import", "matrix.md", "-o", "raci.yaml", "--name", "Ours")
    assert (ran.code, ran.out) == (0, "raci.yaml: 2 steps, 0 of them undecided\nNext: raci check\n")
    assert data_of(Path("raci.yaml").read_text("utf-8"))["project"] == {"name": "Ours"}
    assert raci("check").code == 0
    again = raci("import", "matrix.md", "-o", "raci.yaml")
    assert again.code == 3
    assert "raci.yaml exists already" in again.err
    assert "--into" in again.err


def test_a_cell_that_cannot_be_read_stops_it(raci: Raci, source: Path) -> None:
    source.write_text(ODD, encoding="utf-8")
    ran = raci("import", "matrix.md", "-o", "raci.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert "line 6, column 4: '2-14'" in ran.err
    assert "--accept-unread" in ran.err
    assert not Path("raci.yaml").exists()


def test_unless_it_is_accepted_as_a_note(raci: Raci, source: Path) -> None:
    source.write_text(ODD, encoding="utf-8")
    ran = raci("import", "matrix.md", "--accept-unread")
    assert ran.code == 0
    assert data_of(ran.out)["steps"]["build-it"]["notes"] == "Ana López: 2-14 (not read)"


def test_into_a_project_the_change_is_shown_and_made(raci: Raci, source: Path) -> None:
    raci("import", "matrix.md", "-o", "raci.yaml")
    before = Path("raci.yaml").read_bytes()
    source.write_text(MATRIX.replace("| I | A, R | - |", "| A | R | I |"), encoding="utf-8")
    shown = raci("import", "matrix.md", "--into", "raci.yaml", "--dry-run")
    assert shown.code == 0
    assert "-    accountable: it\n+    accountable: marketing\n" in shown.out
    refused = raci("import", "matrix.md", "--into", "raci.yaml")
    assert (refused.code, refused.out) == (2, shown.out)
    assert "--yes" in refused.err
    assert Path("raci.yaml").read_bytes() == before
    done = raci("import", "matrix.md", "--into", "raci.yaml", "--yes")
    assert done.code == 0
    assert "Build it: accountable IT -> Marketing\n" in done.out
    again = raci("import", "matrix.md", "--into", "raci.yaml")
    assert (again.code, again.out) == (0, "raci.yaml says all of that already, nothing changed\n")


def test_nothing_is_merged_while_a_cell_cannot_be_read(raci: Raci, source: Path) -> None:
    raci("import", "matrix.md", "-o", "raci.yaml")
    before = Path("raci.yaml").read_bytes()
    source.write_text(ODD.replace("A/R", "A"), encoding="utf-8")
    assert raci("import", "matrix.md", "--into", "raci.yaml", "--yes").code == 1
    assert Path("raci.yaml").read_bytes() == before


def test_as_data_there_is_every_guess(raci: Raci, source: Path) -> None:
    ran = raci("import", "matrix.md", "--json")
    data = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert [party["id"] for party in data["parties"]] == ["marketing", "it", "ana-lopez"]
    assert data["parties"][2]["person"] is True
    assert {decision["what"].split(" of ")[0] for decision in data["decisions"]} >= {"scheme", "orientation"}
    assert data["written"] is False
    assert data_of(data["text"])["steps"].keys() == {"write-the-plan", "build-it"}
    raci("import", "matrix.md", "-o", "raci.yaml")
    source.write_text(MATRIX.replace("A/R", "R").replace("R | - |", "R | 2-14 |"), encoding="utf-8")
    into = ("import", "matrix.md", "--into", "raci.yaml", "--json")
    refused = raci(*into)
    data = json.loads(refused.out)
    assert (refused.code, data["written"], [one["text"] for one in data["unread"]]) == (1, False, ["2-14"])
    done = raci(*into, "--yes", "--accept-unread")
    data = json.loads(done.out)
    assert (done.code, data["written"]) == (0, True)
    assert [change["path"] for change in data["changes"]][:1] == ["steps.write-the-plan.accountable"]


def test_stdin_wants_its_format_and_cannot_be_asked(raci: Raci, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"Task,Ana,IT\nBuild,A,R\nTest,R,A\n")
    assert "--from csv" in raci("import", "-").err
    typed(monkeypatch, b"Task,Ana,IT\nBuild,A,R\nTest,R,A\n")
    ran = raci("import", "-", "--from", "csv", "--as", "teams")
    assert ran.code == 0
    assert data_of(ran.out)["teams"] == {"ana": "Ana", "it": "IT"}
    assert data_of(ran.out)["project"] == {"name": "Imported project"}
    monkeypatch.setattr(sys, "stdin", None)
    assert raci("import", "-", "--from", "csv").code == 3


@pytest.mark.parametrize(
    "options, why",
    [
        (["--orientation", "rows"], "there is no orientation 'rows'"),
        (["--as", "team"], "did you mean teams?"),
        (["--from", "mdd"], "md"),
        (["--table", "7"], "there is no table 7"),
        (["--sheet", "Matrix"], "there is no sheet 'Matrix'"),
        (["--parties", "x y"], "--parties wants columns, not 'x y'"),
        (["--parties", "F:B"], "--parties has no columns from F to B"),
        (["--parties", "0"], "--parties"),
        (["--into", "raci.yaml", "--name", "x"], "-o and --name are for a new one"),
        (["--into", "raci.yaml", "-o", "x"], "-o and --name are for a new one"),
    ],
)
def test_what_cannot_be_meant_is_refused(raci: Raci, source: Path, options: list[str], why: str) -> None:
    ran = raci("import", "matrix.md", *options)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


@pytest.mark.parametrize("columns", ["B:C", "2:3", "b:c"])
def test_columns_are_named_by_letters_or_numbers(raci: Raci, source: Path, columns: str) -> None:
    ran = raci("import", "matrix.md", "--parties", columns)
    assert ran.code == 0
    assert data_of(ran.out)["teams"].keys() == {"marketing", "it"}
    assert "people" not in data_of(ran.out)


def test_where_there_is_no_matrix_it_is_said_what_was_looked_at(raci: Raci) -> None:
    Path("notes.md").write_text("# Notes\n\nNothing here.\n")
    ran = raci("import", "notes.md")
    assert (ran.code, ran.out) == (3, "")
    assert "no" in ran.err
    assert raci("import", "gone.md").code == 3


def test_a_project_that_cannot_be_used_is_no_target(raci: Raci, source: Path) -> None:
    Path("raci.yaml").write_text("raci: 1\nproject: [\n")
    ran = raci("import", "matrix.md", "--into", "raci.yaml", "--yes")
    assert ran.code == 3
    assert "raci.yaml:3:1" in ran.err or "raci.yaml:2" in ran.err


@pytest.mark.parametrize("answer, code, changed", [("y\n", 0, True), ("\n", 0, False), (CTRL_D, 0, False)])
def test_at_a_terminal_it_asks(raci: Raci, source: Path, answer: str, code: int, changed: bool) -> None:
    raci("import", "matrix.md", "-o", "raci.yaml")
    before = Path("raci.yaml").read_bytes()
    source.write_text(MATRIX.replace("| I | A, R | - |", "| A | R | I |"), encoding="utf-8")
    ran = at_a_terminal(["import", "matrix.md", "--into", "raci.yaml"], ("Write raci.yaml? [y/N] ", answer))
    assert ran.code == code
    assert "+    accountable: marketing" in ran.screen
    assert ("accountable IT -> Marketing" in ran.screen) == changed
    assert ("nothing was written" in ran.screen) != changed
    assert (Path("raci.yaml").read_bytes() != before) == changed
