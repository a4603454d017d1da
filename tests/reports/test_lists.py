"""Lists in lines of text."""

import pytest

from raci_cli.cells import cell_len
from raci_cli.reports.lists import listing, paragraph
from raci_cli.text import Look

ROWS = [("a", "1", "one two three four five six"), ("bbb", "22", ""), ("c", "3", "陳大文 " * 6)]


def test_off_a_terminal_a_row_is_a_line() -> None:
    assert listing(("N", "#", "FOR"), ROWS[:2], Look()) == [
        "N    #   FOR",
        "a    1   one two three four five six",
        "bbb  22",
    ]


def test_a_text_goes_on_below_itself() -> None:
    lines = listing(("N", "#", "FOR"), ROWS, Look(width=33))
    assert lines[:4] == ["N    #   FOR", "a    1   one two three four five", "         six", "bbb  22"]


def test_where_there_is_no_room_beside_it_a_text_stands_below_its_row() -> None:
    assert listing(("N", "#", "FOR"), ROWS[:2], Look(width=30)) == [
        "N    #",
        "a    1",
        "    one two three four five",
        "    six",
        "bbb  22",
    ]


@pytest.mark.parametrize("width", [1, 7, 20, 33, 60, 120])
def test_no_line_is_wider_and_no_word_is_lost(width: int) -> None:
    lines = listing(("N", "#", "FOR"), ROWS, Look(width=width))[1:]
    assert max(map(cell_len, lines)) <= max(width, 7)
    said = "".join("".join(lines).split())
    assert said == "".join("".join(text for row in ROWS for text in row).split())


def test_a_word_that_is_too_long_goes_on_in_the_next_line() -> None:
    assert paragraph("a bcdefghij k", Look(width=5), " ") == [" a", " bcde", " fghi", " j k"]
    assert paragraph("a bcdefghij", Look()) == ["a bcdefghij"]


def test_a_wrapped_line_is_no_command_of_a_build_runner() -> None:
    assert paragraph("aaaa ::error::x", Look(width=14)) == ["aaaa", "\\x3a:error::x"]
    assert paragraph("a\x1b[31m\nb", Look()) == ["a\\x1b[31m\\nb"]


def test_the_heading_is_painted() -> None:
    assert listing(("N", "FOR"), [("a", "b")], Look(lambda style, text: f"<{style}>{text}"))[0] == "<dim>N  FOR"
