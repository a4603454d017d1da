"""Plain data about a project, which every report shows."""

import datetime
import hashlib
import json
from typing import Any

import pytest
from helpers import CLEAN, TODAY, project, text_of
from reports.demo import DEMO, shown_by

from raci_cli import __version__
from raci_cli.findings import Checked, Finding
from raci_cli.reports.views import Asked, view_of


def matrix_of(text: str, *, everybody: bool = False) -> dict[str, Any]:
    return shown_by("matrix", text, everybody=everybody)


def status_of(text: str, as_of: datetime.date = TODAY) -> dict[str, Any]:
    return shown_by("status", text, as_of)


def ids(works: list[dict[str, Any]]) -> list[str]:
    return [work["id"] for work in works]


HEAD = ["project", "as_of", "scheme", "source"]
WORK = [
    *("id", "number", "title", "task", "phase", "status", "closed", "ongoing", "start", "due", "done", "late"),
    *("because", "notes", "roles", "owners", "candidates", "tasks_open", "tasks"),
]


def test_views_have_the_keys_that_are_documented() -> None:
    whole, short = status_of(DEMO), matrix_of(DEMO)
    assert list(short) == [*HEAD, "parties", "rows"]
    assert list(whole) == [
        *(*HEAD, "verdict", "progress", "steps", "late", "blocked", "next", "decisions", "findings", "counts"),
        *("changed", "matrix", "workload", "goals", "sponsors", "glossary"),
    ]
    assert list(whole["matrix"]) == ["parties", "rows"]
    assert all(list(step) == WORK for step in whole["steps"])
    assert all(list(one) == [*WORK, "letters", "cells", "counts", "break", "findings"] for one in short["rows"])
    assert list(whole["progress"]) == ["done", "total", "percent", "blocked", "late", "soon", "soon_days"]


@pytest.mark.parametrize("text", [DEMO, CLEAN])
def test_views_are_plain_data(text: str) -> None:
    for view in (status_of(text), matrix_of(text)):
        assert json.loads(json.dumps(view)) == view


def test_the_head_names_the_project_its_scheme_and_its_source() -> None:
    view = matrix_of(DEMO)
    assert view["project"] == {
        "name": "Demo",
        "summary": "What for",
        "size": "large",
        "start": "2026-11-01",
        "due": "2026-12-31",
        "days_left": 30,
        "lead": {"id": "ana", "name": "Ana Ortiz"},
    }
    assert view["as_of"] == "2026-12-01"
    assert view["scheme"]["name"] == "raci"
    assert [(role["letter"], role["owns"]) for role in view["scheme"]["roles"]] == [
        ("R", False),
        ("A", True),
        ("C", False),
        ("I", False),
    ]
    content = hashlib.sha256(DEMO.encode()).hexdigest()[:12]
    assert view["source"] == {"file": "raci.yaml", "content": content, "version": __version__}


def test_what_is_left_out_is_none() -> None:
    assert matrix_of(CLEAN)["project"] == {
        "name": "Demo",
        "summary": None,
        "size": "small",
        "start": None,
        "due": None,
        "days_left": None,
        "lead": None,
    }


def test_progress_counts_neither_ongoing_nor_skipped_steps() -> None:
    assert status_of(DEMO)["progress"] == {
        "done": 1,
        "total": 4,
        "percent": 25,
        "blocked": 1,
        "late": 2,
        "soon": 2,
        "soon_days": 14,
    }


def test_progress_of_nothing_is_zero() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        steps: {watch: {title: Watch, ongoing: true}}
    """)
    progress = status_of(text)["progress"]
    assert (progress["total"], progress["percent"]) == (0, 0)


@pytest.mark.parametrize("due, soon", [("2026-11-30", 0), ("2026-12-01", 1), ("2026-12-15", 1), ("2026-12-16", 0)])
def test_soon_is_today_and_the_fourteen_days_that_follow(due: str, soon: int) -> None:
    assert status_of(CLEAN + f"    due: {due}\n")["progress"]["soon"] == soon
    assert status_of(CLEAN + f"    due: {due}\n    status: done\n")["progress"]["soon"] == 0
    assert status_of(CLEAN + f"    due: {due}\n    ongoing: true\n")["progress"]["soon"] == 0


def test_steps_say_what_reports_need() -> None:
    steps = {step["id"]: step for step in status_of(DEMO)["steps"]}
    assert list(steps) == ["first", "second", "third", "watch", "gone", "last"]
    second = steps["second"]
    assert (second["number"], second["title"], second["phase"], second["task"]) == ("2", "Second", "Build", False)
    assert (second["tasks"], second["tasks_open"], second["candidates"]) == (2, 1, ["IT", "zoe"])
    assert (second["late"], second["owners"], second["due"]) == (3, [], "2026-12-10")
    assert (steps["third"]["because"], steps["third"]["late"]) == ("no licence", 11)
    assert [step["closed"] for step in steps.values()] == [True, False, False, False, True, False]
    assert (steps["watch"]["ongoing"], steps["gone"]["late"], steps["last"]["notes"]) == (True, 0, "Soon.")
    roles = {role["letter"]: [party["name"] for party in role["parties"]] for role in steps["first"]["roles"]}
    assert roles == {"R": ["IT", "Ana Ortiz"], "A": ["Ana Ortiz"], "C": [], "I": []}


def test_lists_of_steps_by_what_is_up_with_them() -> None:
    view = status_of(DEMO)
    assert ids(view["late"]) == ["second", "third"]
    assert ids(view["blocked"]) == ["third"]
    assert ids(view["next"]) == ["third", "last", "second"], "what has started comes first"


def test_a_step_that_waits_is_not_next() -> None:
    waiting = CLEAN + "    needs: [kickoff, unknown]\n"
    assert ids(status_of(waiting)["next"]) == ["kickoff"]
    started = waiting.replace("    accountable: ana", "    status: done\n    accountable: ana")
    assert ids(status_of(started)["next"]) == ["second"]


@pytest.mark.parametrize("state, late", [("status: done", 0), ("status: skipped", 0), ("ongoing: true", 0), ("", 9)])
def test_a_step_is_late_by_an_open_task_unless_it_is_closed_or_ongoing(state: str, late: int) -> None:
    text = CLEAN + f"    tasks: {{talk: {{title: Talk, due: 2026-11-22}}}}\n    {state}\n"
    assert status_of(text)["steps"][1]["late"] == late


def test_an_ongoing_step_closes_with_the_one_it_lasts_until() -> None:
    text = DEMO.replace("status: blocked, blocked: no licence", "status: done")
    assert [step["closed"] for step in status_of(text)["steps"] if step["id"] == "watch"] == [True]


def test_decisions_are_open_steps_without_an_owner() -> None:
    assert status_of(DEMO)["decisions"] == [
        {
            "step": "second",
            "number": 2,
            "title": "Second",
            "role": "accountable",
            "candidates": [{"id": "it", "name": "IT"}, {"id": "zoe", "name": "zoe"}],
            "hint": "Who pays?",
            "due": "2026-12-10",
        }
    ]


def test_findings_are_told_with_their_command_and_line() -> None:
    text = CLEAN.replace("    accountable: ana\n", "    responsible: ana\n")
    view = status_of(text)
    assert view["findings"] == [
        {
            "code": "RACI101",
            "severity": "error",
            "message": "nobody is accountable for step 1 'Kick-off'",
            "help": "name one",
            "command": "raci assign kickoff -A WHO",
            "line": 9,
        }
    ]
    assert view["counts"] == {"error": 1, "warning": 0, "info": 0}


def test_a_finding_without_a_command_has_an_empty_one() -> None:
    (found,) = status_of(CLEAN.replace("accountable: ana", "accountable: anna"))["findings"]
    assert (found["command"], found["help"]) == ("", "did you mean ana?")


def test_a_scheme_in_which_nobody_owns_asks_for_no_decisions() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana}
        scheme: {roles: {helper: {letter: H}}}
        steps: {one: {title: One, helper: ana}}
    """)
    view = status_of(text)
    assert [one["break"] for one in view["matrix"]["rows"]] == [""]
    assert view["decisions"] == []


def test_workload_counts_roles_in_open_steps_most_first() -> None:
    view = status_of(DEMO)
    shown = [(one["party"]["id"], one["letters"], one["open"]) for one in view["workload"]]
    assert shown == [
        ("cleo", [1, 0, 0, 1], 2),
        ("ana", [0, 2, 0, 0], 2),
        ("bob", [0, 0, 0, 1], 1),
        ("it", [0, 1, 0, 0], 1),
    ]


def test_what_was_agreed_is_shown() -> None:
    view = status_of(DEMO)
    assert view["sponsors"] == [{"id": "bob", "name": "Bob"}, {"id": "cleo", "name": "cleo"}]
    assert view["glossary"] == [{"term": "lead", "meaning": "A person."}]
    assert view["goals"][0] == {
        "id": "uptime",
        "measure": "Hours",
        "target": "9",
        "actual": "8",
        "due": "2027-01-01",
        "met": True,
        "owners": [{"id": "ana", "name": "Ana Ortiz"}, {"id": "zoe", "name": "zoe"}],
    }
    assert (view["goals"][1]["measure"], view["goals"][1]["met"], view["goals"][1]["owners"]) == (None, False, [])


def test_a_finding_without_a_place_stands_on_the_first_line() -> None:
    found = Checked("raci.yaml", (Finding("RACI301", (), "no steps"),), {})
    assert [one["line"] for one in view_of("status", Asked(project(CLEAN), TODAY, found, CLEAN))["findings"]] == [1]


def test_the_verdict_and_the_figures_agree_about_what_is_blocked() -> None:
    view = status_of(CLEAN + "    ongoing: true\n    status: blocked\n    blocked: no licence\n")
    assert view["verdict"]["why"].startswith("Nothing is late or blocked") == (view["progress"]["blocked"] == 0)


def test_what_has_changed_is_told_where_an_earlier_state_is_given() -> None:
    assert status_of(CLEAN)["changed"] is None
    earlier = project(CLEAN.replace("accountable: bob", "accountable: ana"))
    view = shown_by("status", CLEAN, since="HEAD", earlier=earlier)
    (one,) = view["changed"]["changes"]
    assert (view["changed"]["since"], one["path"]) == ("HEAD", "steps.second.accountable")
    assert one["text"] == "Second: accountable Ana -> Bob"
