"""What the user says of the columns and sheets goes before every guess."""

import pytest
from matrices import assigned, cells, read, sheet

from raci_cli.errors import RaciError, UsageError
from raci_cli.importers.asked import first_column
from raci_cli.importers.records import Cell, Document, Grid

ROWS = [
    ["Task", "Grade", "Chair", "Clerk", "Class"],
    ["Open", "A", "A", "R", "C"],
    ["Judge", "C", "R", "A", "I"],
]


def test_only_the_columns_that_are_named_are_parties() -> None:
    assert assigned(ROWS, parties=(3, 4)) == {
        "Open": {"Chair": "A", "Clerk": "R"},
        "Judge": {"Chair": "R", "Clerk": "A"},
    }
    assert read(ROWS, parties=(3, 4)).works[0].notes == ("Grade: A", "Class: C")
    assert assigned(ROWS, parties=(3, 3)) == {"Open": {"Chair": "A"}, "Judge": {"Chair": "R"}}


def test_columns_are_counted_as_the_source_counts_them() -> None:
    moved = tuple(tuple(cell._replace(place=f"{chr(ord(cell.place[0]) + 2)}{cell.place[1:]}") for cell in row)
                  for row in cells(ROWS))  # fmt: skip
    grid = Grid("Plan", "C1", moved)
    assert first_column(grid) == 3
    assert assigned(Document("xlsx", (grid,)), parties=(5, 6)) == assigned(ROWS, parties=(3, 4))
    assert first_column(Grid("x", "", ((Cell("a", "line 2"), Cell("b", "line 3, row 1, column 4")),))) == 3
    assert first_column(Grid("x", "", ((Cell("a", "line 2"),),))) == 1


@pytest.mark.parametrize(
    "options, why",
    [
        ({"parties": (3, 9)}, "no table has the columns C to I"),
        ({"parties": (30, 31)}, "no table has the columns AD to AE"),
        ({"parties": (0, 2)}, "there are no columns from 0 to 2"),
        ({"parties": (1, 5)}, "leaves no column for the steps"),
        ({"parties": (3, 4), "orientation": "list"}, "only where steps stand in rows"),
        ({"sheet": "2"}, "there is no sheet '2'"),
    ],
)
def test_what_cannot_be_is_refused(options: dict[str, object], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        read(ROWS, **options)


@pytest.mark.parametrize(
    "rows, why",
    [
        ([["Task", "Ana", "Ben"], ["Plan", "x1", "y"]], "no letters stand in the columns"),
        ([["", "", ""], ["Plan", "A", "R"], ["Do", "A", "R"]], "nothing stands above its letters"),
        ([["1", "A", "R"], ["", "Ana", "Ben"], ["", "A", "R"]], "it has no column of titles"),
    ],
)
def test_columns_without_letters_are_told(rows: list[list[str]], why: str) -> None:
    with pytest.raises(RaciError, match=why):
        read(rows, parties=(2, 3))


def test_a_table_without_these_columns_is_left_out() -> None:
    narrow = sheet([["Task", "Ana"], ["Plan", "A"]])
    document = Document("md", (sheet(ROWS), narrow))
    assert assigned(document, parties=(3, 4)) == assigned(ROWS, parties=(3, 4))


def test_a_sheet_is_named_or_numbered() -> None:
    other = [["Task", "Ana", "Ben"], ["Plan", "A", "R"], ["Do", "R", "A"]]
    document = Document("xlsx", (sheet(ROWS, name="Plan"), sheet(other, name="Dig"), sheet(ROWS, name="2027")))
    assert assigned(document, sheet="dig") == assigned(document, sheet="2") == assigned(other)
    assert assigned(document, sheet="2027") == assigned(ROWS)
