"""Steps that wait for each other, and dates that pass."""

import datetime
import itertools
from collections.abc import Mapping

import pytest
from helpers import TODAY, findings_of

from raci_cli.findings import Finding, path_text
from raci_cli.model.project import Project, Step
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import RULES, Settings

HEAD = "raci: 1\nproject: {name: Demo}\npeople: {ana: Ana}\nsteps:\n"


def of_steps(**steps: str) -> list[Finding]:
    """Findings about steps, each a flow mapping without its braces, title and owner."""
    lines = [f"  {id_}: {{title: {id_.title()}, accountable: ana, {rest}}}\n" for id_, rest in steps.items()]
    return findings_of(("RACI302", "RACI303", "RACI305"), HEAD + "".join(lines), TODAY)


def circles(needs: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    steps = tuple(Step(id_, id_, needs=others, number=number) for number, (id_, others) in enumerate(needs.items(), 1))
    return list(RULES["RACI303"].check(Facts(Project(steps=steps)), Settings(TODAY)))


@pytest.mark.parametrize(
    "rest, place",
    [
        ("needs: [second, frist]", "steps.first.needs[1]"),
        ("needs: frist", "steps.first.needs"),
        ("ongoing: true, until: frist", "steps.first.until"),
        ("tasks: {talk: {title: Talk, needs: [frist]}}", "steps.first.tasks.talk.needs[0]"),
        ("tasks: {talk: {title: Talk, until: frist}}", "steps.first.tasks.talk.until"),
    ],
)
def test_a_step_that_is_not_there_is_found_where_it_is_named(rest: str, place: str) -> None:
    (found,) = of_steps(first=rest, second="")
    assert (found.code, found.message, found.help) == ("RACI302", "'frist' is no step", "did you mean first?")
    assert path_text(found.path) == place


@pytest.mark.parametrize("rest", ["needs: [second]", "ongoing: true, until: second"])
def test_a_step_that_is_there_may_be_named(rest: str) -> None:
    assert of_steps(first=rest, second="") == []


def test_steps_are_named_by_id_not_by_number_and_tasks_not_at_all() -> None:
    assert [finding.code for finding in of_steps(first="", second="needs: ['1']")] == ["RACI302"]
    found = of_steps(first="tasks: {talk: {title: Talk}}", second="needs: [talk]")
    assert [finding.code for finding in found] == ["RACI302"]


def test_where_nothing_is_like_it_the_first_ten_steps_are_listed() -> None:
    ids = [f"s{number:02}" for number in range(12)]
    (found,) = of_steps(**dict.fromkeys(ids, ""), last="needs: [zzzzzz]")
    assert found.help == f"steps: {', '.join(['last', *ids][:10])}"


def test_a_step_that_needs_itself() -> None:
    (found,) = of_steps(first="needs: [first]")
    assert found.message == "step 'first' needs itself"
    assert path_text(found.path) == "steps.first.needs[0]"


@pytest.mark.parametrize(
    "needs, names",
    [
        ({"a": ("b",), "b": ("a",)}, "a -> b -> a"),
        ({"a": ("c",), "b": ("a",), "c": ("b",)}, "a -> c -> b -> a"),
        ({"x": ("a",), "a": ("b",), "b": ("a",)}, "a -> b -> a"),
        ({"a": ("x", "b"), "b": ("a",), "x": ()}, "a -> b -> a"),
        ({"a": ("unknown", "b"), "b": ("a",)}, "a -> b -> a"),
    ],
)
def test_a_circle_is_named_and_found_once(needs: dict[str, tuple[str, ...]], names: str) -> None:
    (found,) = circles(needs)
    assert found.message == f"steps need each other in a circle: {names}"


def test_a_circle_is_placed_at_the_need_that_is_part_of_it() -> None:
    (found,) = circles({"a": ("x", "b"), "b": ("a",), "x": ()})
    assert path_text(found.path) == "steps.a.needs[1]"


def test_two_circles_are_two_findings() -> None:
    found = circles({"a": ("b",), "b": ("a",), "c": ("d",), "d": ("c",), "e": ("e",)})
    assert [finding.path[1] for finding in found] == ["a", "c", "e"]


def test_of_two_circles_through_one_step_one_is_told_at_a_time() -> None:
    found = circles({"a": ("b", "c"), "b": ("a",), "c": ("a",)})
    assert [finding.message.rpartition(": ")[2] for finding in found] == ["a -> b -> a"]


def test_a_knot_of_many_steps_is_told_in_few_words() -> None:
    names = [f"s{number}" for number in range(60)]
    found = circles({name: tuple(other for other in names if other != name) for name in names})
    assert 1 <= len(found) <= 30
    assert max(len(finding.message) for finding in found) < 200


@pytest.mark.parametrize(
    "needs",
    [
        {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c")},
        {"d": ("b", "c"), "c": ("a",), "b": ("a",), "a": ()},
        {"a": ("unknown",)},
        {"a": ("b", "b"), "b": ()},
    ],
)
def test_what_comes_together_again_is_no_circle(needs: dict[str, tuple[str, ...]]) -> None:
    assert circles(needs) == []


def test_long_chains_need_no_recursion() -> None:
    ids = [f"s{number}" for number in range(5_000)]
    chain: dict[str, tuple[str, ...]] = {first: (second,) for first, second in itertools.pairwise(ids)}
    assert circles(chain) == []
    (found,) = circles({**chain, ids[-1]: (ids[0],)})
    assert path_text(found.path) == "steps.s0.needs[0]"


def test_due_today_is_not_late() -> None:
    assert of_steps(first="due: 2026-12-01") == []
    assert of_steps(first="due: 2026-12-02") == []
    (found,) = of_steps(first="due: 2026-11-30")
    assert found.message == "step 1 'First' is 1 day overdue"
    assert (found.code, path_text(found.path)) == ("RACI305", "steps.first.due")
    assert found.command == ("mark", "first", "done")


def test_lateness_is_counted_in_days_from_the_day_given() -> None:
    text = f"{HEAD}  first: {{title: First, accountable: ana, due: 2026-11-30}}\n"
    (found,) = findings_of(("RACI305",), text, datetime.date(2028, 3, 1))
    assert found.message == "step 1 'First' is 457 days overdue"
    assert findings_of(("RACI305",), text, datetime.date(2026, 11, 30)) == []


@pytest.mark.parametrize("rest", ["status: done", "status: skipped", "ongoing: true"])
def test_what_is_done_skipped_or_ongoing_is_never_late(rest: str) -> None:
    assert of_steps(first=f"due: 2026-01-01, {rest}") == []


@pytest.mark.parametrize("rest", ["status: in-progress", "status: blocked", "status: not-started"])
def test_what_is_open_is_late(rest: str) -> None:
    assert [finding.code for finding in of_steps(first=f"due: 2026-01-01, {rest}")] == ["RACI305"]


TASK = "tasks: {talk: {title: Talk, due: 2026-11-01}, walk: {title: Walk, due: 2026-11-01, status: done}}"


def test_a_task_is_late_by_itself() -> None:
    (found,) = of_steps(first=TASK)
    assert found.message == "task first.talk 'Talk' is 30 days overdue"
    assert found.command == ("mark", "first.talk", "done")


@pytest.mark.parametrize("step", ["status: done", "status: skipped", "ongoing: true"])
def test_a_task_of_a_closed_or_ongoing_step_is_not_late(step: str) -> None:
    assert of_steps(first=f"{step}, {TASK}") == []
