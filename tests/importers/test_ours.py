"""What raci wrote comes back as it was."""

from pathlib import Path

import pytest
from matrices import letters, read, sheet

from raci_cli.document.source import Limits
from raci_cli.importers.guess import interpreted
from raci_cli.importers.opening import document
from raci_cli.importers.records import Document, Grid, Matrix, Overrides

GOLDENS = Path(__file__).parents[1] / "goldens"
FORMATS = ("csv", "tsv", "md")


def golden(name: str) -> Matrix:
    return interpreted(document((GOLDENS / name).read_bytes(), name, None, Limits()), Overrides())


@pytest.mark.parametrize("format_", FORMATS)
def test_ids_tasks_and_letters_come_back(format_: str) -> None:
    matrix = golden(f"crm-replacement.matrix.{format_}")
    assert matrix.scheme == "raci"
    assert matrix.unread == matrix.helped == ()
    assert [work.id for work in matrix.works][5:8] == ["build", "build.sign-in", "build.history"]
    assert [work.task for work in matrix.works][5:8] == [False, True, True]
    assert matrix.works[5].title == "Build and integrate"
    assert matrix.works[5].status == "in-progress"
    assert letters(matrix)["Build and integrate"] == {
        "Maya Lindqvist": "C", "陳 大文": "C", "Lee Wong": "A", "Priya Raman": "R", "Tomás Rivera": "I",
        "Northwind support": "R",
    }  # fmt: skip


def test_all_formats_say_the_same() -> None:
    csv, tsv, markdown = (letters(golden(f"fresh.matrix.{format_}")) for format_ in FORMATS)
    assert csv == tsv == markdown
    assert csv["Launch it"] == {"Sales": "A", "IT": "R"}


def test_the_title_is_that_of_the_project() -> None:
    assert golden("fresh.matrix.md").title == "Loyalty programme"
    assert golden("fresh.matrix.csv").title is None


def workbook() -> Document:
    shown = sheet(
        [
            ["Loyalty: who does what"],
            [],
            ["#", "Id", "Step", "Status", "Due", "Ana (a)", "Ana (b)", "=IT", "Check"],
            ["1", "plan", "Plan it", "In progress", "2027-01-31", "A", "R", "", "ok"],
            ["", "plan.draft", "Draft it", "Done", "", "R", "A", "I", "2 accountable"],
        ],
        name="Matrix",
    )
    records = sheet(
        [["kind", "id", "shown", "letter"], ["scheme", "daci"], ["party", "a", "Ana (a)"], ["party", "b", "Ana (b)"],
         ["party", "it", "=IT"]],
        name="_raci",
    )  # fmt: skip
    return Document("xlsx", (shown, records._replace(hidden=True)))


def test_a_workbook_tells_ids_and_the_scheme() -> None:
    matrix = read(workbook())
    assert [(party.name, party.id) for party in matrix.parties] == [("Ana", "a"), ("Ana", "b"), ("=IT", "it")]
    assert matrix.scheme == "daci"
    assert [(work.id, work.task, work.status, work.due) for work in matrix.works] == [
        ("plan", False, "in-progress", "2027-01-31"), ("plan.draft", True, "done", None),
    ]  # fmt: skip
    assert matrix.works[0].roles == {0: ("approver",)}
    assert [(reading.place, reading.text) for reading in matrix.unread] == [("G4", "R"), ("F5", "R")]


def test_a_table_that_only_resembles_ours_is_read_as_any_other() -> None:
    grid: Grid = sheet([["#", "Step", "Ana", "Ben"], ["1", "Plan", "A", "R"], ["2", "Test", "R", "A"]])
    matrix = read(Document("csv", (grid,)))
    assert matrix.works[0].id is None
    assert letters(matrix) == {"Plan": {"Ana": "A", "Ben": "R"}, "Test": {"Ana": "R", "Ben": "A"}}


def test_what_somebody_added_to_the_sheet_is_notes_and_what_cannot_be_told_is_kept() -> None:
    matrix = read([
        ["number", "id", "title", "phase", "status", "due", "Ana López", "Comment", "Check"],
        ["1", "plan", "Plan it", "", "almost done", "03.05.2027", "A", "ask Bo", "ok"],
        ["2", "build", "Build it", "", "finished", "", "R", "", "0 accountable"],
    ])  # fmt: skip
    assert [(party.name, party.person) for party in matrix.parties] == [("Ana López", True)]
    assert matrix.unread == ()
    assert [work.notes for work in matrix.works] == [
        ("Comment: ask Bo", "Status: almost done", "Due: 03.05.2027"),
        ("Status: finished",),
    ]
