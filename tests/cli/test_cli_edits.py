"""`raci add`, `raci assign`, `raci mark`: what they print, and that only their lines change."""

import json
from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN, ROOT, changed_lines

COMMENTED = """\
# Who does what. Keep this head.
raci: 1

project:
  name: Demo        # the working title
teams:
  it: IT

people:
  ana: {name: Ana}  # since March
  bob: Bob

steps:
  # --- first ---
  kickoff:
    title: Kick-off         # short
    accountable: ana        # until Q3
    responsible:
      - ana                 # main
      # nobody else yet
    status: not-started     # so far

  # --- second ---
  second:
    title: "Second"
    candidates: [ana, bob]  # the board decides
    hint: Who pays?
    # last words
"""


TWICE = CLEAN.replace("    accountable: ana\n", "    accountable: ana\n" * 2)


@pytest.fixture
def file() -> Path:
    path = Path("raci.yaml")
    path.write_text(COMMENTED)
    return path


def test_assign_changes_the_line_of_its_value(raci: Any, file: Path) -> None:
    ran = raci("assign", "kickoff", "-A", "bob")
    assert (ran.code, ran.out) == (0, "Kick-off: accountable Ana -> Bob\n")
    assert changed_lines(file, COMMENTED) == [
        "-    accountable: ana        # until Q3",
        "+    accountable: bob        # until Q3",
    ]


def test_assign_adds_to_a_list(raci: Any, file: Path) -> None:
    assert raci("assign", "1", "-R", "Bob").out == "Kick-off: responsible Ana -> Ana and Bob\n"
    assert changed_lines(file, COMMENTED) == ["+      - bob"]


def test_assign_decides_what_was_open(raci: Any, file: Path) -> None:
    ran = raci("assign", "sec", "-A", "it", "-C", "ana")
    assert ran.out.splitlines() == [
        "Second: accountable nobody -> IT",
        "Second: consulted nobody -> Ana",
        "Second: decided, so its candidates and hint go",
        "Next: raci check",
    ]
    assert changed_lines(file, COMMENTED) == [
        "-    candidates: [ana, bob]  # the board decides",
        "-    hint: Who pays?",
        "+    accountable: it",
        "+    consulted: [ana]",
    ]


def test_several_steps_at_once(raci: Any, file: Path) -> None:
    ran = raci("assign", "1", "2", "--role", "informed=bob")
    assert ran.out == "Kick-off: informed nobody -> Bob\nSecond: informed nobody -> Bob\n"
    assert changed_lines(file, COMMENTED) == ["+    informed: [bob]", "+    informed: [bob]"]


def test_the_same_value_again_changes_nothing_and_says_so(raci: Any, file: Path) -> None:
    before = file.stat()
    ran = raci("assign", "kickoff", "-A", "ana")
    assert (ran.code, ran.out) == (0, "Kick-off: accountable Ana already, nothing changed\n")
    after = file.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_mark_done_and_back(raci: Any, file: Path) -> None:
    ran = raci("mark", "kickoff", "done")
    assert ran.out == "Kick-off: not-started -> done (2026-12-01)\n1 of 2 done; next: 2 Second\n"
    assert changed_lines(file, COMMENTED) == [
        "-    status: not-started     # so far",
        "+    status: done     # so far",
        "+    done: 2026-12-01",
    ]
    raci("mark", "kickoff", "not-started")
    assert file.read_text() == COMMENTED


def test_mark_blocked_says_why(raci: Any, file: Path) -> None:
    raci("mark", "2", "blocked", "--because", "the board: not before May")
    assert changed_lines(file, COMMENTED) == ["+    status: blocked", "+    blocked: 'the board: not before May'"]


def test_add_person_and_team(raci: Any, file: Path) -> None:
    assert raci("add", "person", "zoe", "Zoë", "--team", "it", "--title", "no").out == "New person zoe: Zoë, IT\n"
    assert raci("add", "team", "legal", "Legal", "--lead", "zoe").out == "New team legal: Legal\n"
    assert changed_lines(file, COMMENTED) == [
        "+  legal: {name: Legal, lead: zoe}",
        "+  zoe: {name: Zoë, team: it, title: 'no'}",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ["assign", "1", "-A", "bob"],
        ["mark", "1", "done"],
        ["add", "person", "zoe", "Zoe"],
        ["add", "team", "legal", "Legal"],
    ],
)
def test_dry_run_shows_the_diff_and_writes_nothing(raci: Any, file: Path, words: list[str]) -> None:
    ran = raci(*words, "--dry-run")
    assert ran.code == 0
    assert ran.out.startswith("--- raci.yaml\n+++ raci.yaml\n@@ ")
    assert file.read_text() == COMMENTED
    data = json.loads(raci(*words, "--dry-run", "--json").out)
    assert data["changed"] is False
    assert data["diff"] == ran.out


def test_the_change_as_data(raci: Any, file: Path) -> None:
    data = json.loads(raci("assign", "kickoff", "-A", "bob", "--json").out)
    assert data == {
        "file": "raci.yaml",
        "changed": True,
        "changes": [
            {
                "path": "steps.kickoff.accountable",
                "old": ["ana"],
                "new": ["bob"],
                "text": "Kick-off: accountable Ana -> Bob",
            }
        ],
    }
    assert json.loads(raci("assign", "kickoff", "-A", "bob", "--json").out)["changed"] is False


@pytest.mark.parametrize(
    "words, said",
    [
        (["assign", "nope", "-A", "ana"], "there is no step 'nope'"),
        (["assign", "9", "-A", "ana"], "the steps are 1 to 2"),
        (["assign", "kickoff.x", "-A", "ana"], "there is no task of kickoff 'x'"),
        (["assign", "1", "-A", "anna"], "did you mean ana?"),
        (["assign", "1", "-A", "bob, status: done"], "there is no person or team"),
        (["assign", "1", "-A", ""], "there is no person or team"),
        (["assign", "1"], "nobody to assign"),
        (["assign", "1", "-A", "ana", "-A", "bob"], "only one party can be accountable"),
        (["assign", "1", "-R", "ana", "-C", "ana"], "ana cannot be"),
        (["assign", "1", "--role", "driver=ana"], "there is no role 'driver'"),
        (["assign", "1", "--role", "driver"], "--role wants NAME=WHO"),
        (["mark", "1"], "mark wants a step and a status"),
        (["mark", "1", "doen"], "did you mean done?"),
        (["mark", "1", "blocked"], "blocked needs a reason"),
        (["mark", "1", "done", "--because", "x"], "--because goes with blocked"),
        (["mark", "1", "blocked", "--because", "a\nb"], "control character"),
        (["mark", "1", "done", "--date", "today"], "--date is no date"),
        (["mark", "1", "skipped", "--date", "2026-01-01"], "--date goes with done"),
        (["add", "person", "ana", "Ana"], "there is a person ana already"),
        (["add", "person", "a b", "Ana"], "cannot be an id"),
        (["add", "person", "sponsors", "Ana"], "reserved"),
        (["add", "person", "zoe", "Zoe", "--team", "bob"], "'bob' is no team"),
        (["add", "person", "zoe", "Zoe", "--kind", "robot"], "there is no kind"),
        (["add", "team", "x", "\x1b[2J"], "control character"),
    ],
)
def test_what_cannot_be_meant_is_2_and_the_file_untouched(raci: Any, file: Path, words: list[str], said: str) -> None:
    ran = raci(*words)
    assert ran.code == 2
    assert said in ran.err
    assert file.read_text() == COMMENTED


@pytest.mark.parametrize(
    "text",
    [
        "raci: 2\n",
        "raci: 1\na: &b 1\n",
        CLEAN.replace("    accountable: ana\n", "    accountable: ana\n" * 2),
        "",
        "a: [",
    ],
)
def test_a_file_that_cannot_be_used_is_3_with_its_place(raci: Any, text: str) -> None:
    Path("raci.yaml").write_text(text)
    ran = raci("assign", "1", "-A", "bob")
    assert ran.code == 3
    assert ran.err.startswith("error: raci.yaml:")
    assert Path("raci.yaml").read_text() == text


def test_a_file_with_content_errors_is_edited_and_they_are_mentioned(raci: Any, clean: Path) -> None:
    clean.write_text(CLEAN + "    colour: red\n")
    ran = raci("assign", "1", "-R", "bob")
    assert ran.code == 0
    assert ran.err == "raci.yaml: 1 finding: raci check\n"


def test_the_file_is_found_upward_and_by_its_options(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deep/er").mkdir(parents=True)
    other = Path("deep/other.yaml")
    other.write_text(CLEAN)
    monkeypatch.chdir("deep/er")
    assert raci("assign", "1", "-A", "bob").code == 0
    assert "accountable: bob\n    informed: [bob]\n  second" in Path("../../raci.yaml").read_text()
    monkeypatch.setenv("RACI_FILE", "../other.yaml")
    raci("assign", "2", "-A", "ana")
    assert Path("../other.yaml").read_text().endswith("accountable: ana\n    informed: [ana]\n")
    raci("assign", "2", "-A", "ana", "-f", "../../raci.yaml")
    assert Path("../../raci.yaml").read_text().endswith("accountable: ana\n    informed: [ana]\n")


def test_examples_can_be_edited_byte_for_byte(raci: Any) -> None:
    for example in sorted((ROOT / "examples").glob("*.raci.yaml")):
        copy = Path(example.name)
        copy.write_bytes(example.read_bytes())
        assert raci("mark", "launch", "in-progress", "-f", str(copy)).code == 0
        lines = changed_lines(copy, example.read_text(encoding="utf-8"))
        assert lines == ["+    status: in-progress"]
