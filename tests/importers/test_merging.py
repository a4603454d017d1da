"""A matrix into a project that is there: what is new is added, what is there gets the letters of the matrix."""

from collections.abc import Sequence
from difflib import unified_diff

import pytest
from helpers import LIMITS, data_of, reading
from importers.by_hand import GUESS, matrix, party, work

from raci_cli.changes.plan import Plan
from raci_cli.document.edits import edit
from raci_cli.errors import UsageError
from raci_cli.importers.merging import merged
from raci_cli.importers.records import Matrix, Party

THERE = """\
raci: 1
project:
  name: Demo
teams:
  it: IT     # the ones upstairs
people:
  ana: {name: Ana López, team: it}
  bob: Bob
steps:
  build:
    title: Build it
    accountable: ana   # for now
    responsible: [it]
    consulted: [bob]
    notes: As said.
    tasks:
      code: {title: Write code}
  test:
    title: Test it
    candidates: [ana, bob]
    hint: Who has time?
"""


def after(this: Matrix, there: str = THERE) -> tuple[str, Plan]:
    found = reading(there)
    assert found.project is not None
    assert found.tree is not None
    plan = merged(this, found.project, found.tree.data, GUESS)
    return edit(found.tree, plan.changes, LIMITS).source.text if plan.changes else there, plan


def lines(this: Matrix, there: str = THERE) -> list[str]:
    """The lines that go and come."""
    text, _ = after(this, there)
    diff = unified_diff(there.splitlines(), text.splitlines(), n=0, lineterm="")
    return [line for line in diff if line[0] in "-+" and line[:3] not in ("---", "+++") and len(line) > 1]


def test_letters_of_the_matrix_take_the_place_of_those_of_its_parties_alone() -> None:
    this = matrix(["it", "ANA  LÓPEZ"], {"Build it": "A R"})
    assert lines(this) == [
        "-    accountable: ana   # for now", "-    responsible: [it]",
        "+    accountable: it   # for now", "+    responsible: [ana]",
    ]  # fmt: skip
    assert [one.text for one in after(this)[1].said] == [
        "Build it: responsible IT -> Ana López",
        "Build it: accountable Ana López -> IT",
    ]


def test_an_owner_settles_what_was_open() -> None:
    assert lines(matrix(["Bob"], {"TEST IT": "A"})) == [
        "-    candidates: [ana, bob]", "-    hint: Who has time?", "+    accountable: bob",
    ]  # fmt: skip


def test_new_parties_and_steps_are_added_in_the_style_of_the_file() -> None:
    this = matrix(
        [party("Bob"), party("Legal"), party("Cy", person=True, title="CFO")], {"Sign it": "C A I", "Pay": ". . A"}
    )
    assert lines(this) == [
        "+  legal: Legal",
        "+  cy: {name: Cy, title: CFO}",
        "+  sign-it:",
        "+    title: Sign it",
        "+    accountable: legal",
        "+    consulted: [bob]",
        "+    informed: [cy]",
        "+  pay:",
        "+    title: Pay",
        "+    accountable: cy",
    ]


def test_sections_that_are_not_there_are_made() -> None:
    there = "raci: 1\nproject: {name: Demo}\nsteps:\n  build: {title: Build it}\n"
    text, _ = after(matrix([party("Ana", person=True), party("IT")], {"Build it": "A R"}), there)
    assert data_of(text)["teams"] == {"it": "IT"}
    assert data_of(text)["people"] == {"ana": "Ana"}
    assert data_of(text)["steps"]["build"] == {"title": "Build it", "accountable": "ana", "responsible": ["it"]}


def test_by_its_id_a_step_is_known_under_another_title() -> None:
    works = (
        work("Build all of it", ". A", id="build", status="blocked", due="2027-01-31"),
        work("Code", ". R", id="build.code", task=True),
        work("Review", "A .", id="build.review", task=True),
    )
    this = Matrix("raci", (Party("X", "row 1", False, "it"), Party("Ana", "row 1", True, "ana")), works)
    data = data_of(after(this)[0])["steps"]["build"]
    assert data == {
        "title": "Build all of it", "accountable": "ana", "responsible": [], "consulted": ["bob"], "status": "blocked",
        "due": "2027-01-31", "notes": "As said.",
        "tasks": {
            "code": {"title": "Code", "accountable": [], "responsible": ["ana"]},
            "review": {"title": "Review", "accountable": "it"},
        },
    }  # fmt: skip


def test_a_state_that_is_left_takes_its_reason_along() -> None:
    there = THERE.replace("    notes: As said.\n", "    status: blocked\n    blocked: no licence\n")
    data = data_of(after(Matrix("raci", (), (work("Build it", "", id="build", status="in-progress"),)), there)[0])
    assert data["steps"]["build"]["status"] == "in-progress"
    assert "blocked" not in data["steps"]["build"]


def test_notes_are_added_once() -> None:
    this = Matrix("raci", (), (work("Build it", "", notes=("As said.", "SLA: 2 h")),))
    text, _ = after(this)
    assert data_of(text)["steps"]["build"]["notes"] == "As said.\nSLA: 2 h"
    assert after(this, text)[0] == text


def test_the_second_of_one_title_is_the_second_in_the_file() -> None:
    there = THERE.replace("title: Test it", "title: Build it")
    steps = data_of(after(matrix(["Bob"], [("Build it", "C"), ("Build it", "A"), ("Build it", "R")]), there)[0])[
        "steps"
    ]
    assert steps["build"]["accountable"] == "ana"
    assert steps["test"]["accountable"] == "bob"
    assert steps["build-it"] == {"title": "Build it", "responsible": ["bob"]}


def test_the_same_again_changes_nothing() -> None:
    this = matrix(["Bob", "Legal"], {"Build it": "A C", "Sign it": "R A"})
    text, _ = after(this)
    assert after(this, text) == (text, Plan())


@pytest.mark.parametrize(
    "parties, works, why",
    [
        (["Ann"], {"Build it": "A"}, "'Ann' is the name of ann and nan in the project"),
    ],
)
def test_what_nobody_can_decide_is_refused(parties: Sequence[str], works: dict[str, str], why: str) -> None:
    there = THERE.replace("  bob: Bob\n", "  bob: Bob\n  ann: Ann\n  nan: Ann\n")
    with pytest.raises(UsageError, match=why):
        after(matrix(parties, works), there)


def test_a_role_that_the_scheme_of_the_project_lacks_is_refused() -> None:
    this = Matrix("rasci", (party("Ana"),), (work("Build it", "")._replace(roles={0: ("support",)}),))
    with pytest.raises(UsageError, match="the project's scheme raci has no support") as caught:
        after(this)
    assert "scheme: rasci" in caught.value.help


def test_a_task_does_not_inherit_what_the_matrix_does_not_say() -> None:
    there = THERE.replace("{title: Write code}", "{title: Write code, responsible: [bob]}")
    data = data_of(after(matrix(["it"], {"Write code": "."}), there)[0])["steps"]["build"]["tasks"]["code"]
    assert data == {"title": "Write code", "responsible": ["bob"]}
    data = data_of(after(matrix(["Bob"], {"Write code": "."}), there)[0])["steps"]["build"]["tasks"]["code"]
    assert data == {"title": "Write code", "responsible": [], "consulted": []}


SPONSORED = """\
raci: 1
project: {name: Demo}
people: {ana: Ana, bob: Bob, cy: Cy}
sponsors: [ana, bob]
steps:
  one: {title: One, accountable: ana, informed: [sponsors, zoe]}
"""


@pytest.mark.parametrize(
    "letters, informed",
    [
        ("A I .", ["sponsors", "zoe"]),
        ("A I I", ["sponsors", "zoe", "cy"]),
        ("A . .", ["zoe"]),
        ("A C I", ["zoe", "cy"]),
    ],
)
def test_the_word_for_all_sponsors_stays_while_it_is_true(letters: str, informed: list[str]) -> None:
    data = data_of(after(matrix(["Ana", "Bob", "Cy"], {"One": letters}), SPONSORED)[0])
    assert data["steps"]["one"]["informed"] == informed


def test_whom_nobody_declared_stays_for_the_check_to_tell() -> None:
    text, plan = after(matrix(["Ana", "zoe"], {"One": "A C"}), SPONSORED)
    assert [one.text for one in plan.said] == [
        "One: consulted nobody -> zoe",
        "One: informed Sponsors and zoe -> Sponsors",
    ]
    assert set(data_of(text)["people"]) == {"ana", "bob", "cy"}


def test_an_id_in_a_column_of_ids_finds_its_step() -> None:
    works = (
        work("Build all", "A", ref="build", notes=("Key: build", "SLA: 2 h")),
        work("test", "R"),
        work("New", "C", ref="T-9"),
    )
    text, plan = after(Matrix("raci", (party("Bob"),), works))
    assert [one.text for one in plan.said] == [
        "Build it: accountable Ana López -> Ana López and Bob",
        "Build it: consulted Bob -> nobody",
        "Build it: title Build it -> Build all",
        "Build it: notes + SLA: 2 h",
        "Test it: responsible nobody -> Bob",
        "New step new: New",
    ]
    assert data_of(text)["steps"]["build"]["title"] == "Build all"
