"""`raci unassign` and `raci agree`: what they print, and that only their lines change."""

import fcntl
import json
from pathlib import Path
from typing import Any

import pytest
from helpers import changed_lines
from hostile import RUNNERS, TERMINAL, acts

PLAN = """\
# Who does what. Keep this head.
raci: 1
project:
  name: Demo        # the working title
people:
  ana: {name: Ana}  # since March
  bob: Bob
  cem: Cem
steps:
  # --- first ---
  kickoff:
    title: Kick-off         # short
    accountable: ana        # until Q3
    responsible:
      - ana                 # main
      # and who helps
      - bob                 # helps
      - cem

  # --- second ---
  second:
    title: Second
    responsible: ["bob",  cem]  # the board decides
    informed:
      - ana
    agreed: {ana: 2026-01-01}
    tasks:
      talk: {title: Talk}   # soon
      walk:
        title: Walk
        consulted: [
          bob,
          cem
        ]
        agreed:             # both
          bob: 2026-02-02   # by mail
"""
TALK = "      talk: {title: Talk}   # soon"


@pytest.fixture
def file() -> Path:
    path = Path("raci.yaml")
    path.write_text(PLAN)
    return path


CHANGED: dict[str, tuple[list[str], list[str]]] = {
    "the owner": (
        ["unassign", "1", "-A", "ana"],
        ["-    accountable: ana        # until Q3", "+    accountable: []        # until Q3"],
    ),
    "an item of a list of lines": (["unassign", "1", "-R", "bob"], ["-      - bob                 # helps"]),
    "the first item of a list of lines": (["unassign", "1", "-R", "ana"], ["-      - ana                 # main"]),
    "the end of a list of lines": (
        ["unassign", "1", "-R", "bob", "-R", "Cem"],
        ["-      - bob                 # helps", "-      - cem"],
    ),
    "one of a list in one line": (
        ["unassign", "2", "--role", "responsible=cem"],
        [
            '-    responsible: ["bob",  cem]  # the board decides',
            '+    responsible: ["bob"]  # the board decides',
        ],
    ),
    "the last of a list of lines": (
        ["unassign", "2", "-I", "ana"],
        ["-    informed:", "-      - ana", "+    informed: []"],
    ),
    "all of a list in one line": (
        ["unassign", "2", "--who", "bob", "--who", "cem"],
        ['-    responsible: ["bob",  cem]  # the board decides', "+    responsible: []  # the board decides"],
    ),
    "one of a list in brackets over lines": (["unassign", "2.walk", "-C", "bob"], ["-          bob,"]),
    "a task that inherits": (
        ["unassign", "2.talk", "-R", "bob"],
        [f"-{TALK}", "+      talk: {title: Talk, responsible: [cem]}   # soon"],
    ),
    "out of every role of several steps": (
        ["unassign", "1", "2", "--who", "ana"],
        [
            "-    accountable: ana        # until Q3",
            "+    accountable: []        # until Q3",
            "-      - ana                 # main",
            "-    informed:",
            "-      - ana",
            "+    informed: []",
        ],
    ),
    "an agreement more": (
        ["agree", "2", "Bob"],
        ["-    agreed: {ana: 2026-01-01}", "+    agreed: {ana: 2026-01-01, bob: 2026-12-01}"],
    ),
    "an agreement on another day": (
        ["agree", "2.walk", "bob", "--date", "2026-03-03"],
        ["-          bob: 2026-02-02   # by mail", "+          bob: 2026-03-03   # by mail"],
    ),
    "an agreement in lines": (["agree", "2.walk", "ana"], ["+          ana: 2026-12-01"]),
    "the first agreements": (["agree", "kick", "bob", "ana"], ["+    agreed: {bob: 2026-12-01, ana: 2026-12-01}"]),
    "the first agreement of a task": (
        ["agree", "2.talk", "ana"],
        [f"-{TALK}", "+      talk: {title: Talk, agreed: {ana: 2026-12-01}}   # soon"],
    ),
}


@pytest.mark.parametrize("words, lines", CHANGED.values(), ids=CHANGED)
def test_only_the_lines_of_what_is_meant_change(raci: Any, file: Path, words: list[str], lines: list[str]) -> None:
    ran = raci(*words)
    assert (ran.code, ran.err) == (0, "")
    assert changed_lines(file, PLAN) == lines


def test_what_is_said_names_who_and_what(raci: Any, file: Path) -> None:
    assert raci("unassign", "1", "-R", "Bob").out == "Kick-off: responsible Ana, Bob and Cem -> Ana and Cem\n"
    assert raci("unassign", "1", "-A", "ana").out == "Kick-off: accountable Ana -> nobody\n"
    ran = raci("agree", "2", "ana", "bob")
    assert ran.out == "Second: Ana agreed on 2026-12-01\nSecond: Bob agreed on 2026-12-01\n"


@pytest.mark.parametrize(
    "words, said",
    [
        (["unassign", "1", "-I", "ana"], "Kick-off: nobody of these has such a role, nothing changed\n"),
        (["agree", "2", "ana", "--date", "2026-01-01"], "Second: Ana agreed on 2026-01-01 already, nothing changed\n"),
    ],
)
def test_nothing_to_do_is_said_and_leaves_the_file_alone(raci: Any, file: Path, words: list[str], said: str) -> None:
    before = file.stat()
    ran = raci(*words)
    assert (ran.code, ran.out) == (0, said)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("words", [["unassign", "1", "--who", "ana"], ["agree", "1", "bob"]])
def test_dry_run_shows_the_diff_and_writes_nothing(raci: Any, file: Path, words: list[str]) -> None:
    ran = raci(*words, "--dry-run")
    assert ran.out.startswith("--- raci.yaml\n+++ raci.yaml\n@@ ")
    data = json.loads(raci(*words, "--dry-run", "--json").out)
    assert (data["changed"], data["diff"]) == (False, ran.out)
    assert file.read_text() == PLAN


def test_the_change_as_data(raci: Any, file: Path) -> None:
    data = json.loads(raci("unassign", "1", "-A", "ana", "--json").out)
    text = "Kick-off: accountable Ana -> nobody"
    change = {"path": "steps.kickoff.accountable", "old": ["ana"], "new": [], "text": text}
    assert data == {"file": "raci.yaml", "changed": True, "changes": [change]}
    (said,) = json.loads(raci("agree", "2.walk", "ana", "--json").out)["changes"]
    assert (said["path"], said["new"]) == ("steps.second.tasks.walk.agreed.ana", "2026-12-01")


@pytest.mark.parametrize(
    "words, said",
    [
        (["unassign", "1"], "nobody to take out"),
        (["unassign", "1", "--who", "anna"], "did you mean ana?"),
        (["unassign", "1", "9", "--who", "ana"], "the steps are 1 to 2"),
        (["unassign", "1", "--role", "driver=ana"], "there is no role 'driver'"),
        (["unassign", "1", "--role", "driver"], "--role wants NAME=WHO"),
        (["agree", "1"], "WHO"),
        (["agree", "1", "anna"], "did you mean ana?"),
        (["agree", "1", "ana", "--date", "2026-02-30"], "--date is no date: '2026-02-30'"),
        (["agree", "1", "ana", "--lock-timeout", "-1"], "--lock-timeout"),
    ],
)
def test_what_cannot_be_meant_is_2_and_the_file_untouched(raci: Any, file: Path, words: list[str], said: str) -> None:
    ran = raci(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert file.read_text() == PLAN


@pytest.mark.parametrize("words", [["unassign", "1", "--who", "ana"], ["agree", "1", "bob"]])
def test_a_file_in_use_is_3_when_the_time_is_up(raci: Any, file: Path, words: list[str]) -> None:
    with file.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        ran = raci(*words, "--lock-timeout", "0")
    assert (ran.code, ran.out) == (3, "")
    assert "raci.yaml is being changed by another process" in ran.err
    assert file.read_text() == PLAN


@pytest.mark.parametrize("text", [*TERMINAL, *RUNNERS], ids=range(len([*TERMINAL, *RUNNERS])))
def test_no_word_acts_on_a_terminal_or_a_build_runner(raci: Any, file: Path, text: str) -> None:
    for words in (["unassign", "1", "--who", text], ["unassign", text, "-A", "ana"], ["agree", "1", text]):
        ran = raci(*words)
        assert ran.code == 2
        assert acts(ran.out + ran.err) == []


def test_who_stays_keeps_their_comment(raci: Any, file: Path) -> None:
    raci("unassign", "1", "-R", "ana", "-R", "cem")
    assert changed_lines(file, PLAN) == ["-      - ana                 # main", "-      - cem"]


@pytest.mark.parametrize("wrong", ["[ana]", "yes"])
def test_agreements_that_are_no_mapping_are_refused(raci: Any, file: Path, wrong: str) -> None:
    file.write_text(PLAN.replace("{ana: 2026-01-01}", wrong))
    assert raci("agree", "2", "bob").code in (2, 3)
