"""What to do now, soon, and what to decide."""

import datetime
import json
from typing import Any

import pytest
from helpers import CLEAN, TODAY
from reports.demo import DEMO, OTHER_SCHEMES, shown_by


def next_of(text: str, as_of: datetime.date = TODAY, **asked: Any) -> dict[str, Any]:
    return shown_by("next", text, as_of, **asked)


def steps(**keys: str) -> str:
    """A project of these steps, which Ana owns if nothing else is said."""
    inner = "".join(
        f"  {id_}: {{title: {id_.title()}, {'' if 'accountable' in rest or 'open' in rest else 'accountable: ana, '}"
        f"{rest.replace('open', 'notes: open')}}}\n"
        for id_, rest in keys.items()
    )
    return (
        "raci: 1\nproject: {name: Demo}\nteams: {it: IT}\n"
        f"people: {{ana: Ana, bob: {{name: Bob, team: it}}}}\nsteps:\n{inner}"
    )


def now(text: str, **asked: Any) -> str | None:
    found = next_of(text, **asked)["now"]
    return found["id"] if found else None


def test_the_view_has_the_keys_that_are_documented() -> None:
    view = next_of(DEMO)
    assert list(view)[4:] == ["person", "progress", "now", "until", "works", "decisions", "answers", "such_as"]
    assert json.loads(json.dumps(view)) == view
    more = ["of", "hint", "undecided", "contested", "free", "waiting", "movers", "commands"]
    assert list(view["now"])[-8:] == more
    assert list(view["works"][0])[-6:] == ["of", "kind", "on", "what", "movers", "mine"]


@pytest.mark.parametrize(
    "project, expected",
    [
        (steps(a="status: in-progress", b="due: 2026-11-20"), "b"),  # late before under way
        (steps(a="due: 2026-11-25", b="due: 2026-11-20"), "b"),  # the later one first
        (steps(a="due: 2026-11-25", b="due: 2026-11-20", c="needs: [a]"), "a"),  # what somebody waits for
        (steps(a="status: in-progress", b="status: blocked"), "b"),
        (steps(a="status: in-progress", b="open"), "b"),  # undecided, and free to begin
        (steps(a="status: in-progress", b="open, needs: [a]"), "a"),  # undecided, and far away
        (steps(a="status: in-progress", b="open, needs: [a], due: 2026-12-10"), "b"),  # undecided, and near
        (steps(a="status: in-progress", b="accountable: [ana, bob]"), "b"),  # two own it
        (steps(a="due: 2027-01-01", b="status: in-progress"), "b"),
        (steps(a="due: 2027-01-01", b="needs: [c]", c="notes: x"), "c"),
        (steps(a="ongoing: true", b="notes: x"), "b"),
        (steps(a="ongoing: true"), None),
        (steps(a="ongoing: true, status: blocked"), "a"),
        (steps(a="status: done", b="status: skipped"), None),
        (steps(a="needs: [b]", b="needs: [a]"), None),  # a circle, which the check finds
    ],
)
def test_the_most_pressing_step_comes_first(project: str, expected: str | None) -> None:
    assert now(project) == expected


def test_it_says_what_waits_and_what_to_type() -> None:
    text = steps(
        a="open, due: 2026-11-20, status: blocked", b="needs: [a]", c="needs: [b], status: done", d="needs: [b]"
    )
    found = next_of(text)["now"]
    assert [one["id"] for one in found["waiting"]] == ["b", "d"]
    assert (found["undecided"], found["contested"], found["free"], found["late"]) == (True, 0, True, 11)
    assert [one["command"] for one in found["commands"]] == [
        "raci assign a -A WHO",
        "raci mark a in-progress",
        "raci set a due=DATE",
    ]
    assert found["movers"] == []


def test_commands_name_the_file_and_the_role_of_the_scheme() -> None:
    text = OTHER_SCHEMES["daci"].replace("driver: ann, approver: bob", "driver: ann")
    found = next_of(text, typed="x/other.yaml")["now"]
    assert found["commands"][0]["command"] == "raci assign one --role approver=WHO -f x/other.yaml"
    assert [party["name"] for party in found["movers"]] == ["Ann"], "who works, in the words of the scheme"


def kinds(text: str, **asked: Any) -> list[tuple[str, str, str | None]]:
    return [(work["id"], work["kind"], work["on"]) for work in next_of(text, **asked)["works"]]


def test_two_weeks_show_what_is_late_due_starting_under_way_and_free() -> None:
    assert kinds(
        steps(
            free="notes: x",
            later="due: 2027-02-01, start: 2027-01-02",
            going="status: in-progress, due: 2027-02-01",
            waits="needs: [going]",
            stuck="status: blocked",
            begins="start: 2026-12-09",
            due="due: 2026-12-15",
            far="needs: [free], due: 2026-12-16",
            late="due: 2026-11-30",
            done="status: done, due: 2026-11-01",
            forever="ongoing: true",
        )
    ) == [
        ("late", "late", "2026-11-30"),
        ("begins", "dated", "2026-12-09"),
        ("due", "dated", "2026-12-15"),
        ("stuck", "blocked", None),
        ("going", "under-way", "2027-02-01"),
        ("free", "free", None),
    ]


def test_a_task_is_seen_for_its_own_dates() -> None:
    tasks = "tasks: {x: {title: X, due: 2026-12-03}, y: {title: Y}, w: {title: W, status: done}}"
    text = steps(z="ongoing: true", a=f"needs: [z], {tasks}")
    assert kinds(text) == [("a.x", "dated", "2026-12-03")]
    assert next_of(text)["works"][0]["of"]["number"] == "2"


def test_who_asks_sees_their_own_and_their_teams_marked() -> None:
    text = steps(a="responsible: bob", b="accountable: it", c="consulted: bob", d="accountable: ana")
    view = next_of(text, who="bob")
    assert view["person"]["name"] == "Bob"
    assert [(work["id"], work["mine"]) for work in view["works"]] == [
        ("a", [{"party": {"id": "bob", "name": "Bob"}, "letters": ["R"]}]),
        ("b", [{"party": {"id": "it", "name": "IT"}, "letters": ["A"]}]),
    ]
    assert view["now"]["id"] == "a"
    assert [one["kind"] for one in view["answers"]] == ["asked"]
    assert next_of(text)["answers"] is None


def test_a_team_sees_that_of_its_people() -> None:
    works = next_of(steps(a="responsible: bob", b="accountable: it"), who="it")["works"]
    assert [one["mine"][0]["party"]["id"] for one in works] == ["bob", "it"]


def test_nobody_is_pressed_with_the_work_of_others() -> None:
    assert now(steps(a="due: 2026-11-01"), who="bob") is None
    assert now(steps(a="due: 2026-11-01", b="accountable: bob"), who="bob") == "b"


def test_the_end_of_time_is_no_error() -> None:
    assert next_of(CLEAN, datetime.date.max)["until"] == "9999-12-31"


def test_many_steps_are_compared_at_once() -> None:
    text = steps(**{f"s{index}": f"needs: [s{index - 1}]" if index else "notes: x" for index in range(2_000)})
    assert now(text) == "s0"


def test_somebody_to_ask_for_is_one_that_the_project_knows() -> None:
    assert next_of(steps(a="responsible: [zoe, bob]"))["such_as"] == "bob"
    assert next_of(steps(a="responsible: zoe"))["such_as"] is None
