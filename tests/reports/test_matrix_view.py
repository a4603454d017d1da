"""Who has which letter on which step, as plain data."""

from typing import Any

import pytest
from helpers import CLEAN, text_of
from reports.demo import BROKEN, DEMO, shown_by

from raci_cli.model.project import Party
from raci_cli.reports.views.names import short_names


def matrix_of(text: str, *, everybody: bool = False) -> dict[str, Any]:
    return shown_by("matrix", text, everybody=everybody)


def row(view: dict[str, Any], id_: str) -> dict[str, Any]:
    (found,) = [one for one in view["rows"] if one["id"] == id_]
    return dict(found)


def test_columns_are_teams_before_people_as_declared_then_the_unknown() -> None:
    view = matrix_of(DEMO)
    assert [party["id"] for party in view["parties"]] == ["it", "ana", "bob", "cleo"]
    assert [party["column"] for party in view["parties"]] == [0, 1, 2, 3]
    assert [party["kind"] for party in view["parties"]] == ["team", "person", "person", "unknown"]
    assert view["parties"][1] == {
        "id": "ana",
        "name": "Ana Ortiz",
        "kind": "person",
        "team": {"id": "marketing", "name": "Marketing"},
        "title": "CMO",
        "active": True,
        "short": "AO",
        "column": 1,
    }
    assert [party["active"] for party in view["parties"]] == [True, True, False, True]


def test_people_declared_above_teams_still_come_after_them() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {zed: Zed, ana: Ana}
        teams: {web: Web, it: IT}
        steps: {one: {title: One, accountable: ana, responsible: [it, zed, web]}}
    """)
    assert [party["id"] for party in matrix_of(text)["parties"]] == ["web", "it", "zed", "ana"]


def test_everybody_means_those_without_a_role_too() -> None:
    shown = [party["id"] for party in matrix_of(DEMO, everybody=True)["parties"]]
    assert shown == ["it", "marketing", "ana", "bob", "idle", "cleo"]


def test_rows_are_steps_with_their_tasks_below() -> None:
    view = matrix_of(DEMO)
    shown = [(one["number"], one["id"], one["task"]) for one in view["rows"]]
    assert shown[:5] == [
        ("1", "first", False),
        ("2", "second", False),
        ("", "second.talk", True),
        ("", "second.walk", True),
        ("3", "third", False),
    ]
    assert (row(view, "second.talk")["phase"], row(view, "second.walk")["phase"]) == ("Talks", "Build")
    assert [row(view, id_)["late"] for id_ in ("second.talk", "second.walk")] == [3, 0]


def test_cells_hold_letters_in_the_order_of_the_scheme() -> None:
    view = matrix_of(DEMO)
    assert row(view, "first")["cells"] == ["R", "R/A", "", ""]
    assert row(view, "first")["letters"] == [["R"], ["R", "A"], [], []]


def test_the_sponsors_stand_for_those_who_are_named() -> None:
    view = matrix_of(DEMO)
    assert row(view, "second")["cells"] == ["", "", "I", "I"]
    assert row(view, "second.walk")["cells"] == ["", "", "I", "I"], "a task inherits them"


def test_a_sponsor_with_a_role_of_their_own_keeps_that_alone() -> None:
    text = DEMO.replace("    informed: sponsors\n", "    informed: sponsors\n    consulted: bob\n")
    assert row(matrix_of(text), "second")["cells"] == ["", "", "C", "I"]


def test_sponsors_whom_nobody_named_are_a_party_of_their_own() -> None:
    text = DEMO.replace("sponsors: [bob, cleo]\n", "")
    view = matrix_of(text)
    assert [(party["id"], party["name"]) for party in view["parties"]] == [
        ("it", "IT"),
        ("ana", "Ana Ortiz"),
        ("sponsors", "Sponsors"),
        ("cleo", "cleo"),
    ]


def test_breaks_say_how_many_own_a_row_where_it_is_not_one() -> None:
    breaks = {one["id"]: one["break"] for one in matrix_of(DEMO)["rows"]}
    assert breaks == {
        "first": "",
        "second": "0 A",
        "second.talk": "2 A",
        "second.walk": "0 A",
        "third": "",
        "watch": "",
        "gone": "",
        "last": "",
    }


def test_a_party_named_twice_breaks_nothing() -> None:
    assert row(matrix_of(CLEAN.replace("accountable: ana", "accountable: [ana, ana]")), "kickoff")["break"] == ""


def test_breaks_follow_the_bounds_of_the_scheme() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        scheme: {roles: {approver: {letter: P, owns: true, max: 2}, helper: {letter: H}}}
        steps:
          none: {title: None}
          three: {title: Three, approver: [a, b, c]}
    """)
    assert [one["break"] for one in matrix_of(text)["rows"]] == ["", "3 P"]


def test_a_break_is_marked_for_every_role_of_the_scheme_those_that_own_first() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        scheme: {roles: {driver: {letter: D, min: 1, max: 1, works: true}, boss: {letter: B, min: 1, owns: true}}}
        steps:
          none: {title: None}
          half: {title: Half, boss: a}
          many: {title: Many, boss: a, driver: [a, b]}
          whole: {title: Whole, boss: a, driver: b}
          gone: {title: Gone, status: skipped}
    """)
    assert [one["break"] for one in matrix_of(text)["rows"]] == ["0 B", "0 D", "2 D", "", ""]
    assert [one["counts"] for one in matrix_of(text)["rows"]] == [["0 B", "0 D"], ["0 D"], ["2 D"], [], []]


def test_findings_about_the_roles_of_a_row_are_named_in_it() -> None:
    found = {one["id"]: one["findings"] for one in matrix_of(BROKEN)["rows"]}
    assert found == {
        "fine": [],
        "fine.same": [],
        "fine.own": ["RACI105"],
        "agent": ["RACI105"],
        "left": ["RACI107", "RACI108"],
        "both": ["RACI109"],
        "lost": ["RACI201"],
        "bare": ["RACI101", "RACI108"],
        "under": ["RACI106"],
    }


@pytest.mark.parametrize(
    "names, shorts",
    [
        (["Ana Ortiz", "Bob"], ["AO", "BO"]),
        (["Ana Maria Ortiz"], ["AO"]),
        (["it", "marketing"], ["IT", "MA"]),
        (["Ana Ortiz", "Adam Olsen", "Alf Oak"], ["AO", "AD", "AL"]),
        (["X", "X", "X"], ["X", "X2", "X3"]),
        (["", "?", "!!"], ["?", "?2", "?3"]),
        (["漢字", "漢 字"], ["漢字", "漢2"]),
        (["o'Brien, P."], ["OP"]),
        (["- Ana -"], ["AN"]),
    ],
)
def test_short_names_are_initials_or_the_start_and_no_two_alike(names: list[str], shorts: list[str]) -> None:
    assert short_names([Party(str(index), name) for index, name in enumerate(names)]) == shorts


def test_short_names_of_many_alike_are_unique() -> None:
    found = short_names([Party(str(number), "Ana Ortiz") for number in range(100)])
    assert len(set(found)) == 100
