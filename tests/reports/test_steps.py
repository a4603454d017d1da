"""What the commands about steps say in words."""

import datetime
from typing import Any

import pytest
from helpers import CLEAN, TODAY, text_of
from reports.demo import DEMO, shown_by

from raci_cli.reports.render import render
from raci_cli.text import Look


def text_lines(text: str, as_of: datetime.date = TODAY, width: int | None = None, **asked: Any) -> list[str]:
    return render("next", "text", shown_by("next", text, as_of, **asked), Look(width=width)).splitlines()


def test_next_as_text() -> None:
    assert text_lines(DEMO)[2:] == [
        "Now: 3 Third",
        "  11 days late; blocked (no licence); 1 step waits for it. cleo moves it.",
        "  Unblock:   raci mark third in-progress",
        "  New date:  raci set third due=DATE",
        "",
        "Next two weeks, to 15 Dec",
        "#       STEP    WHEN          WHO MOVES IT",
        "3       Third   11 days late  cleo",
        "2.talk  Talk    3 days late   Ana Ortiz +1",
        "2       Second  due 10 Dec    nobody",
        "6       Last    due 15 Dec    Ana Ortiz",
        "",
        "Decisions needed",
        "  by 10 Dec  2 Second: who is accountable? IT or zoe. Who pays?",
        "",
        "Only yours: raci next --for ana     The step: raci show third",
    ]


ONE = """\
raci: 1
project: {name: Demo}
teams: {it: IT}
people: {ana: Ana, bob: {name: Bob, team: it}, cy: Cy, dot: Dot, eve: Eve}
steps:
  one: {title: One, {KEYS}}
"""


def why(keys: str, **asked: Any) -> str:
    return text_lines(ONE.replace("{KEYS}", keys), **asked)[3].strip()


@pytest.mark.parametrize(
    "keys, said",
    [
        ("accountable: ana", "Nothing stands in its way. Ana moves it."),
        ("accountable: ana, due: 2026-12-09", "Nothing stands in its way; due 9 Dec. Ana moves it."),
        ("accountable: ana, status: in-progress, responsible: [bob, cy]", "Under way. Bob and Cy move it."),
        (
            "accountable: ana, responsible: [bob, cy, dot, eve]",
            "Nothing stands in its way. Bob, Cy, Dot and 1 more move it.",
        ),
        ("accountable: ana, status: blocked", "Blocked (no reason given). Ana moves it."),
        ("due: 2026-11-30", "1 day late; nobody is accountable."),
        ("accountable: [ana, bob], due: 2026-12-24", "2 are accountable; due 24 Dec. Ana and Bob move it."),
        (
            "accountable: ana, status: blocked, ongoing: true, due: 2026-12-24",
            "Blocked (no reason given). Ana moves it.",
        ),
    ],
)
def test_why_a_step_comes_first(keys: str, said: str) -> None:
    assert why(keys) == said


def test_who_moves_it_alone_is_not_told_so() -> None:
    assert why("accountable: ana", who="ana") == "Nothing stands in its way."


def test_an_undecided_step_says_between_whom() -> None:
    text = ONE.replace("{KEYS}", "candidates: [ana, it], hint: Who pays?, due: 2026-12-03")
    assert text_lines(text)[2:6] == [
        "Now: 1 One",
        "  Nobody is accountable; due 3 Dec.",
        "  Ana or IT? Who pays?",
        "  Decide:  raci assign one -A WHO",
    ]
    assert text_lines(text)[-3:] == [
        "  by 3 Dec  1 One: who is accountable? Ana or IT. Who pays?",
        "",
        "The step: raci show one",
    ]


def test_a_finished_project_says_so() -> None:
    done = CLEAN.replace("accountable", "status: done\n    accountable")
    assert text_lines(done)[2:] == ["Every step is done: 2 of 2."]
    assert text_lines(done, who="ana")[2:4] == ["Nothing of Ana is pressing; 2 of 2 steps done.", ""]


def test_where_nothing_can_be_done_the_progress_is_said() -> None:
    circle = (
        ONE.replace("{KEYS}", "accountable: ana, needs: [two]")
        + "  two: {title: Two, accountable: ana, needs: [one]}\n"
    )
    assert text_lines(circle)[2] == "Nothing is pressing; 0 of 2 steps done."


SOON = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: {name: IT, lead: bob}}
    people: {ana: {name: Ana, team: it}, bob: Bob}
    steps:
      one: {title: One, accountable: it, start: 2026-11-30}
      two: {title: Two, accountable: ana, responsible: it, start: 2026-12-02}
      three: {title: Three, accountable: bob, consulted: [ana, it], status: in-progress, due: 2027-02-01}
      four: {title: Four, accountable: bob, status: blocked, blocked: x}
""")


def rows(**asked: Any) -> list[str]:
    lines = text_lines(SOON, **asked)
    start = next(index for index, line in enumerate(lines) if line.startswith("#"))
    return lines[start : lines.index("", start)]


def test_rows_say_when_and_as_whom() -> None:
    assert rows() == [
        "#  STEP   WHEN                       WHO MOVES IT",
        "1  One    start was 30 Nov           IT",
        "2  Two    starts 2 Dec               IT",
        "4  Four   blocked                    Bob",
        "3  Three  under way, due 1 Feb 2027  Bob",
    ]
    assert rows(who="ana") == [
        "#  STEP  WHEN              AS",
        "1  One   start was 30 Nov  A as IT",
        "2  Two   starts 2 Dec      A, R as IT",
    ]
    assert rows(who="it")[1:] == [
        "1  One   start was 30 Nov  A",
        "2  Two   starts 2 Dec      R, A Ana",
    ]


def test_what_waits_for_a_word_of_a_team_says_whose() -> None:
    assert "  3 Three: consulted, due 1 Feb 2027; Bob asks (for IT)" in text_lines(SOON, who="bob") + text_lines(
        SOON, who="ana"
    )
