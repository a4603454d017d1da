"""Ids that change, and things that go, with what refers to them."""

from collections.abc import Callable
from typing import Any

import pytest
from changes.planning import TEAMWORK, Planned, outcome, plan_of, usage
from helpers import LIMITS, data_of, reading

from raci_cli.changes.identity import remove, rename
from raci_cli.changes.plan import Plan
from raci_cli.document.edits import edit
from raci_cli.model.fields import ID_RULE
from raci_cli.model.project import Project

WIDE = """\
raci: 1
project: {name: ana, lead: ana, budget: it}
scheme: {name: own, roles: {driver: {letter: D}, approver: {letter: A, owns: true}}}
teams:
  it: {name: IT, lead: ana}
people:
  ana: {name: ana, team: it, deputy: bob}
  bob: {name: Bob, deputy: ana}
sponsors: [ana, bob]
goals:
  fast: {measure: ana, owners: [bob, ana]}
steps:
  a:
    title: fast
    driver: [bob, ana]
    approver: "ana"    # ana
    candidates: ana
    joint: [it, ana]
    agreed: {ana: 2026-01-01, bob: 2026-01-01}
    goals: [fast]
    until: b
    needs: [c, b]
    tasks:
      b: {title: b, driver: [ana], agreed: {ana: 2026-01-01}, needs: b, goals: fast}
  b: {title: b, approver: it, needs: a}
  c: {title: c}
"""


def renamed(old: str, new: str) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return rename(project, data, old, new)

    return planned


def removed(word: str, *, everywhere: bool = False) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return remove(project, data, word, everywhere=everywhere)

    return planned


def after(planned: Planned, text: str) -> str:
    tree = reading(text).tree
    assert tree is not None
    return edit(tree, plan_of(planned, text).changes, LIMITS).source.text


# By word: what is said, and how the text differs; each way to write the id once.
Swap = Callable[[str], str]
RENAMED: dict[str, tuple[str, str, Swap]] = {
    "ana": (
        "zoe",
        "person ana -> zoe, with 12 references",
        lambda text: (
            text.replace("ana", "zoe")
            .replace("name: zoe", "name: ana")
            .replace("measure: zoe", "measure: ana")
            .replace("# zoe", "# ana")
        ),
    ),
    "it": (
        "ops",
        "team it -> ops, with 4 references",
        lambda text: (
            text.replace("  it:", "  ops:")
            .replace("budget: it", "budget: ops")
            .replace("team: it", "team: ops")
            .replace("[it, ana]", "[ops, ana]")
            .replace("approver: it", "approver: ops")
        ),
    ),
    "b": (
        "z",
        "step b -> z, with 3 references",
        lambda text: (
            text.replace("\n  b:", "\n  z:")
            .replace("until: b", "until: z")
            .replace("[c, b]", "[c, z]")
            .replace("needs: b", "needs: z")
        ),
    ),
    "c": ("z", "step c -> z, with 1 reference", lambda text: text.replace("[c, b]", "[z, b]").replace("  c:", "  z:")),
    "fast": (
        "quick",
        "goal fast -> quick, with 2 references",
        lambda text: text.replace("fast", "quick").replace("title: quick", "title: fast"),
    ),
    "a.b": ("z", "task a.b -> z", lambda text: text.replace("      b: {", "      z: {")),
}


@pytest.mark.parametrize("old, new, said, swap", [(old, *case) for old, case in RENAMED.items()], ids=RENAMED)
def test_an_id_changes_wherever_it_stands_and_nothing_else(old: str, new: str, said: str, swap: Swap) -> None:
    assert after(renamed(old, new), WIDE) == swap(WIDE)
    assert outcome(renamed(old, new), WIDE)[2] == [said]


@pytest.mark.parametrize("old, new, back", [(old, new, old) for old, (new, _, _) in RENAMED.items() if "." not in old])
def test_an_id_that_changes_back_leaves_the_first_bytes(old: str, new: str, back: str) -> None:
    assert after(renamed(new, back), after(renamed(old, new), WIDE)) == WIDE


def test_a_task_that_changes_back_leaves_the_first_bytes() -> None:
    assert after(renamed("a.z", "a.b"), after(renamed("a.b", "a.z"), WIDE)) == WIDE


SEVERAL = TEAMWORK.replace("  launch:\n", "  ana:\n")


@pytest.mark.parametrize(
    "word, line",
    [("people.ana", "zoe: {name: Ana Ortiz, team: sales}"), ("steps.ana", "zoe:")],
    ids=["people", "steps"],
)
def test_one_of_several_is_named_by_its_section(word: str, line: str) -> None:
    come = outcome(renamed(word, "zoe"), SEVERAL)[1]
    assert line in come
    assert ("accountable: zoe" in come) == (word == "people.ana")


def test_the_id_that_it_has_is_said_and_changes_nothing() -> None:
    assert outcome(renamed("vendor-check.first", "first")) == (
        [],
        [],
        ["task vendor-check.first has this id already, nothing changed"],
    )


def test_a_new_id_that_reads_as_something_else_is_quoted() -> None:
    assert outcome(renamed("cem", "no"))[1] == [
        "'no': Cem",
        "second: {title: Second, responsible: ['no'], status: done, done: 2026-01-02}",
    ]


REFUSED: dict[str, tuple[Planned, str, tuple[str, str]]] = {
    "a person's id for a team": (renamed("it", "ana"), TEAMWORK, ("the id ana is taken", "choose another")),
    "a team's id for a person": (renamed("ana", "it"), TEAMWORK, ("the id it is taken", "choose another")),
    "the id of the sponsors": (renamed("ana", "sponsors"), TEAMWORK, ("the id sponsors is taken", "choose another")),
    "another step's id": (renamed("vendor", "launch"), TEAMWORK, ("the id launch is taken", "choose another")),
    "another task's id": (
        renamed("vendor-check.first", "second"),
        TEAMWORK,
        ("the id second is taken", "choose another"),
    ),
    "an id with a blank": (renamed("ana", "a b"), TEAMWORK, ("'a b' cannot be an id", ID_RULE)),
    "no id": (renamed("ana", ""), TEAMWORK, ("'' cannot be an id", ID_RULE)),
    "a long id": (renamed("ana", "a" * 65), TEAMWORK, (f"'{'a' * 59}…' cannot be an id", ID_RULE)),
    "an id in full": (renamed("ana", "people.zoe"), TEAMWORK, ("'people.zoe' cannot be an id", ID_RULE)),
    "nothing of this id": (renamed("anna", "zoe"), TEAMWORK, ("nothing has the id 'anna'", "did you mean ana?")),
    "a number": (renamed("1", "zoe"), TEAMWORK, ("nothing has the id '1'", "")),
    "no such task": (
        renamed("2.frist", "zoe"),
        TEAMWORK,
        ("there is no task of vendor-check 'frist'", "did you mean first?"),
    ),
    "several of this id": (
        renamed("ana", "zoe"),
        SEVERAL,
        ("'ana' names several things", "say which: people.ana or steps.ana"),
    ),
    "several of this id to remove": (
        removed("ana", everywhere=True),
        SEVERAL,
        ("'ana' names several things", "say which: people.ana or steps.ana"),
    ),
    "nothing of this id to remove": (
        removed("lunch"),
        TEAMWORK,
        ("nothing has the id 'lunch'", "did you mean launch?"),
    ),
    "what one place refers to": (
        removed("cem"),
        TEAMWORK,
        (
            "person cem is referred to by steps.vendor-check.tasks.second.responsible",
            "remove these too with --everywhere",
        ),
    ),
    "what many places refer to": (
        removed("ana"),
        WIDE,
        (
            "person ana is referred to by project.lead, teams.it.lead and people.bob.deputy and 9 more",
            "remove these too with --everywhere",
        ),
    ),
    "the last step": (
        removed("a", everywhere=True),
        "raci: 1\nproject: {name: D}\nsteps: {a: {title: A}}\n",
        ("the last step cannot be removed", "a project without steps cannot be checked"),
    ),
}


@pytest.mark.parametrize("planned, text, refusal", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused(planned: Planned, text: str, refusal: tuple[str, str]) -> None:
    assert usage(planned, text) == refusal


@pytest.mark.parametrize("word", ["ana", "bob", "it", "b", "c", "fast"])
def test_what_is_removed_everywhere_is_referred_to_nowhere(word: str) -> None:
    text = after(removed(word, everywhere=True), WIDE)
    found = reading(text)
    assert [finding.code for finding in found.findings] == []
    assert plan_of(removed(word, everywhere=True), WIDE).said[0].text.endswith(f"{word} removed")
    assert usage(removed(word), text)[0] == f"nothing has the id '{word}'"


def test_what_is_removed_is_told_with_every_place() -> None:
    said = [one.as_data() for one in plan_of(removed("cem", everywhere=True)).said]
    place = "steps.vendor-check.tasks.second.responsible"
    assert said == [
        {"path": "people.cem", "old": "Cem", "new": None, "text": "person cem removed"},
        {"path": place, "old": ["cem"], "new": None, "text": f"{place}: no longer cem"},
    ]


def test_what_only_refers_to_itself_needs_no_option() -> None:
    text = TEAMWORK.replace("needs: [vendor-check]", "needs: [vendor]")
    assert "vendor" not in data_of(after(removed("vendor"), text))["steps"]
