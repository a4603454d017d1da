"""Workbooks: what their cells say, where they are, what is merged and hidden."""

import builtins
import datetime
import io
from typing import Any

import pytest
from importers.packages import ods, ods_cell, xlsx
from openpyxl import Workbook

from raci_cli.errors import RaciError
from raci_cli.importers.records import Cell, Document, Grid
from raci_cli.importers.workbook import place, read


def made(rows: list[list[Any]], first: str = "A1", merged: tuple[str, ...] = (), **states: str) -> bytes:
    """A workbook whose sheet Plan has rows from a cell on; `states` are further sheets, hidden or not."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plan"
    at = sheet[first]
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            sheet.cell(at.row + row, at.column + column).value = value
    for area in merged:
        sheet.merge_cells(area)
    for name, state in states.items():
        more = book.create_sheet(name)
        more.sheet_state = state
        more["B2"] = name
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def grids(data: bytes, format_: str = "xlsx") -> list[Grid]:
    return [block for block in read(data, format_).blocks if isinstance(block, Grid)]


def texts(data: bytes, format_: str = "xlsx") -> list[list[str]]:
    (grid,) = grids(data, format_)
    return [[cell.text for cell in row] for row in grid.rows]


TABLE = [["Task", "Ana", "Bob"], ["Kick-off", "A", "R"]]


def test_a_sheet_is_a_table_with_the_places_of_its_cells() -> None:
    (grid,) = grids(made(TABLE))
    assert (grid.name, grid.place, grid.headed, grid.hidden) == ("Plan", "A1", 0, False)
    assert grid.rows[1] == (Cell("Kick-off", "A2"), Cell("A", "B2"), Cell("R", "C2"))


def test_a_sheet_that_starts_at_c3_under_a_merged_title_keeps_its_places() -> None:
    (grid,) = grids(made([["Who does what"], *TABLE], "C3", ("C3:E3",)))
    assert grid.place == "C3"
    assert grid.rows[0] == (
        Cell("Who does what", "C3", columns=3),
        Cell("", "D3", covered=True),
        Cell("", "E3", covered=True),
    )
    assert [cell.place for cell in grid.rows[2]] == ["C5", "D5", "E5"]


def test_a_phase_that_is_merged_down_says_its_rows() -> None:
    (grid,) = grids(made([["Plan", "a", "A"], [None, "b", "R"], [None, "c", "R"]], "A1", ("A1:A3",)))
    assert [(row[0].text, row[0].rows, row[0].covered) for row in grid.rows] == [
        ("Plan", 3, False),
        ("", 1, True),
        ("", 1, True),
    ]


def test_what_is_merged_beyond_the_table_ends_with_it() -> None:
    areas = "<mergeCells><mergeCell ref='B2:XFD1048576'/><mergeCell ref='F9:H12'/></mergeCells>"
    (grid,) = grids(xlsx(after=areas))
    assert grid.rows[1][1] == Cell("A", "B2")
    assert len(grid.rows) == 2


def test_a_legend_beside_and_beneath_the_table_stays_in_its_sheet() -> None:
    rows: list[list[Any]] = [[*TABLE[0], None, "R", "Responsible"], [*TABLE[1], None, "A", "Accountable"], [], ["note"]]
    assert texts(made(rows)) == [
        ["Task", "Ana", "Bob", "", "R", "Responsible"],
        ["Kick-off", "A", "R", "", "A", "Accountable"],
        ["", "", "", "", "", ""],
        ["note", "", "", "", "", ""],
    ]


@pytest.mark.parametrize(
    "value, text",
    [
        (1, "1"),
        (1.0, "1"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (datetime.date(2026, 5, 1), "2026-05-01"),
        (datetime.datetime(2026, 5, 1, 12, 30), "2026-05-01 12:30"),  # noqa: DTZ001 - a workbook knows no zones
        (datetime.time(8, 5), "08:05:00"),
        ("  A \n R ", "A\nR"),
        ("'=x", "=x"),
        ("#N/A", ""),
        ("=1+1", ""),  # nobody has calculated it
    ],
)
def test_a_value_is_read_as_people_would_type_it(value: Any, text: str) -> None:
    assert texts(made([["x", value, "y"]]))[0][1] == text


def test_a_formula_is_what_it_came_to() -> None:
    rows = '<row><c><v>1</v></c><c t=\'str\'><f>HYPERLINK("http://e","x")</f><v>Kick-off</v></c></row>'
    assert texts(xlsx(rows)) == [["1", "Kick-off"]]


def test_sheets_come_in_their_order_hidden_ones_marked_and_empty_ones_left_out() -> None:
    found = grids(made(TABLE, Legend="visible", Old="hidden", Older="veryHidden"))
    assert [(grid.name, grid.hidden, grid.place) for grid in found] == [
        ("Plan", False, "A1"),
        ("Legend", False, "B2"),
        ("Old", True, "B2"),
        ("Older", True, "B2"),
    ]


def test_a_dimension_that_lies_does_not_matter() -> None:
    data = xlsx(after="<dimension ref='A1:XFD1048576'/>")
    assert texts(data) == [["Task", "Ana"], ["Kick-off", "A"]]


def test_an_opendocument_sheet_is_read_with_what_it_merges() -> None:
    rows = "<table:table-row/><table:table-row><table:table-cell/>"
    rows += ods_cell("Team", 'table:number-columns-spanned="2" table:number-rows-spanned="1"')
    rows += "<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell/>"
    rows += ods_cell("Ana", 'table:number-columns-repeated="2"') + "</table:table-row>"
    (grid,) = grids(ods(rows), "ods")
    assert (grid.name, grid.place) == ("Plan", "B2")
    assert grid.rows == (
        (Cell("Team", "B2", columns=2), Cell("", "C2", covered=True)),
        (Cell("Ana", "B3"), Cell("Ana", "C3")),
    )


def test_areas_merged_over_each_other_do_no_harm() -> None:
    areas = "".join("<mergeCell ref='A1:B2'/>" for _ in range(3))
    (grid,) = grids(xlsx(after=f"<mergeCells>{areas}</mergeCells>"))
    assert grid.rows[0][0].text == "Task" or grid.rows[0][0].covered
    rows = "".join(f"<row><c><v>{number}</v></c></row>" for number in range(1, 2001))
    many = "".join("<mergeCell ref='A1:A2000'/>" for _ in range(200))
    with pytest.raises(RaciError, match="merges the same cells again and again") as refused:
        read(xlsx(rows, after=f"<mergeCells>{many}</mergeCells>"), "xlsx")
    assert refused.value.help


def test_a_workbook_without_text_is_refused() -> None:
    with pytest.raises(RaciError, match="has no sheet with text"):
        read(made([]), "xlsx")


@pytest.mark.parametrize(
    "data",
    [
        xlsx(**{"xl__workbook.xml": "<workbook/>"}),
        xlsx(**{"xl___rels__workbook.xml.rels": "<Relationships/>"}),
        xlsx(target="worksheets/gone.xml"),
        xlsx("<row><c t='s'><v>9999</v></c></row>"),
    ],
)
def test_a_workbook_that_makes_no_sense_is_refused(data: bytes) -> None:
    with pytest.raises(RaciError, match="the workbook") as refused:
        read(data, "xlsx")
    assert refused.value.help


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name == "python_calamine":
            raise ImportError(name)
        return original(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(RaciError, match="python-calamine") as refused:
        read(xlsx(), "xlsx")
    assert refused.value.help == "pip install 'raci-cli[xlsx]'"


def test_a_fault_of_our_own_does_not_pass_as_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Any) -> Document:
        raise AttributeError

    monkeypatch.setattr("raci_cli.importers.workbook._box", broken)
    with pytest.raises(AttributeError):
        read(xlsx(), "xlsx")


@pytest.mark.parametrize("row, column, shown", [(0, 0, "A1"), (2, 1, "B3"), (9, 26, "AA10"), (0, 16_383, "XFD1")])
def test_places_are_those_of_spreadsheets(row: int, column: int, shown: str) -> None:
    assert place(row, column) == shown
