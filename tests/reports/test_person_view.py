"""What is late, due and waiting for one person or team."""

import datetime
from typing import Any

import pytest
from helpers import TODAY, text_of
from reports.demo import OTHER_SCHEMES, shown_by

from raci_cli.reports.render import render

# On 1 December: this week ends on the 7th, the next one on the 14th.
PROJECT = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: {name: IT, lead: lee}, sales: Sales}
    people:
      ana: {name: Ana, team: sales, title: CMO, email: ana@example.com}
      bob: {name: Bob, team: it}
      lee: {name: Lee, team: it}
      zoe: {name: Zoe, active: false}
    sponsors: [zoe]
    steps:
      late: {title: Late, accountable: ana, due: 2026-11-28, status: blocked, blocked: no money}
      last: {title: Last day, accountable: ana, responsible: [bob], due: 2026-12-07}
      next: {title: Next, accountable: ana, due: 2026-12-14}
      after: {title: After, accountable: ana, due: 2026-12-15}
      begins: {title: Begins, accountable: ana, start: 2026-12-02, due: 2027-01-31}
      going: {title: Going, accountable: ana, status: in-progress}
      ended: {title: Ended, accountable: ana, status: done, due: 2026-12-02}
      ours: {title: Ours, accountable: sales, due: 2026-12-01}
      vendor: {title: Vendor, candidates: [ana, it], hint: Who pays?, due: 2026-12-20}
      agreed: {title: Agreed, accountable: lee, responsible: [bob], joint: [sales, it], agreed: {ana: 2026-11-30},
               status: done, done: 2026-11-30}
      talk: {title: Talk, accountable: lee, consulted: [ana], status: in-progress, informed: sponsors}
      wait: {title: Wait, accountable: lee, consulted: [ana], needs: [vendor]}
      free: {title: Free, accountable: lee, consulted: [ana], start: 2026-12-14}
      far: {title: Far, accountable: lee, consulted: [ana], start: 2026-12-15}
    """)
GROUPS = ("late", "this_week", "next_week", "under_way", "later")


def person(who: str, text: str = PROJECT, as_of: datetime.date = TODAY) -> dict[str, Any]:
    return shown_by("person", text, as_of, who=who)


def lists(part: dict[str, Any]) -> dict[str, list[str]]:
    return {group: [item["id"] for item in part[group]] for group in GROUPS if part[group]}


def answers(part: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["kind"], one["id"]) for one in part["answers"]]


def test_own_work_stands_in_the_list_of_its_day() -> None:
    view = person("ana")
    assert list(view)[4:] == ["person", "days", "counts", "parts", "matrix", "dated"]
    assert lists(view["parts"][0]) == {
        "late": ["late"],
        "this_week": ["begins", "last"],
        "next_week": ["next"],
        "under_way": ["going"],
        "later": ["after"],
    }
    assert view["days"] == {"this_week": "2026-12-07", "next_week": "2026-12-14"}
    assert view["counts"] == {"late": 1, "this_week": 2, "next_week": 1, "answers": 3, "open": 6}
    (late,) = view["parts"][0]["late"]
    assert (late["late"], late["because"], late["what"], late["on"]) == (3, "no money", "due", "2026-11-28")
    assert late["held"] == [{"party": {"id": "ana", "name": "Ana"}, "letters": ["A"]}]
    begins = view["parts"][0]["this_week"][0]
    assert (begins["what"], begins["on"]) == ("start", "2026-12-02")


def test_the_team_follows_with_its_own_letters() -> None:
    view = person("ana")
    assert [(part["relation"], part["party"]["name"]) for part in view["parts"]] == [("own", "Ana"), ("team", "Sales")]
    assert lists(view["parts"][1]) == {"this_week": ["ours"]}
    assert view["person"]["email"] == "ana@example.com"


def test_decisions_agreements_and_questions_wait_for_an_answer() -> None:
    own, _ = person("ana")["parts"]
    assert answers(own) == [("decide", "vendor"), ("asked", "talk"), ("asked", "free")]
    assert own["answers"][0]["hint"] == "Who pays?"
    assert [one["role"] for one in own["answers"]] == ["accountable", "consulted", "consulted"]


def test_who_is_asked_about_a_step_is_not_asked_about_each_of_its_tasks() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana, bob: Bob, cleo: Cleo}
        steps:
          one:
            title: One
            accountable: ana
            consulted: bob
            tasks: {same: {title: Same, due: 2026-12-02}, other: {title: Other, consulted: cleo, due: 2026-12-02}}
        """)
    assert answers(person("bob", text)["parts"][0]) == [("asked", "one")]
    assert answers(person("cleo", text)["parts"][0]) == [("asked", "one.other")]


@pytest.mark.parametrize("who, own, team", [("lee", 1, 0), ("bob", 1, 0), ("it", 1, 0), ("ana", 0, 0), ("sales", 0, 0)])
def test_who_has_not_agreed_is_asked_once(who: str, own: int, team: int) -> None:
    parts = person(who)["parts"]
    assert [[kind for kind, _ in answers(part)].count("agree") for part in parts][:2] == [own, team][: len(parts)]


def test_an_agreement_that_is_there_is_not_asked_for() -> None:
    agreed = PROJECT.replace("{ana: 2026-11-30}", "{ana: 2026-11-30, bob: 2026-11-30}")
    assert ("agree", "agreed") not in answers(person("lee", agreed)["parts"][0])


def test_a_team_has_its_own_letters_and_those_of_its_members() -> None:
    view = person("it")
    assert [part["relation"] for part in view["parts"]] == ["own", "members"]
    members = view["parts"][1]
    assert lists(members)["this_week"] == ["last"]
    assert members["this_week"][0]["held"] == [{"party": {"id": "bob", "name": "Bob"}, "letters": ["R"]}]
    assert view["counts"]["open"] == len({item["id"] for part in view["parts"] for key in GROUPS for item in part[key]})
    assert [party["id"] for party in view["matrix"]["parties"]] == ["bob", "lee"]


def test_the_sponsors_are_those_who_are_named() -> None:
    view = person("sponsors")
    assert [part["relation"] for part in view["parts"]] == ["own", "members"]
    assert [row["id"] for row in view["matrix"]["rows"]] == ["talk"]


def test_a_task_is_listed_where_it_says_more_than_its_step() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana, bob: Bob}
        steps:
          one:
            title: One
            accountable: ana
            due: 2026-12-10
            tasks:
              same: {title: Same}
              dated: {title: Dated, due: 2026-11-30}
              other: {title: Other, responsible: bob}
              over: {title: Over, status: done, due: 2026-11-01}
        """)
    own = person("ana", text)["parts"][0]
    assert lists(own) == {"late": ["one.dated"], "next_week": ["one"]}, "the step is not late twice"
    assert own["late"][0]["of"] == {"id": "one", "number": "1", "title": "One"}
    other = person("bob", text)
    assert lists(other["parts"][0]) == {"later": ["one.other"]}
    assert [row["id"] for row in other["matrix"]["rows"]] == ["one", "one.other"], "a task stands below its step"


def test_a_step_that_is_late_by_the_task_of_another_is_late() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana, bob: Bob}
        steps:
          one: {title: One, accountable: ana, tasks: {his: {title: His, accountable: bob, due: 2026-11-30}}}
        """)
    (late,) = person("ana", text)["parts"][0]["late"]
    assert (late["id"], late["late"]) == ("one", 1)


@pytest.mark.parametrize("scheme", OTHER_SCHEMES)
@pytest.mark.parametrize(
    "who, acts, asked",
    [("ann", "one", ["two"]), ("bob", "one", []), ("cy", "", ["two", "one"]), ("dot", "", [])],
)
def test_another_scheme_is_read_by_what_its_roles_are(scheme: str, who: str, acts: str, asked: list[str]) -> None:
    own = person(who, OTHER_SCHEMES[scheme])["parts"][0]
    assert [item["id"] for item in own["under_way"]] == ([acts] if acts else [])
    assert [one["id"] for one in own["answers"]] == asked


def test_in_a_scheme_without_owners_and_workers_everybody_acts() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        scheme: {roles: {helper: {letter: H}}}
        people: {ana: Ana}
        steps: {one: {title: One, helper: ana, due: 2026-12-02}}
        """)
    own = person("ana", text)["parts"][0]
    assert (lists(own), own["answers"]) == ({"this_week": ["one"]}, [])


@pytest.mark.parametrize("format_", ["html", "md", "text"])
def test_empty_states_speak(format_: str) -> None:
    output = render("person", format_, person("zoe", PROJECT.replace(", informed: sponsors", "")))
    assert "No step names" in output
    assert "Nothing is late, under way or due until 14 Dec" in output
    assert "as left" in output


@pytest.mark.parametrize("format_", ["html", "md", "text"])
def test_where_nothing_is_due_the_next_thing_is_named(format_: str) -> None:
    text = PROJECT.replace("status: in-progress, informed", "informed").replace("start: 2026-12-14", "due: 2027-01-02")
    output = render("person", format_, person("lee", text))
    assert "until 14 Dec. Next: Far, from 15 Dec." in output


@pytest.mark.parametrize("format_", ["html", "md", "text"])
def test_what_is_late_comes_first_and_says_by_how_much(format_: str) -> None:
    output = render("person", format_, person("ana"))
    body = output.partition("</style>")[2] or output
    assert body.index("3 days late") < body.index("Last day") < body.index("Vendor")
    assert "no money" in body
    assert "Sales, as a team" in body


def test_near_the_end_of_time_a_week_ends_there() -> None:
    assert person("ana", PROJECT, datetime.date.max)["days"] == {"this_week": "9999-12-31", "next_week": "9999-12-31"}
