"""Tables of text: widths in cells, what gives way in which order, and what is said of it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from raci_cli.cells import cell_len
from raci_cli.reports.table import Column, Narrow, fitted, fitting, sections, table, wrap
from raci_cli.text import Look


def plain(heading: str, *cells: str, **more: Any) -> Column:
    return Column(heading, [("", cell) for cell in cells], **more)


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert table([plain("A", "x", "wide"), plain("LONG", "y", "z")], Look()) == ["A     LONG", "x     y", "wide  z"]


def test_widths_are_counted_in_cells() -> None:
    assert table([plain("A", "漢字", "x", "👩\u200d👩\u200d👧"), plain("B", "1", "2", "3")], Look()) == [
        "A     B",
        "漢字  1",
        "x     2",
        "👩\u200d👩\u200d👧    3",
    ]


def test_figures_stand_right() -> None:
    assert table([plain("#", "1", "10", right=True), plain("B", "x", "y")], Look()) == [" #  B", " 1  x", "10  y"]
    assert table([plain("B", "x", "y"), plain("#", "1", "10", right=True)], Look()) == ["B   #", "x   1", "y  10"]


def test_no_line_ends_in_spaces() -> None:
    assert table([plain("A", "x"), plain("B", "")], Look()) == ["A  B", "x"]


def test_a_table_without_rows_is_its_heading() -> None:
    assert table([plain("A"), plain("B")], Look()) == ["A  B"]


def test_columns_that_may_shrink_give_way_in_their_order() -> None:
    columns = [plain("FIRST", "a" * 20, least=10), plain("SECOND", "b" * 20, least=8), plain("C", "c")]
    assert table(columns, Look(width=100))[1] == f"{'a' * 20}  {'b' * 20}  c"
    assert table(columns, Look(width=37))[1] == f"{'a' * 11}…  {'b' * 20}  c"
    assert table(columns, Look(width=30))[1] == f"{'a' * 9}…  {'b' * 14}…  c"
    assert table(columns, Look(width=23))[1] == f"{'a' * 9}…  {'b' * 7}…  c", "no narrower than they may be"


def test_a_column_without_a_least_width_is_never_cut() -> None:
    assert table([plain("A", "a" * 20)], Look(width=5)) == ["A", "a" * 20]


def test_words_are_wrapped_and_nothing_of_them_is_lost() -> None:
    words = ["one", "two", "three", "four"]
    assert wrap(words, Look()) == ["one   two   three   four"]
    assert wrap(words, Look(width=9)) == ["one   two", "three", "four"]
    assert wrap(words, Look(width=9), " ") == ["one two", "three", "four"]
    assert wrap(["x" * 20, "y"], Look(width=9)) == ["x" * 9, "  " + "x" * 7, "  xxxx", "y"]
    assert wrap(["a", "raci report status -f x", "b"], Look(width=12)) == [
        "a",
        "raci report",
        "  status -f",
        "  x",
        "b",
    ]
    assert wrap([], Look(width=9)) == []


@given(st.lists(st.text("a漢 ", min_size=1, max_size=12), max_size=12), st.integers(5, 40))
def test_wrapped_lines_fit_and_hold_every_word_that_does(words: list[str], width: int) -> None:
    lines = wrap(words, Look(width=width))
    assert all(cell_len(line) <= width for line in lines)
    assert all(any(word in line for line in lines) for word in words if cell_len(word) <= width)


def names(columns: list[Column], width: int) -> list[str]:
    return [column.heading for column in fitted(columns, Look(width=width)).columns]


COLUMNS = [
    plain("NAME", "x" * 20, least=10),
    plain("STATE", "in progress", narrow=Narrow("S", [("", ">")], ("> in progress",)), narrows=1, gives=4),
    plain("DUE", "5 Jun", gives=2),
    plain("WHO", "Ana", gives=3),
]


def test_columns_become_narrow_and_go_in_their_order() -> None:
    assert names(COLUMNS, 45) == ["NAME", "STATE", "DUE", "WHO"]
    assert names(COLUMNS, 35) == ["NAME", "STATE", "DUE", "WHO"], "a name may be cut first"
    assert names(COLUMNS, 34) == ["NAME", "S", "DUE", "WHO"]
    assert names(COLUMNS, 24) == ["NAME", "S", "WHO"]
    assert names(COLUMNS, 17) == ["NAME", "S"]
    assert names(COLUMNS, 12) == ["NAME"]
    assert names(COLUMNS, 1) == ["NAME"], "what never goes stays"


def test_what_is_narrow_has_its_key_and_what_is_gone_is_said() -> None:
    assert fitting(COLUMNS, "raci all", Look(width=24)) == [
        "NAME              S  WHO",
        "xxxxxxxxxxxxxxx…  >  Ana",
        "> in progress",
        "Hidden for want of",
        "width: due; raci all has",
        "all.",
    ]
    assert fitted(COLUMNS, Look(width=12)).keys == [], "no key to what is gone"


def test_headings_stand_between_rows() -> None:
    columns = [plain("A", "x", "y", "z")]
    assert sections(columns, [("One", 1), ("Two", 2)], "", Look()) == ["A", "", "One", "x", "", "Two", "y", "z"]


def test_neighbours_of_a_group_have_its_name_above_them_on_a_terminal() -> None:
    columns = [
        plain("A", "x"),
        *(plain(heading, "y", group="Marketing") for heading in ("BBBB", "CCCC")),
        plain("D", "z", group="IT"),
        plain("EE", "z", group="漢字"),
    ]
    assert table(columns, Look(width=80))[:2] == ["   Marketing", "A  BBBB  CCCC  D  EE"], "where there is room for it"
    assert table(columns, Look())[0] == "A  BBBB  CCCC  D  EE"
