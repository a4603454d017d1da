"""Markdown: tables of every kind, lists, headings and paragraphs, each with its place."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.errors import RaciError
from raci_cli.importers.markdown import read
from raci_cli.importers.records import Cell, Grid, Heading, Item, Listing, Paragraph
from raci_cli.importers.shaping import MOST_CELLS, MOST_COLUMNS, plain
from raci_cli.text import markdown

RULE = "| Task | Ana | Bob |\n|---|---|---|\n"


def grids(text: str) -> list[Grid]:
    return [block for block in read(text).blocks if isinstance(block, Grid)]


def only(text: str) -> list[list[str]]:
    """The texts of the one table."""
    (grid,) = grids(text)
    return [[cell.text for cell in row] for row in grid.rows]


def items(text: str) -> tuple[Item, ...]:
    return next(block for block in read(text).blocks if isinstance(block, Listing)).items


def test_a_table_has_a_row_of_headings_and_places_for_people() -> None:
    (grid,) = grids(f"# Plan\n\n{RULE}| Kick-off | A | R |\n")
    assert (grid.name, grid.place, grid.headed) == ("table 1", "line 3", 1)
    assert [cell.head for cell in grid.rows[0]] == [True, True, True]
    assert [cell.place for cell in grid.rows[1]] == ["line 5, column 1", "line 5, column 2", "line 5, column 3"]
    assert grid.rows[1][1] == Cell("A", "line 5, column 2")


@pytest.mark.parametrize(
    "cell, text",
    [
        (r"a\|b", "a|b"),
        (r"`a\|b`", "a|b"),
        ("`a|b`", "a|b"),
        ("[Kick-off](https://example.com/a_b)", "Kick-off"),
        ("![a tick](tick.png)", "a tick"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("R[^1]", "R"),
        ("_A_ and snake_case", "A and snake_case"),
        ("~~R~~ A", "~~R~~ A"),
        ("a &amp; b &nbsp; c", "a & b c"),
        ("<span style='color:red'>A</span>", "A"),
        ("@<!-- -->ana", "@ana"),
        ("<https://example.com>", "https://example.com"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_markup_in_a_cell_is_read_as_what_people_see(cell: str, text: str) -> None:
    assert only(f"{RULE}| {cell} | A | R |\n")[1] == [text, "A", "R"]


@pytest.mark.parametrize(
    "cell, bold",
    [
        ("**A**", True),
        ("__A__", True),
        ("<b>A</b>", True),
        ("**A** **R**", True),
        ("**A**, R", False),
        ("A", False),
        ("*A*", False),
        ("", False),
    ],
)
def test_a_cell_is_bold_where_all_of_it_is_strong(cell: str, bold: bool) -> None:
    assert grids(f"{RULE}| x | {cell} | R |\n")[0].rows[1][1].bold is bold


def test_rows_are_made_equally_long_and_no_cell_is_dropped() -> None:
    assert only(f"{RULE}| **Planning** |\n| b | A | R | C | I |\n| c | A | R ||\n") == [
        ["Task", "Ana", "Bob", "", ""],
        ["Planning", "", "", "", ""],
        ["b", "A", "R", "C", "I"],
        ["c", "A", "R", "", ""],
    ]


def test_a_cell_that_was_added_has_a_place_too() -> None:
    assert grids(f"{RULE}| a |\n")[0].rows[1][2].place == "line 3, column 3"


@pytest.mark.parametrize(
    "text, headed",
    [
        ("| Task | Ana | Bob |\n| a | A | R |\n", 0),  # no separator row
        ("Task | Ana | Bob\n--- | --- | ---\na | A | R\n", 1),  # no pipes before
        ("Task | Ana | Bob\na | A | R\n", 0),  # neither
        ("|---|---|---|\n| Task | Ana | Bob |\n| a | A | R |\n", 0),  # the separator first
        ("| Task | Ana | Bob |\n|---|---|\n| a | A | R |\n", 1),  # a separator that is too short
        ("| Task | Ana | Bob |\n|---+---+---|\n| a | A | R |\n", 1),  # Org
        ("+---+---+---+\n| Task | Ana | Bob |\n+===+===+===+\n| a | A | R |\n+---+---+---+\n", 1),  # reStructuredText
        ("| Task | Ana | Bob |\n\n| a | A | R |\n", 0),  # blank lines between
        ("| Task | Ana | Bob |\r\n|---|---|---|\r\n| a | A | R |\r\n", 1),
        ("> | Task | Ana | Bob |\n> |---|---|---|\n> | a | A | R |\n", 1),
        ("- x\n\n  | Task | Ana | Bob |\n  |---|---|---|\n  | a | A | R |\n", 1),
        ("```\n| Task | Ana | Bob |\n|---|---|---|\n| a | A | R |\n```\n", 1),
        ("    | Task | Ana | Bob |\n    |---|---|---|\n    | a | A | R |\n", 1),
        ("Who does what:\n| Task | Ana | Bob |\n|---|---|---|\n| a | A | R |\n", 1),
    ],
)
def test_a_table_is_known_however_it_is_drawn(text: str, headed: int) -> None:
    assert only(text) == [["Task", "Ana", "Bob"], ["a", "A", "R"]]
    assert grids(text)[0].headed == headed


def test_a_line_break_in_a_bordered_cell_is_kept() -> None:
    text = "+---+---+\n| a | A |\n| b |   |\n+---+---+\n| c | R |\n+---+---+\n"
    assert only(text) == [["a\nb", "A"], ["c", "R"]]
    assert grids(text)[0].rows[1][0].place == "line 5, column 1"


def test_two_rows_before_the_separator_are_two_rows_of_headings() -> None:
    (grid,) = grids("| | Team | Team |\n| Task | Ana | Bob |\n|---|---|---|\n| a | A | R |\n")
    assert grid.headed == 2


def test_a_row_of_single_dashes_in_the_body_is_a_row() -> None:
    assert only(f"{RULE}| - | - | - |\n| a | A | R |\n")[1] == ["-", "-", "-"]


def test_tables_that_a_blank_line_parts_are_two_unless_they_say_the_same() -> None:
    assert len(grids(f"{RULE}| a | A | R |\n\n| Task | Cleo | Dan |\n| b | A | R |\n")) == 2
    assert len(grids(f"{RULE}| a | A | R |\n\n{RULE}| b | A | R |\n")) == 2
    assert len(grids(f"{RULE}| a | A | R |\n\n| b | A | R |\n")) == 1


def test_code_is_no_table_where_there_is_another() -> None:
    assert only(f"```\n| x | y | z |\n|---|---|---|\n```\n\n{RULE}| a | A | R |\n")[1:] == [["a", "A", "R"]]


def test_lines_of_code_count_from_the_start_of_the_file() -> None:
    assert grids(f"# x\n\n```text\n{RULE}| a | A | R |\n```\n")[0].rows[1][0].place == "line 6, column 1"
    assert grids("# x\n\n    | a | b |\n    |---|---|\n    | c | d |\n")[0].rows[1][0].place == "line 5, column 1"


@pytest.mark.parametrize("front", ["---\ntitle: x\n---\n", "---\nlist:\n- a | b | c\n...\n", "+++\ntitle = 'x'\n+++\n"])
def test_front_matter_is_skipped_and_counts_as_lines(front: str) -> None:
    lines = front.count("\n")
    assert read(f"{front}# Plan\n").blocks == (Heading("Plan", f"line {lines + 1}", 1),)


def test_a_line_before_a_table_is_no_front_matter() -> None:
    assert len(grids(f"---\n\n{RULE}| a | A | R |\n\n---\n\nx: y\n")) == 1


def test_headings_and_paragraphs_keep_their_words_and_lines() -> None:
    assert read("# My `RACI` **x**\n\nR = Responsible\nA = *Accountable*\n\nTwo\n===\n").blocks == (
        Heading("My RACI x", "line 1", 1),
        Paragraph("R = Responsible\nA = Accountable", "line 3"),
        Heading("Two", "line 6", 1),
    )


def test_lists_are_read_with_what_is_beneath_their_items() -> None:
    found = items("- **Kick-off**\n  - **R:** Alice\n  - A: Bob\n    1. deeper\n- [x] two\n\n  more\n")
    assert found == (
        Item(
            "Kick-off",
            "line 1",
            True,
            (
                Item("R: Alice", "line 2"),
                Item("A: Bob", "line 3", False, (Item("deeper", "line 4"),)),
            ),
        ),
        Item("two\nmore", "line 5"),
    )


def test_a_table_in_an_item_stands_after_the_list() -> None:
    first, second = read(f"1. Kick-off\n\n   {RULE.replace(chr(10), chr(10) + '   ')}| a | A | R |\n").blocks
    assert isinstance(first, Listing)
    assert isinstance(second, Grid)
    assert first.items == (Item("Kick-off", "line 1"),)


def test_a_prose_line_with_pipes_is_no_table() -> None:
    assert read("Use a | b here.\nAnd c there.\n").blocks == (Paragraph("Use a | b here.\nAnd c there.", "line 1"),)
    assert isinstance(read("- a | b | c\n- d | e | f\n").blocks[0], Listing)


@pytest.mark.parametrize(
    "text, said",
    [
        ("|" * 200_000, f"line 1 has more than {MOST_COLUMNS:,} columns"),
        (
            "|" + "a|" * 20_000 + "\n|" + "-|" * 20_000 + "\n",
            f"line 1 has more than {MOST_COLUMNS:,} columns",
        ),
        (
            "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|a|\n" * 500,
            f"line 1 has more than {MOST_CELLS:,} cells",
        ),
        (RULE + "| " + "x" * 40_000 + " | A | R |\n", "line 3, column 1 has more than 32,767 characters"),
    ],
)
def test_a_table_that_is_no_matrix_is_refused(text: str, said: str) -> None:
    with pytest.raises(RaciError, match=said) as refused:
        read(text)
    assert refused.value.help


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5))
def test_a_table_that_raci_writes_is_read_as_the_same_cells(rows: list[list[str]]) -> None:
    lines = [f"| {' | '.join(map(markdown, row))} |\n" for row in rows]
    assert only(RULE + "".join(lines))[1:] == [[plain(shown(cell)) for cell in row] for row in rows]


def shown(cell: str) -> str:
    from raci_cli.text import visible

    return visible(cell)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(RaciError):
        read(text)
