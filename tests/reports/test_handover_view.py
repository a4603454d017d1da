"""From whom to whom a step goes."""

from typing import Any

import pytest
from helpers import text_of
from reports.demo import OTHER_SCHEMES, shown_by

from raci_cli.reports.render import render

PROJECT = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: {name: IT, lead: lee}, sales: Sales}
    people:
      ana: {name: Ana, team: sales, title: CMO, email: ana@example.com, active: false, deputy: bob}
      bob: {name: Bob, team: sales}
      lee: {name: Lee, team: it}
      zoe: Zoe
    sponsors: [zoe]
    goals: {fast: {measure: Seconds, target: "2"}, other: {measure: Other}}
    steps:
      build:
        title: Build
        accountable: ana
        responsible: [it]
        consulted: [bob]
        informed: [sponsors]
        status: in-progress
        joint: [sales, it]
        agreed: {bob: 2026-11-20, ana: 2026-11-10}
        goals: [fast]
        notes: First line.
        guidance: Do it well.
        tasks:
          done: {title: Ready, status: done}
          open: {title: Forms, responsible: [lee], due: 2026-11-30}
          stuck: {title: Data, status: blocked, blocked: no access}
      gone: {title: Gone, status: skipped, needs: [build]}
      between: {title: Between, accountable: zoe}
      test: {title: Test, accountable: lee, responsible: [bob], informed: [bob, zoe], needs: [build]}
      train: {title: Train, candidates: [ana, lee], hint: Who knows it?, needs: [build]}
    """)


def handover(step: str = "build", text: str = PROJECT) -> dict[str, Any]:
    return shown_by("handover", text, step=step)


def names(parties: list[dict[str, Any]]) -> list[str]:
    return [party["name"] for party in parties]


def test_the_view_has_the_keys_that_are_documented() -> None:
    assert list(handover())[4:] == [
        *("step", "to", "by", "givers", "takers", "open", "tasks", "tasks_done", "agreed", "asked", "decisions"),
        *("contacts", "told", "goals"),
    ]


def test_it_goes_to_the_steps_that_need_it_but_to_none_that_is_skipped() -> None:
    view = handover()
    assert ([step["id"] for step in view["to"]], view["by"]) == (["test", "train"], "needs")
    assert (names(view["givers"]), names(view["takers"])) == (["Ana"], ["Lee"])


def test_else_to_the_next_in_order_and_at_the_end_to_nobody() -> None:
    assert [step["id"] for step in handover("gone")["to"]] == ["between"]
    assert handover("gone")["by"] == "order"
    assert (handover("train")["to"], handover("train")["by"]) == ([], "")
    assert "Nothing follows this step." in render("handover", "md", handover("train"))


def test_what_is_open_is_said() -> None:
    assert handover()["open"] == [
        "It is in progress",
        "2 tasks are open",
        "Nobody has agreed for IT",
        "Nobody is accountable for step 5 'Train'",
    ]
    assert handover("train")["open"] == ["It is not started", "Nobody is accountable for it"]
    blocked = PROJECT.replace("status: in-progress", "status: blocked")
    assert handover("build", blocked)["open"][0] == "It is blocked, and nobody has said why"
    explained = PROJECT.replace("status: in-progress", "status: blocked\n    blocked: no money")
    assert handover("build", explained)["open"][0] == "It is blocked: no money"


def test_a_step_that_is_done_is_ready() -> None:
    text = PROJECT.replace("accountable: zoe}", "accountable: zoe, status: done}")
    assert handover("between", text)["open"] == []
    assert "**ready to be handed over**" in render("handover", "md", handover("between", text))
    assert "Ready</b>" in render("handover", "html", handover("between", text))


def test_open_tasks_agreements_and_decisions() -> None:
    view = handover()
    assert ([task["id"] for task in view["tasks"]], view["tasks_done"]) == (["build.open", "build.stuck"], 1)
    assert [(one["party"]["name"], one["on"]) for one in view["agreed"]] == [
        ("Ana", "2026-11-10"),
        ("Bob", "2026-11-20"),
    ]
    assert names(view["asked"]) == ["IT"]
    assert [(one["title"], one["hint"]) for one in view["decisions"]] == [("Train", "Who knows it?")]


def test_contacts_are_owners_workers_and_who_is_asked_and_of_the_next_owners_and_workers() -> None:
    contacts = {one["id"]: one for one in handover()["contacts"]}
    roles = {
        id_: [(role["side"], role["step"], role["role"]) for role in one["roles"]] for id_, one in contacts.items()
    }
    assert roles == {
        "ana": [("hands over", 1, "accountable")],
        "it": [("hands over", 1, "responsible")],
        "lee": [("hands over", 1, "responsible"), ("takes over", 4, "accountable")],
        "bob": [("hands over", 1, "consulted"), ("takes over", 4, "responsible")],
    }
    assert (contacts["ana"]["email"], contacts["ana"]["active"], contacts["ana"]["deputy"]["name"]) == (
        *("ana@example.com", False),
        "Bob",
    )
    assert contacts["it"]["lead"]["name"] == "Lee"


def test_who_is_told_on_either_side_must_know() -> None:
    view = handover()
    assert [(one["party"]["name"], one["steps"]) for one in view["told"]] == [("Zoe", [1, 4]), ("Bob", [4])]
    assert [goal["id"] for goal in view["goals"]] == ["fast"]
    assert (view["step"]["notes"], view["step"]["guidance"]) == ("First line.", "Do it well.")


@pytest.mark.parametrize("scheme", OTHER_SCHEMES)
def test_other_schemes_are_read_by_what_their_roles_are(scheme: str) -> None:
    view = handover("one", OTHER_SCHEMES[scheme])
    assert [(one["party"]["name"], one["steps"]) for one in view["told"]] == [("Dot", [1]), ("Ann", [2])]
    assert [one["name"] for one in view["contacts"]] == ["Bob", "Ann", "Cy"]
    assert names(view["givers"]) == ["Bob"]


@pytest.mark.parametrize("format_", ["html", "md"])
def test_the_page_has_a_line_to_sign_for_each_side(format_: str) -> None:
    output = render("handover", format_, handover())
    body = (output.partition("</style>")[2] or output).lower()
    assert body.count("handed over by") == body.count("accepted by") == 2
    for said in ("no access", "ana@", "example.com", "deputy", "do it well.", "first line.", "seconds"):
        assert said in body
    assert "email" not in render("handover", "html", handover("train")).partition("</style>")[2].lower()
