"""A matrix that raci wrote, imported again: the same letters for every step and party, and nothing to change."""

import io
from typing import Any

import openpyxl
import pytest
from helpers import LIMITS, TODAY, checked, reading
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.document.nodes import Plain
from raci_cli.document.scalars import block
from raci_cli.errors import UsageError
from raci_cli.importers.beginning import new_project
from raci_cli.importers.guess import interpreted
from raci_cli.importers.merging import merged
from raci_cli.importers.naming import folded
from raci_cli.importers.opening import document
from raci_cli.importers.records import Matrix, Overrides
from raci_cli.model.project import Project
from raci_cli.model.schemes import SCHEMES
from raci_cli.reports.render import made
from raci_cli.reports.views import Asked, view_of
from raci_cli.text import visible

# A party of such a name is shown with its id.
HEADINGS = {"#", "number", "id", "step", "title", "phase", "status", "due", "check"}
FORMATS = ["csv", "tsv", "md", "html", "xlsx"]
GUESS = Overrides()
OWN = {
    "name": "our-way",
    "roles": {
        "driver": {"letter": "D", "max": Plain("1"), "works": Plain("true")},
        "approver": {"letter": "AP", "owns": Plain("true")},
        "helper": {"letter": "h"},
    },
}
ROLES = {name: scheme.names for name, scheme in SCHEMES.items()}
# What may stand in a name: letters of any script, and all that tables, spreadsheets and markup make something of.
NAMES = st.text(
    st.one_of(
        st.sampled_from("abcdeRACI RAC|I-=+@'\"`*_<>&[](){}#!~,;:/\\.$%^?0123456789–— "),
        st.characters(categories=["L", "N", "P", "S", "M"]),
    ),
    min_size=1,
    max_size=24,
).filter(lambda text: bool(text.strip()) and text.isprintable() and folded(text) not in HEADINGS)


SHIPPED = st.sampled_from(sorted(SCHEMES))


@st.composite
def projects(draw: st.DrawFn, schemes: st.SearchStrategy[str] = SHIPPED) -> str:
    """The text of a project: people and teams of any name, steps and tasks with any roles of a scheme."""
    scheme = draw(schemes)
    roles = list(OWN["roles"]) if scheme == "own" else list(ROLES[scheme])
    names = draw(st.lists(NAMES, min_size=1, max_size=5, unique_by=folded))
    ids = [f"p{number}" for number in range(len(names))]
    teams = {id_: name for id_, name in zip(ids, names, strict=True) if draw(st.booleans())}
    people = {id_: name for id_, name in zip(ids, names, strict=True) if id_ not in teams}

    def work() -> dict[str, Any]:
        held = {role: draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) for role in roles}
        entry: dict[str, Any] = {"title": draw(NAMES)}
        if draw(st.booleans()):
            entry["phase"] = draw(NAMES)
        return entry | {role: parties for role, parties in held.items() if draw(st.booleans()) or parties}

    steps = {f"s{number}": work() for number in range(draw(st.integers(1, 4)))}
    steps["s0"][roles[0]] = ids  # so that every party has a column
    for step in steps.values():
        if draw(st.booleans()):
            step["tasks"] = {f"t{number}": work() for number in range(draw(st.integers(1, 2)))}
    data: dict[str, Any] = {
        "raci": Plain("1"),
        "project": {"name": draw(NAMES)},
        "scheme": OWN if scheme == "own" else scheme,
    }
    data |= {"teams": teams} if teams else {}
    data |= {"people": people} if people else {}
    return "".join(f"{line}\n" for key, value in {**data, "steps": steps}.items() for line in block(key, value, 2))


def view(text: str) -> dict[str, Any]:
    found = reading(text)
    assert found.project is not None
    assert not found.findings, found.findings
    return view_of("matrix", Asked(found.project, TODAY, checked(text), text))


def exported(format_: str, text: str) -> bytes:
    output = made("matrix", format_, view(text))
    return output if isinstance(output, bytes) else output.encode()


def imported(format_: str, text: str, into: Project | None = None) -> Matrix:
    read = document(exported(format_, text), f"matrix.{format_}", None, LIMITS)
    return interpreted(read, GUESS, into.scheme if into else None)


def letters(text: str) -> list[tuple[str, dict[str, set[str]]]]:
    """Of each row the title, and the letters of each party that has any, by its name."""
    shown = view(text)
    names = [folded(visible(party["name"])) for party in shown["parties"]]
    return [
        (
            folded(visible(row["title"])),
            {name: set(cell) for name, cell in zip(names, row["letters"], strict=True) if cell},
        )
        for row in shown["rows"]
    ]


@pytest.mark.parametrize("format_", FORMATS)
@given(text=projects())
def test_a_new_project_has_the_same_letters(format_: str, text: str) -> None:
    matrix = imported(format_, text)
    assert matrix.unread == ()
    made_again = new_project(matrix, "Again", GUESS, LIMITS)
    assert made_again.source is not None
    assert letters(made_again.source.text) == letters(text)


@pytest.mark.parametrize("format_", FORMATS)
@given(text=projects(st.sampled_from([*sorted(SCHEMES), "own"])))
def test_into_its_own_project_it_changes_nothing(format_: str, text: str) -> None:
    there = reading(text)
    assert there.project is not None
    assert there.tree is not None
    plan = merged(imported(format_, text, there.project), there.project, there.tree.data, GUESS)
    assert [one.text for one in plan.said] == []


ALIKE = """\
raci: 1
project: {name: Demo}
people: {ana: Ana, ana-2: Ana, number: number}
steps: {one: {title: One, accountable: ana-2, consulted: [number], informed: [ana]}}
"""
OURS = """\
raci: 1
project: {name: Demo}
scheme: {name: ours, roles: {driver: {letter: D}, approver: {letter: AP, owns: true}}}
people: {ana: Ana}
steps: {one: {title: One, approver: ana, driver: ana}}
"""


@pytest.mark.parametrize("format_", ["csv", "tsv", "html", "xlsx"])
def test_of_one_name_each_is_known_by_the_id(format_: str) -> None:
    there = reading(ALIKE)
    assert there.project is not None
    assert there.tree is not None
    assert merged(imported(format_, ALIKE, there.project), there.project, there.tree.data, GUESS).said == ()


@pytest.mark.parametrize("format_", ["html", "xlsx"])
def test_a_scheme_of_its_own_is_for_its_own_project(format_: str) -> None:
    with pytest.raises(UsageError, match="it is written in the scheme 'ours', which is a project's own") as caught:
        imported(format_, OURS)
    assert "--into" in caught.value.help


def test_a_workbook_that_was_edited_gives_back_what_was_changed() -> None:
    """Letters in other spellings, a step without an id, and one that somebody put above the others."""
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", ALIKE)))
    sheet = book["Matrix"]
    sheet["F5"], sheet["G5"], sheet["C5"] = "r, a", None, "One and all"
    sheet.insert_rows(5)
    sheet["C5"], sheet["F5"] = "Before", "A"
    changed = io.BytesIO()
    book.save(changed)
    there = reading(ALIKE)
    assert there.project is not None
    assert there.tree is not None
    matrix = interpreted(document(changed.getvalue(), "m.xlsx", None, LIMITS), GUESS, there.project.scheme)
    assert [one.text for one in merged(matrix, there.project, there.tree.data, GUESS).said] == [
        "One: responsible nobody -> Ana",
        "One: accountable Ana -> Ana",
        "One: informed Ana -> nobody",
        "One: title One -> One and all",
        "New step before: Before",
    ]
    assert [one.text for one in matrix.helped] == ["r, a"]
