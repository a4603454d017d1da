"""What the reports for a person or team say in words."""

from typing import Any

import pytest
from helpers import text_of
from reports.demo import shown_by

from raci_cli.reports import persons

AS_OF = "2026-12-01"
WORK: dict[str, Any] = {"late": 0, "what": "due", "on": None, "due": None, "ongoing": False}


@pytest.mark.parametrize(
    "work, said",
    [
        ({}, "no date"),
        ({"late": 1, "due": "2026-11-30"}, "1 day late, due 30 Nov"),
        ({"late": 24}, "24 days late"),
        ({"what": "start", "on": "2026-12-02", "due": "2027-01-05"}, "starts 2 Dec, due 5 Jan 2027"),
        ({"ongoing": True, "due": "2026-12-05"}, "ongoing"),
    ],
)
def test_when_something_is_due(work: dict[str, Any], said: str) -> None:
    assert persons.when({**WORK, **work}, AS_OF) == said


@pytest.mark.parametrize(
    "who, headings",
    [("ana", ["Own work", "IT, as a team"]), ("it", ["IT, as a team", "People of IT"]), ("hr", ["HR, as a team"])],
)
def test_each_part_is_labelled(who: str, headings: list[str]) -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        teams: {it: IT, hr: HR}
        people: {ana: {name: Ana, team: it}}
        steps: {one: {title: One, accountable: ana}}
        """)
    view = shown_by("person", text, who=who)
    assert [persons.heading(view, part) for part in view["parts"]] == headings


@pytest.mark.parametrize(
    "work, said",
    [
        (
            {"kind": "decide", "role": "accountable", "candidates": ["Ana", "IT"], "due": "2026-12-09", "hint": "Pay?"},
            "who is accountable? Ana or IT. By 9 Dec. Pay?",
        ),
        ({"kind": "agree", "done": "2026-11-30"}, "agreed to what was done on 30 Nov? No word yet."),
        ({"kind": "agree", "done": None}, "agreed to what was done? No word yet."),
        ({"kind": "asked", "role": "consulted", "owners": ["Bob", "Lee"]}, "consulted; Bob and Lee ask"),
    ],
)
def test_what_is_waited_for(work: dict[str, Any], said: str) -> None:
    asked = {"who": [{"name": "Ana"}], "due": None, "hint": None, "owners": [], **work}
    assert persons.question({"relation": "own"}, asked, AS_OF) == said
    named = persons.question({"relation": "members"}, asked, AS_OF)
    assert named == (said if work["kind"] == "decide" else f"Ana, {said}")
