"""`raci rename` and `raci remove`: what they print, and that only their lines change."""

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
  lead: ana         # since March
teams:
  it: IT
people:
  ana:              # the boss
    name: Ana
    team: it        # for now
  bob: {name: Bob, deputy: "ana"}  # part time

goals:
  fast:
    owners: [bob, ana]  # both

steps:
  # --- first ---
  'kickoff':
    title: Kick-off
    accountable:   ana      # until Q3
    responsible:
      - ana                 # main
      - bob                 # helps
    agreed:
      ana: 2026-01-01       # by mail
    goals: fast

  # --- second ---
  second: {title: Second, needs: [kickoff], agreed: {bob: 2026-01-01, "ana": 2026-01-02}}
  third:
    title: Third
    needs:
      - kickoff
      - second
    tasks:
      talk: {title: Talk, informed: ana}   # soon
"""


@pytest.fixture
def file() -> Path:
    path = Path("raci.yaml")
    path.write_text(PLAN)
    return path


SECOND = '  second: {title: Second, needs: [kickoff], agreed: {bob: 2026-01-01, "ana": 2026-01-02}}'
TALK = "      talk: {title: Talk, informed: ana}   # soon"
CHANGED: dict[str, tuple[list[str], list[str]]] = {
    "a person": (
        ["rename", "ana", "zoe"],
        [
            "-  lead: ana         # since March",
            "+  lead: zoe         # since March",
            "-  ana:              # the boss",
            "+  zoe:              # the boss",
            '-  bob: {name: Bob, deputy: "ana"}  # part time',
            '+  bob: {name: Bob, deputy: "zoe"}  # part time',
            "-    owners: [bob, ana]  # both",
            "+    owners: [bob, zoe]  # both",
            "-    accountable:   ana      # until Q3",
            "+    accountable:   zoe      # until Q3",
            "-      - ana                 # main",
            "+      - zoe                 # main",
            "-      ana: 2026-01-01       # by mail",
            "+      zoe: 2026-01-01       # by mail",
            f"-{SECOND}",
            '+  second: {title: Second, needs: [kickoff], agreed: {bob: 2026-01-01, "zoe": 2026-01-02}}',
            f"-{TALK}",
            f"+{TALK.replace('ana', 'zoe')}",
        ],
    ),
    "a step": (
        ["rename", "kickoff", "start"],
        [
            "-  'kickoff':",
            "+  'start':",
            f"-{SECOND}",
            '+  second: {title: Second, needs: [start], agreed: {bob: 2026-01-01, "ana": 2026-01-02}}',
            "-      - kickoff",
            "+      - start",
        ],
    ),
    "a task": (
        ["rename", "third.talk", "walk"],
        [f"-{TALK}", f"+{TALK.replace('talk', 'walk')}"],
    ),
    "a goal goes": (
        ["remove", "fast", "--everywhere"],
        ["-goals:", "-  fast:", "-    owners: [bob, ana]  # both", "+goals: {}", "-    goals: fast"],
    ),
    "a task goes, the last one": (
        ["remove", "third.talk"],
        ["-    tasks:", f"-{TALK}", "+    tasks: {}"],
    ),
    "a person goes": (
        ["remove", "bob", "--everywhere"],
        [
            '-  bob: {name: Bob, deputy: "ana"}  # part time',
            "-    owners: [bob, ana]  # both",
            "+    owners: [ana]  # both",
            "-      - bob                 # helps",
            f"-{SECOND}",
            '+  second: {title: Second, needs: [kickoff], agreed: {"ana": 2026-01-02}}',
        ],
    ),
    "a person goes, the last who agreed": (
        ["remove", "ana", "--everywhere"],
        [
            "-  lead: ana         # since March",
            "-  ana:              # the boss",
            "-    name: Ana",
            "-    team: it        # for now",
            '-  bob: {name: Bob, deputy: "ana"}  # part time',
            "+  bob: {name: Bob}  # part time",
            "-    owners: [bob, ana]  # both",
            "+    owners: [bob]  # both",
            "-    accountable:   ana      # until Q3",
            "-      - ana                 # main",
            "-    agreed:",
            "-      ana: 2026-01-01       # by mail",
            f"-{SECOND}",
            "+  second: {title: Second, needs: [kickoff], agreed: {bob: 2026-01-01}}",
            f"-{TALK}",
            f"+{TALK.replace(', informed: ana', '')}",
        ],
    ),
}


@pytest.mark.parametrize("words, lines", CHANGED.values(), ids=CHANGED)
def test_only_the_lines_of_an_id_change(raci: Any, file: Path, words: list[str], lines: list[str]) -> None:
    ran = raci(*words)
    assert (ran.code, ran.err) == (0, "")
    assert changed_lines(file, PLAN) == lines


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("old, new", [("ana", "zoe"), ("it", "ops"), ("kickoff", "start"), ("fast", "quick")])
def test_a_rename_back_gives_the_first_bytes(raci: Any, file: Path, ends: str, old: str, new: str) -> None:
    first = PLAN.replace("\n", ends).removesuffix(ends).encode()
    file.write_bytes(first)
    assert raci("rename", old, new).code == 0
    assert file.read_bytes() != first
    assert raci("rename", new, old).code == 0
    assert file.read_bytes() == first


def test_what_is_said_counts_or_names_the_places(raci: Any, file: Path) -> None:
    assert raci("rename", "it", "ops").out == "team it -> ops, with 1 reference\n"
    assert raci("rename", "ops", "ops").out == "team ops has this id already, nothing changed\n"
    assert raci("remove", "ops", "--everywhere").out == "team ops removed\npeople.ana.team: no longer ops\n"


def test_dry_run_and_data(raci: Any, file: Path) -> None:
    ran = raci("rename", "it", "ops", "--dry-run")
    assert "\n-  it: IT\n+  ops: IT\n" in ran.out
    data = json.loads(raci("rename", "it", "ops", "--dry-run", "--json").out)
    said = {"path": "teams.it", "old": "it", "new": "ops", "text": "team it -> ops, with 1 reference"}
    assert data == {"file": "raci.yaml", "changed": False, "changes": [said], "diff": ran.out}
    assert "\n-  it: IT\n" in raci("remove", "it", "--everywhere", "--dry-run").out
    assert file.read_text() == PLAN
    assert json.loads(raci("remove", "third.talk", "--json").out)["changes"][0]["old"]["title"] == "Talk"


REFUSED = {
    "referred to": (["remove", "it"], "team it is referred to by people.ana.team\n"),
    "referred to often": (["remove", "ana"], "project.lead, people.bob.deputy and goals.fast.owners and 5 more"),
    "taken": (["rename", "ana", "it"], "the id it is taken"),
    "unknown": (["rename", "kickof", "start"], "did you mean kickoff?"),
}


@pytest.mark.parametrize("words, said", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_2_and_the_file_untouched(raci: Any, file: Path, words: list[str], said: str) -> None:
    ran = raci(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert file.read_text() == PLAN


@pytest.mark.parametrize("words", [["rename", "it", "ops"], ["remove", "third.talk"]])
def test_a_file_in_use_is_3_when_the_time_is_up(raci: Any, file: Path, words: list[str]) -> None:
    with file.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        ran = raci(*words, "--lock-timeout", "0")
    assert (ran.code, ran.out) == (3, "")
    assert "raci.yaml is being changed by another process" in ran.err
    assert file.read_text() == PLAN


@pytest.mark.parametrize("text", [*TERMINAL, *RUNNERS], ids=range(len([*TERMINAL, *RUNNERS])))
def test_no_word_acts_on_a_terminal_or_a_build_runner(raci: Any, file: Path, text: str) -> None:
    for words in (["rename", "ana", text], ["rename", text, "zoe"], ["remove", text]):
        ran = raci(*words)
        assert ran.code == 2
        assert acts(ran.out + ran.err) == []


@pytest.mark.parametrize("old, item", [("# helps", "# helps too"), ("[bob, ana]", "[ana, 'bob']")])
def test_the_last_item_of_a_list_keeps_its_comment_and_its_quotes(raci: Any, file: Path, old: str, item: str) -> None:
    before = PLAN.replace(old, item)
    file.write_text(before)
    raci("rename", "bob", "zed")
    assert file.read_text() == before.replace("bob", "zed")


def test_the_last_item_of_a_list_in_brackets_over_lines_can_be_renamed(raci: Any, file: Path) -> None:
    before = PLAN.replace("[bob, ana]  # both", "[\n      bob,  # one\n      ana  # two\n    ]")
    file.write_text(before)
    assert raci("rename", "ana", "zoe").code == 0


def test_an_id_that_only_an_agreement_names_is_taken_or_joined(raci: Any, file: Path) -> None:
    file.write_text(PLAN.replace('"ana": 2026-01-02', "zed: 2026-01-02"))
    assert raci("rename", "bob", "zed").code in (0, 2)


@pytest.mark.parametrize("new", ["second.walk", "a.b.walk"])
def test_a_task_is_not_renamed_into_another_step(raci: Any, file: Path, new: str) -> None:
    assert raci("rename", "third.talk", new).code == 2
