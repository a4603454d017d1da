"""Steps that begin, stop and end."""

import datetime
from typing import Any

import pytest
from changes.planning import TEAMWORK, Planned, outcome, plan_of, usage
from helpers import project

from raci_cli.changes.mark import mark, progress
from raci_cli.changes.plan import Plan
from raci_cli.model.project import Project

TODAY = datetime.date(2026, 12, 1)
OTHER_DAY = datetime.date(2026, 11, 30)


def given(*works: str, to: str, because: str | None = None, day: datetime.date | None = None) -> Planned:
    def planned(found: Project, data: Any) -> Plan:
        return mark(found, data, works, to, because, day, TODAY)

    return planned


MARKED: dict[str, tuple[Planned, list[str], list[str], str]] = {
    "begun": (given("vendor", to="in-progress"), [], ["status: in-progress"], "Choose: not-started -> in-progress"),
    "done today": (
        given("vendor", to="done"),
        [],
        ["status: done", "done: 2026-12-01"],
        "Choose: not-started -> done (2026-12-01)",
    ),
    "done on another day": (
        given("vendor", to="done", day=OTHER_DAY),
        [],
        ["status: done", "done: 2026-11-30"],
        "Choose: not-started -> done (2026-11-30)",
    ),
    "done, and blocked no more": (
        given("launch", to="done"),
        ["status: blocked", "blocked: the licence"],
        ["status: done", "done: 2026-12-01"],
        "Launch: blocked -> done (2026-12-01)",
    ),
    "blocked": (
        given("vendor", to="blocked", because="no budget: ask"),
        [],
        ["status: blocked", "blocked: 'no budget: ask'"],
        "Choose: not-started -> blocked (no budget: ask)",
    ),
    "blocked for another reason": (
        given("launch", to="blocked", because="no room"),
        ["blocked: the licence"],
        ["blocked: no room"],
        "Launch: blocked -> blocked (no room)",
    ),
    "skipped": (
        given("launch", to="skipped"),
        ["status: blocked", "blocked: the licence"],
        ["status: skipped"],
        "Launch: blocked -> skipped",
    ),
    "not begun": (
        given("launch", to="not-started"),
        ["status: blocked", "blocked: the licence"],
        ["status: not-started"],
        "Launch: blocked -> not-started",
    ),
    "a task done on another day": (
        given("vendor-check.second", to="done", day=OTHER_DAY),
        ["second: {title: Second, responsible: [cem], status: done, done: 2026-01-02}"],
        ["second: {title: Second, responsible: [cem], status: done, done: 2026-11-30}"],
        "Second: done -> done (2026-11-30)",
    ),
    "a task opened again": (
        given("2.second", to="in-progress"),
        ["second: {title: Second, responsible: [cem], status: done, done: 2026-01-02}"],
        ["second: {title: Second, responsible: [cem], status: in-progress}"],
        "Second: done -> in-progress",
    ),
    "skipped without end": (
        given("upkeep", to="skipped"),
        ["upkeep: {title: Keep it up, ongoing: true}"],
        ["upkeep: {title: Keep it up, ongoing: true, status: skipped}"],
        "Keep it up: not-started -> skipped",
    ),
    "done already": (given("2.second", to="done"), [], [], "Second: done already, nothing changed"),
    "not begun already": (given("vendor", to="not-started"), [], [], "Choose: not-started already, nothing changed"),
    "blocked for that reason already": (
        given("launch", to="blocked", because="the licence"),
        [],
        [],
        "Launch: blocked already, nothing changed",
    ),
}


@pytest.mark.parametrize("planned, gone, come, said", MARKED.values(), ids=MARKED)
def test_a_state_is_entered_with_its_key_and_left_without(
    planned: Planned, gone: list[str], come: list[str], said: str
) -> None:
    assert outcome(planned) == (gone, come, [said])


def test_a_change_is_told_to_programs() -> None:
    (said,) = plan_of(given("launch", to="skipped")).said
    assert said.as_data() == {
        "path": "steps.launch.status",
        "old": "blocked",
        "new": "skipped",
        "text": "Launch: blocked -> skipped",
    }


def test_several_steps_are_marked_at_once() -> None:
    assert sorted(outcome(given("1", "launch", to="done"))[1]) == ["done: 2026-12-01"] * 2 + ["status: done"] * 2


@pytest.mark.parametrize("second", ["launch", "3", "lau"])
def test_a_step_that_is_named_twice_is_marked_once(second: str) -> None:
    assert outcome(given("launch", second, to="skipped")) == outcome(given("launch", to="skipped"))


def test_a_leftover_of_another_state_goes() -> None:
    text = TEAMWORK.replace("    status: blocked\n", "    done: 2026-01-01\n")
    assert outcome(given("launch", to="not-started"), text)[0] == ["done: 2026-01-01", "blocked: the licence"]


REFUSED: dict[str, tuple[Planned, tuple[str, str]]] = {
    "no such status": (given("vendor", to="doen"), ("there is no status 'doen'", "did you mean done?")),
    "a status like no other": (
        given("vendor", to="zzz"),
        ("there is no status 'zzz'", "one of not-started, in-progress, blocked, done, skipped"),
    ),
    "blocked without a reason": (
        given("vendor", to="blocked"),
        ("blocked needs a reason", 'say what it waits for: --because "the test licence"'),
    ),
    "a reason without a block": (
        given("vendor", to="done", because="x"),
        ("--because goes with blocked, not with done", ""),
    ),
    "an empty reason": (given("vendor", to="blocked", because=" "), ("--because must not be empty", "")),
    "a reason of two lines": (
        given("vendor", to="blocked", because="a\nb"),
        ("--because must not contain the control character \\n", ""),
    ),
    "a day that ends nothing": (
        given("vendor", to="in-progress", day=TODAY),
        ("--date goes with done, not with in-progress", ""),
    ),
    "the end of what never ends": (
        given("upkeep", to="done"),
        ("'Keep it up' is ongoing: it is never done", "take ongoing: out of it first"),
    ),
    "no such step": (given("lunch", to="done"), ("there is no step 'lunch'", "did you mean launch?")),
}


@pytest.mark.parametrize("planned, refusal", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused(planned: Planned, refusal: tuple[str, str]) -> None:
    assert usage(planned) == refusal


@pytest.mark.parametrize(
    "steps, text",
    [
        ("{a: {title: A, status: done}, b: {title: B}}", "1 of 2 done; next: 2 B"),
        ("{a: {title: A, status: done}, b: {title: B, ongoing: true}}", "1 of 1 done"),
        ("{a: {title: A, status: skipped}, b: {title: B, needs: a}}", "0 of 1 done; next: 2 B"),
        ("{a: {title: A, needs: b}, b: {title: B, needs: a}}", "0 of 2 done"),
    ],
)
def test_progress_names_what_is_next(steps: str, text: str) -> None:
    assert progress(project(f"raci: 1\nproject: {{name: D}}\nsteps: {steps}\n")) == text
