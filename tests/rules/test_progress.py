"""What steps must say of how far they are, and of what they are."""

import pytest
from helpers import findings_of

from raci_cli.findings import Finding, path_text


def of_steps(code: str, **steps: str) -> list[Finding]:
    lines = [f"  {id_}: {{accountable: ana, {rest}}}\n" for id_, rest in steps.items()]
    return findings_of((code,), f"raci: 1\nproject: {{name: Demo}}\npeople: {{ana: Ana}}\nsteps:\n{''.join(lines)}")


def test_a_block_has_its_reason() -> None:
    (found,) = of_steps("RACI306", one="title: One, status: blocked")
    assert found.message == "step 1 'One' is blocked without a reason"
    assert path_text(found.path) == "steps.one.status"
    assert found.command == ("mark", "one", "blocked", "--because", "REASON")
    assert of_steps("RACI306", one="title: One, status: blocked, blocked: no cake") == []
    assert of_steps("RACI306", one="title: One, status: in-progress") == []


def test_a_task_has_its_own_reason() -> None:
    task = "tasks: {t: {title: T, status: blocked}}"
    (found,) = of_steps("RACI306", one=f"title: One, {task}, status: blocked, blocked: no cake")
    assert found.command[:2] == ("mark", "one.t")
    for status in ("done", "skipped"):
        assert of_steps("RACI306", one=f"title: One, {task}, status: {status}") == []


@pytest.mark.parametrize("title", ["Test it", "test IT", "' Test   it '"])
def test_two_steps_of_one_title(title: str) -> None:
    found = of_steps(
        "RACI308", one="title: Test it", two="title: Ship it", three=f"title: {title}", four=f"title: {title}"
    )
    assert [path_text(finding.path) for finding in found] == ["steps.three.title", "steps.four.title"]
    assert found[0].message.startswith("steps 1 and 3 have one title, '")
    assert found[0].command == ("set", "three", "title=TITLE")


def test_skipped_steps_and_tasks_may_share_a_title() -> None:
    assert of_steps("RACI308", one="title: T, status: skipped", two="title: T, tasks: {t: {title: T}}") == []


def test_a_step_that_is_done_has_no_open_task() -> None:
    tasks = "tasks: {a: {title: A}, b: {title: B, status: STATUS}}"
    (found,) = of_steps("RACI310", one=f"title: One, status: done, {tasks.replace('STATUS', 'done')}")
    assert found.message == "step 1 'One' is done while task a is open"
    assert path_text(found.path) == "steps.one.status"
    assert found.command == ("mark", "one.a", "done")
    (found,) = of_steps("RACI310", one=f"title: One, status: done, {tasks.replace('STATUS', 'blocked')}")
    assert found.message == "step 1 'One' is done while tasks a and b are open"
    assert found.command == ("mark", "one.a", "one.b", "done")


@pytest.mark.parametrize("task", ["status: done", "status: skipped", "ongoing: true"])
def test_a_task_that_is_over_or_never_ends_is_not_open(task: str) -> None:
    assert of_steps("RACI310", one=f"title: One, status: done, tasks: {{a: {{title: A, {task}}}}}") == []


@pytest.mark.parametrize("status", ["in-progress", "skipped", "not-started"])
def test_only_what_is_done_is_over(status: str) -> None:
    assert of_steps("RACI310", one=f"title: One, status: {status}, tasks: {{a: {{title: A}}}}") == []


def test_of_many_open_tasks_the_first_are_named() -> None:
    tasks = ", ".join(f"t{number}: {{title: T}}" for number in range(9))
    (found,) = of_steps("RACI310", one=f"title: One, status: done, tasks: {{{tasks}}}")
    assert found.message == "step 1 'One' is done while tasks t0, t1, t2, t3, t4 and 4 more are open"
    assert found.command == ()
