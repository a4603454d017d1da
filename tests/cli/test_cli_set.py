"""`raci set`: what it prints, and that only its lines change."""

import fcntl
import json
from pathlib import Path
from typing import Any

import pytest
from helpers import changed_lines, data_of
from hostile import INVISIBLE, RUNNERS, TERMINAL, acts

PLAN = """\
# Who does what. Keep this head.
raci: 1
project:
  name: Demo        # the working title
people:
  ana: {name: Ana}  # since March
  bob: Bob
steps:
  # --- first ---
  kickoff:
    title: Kick-off         # short
    accountable: "ana"      # until Q3
    responsible:
      - ana                 # main
      # nobody else yet
    due:   2027-01-31
    notes: |                # said in May
      Loud.

      Clear.

  # --- second ---
  second:
    title: 'Second'
    candidates: [ana, bob]  # the board decides
    agreed: {ana: 2026-01-01}
    tasks:
      talk: {title: Talk}   # soon
      walk:
        title: Walk
        agreed:             # both
          bob: 2026-02-02   # by mail
"""


@pytest.fixture
def file() -> Path:
    path = Path("raci.yaml")
    path.write_text(PLAN)
    return path


CHANGED = {
    "a text before its comment": (
        ["set", "1", "title=Start"],
        ["-    title: Kick-off         # short", "+    title: Start         # short"],
    ),
    "quotes stay": (
        ["set", "1", "accountable=Bob"],
        ['-    accountable: "ana"      # until Q3', '+    accountable: "bob"      # until Q3'],
    ),
    "a date keeps its blanks": (
        ["set", "kick", "due=2027-03-31"],
        ["-    due:   2027-01-31", "+    due:   2027-03-31"],
    ),
    "a new key in its place": (["set", "2", "hint=Who pays: us?"], ["+    hint: 'Who pays: us?'"]),
    "an item of a list of lines": (["set", "1", "responsible=ana,bob"], ["+      - bob"]),
    "a list in one line": (
        ["set", "2", "candidates=bob"],
        ["-    candidates: [ana, bob]  # the board decides", "+    candidates: [bob]  # the board decides"],
    ),
    "a literal goes whole": (
        ["set", "1", "notes="],
        ["-    notes: |                # said in May", "-      Loud.", "-", "-      Clear."],
    ),
    "lines become a literal": (
        ["set", "2", "guidance=Ask.\nTwice.\n"],
        ["+    guidance: |", "+      Ask.", "+      Twice."],
    ),
    "a task in one line": (
        ["set", "2.talk", "status=done", "done=2026-11-30"],
        [
            "-      talk: {title: Talk}   # soon",
            "+      talk: {title: Talk, status: done, done: 2026-11-30}   # soon",
        ],
    ),
    "several steps": (["set", "1", "2", "phase=Begin"], ["+    phase: Begin", "+    phase: Begin"]),
}


@pytest.mark.parametrize("words, lines", CHANGED.values(), ids=CHANGED)
def test_only_the_lines_of_what_is_set_change(raci: Any, file: Path, words: list[str], lines: list[str]) -> None:
    assert raci(*words).code == 0
    assert changed_lines(file, PLAN) == lines


def test_line_ends_and_a_missing_last_one_stay(raci: Any, file: Path) -> None:
    text = PLAN.replace("\n", "\r\n").removesuffix("\r\n")
    file.write_bytes(text.encode())
    raci("set", "1", "notes=a\nb")
    new = "    notes: |-                # said in May\r\n      a\r\n      b\r\n\r\n"
    old = "    notes: |                # said in May\r\n      Loud.\r\n\r\n      Clear.\r\n\r\n"
    assert file.read_bytes().decode() == text.replace(old, new)


def test_the_same_value_again_leaves_the_file_alone(raci: Any, file: Path) -> None:
    before = file.stat()
    ran = raci("set", "1", "due=2027-01-31")
    assert (ran.code, ran.out) == (0, "Kick-off: due 2027-01-31 already, nothing changed\n")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_dry_run_shows_the_diff_and_writes_nothing(raci: Any, file: Path) -> None:
    ran = raci("set", "1", "due=2027-02-01", "--dry-run")
    assert ran.out.startswith("--- raci.yaml\n+++ raci.yaml\n@@ ")
    assert "\n-    due:   2027-01-31\n+    due:   2027-02-01\n" in ran.out
    data = json.loads(raci("set", "1", "due=2027-02-01", "--dry-run", "--json").out)
    assert (data["changed"], data["diff"]) == (False, ran.out)
    assert file.read_text() == PLAN


def test_the_change_as_data(raci: Any, file: Path) -> None:
    data = json.loads(raci("set", "1", "due=", "--json").out)
    text = "Kick-off: due 2027-01-31 -> nothing"
    change = {"path": "steps.kickoff.due", "old": "2027-01-31", "new": None, "text": text}
    assert data == {"file": "raci.yaml", "changed": True, "changes": [change]}
    again = json.loads(raci("set", "1", "due=", "--json").out)
    assert (again["changed"], len(again["changes"])) == (False, 1)


REFUSED = {
    "no step": (["set", "due=2027-01-31"], "set wants a step before KEY=VALUE"),
    "no pair": (["set", "1"], "nothing to set"),
    "a step behind a pair": (["set", "1", "due=", "2"], "set wants KEY=VALUE, not '2'"),
    "no such key": (["set", "1", "ude=2027-01-31"], "did you mean due?"),
    "one of two pairs": (["set", "1", "phase=x", "due=soon"], "due must be a date, not 'soon'"),
    "one of two steps": (["set", "1", "9", "phase=x"], "the steps are 1 to 2"),
    "a line break": (["set", "1", "phase=a\nb"], "phase must not contain the control character \\n"),
}


@pytest.mark.parametrize("words, said", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_2_and_the_file_untouched(raci: Any, file: Path, words: list[str], said: str) -> None:
    ran = raci(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert file.read_text() == PLAN


def test_a_file_in_use_is_3_when_the_time_is_up(raci: Any, file: Path) -> None:
    with file.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        ran = raci("set", "1", "due=", "--lock-timeout", "0")
    assert (ran.code, ran.out) == (3, "")
    assert "raci.yaml is being changed by another process" in ran.err
    assert file.read_text() == PLAN
    assert raci("set", "1", "due=", "--lock-timeout", "0").code == 0


def test_a_file_that_cannot_be_used_is_3_and_stays(raci: Any, file: Path) -> None:
    file.write_text("raci: 1\nsteps: [\n")
    ran = raci("set", "1", "due=")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("error: raci.yaml:")
    assert file.read_text() == "raci: 1\nsteps: [\n"


SURROGATES = [text for text in INVISIBLE if any("\ud800" <= character <= "\udfff" for character in text)]
ACTING = [text for text in [*TERMINAL, *INVISIBLE, *RUNNERS] if text not in SURROGATES]


@pytest.mark.parametrize("text", ACTING, ids=range(len(ACTING)))
def test_no_text_acts_on_a_terminal_or_a_build_runner(raci: Any, file: Path, text: str) -> None:
    for words in (["1", f"title={text}"], ["1", f"needs={text}"], ["1", f"{text}=x"], [text, "due="]):
        ran = raci("set", *words)
        assert ran.code in (0, 2)
        assert ran.out + ran.err
        assert acts(ran.out + ran.err) == []
    assert acts(raci("set", "2", f"notes=1 {text}", "--dry-run").out) == []


@pytest.mark.parametrize("text", ACTING, ids=range(len(ACTING)))
def test_what_is_written_reads_back_as_it_was_typed(raci: Any, file: Path, text: str) -> None:
    if raci("set", "2", f"notes={text}").code == 0:
        assert data_of(file.read_text())["steps"]["second"]["notes"] == text
    else:
        assert file.read_text() == PLAN


@pytest.mark.parametrize("text", SURROGATES)
def test_what_is_no_text_is_refused(raci: Any, file: Path, text: str) -> None:
    assert raci("set", "2", f"notes={text}").code == 2


def test_of_two_values_of_one_key_the_last_holds_or_both_are_refused(raci: Any, file: Path) -> None:
    ran = raci("set", "1", "title=Start", "title=Kick-off")
    assert ran.code == 2 or changed_lines(file, PLAN) == []


def test_a_key_that_is_removed_twice_goes_once_or_is_refused(raci: Any, file: Path) -> None:
    assert raci("set", "1", "due=", "due=").code in (0, 2)


def test_an_owner_settles_what_was_open(raci: Any, file: Path) -> None:
    raci("set", "2", "accountable=bob")
    assert "candidates" not in file.read_text()


def test_a_new_owner_is_written_as_assign_writes_it(raci: Any, file: Path) -> None:
    raci("set", "2", "accountable=bob")
    assert "+    accountable: bob" in changed_lines(file, PLAN)


def test_json_stays_json(raci: Any, file: Path) -> None:
    file.write_text('{"raci": 1, "project": {"name": "D"}, "steps": {"a": {"title": "A", "due": "2026-01-01"}}}\n')
    raci("set", "a", "due=2026-02-02")
    assert json.loads(file.read_text())["steps"]["a"]["due"] == "2026-02-02"


def test_a_flag_in_quotes_can_be_put_right(raci: Any, file: Path) -> None:
    file.write_text(PLAN.replace("    title: 'Second'\n", "    title: 'Second'\n    ongoing: 'true'\n"))
    raci("set", "2", "ongoing=true")
    assert "    ongoing: true\n" in file.read_text()
