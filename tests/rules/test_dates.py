"""Dates that cannot be; what is late is in test_flow."""

import pytest
from helpers import findings_of

from raci_cli.findings import Finding, path_text


def of_steps(project: str = "", **steps: str) -> list[Finding]:
    lines = [f"  {id_}: {{title: {id_.title()}, accountable: ana, {rest}}}\n" for id_, rest in steps.items()]
    text = f"raci: 1\nproject: {{name: Demo{project}}}\npeople: {{ana: Ana}}\nsteps:\n{''.join(lines)}"
    return findings_of(("RACI307",), text)


def said(found: list[Finding]) -> list[tuple[str, str]]:
    return [(path_text(finding.path), finding.message) for finding in found]


def test_the_project_ends_after_it_starts() -> None:
    assert of_steps(", start: 2026-12-01, due: 2026-12-01", one="") == []
    assert said(of_steps(", start: 2026-12-02, due: 2026-12-01", one="")) == [
        ("project.due", "the project is due on 2026-12-01, before its start on 2026-12-02")
    ]


@pytest.mark.parametrize("status", ["not-started", "in-progress", "done"])
def test_a_step_is_due_after_it_starts(status: str) -> None:
    assert of_steps(one=f"start: 2026-12-10, due: 2026-12-10, status: {status}") == []
    found = of_steps(one=f"start: 2026-12-11, due: 2026-12-10, status: {status}")
    assert said(found) == [("steps.one.due", "step 1 'One' is due on 2026-12-10, before its start on 2026-12-11")]
    assert found[0].command == ("set", "one", "due=DATE")


def test_nothing_is_done_in_the_future() -> None:
    assert of_steps(one="status: done, done: 2026-12-01") == []
    (found,) = of_steps(one="status: done, done: 2026-12-02")
    assert said([found]) == [("steps.one.done", "step 1 'One' was done on 2026-12-02, which is in the future")]
    assert (found.help, found.command) == ("it is 2026-12-01: correct the date", ("set", "one", "done=DATE"))


def test_tasks_have_dates_too() -> None:
    found = of_steps(one="tasks: {t: {title: T, start: 2027-01-02, due: 2027-01-01, done: 2027-01-01}}")
    assert [path for path, _ in said(found)] == ["steps.one.tasks.t.due", "steps.one.tasks.t.done"]
    assert found[0].command == ("set", "one.t", "due=DATE")


@pytest.mark.parametrize(
    "step",
    [
        "start: 2027-01-02, due: 2027-01-01, status: skipped",
        "status: skipped, tasks: {t: {title: T, done: 2027-01-01}}",
        "tasks: {t: {title: T, done: 2027-01-01, status: skipped}}",
    ],
)
def test_what_is_skipped_may_have_any_date(step: str) -> None:
    assert of_steps(one=step) == []


FIRST = "due: 2027-02-10"


def test_a_step_is_due_after_what_it_needs() -> None:
    assert of_steps(one=FIRST, two="due: 2027-02-10, needs: [one]") == []
    assert said(of_steps(one=FIRST, two="due: 2027-02-09, needs: [one]")) == [
        ("steps.two.due", "step 2 'Two' is due on 2027-02-09, before step 1 'One', which it needs, on 2027-02-10")
    ]


def test_the_latest_of_what_it_needs_counts() -> None:
    (found,) = of_steps(a="due: 2027-02-08", b="due: 2027-02-12", c=FIRST, two="due: 2027-02-07, needs: [a, b, c]")
    assert "before step 2 'B'" in found.message


@pytest.mark.parametrize("between", ["status: not-started", "status: done, due: 2027-01-01", "status: skipped"])
def test_a_date_counts_through_a_step_without_one(between: str) -> None:
    (found,) = of_steps(one=FIRST, mid=f"{between}, needs: [one]", two="due: 2027-02-09, needs: [mid]")
    assert "before step 1 'One'" in found.message


def test_only_the_first_wrong_date_of_a_chain_is_found() -> None:
    found = of_steps(one=FIRST, two="due: 2027-02-01, needs: [one]", three="due: 2027-02-05, needs: [two]")
    assert [path for path, _ in said(found)] == ["steps.two.due"]


@pytest.mark.parametrize("first", ["status: done", "status: skipped", "ongoing: true"])
def test_what_is_closed_or_ongoing_binds_nobody(first: str) -> None:
    assert of_steps(one=f"{FIRST}, {first}", two="due: 2027-02-09, needs: [one]") == []


@pytest.mark.parametrize("second", ["status: done", "status: skipped", "ongoing: true"])
def test_what_is_closed_or_ongoing_is_not_bound(second: str) -> None:
    assert of_steps(one=FIRST, two=f"due: 2027-02-09, needs: [one], {second}") == []


def test_a_task_is_due_after_what_it_needs() -> None:
    task = "tasks: {t: {title: T, due: 2027-02-09, needs: [one]}}"
    (found,) = of_steps(one=FIRST, two=task)
    assert path_text(found.path) == "steps.two.tasks.t.due"
    assert of_steps(one=FIRST, two=f"status: done, {task}") == []


def test_two_faults_of_one_date_are_one_finding() -> None:
    (found,) = of_steps(one=FIRST, two="start: 2027-02-09, due: 2027-02-08, needs: [one]")
    assert "before its start" in found.message


@pytest.mark.parametrize("needs", ["[two]", "[one]", "[gone]"])
def test_circles_and_unknown_steps_do_no_harm(needs: str) -> None:
    found = of_steps(one=f"{FIRST}, needs: [two]", two=f"due: 2027-02-10, needs: {needs}")
    assert found == []
