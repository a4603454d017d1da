"""Text with separators: which separator, which tables, which lines."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.errors import RaciError
from raci_cli.importers.delimited import agreed, read
from raci_cli.importers.records import Grid, Paragraph
from raci_cli.importers.shaping import plain

TABLE = "Task,Ana,Bob\nKick-off,A,R\n"


def texts(text: str, format_: str = "csv") -> list[list[list[str]]]:
    found = [block for block in read(text, format_).blocks if isinstance(block, Grid)]
    return [[[cell.text for cell in row] for row in grid.rows] for grid in found]


@pytest.mark.parametrize(
    "text, said",
    [
        (TABLE, ()),
        (TABLE.replace(",", ";"), ("cells separated by semicolons",)),
        (TABLE.replace(",", "\t"), ("cells separated by tabs",)),
        (TABLE.replace(",", "|"), ("cells separated by pipes",)),
        ("sep=;\n" + TABLE.replace(",", ";"), ("cells separated by semicolons",)),
        ('"sep=#"\r\n' + TABLE.replace(",", "#"), ("cells separated by '#'",)),
        (TABLE.replace("\n", "\r\n"), ()),
        (TABLE.replace("\n", "\r"), ()),
        ('"Task", "Ana", "Bob"\n"Kick-off", "A", "R"\n', ()),
    ],
)
def test_the_separator_is_found(text: str, said: tuple[str, ...]) -> None:
    assert texts(text) == [[["Task", "Ana", "Bob"], ["Kick-off", "A", "R"]]]
    assert read(text, "csv").said == said


def test_commas_in_cells_are_not_taken_for_separators() -> None:
    assert texts("Task;Ana;Bob\nPlan;A,R;R,C\nBuild;A,R;C,I\n")[0][1] == ["Plan", "A,R", "R,C"]
    assert texts('Task,Ana,Bob\n"a; b; c",A,R\n"d; e; f",A,R\n')[0][1] == ["a; b; c", "A", "R"]


def test_a_quote_within_a_cell_is_text() -> None:
    assert texts('Task,Ana,Bob\n5" disk,A,R\n"say ""go""",A,R\n') == [
        [["Task", "Ana", "Bob"], ['5" disk', "A", "R"], ['say "go"', "A", "R"]]
    ]


def test_places_are_lines_of_the_file() -> None:
    (grid,) = (block for block in read('Task,Ana\n"a\nb",A\nc,R\n', "csv").blocks if isinstance(block, Grid))
    assert grid.place == "line 1"
    assert [row[1].place for row in grid.rows] == ["line 1, column 2", "line 2, column 2", "line 4, column 2"]
    assert grid.rows[1][0].text == "a\nb"


def test_a_line_that_names_the_separator_is_counted() -> None:
    (grid,) = (block for block in read("sep=;\n" + TABLE.replace(",", ";"), "csv").blocks if isinstance(block, Grid))
    assert grid.rows[0][0].place == "line 2, column 1"


def test_rows_are_made_equally_long() -> None:
    assert texts("Task,Ana,Bob\nKick-off\nx,A,R,C,I\n") == [
        [["Task", "Ana", "Bob", "", ""], ["Kick-off", "", "", "", ""], ["x", "A", "R", "C", "I"]]
    ]


def test_lines_before_the_table_are_rows_and_a_title_apart_is_a_paragraph() -> None:
    assert texts(f"# made by hand\n{TABLE}")[0][0] == ["# made by hand", "", ""]
    title, grid = read(f"Our matrix\nof May\n\n{TABLE}", "csv").blocks
    assert title == Paragraph("Our matrix\nof May", "line 1")
    assert isinstance(grid, Grid)
    assert (grid.name, grid.place) == ("table 1", "line 4")


def test_rows_without_text_stay_and_blank_lines_part_tables() -> None:
    assert texts("Task,Ana,Bob\n,,\nx,A,R\n")[0][1] == ["", "", ""]
    assert len(texts(f"{TABLE}\n\nTask,Cleo,Dan\ny,A,R\n")) == 2
    assert len(texts(f"{TABLE}\nPlanning,,\ny,A,R\n")) == 1  # the same letters: the same table
    assert len(texts(f"{TABLE}\nTask,Cleo\ny,A\n")) == 2


def test_what_guards_from_formulas_is_undone() -> None:
    assert texts("Task,Ana\n'=x,A\n'@y,R\n")[0][1:] == [["=x", "A"], ["@y", "R"]]


@pytest.mark.parametrize(
    "text, said",
    [
        (TABLE + '"x,A,R\n', "line 3: a quote opens a cell and does not close it"),
        ("Task,Ana,Bob\n" + '"Kick-off,A,R\n' * 20, "line 2: a quote opens a cell"),
        ("Task,Ana\n" + "x" * 200_000 + ",A\n", "line 2 has a cell of more than 131,072 characters"),
        ("Task,Ana\n" + "x" * 40_000 + ",A\n", "line 2, column 1 has more than 32,767 characters"),
        ("a," * 20_000, "line 1 has more than 2,000 columns"),
        ("a," * 1_900 + "\n" + "b\n" * 1_900, "line 1 has more than 30,000 cells"),
    ],
)
def test_what_is_no_table_is_refused(text: str, said: str) -> None:
    with pytest.raises(RaciError, match=said) as refused:
        read(text, "csv")
    assert refused.value.help


@pytest.mark.parametrize(
    "text, separator", [(TABLE, ","), ("a\tb\nc\td\n", "\t"), ("Hello, world.\n\nHow are you?\n", None)]
)
def test_a_text_may_be_a_table(text: str, separator: str | None) -> None:
    assert agreed(text) == separator


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_what_a_program_writes_is_read_as_the_same_cells(rows: list[list[str]], separator: str) -> None:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([["Task", "Ana", "Bob"], *rows])
    read_back = [row for grid in texts(f"sep={separator}\n{made.getvalue()}") for row in grid]
    assert read_back[1:] == [[plain(cell.removeprefix("'") if guards(cell) else cell) for cell in row] for row in rows]


def guards(cell: str) -> bool:
    from raci_cli.guard import unguarded

    return unguarded(cell) != cell


@given(st.text(max_size=300))
def test_any_text_with_separators_is_read_or_refused(text: str) -> None:
    with suppress(RaciError):
        read(text, "csv")
