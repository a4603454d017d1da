"""Red, amber or green by rule, so that it cannot be coloured at will."""

import datetime
from typing import Any

import pytest
from helpers import TODAY

from raci_cli.model.project import Project, Step, Task, Verdict
from raci_cli.model.scheme import Role, Scheme
from raci_cli.reports.verdict import verdict

OWNED = {"accountable": ("ana",)}
FINE = "Nothing is late or blocked, and whatever has started has somebody who answers for it."


def in_days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def steps(*given: dict[str, Any]) -> tuple[Step, ...]:
    """Steps A, B, C, owned unless said otherwise."""
    defaults: list[dict[str, Any]] = [
        {"roles": OWNED, "id": id_, "title": id_.upper()} for id_ in "abcdef"[: len(given)]
    ]
    both: list[dict[str, Any]] = [{**default, **one} for default, one in zip(defaults, given, strict=True)]
    return tuple(Step(**one, number=number) for number, one in enumerate(both, 1))


def judged(*given: dict[str, Any], **project: Any) -> tuple[str, str]:
    shown = verdict(Project(steps=steps(*given), **project), TODAY)
    return shown["colour"], shown["why"]


LATE = {"due": in_days(-1)}
BLOCKED = {"status": "blocked"}
DONE = {"status": "done"}
NOBODY: dict[str, Any] = {"roles": {}}


@pytest.mark.parametrize(
    "given, due, why",
    [
        ([{}], in_days(-1), "The project was due 1 day ago, and 1 step is still open."),
        ([{}, {}, DONE], in_days(-10), "The project was due 10 days ago, and 2 steps are still open."),
        ([LATE, BLOCKED], None, "Step 1 'A' is 1 day late and step 2 'B' is blocked."),
        ([LATE, {**BLOCKED, **LATE}], None, "Step 1 'A' is 1 day late and step 2 'B' is blocked and 1 day late."),
        ([LATE] * 3, None, "Step 1 'A' is 1 day late, step 2 'B' is 1 day late and step 3 'C' is 1 day late."),
        ([{}, {"due": in_days(31)}], in_days(30), "Step 2 'B' is due 1 day after the project."),
        ([{"due": in_days(33)}], in_days(30), "Step 1 'A' is due 3 days after the project."),
        ([{**NOBODY, "due": in_days(14)}], None, "Step 1 'A' is due in 14 days, and nobody answers for it."),
        ([{**NOBODY, "due": TODAY}], None, "Step 1 'A' is due today, and nobody answers for it."),
        ([{**NOBODY, "due": in_days(1)}], None, "Step 1 'A' is due in 1 day, and nobody answers for it."),
    ],
)
def test_it_is_red(given: list[dict[str, Any]], due: datetime.date | None, why: str) -> None:
    assert judged(*given, due=due) == ("red", why)


@pytest.mark.parametrize("given", [{"status": "in-progress"}, {"due": in_days(3)}])
def test_where_a_scheme_has_no_owner_no_step_lacks_one(given: dict[str, Any]) -> None:
    helpers = Scheme("help", (Role("helper", "H", works=True),))
    assert judged({**NOBODY, **given})[0] in ("amber", "red")
    assert judged({**NOBODY, **given}, scheme=helpers) == ("green", "Nothing is late or blocked.")


def test_it_names_up_to_three() -> None:
    assert judged(*[BLOCKED] * 3)[1] == "Step 1 'A' is blocked, step 2 'B' is blocked and step 3 'C' is blocked."
    assert judged(*[BLOCKED] * 4)[1].endswith("; 1 more.")


def test_it_names_three_of_many_and_counts_the_rest() -> None:
    colour, why = judged(*[BLOCKED] * 5)
    assert colour == "red"
    assert why == "Step 1 'A' is blocked, step 2 'B' is blocked and step 3 'C' is blocked; 2 more."


@pytest.mark.parametrize(
    "given, why",
    [
        ([LATE, {}], "Step 1 'A' is 1 day late."),
        ([{}, {"due": in_days(-12)}], "Step 2 'B' is 12 days late."),
        ([BLOCKED], "Step 1 'A' is blocked."),
        ([{**BLOCKED, **LATE}], "Step 1 'A' is blocked and 1 day late."),
        ([{**NOBODY, "status": "in-progress"}], "Step 1 'A' has started, and nobody answers for it."),
    ],
)
def test_it_is_amber(given: list[dict[str, Any]], why: str) -> None:
    assert judged(*given) == ("amber", why)


@pytest.mark.parametrize(
    "given, due, why",
    [
        ([{}], None, FINE),
        ([{"due": TODAY}], None, FINE),
        ([{"due": TODAY}], TODAY, FINE),
        ([{"due": in_days(30)}], in_days(30), FINE),
        ([{**NOBODY, "due": in_days(15)}], None, FINE),
        ([NOBODY], in_days(1), FINE),
        ([{"due": in_days(1)}], None, FINE),
        ([{}, {**LATE, "status": "done"}, {**LATE, "status": "skipped"}], None, FINE),
        ([{}, {**LATE, "ongoing": True}], None, FINE),
        ([{}, {"status": "done", "due": in_days(40)}], in_days(30), FINE),
        ([{}, {"status": "done", "roles": {}}], None, FINE),
        ([DONE, DONE], None, "Every step is done."),
        ([DONE, {"status": "skipped"}], in_days(-30), "Every step is done."),
        ([DONE, {"ongoing": True}], in_days(-30), "Every step is done."),
    ],
)
def test_it_is_green(given: list[dict[str, Any]], due: datetime.date | None, why: str) -> None:
    assert judged(*given, due=due) == ("green", why)


def test_a_step_both_late_and_blocked_counts_once() -> None:
    assert judged({**BLOCKED, **LATE}, {})[0] == "amber"
    assert judged({**BLOCKED, **LATE}, LATE)[0] == "red"


def test_a_late_task_counts_for_its_step_once() -> None:
    late = tuple(Task(name, name, due=in_days(-days)) for name, days in (("x", 2), ("y", 5)))
    assert judged({"tasks": late}, {}) == ("amber", "Step 1 'A' is 5 days late.")
    assert judged({"tasks": late}, LATE)[0] == "red"
    assert judged({"tasks": late, "status": "done"}, {})[0] == "green"


def test_an_overdue_project_is_the_first_reason() -> None:
    assert judged(LATE, BLOCKED, due=in_days(-1))[1].startswith("The project was due 1 day ago")


def test_a_late_step_that_nobody_owns_is_said_to_be_late() -> None:
    colour, why = judged({**NOBODY, **LATE})
    assert colour == "red"
    assert "-1" not in why
    assert "1 day late" in why


@pytest.mark.parametrize("said", ["green", "amber", "red"])
def test_a_verdict_set_by_hand_is_shown_beside_the_computed_one(said: str) -> None:
    shown = verdict(Project(verdict=Verdict(said, "We agreed."), steps=steps(BLOCKED)), TODAY)
    assert shown == {
        "colour": said,
        "word": {"green": "On track", "amber": "At risk", "red": "Off track"}[said],
        "why": "We agreed.",
        "computed": "amber",
        "computed_why": "Step 1 'A' is blocked.",
        "set": True,
    }


def test_without_a_reason_that_is_said() -> None:
    shown = verdict(Project(verdict=Verdict("green"), steps=steps(BLOCKED)), TODAY)
    assert (shown["why"], shown["computed"]) == ("Set by hand, without a reason.", "amber")


def test_without_a_verdict_set_both_are_one() -> None:
    shown = verdict(Project(steps=steps(BLOCKED)), TODAY)
    assert (shown["set"], shown["word"]) == (False, "At risk")
    assert (shown["colour"], shown["why"]) == (shown["computed"], shown["computed_why"])


def test_an_ongoing_step_is_open_in_no_reckoning() -> None:
    ongoing = {"ongoing": True, "due": in_days(99), "roles": {}}
    assert judged({}, ongoing, due=in_days(30)) == ("green", FINE)
