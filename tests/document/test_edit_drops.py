"""Keys that are taken out, and the places that keys leave for others."""

import pytest
from document.editing import edited

from raci_cli.document.edits import Change, Drop, Put
from raci_cli.findings import Path

ORDER = ("a", "b", "c", "d", "e")
DROPPED = {
    "first": ("k: v\na: x\n", "a: x\n"),
    "middle": ("a: x\nk: v  # why\nb: y\n", "a: x\nb: y\n"),
    "last": ("a: x\nk: v\n", "a: x\n"),
    "the comment above stays": ("a: x\n# above\nk: v\nb: y\n", "a: x\n# above\nb: y\n"),
    "the blank line below stays": ("a: x\nk: v\n\nb: y\n", "a: x\n\nb: y\n"),
    "a list": ("a: x\nk:\n  # first\n  - v\n  - w\nb: y\n", "a: x\nb: y\n"),
    "a literal": ("a: x\nk: |\n  v\n\n  w\n\nb: y\n", "a: x\n\nb: y\n"),
    "an empty value": ("a: x\nk:\nb: y\n", "a: x\nb: y\n"),
    "explicit": ("a: x\n? k\n: v\nb: y\n", "a: x\nb: y\n"),
    "no final newline": ("a: x\nk: v", "a: x"),
    "no final newline and CRLF": ("a: x\r\nk: v", "a: x"),
    "CRLF": ("a: x\r\nk: v\r\nb: y\r\n", "a: x\r\nb: y\r\n"),
    "flow first": ("{k: v, a: x}\n", "{a: x}\n"),
    "flow middle": ("{a: x, k: v, b: y}\n", "{a: x, b: y}\n"),
    "flow last": ("{a: x, k: v}\n", "{a: x}\n"),
    "flow alone": ("{k: v}\n", "{}\n"),
    "flow alone with a comma": ("{k: v,}\n", "{}\n"),
    "flow in lines first": ("{\n  k: v,  # c\n  a: x\n}\n", "{\n  a: x\n}\n"),
    "flow in lines last": ("{\n  a: x,  # c\n  k: v\n}\n", "{\n  a: x  # c\n}\n"),
    "flow in lines, last comma": ("{\n  a: x,\n  k: v,\n}\n", "{\n  a: x,\n}\n"),
    "the last one of all": ("k: v\n", "{}\n"),
}


@pytest.mark.parametrize("before, after", DROPPED.values(), ids=DROPPED)
def test_a_dropped_key_takes_its_own_lines_only(before: str, after: str) -> None:
    assert edited(before, Drop(("k",))) == after


EMPTIED = {
    "its line goes": ("s:\n  k: v\nz: y\n", "s: {}\nz: y\n"),
    "a comment behind the parent stays": ("s:  # c\n  k: v\nz: y\n", "s: {}  # c\nz: y\n"),
    "without a final newline": ("z: y\ns:\n  k: v", "z: y\ns: {}"),
    "CRLF": ("s:\r\n  k: v\r\nz: y\r\n", "s: {}\r\nz: y\r\n"),
}


@pytest.mark.parametrize("before, after", EMPTIED.values(), ids=EMPTIED)
def test_a_mapping_without_its_last_key_is_an_empty_one(before: str, after: str) -> None:
    assert edited(before, Drop(("s", "k"))) == after


def test_the_only_key_of_an_item_leaves_an_empty_mapping() -> None:
    assert edited("- k: v  # c\n- x\n", Drop((0, "k"))) == "- {}  # c\n- x\n"


def test_neighbours_can_be_dropped_together() -> None:
    before = "a: x\nk: v\nl:\n  - w\nb: y\n"
    assert edited(before, Drop(("k",)), Drop(("l",))) == "a: x\nb: y\n"
    assert edited(before, Drop(("l",)), Drop(("k",))) == "a: x\nb: y\n"


def test_neighbours_in_flow_can_be_dropped_together() -> None:
    assert edited("{a: x, k: v, l: w, b: y}\n", Drop(("k",)), Drop(("l",))) == "{a: x, b: y}\n"


def test_a_key_can_be_put_behind_a_dropped_one() -> None:
    assert edited("a: x\nb: y\nf: z\n", Drop(("b",)), Put(("c",), "new", ORDER)) == "a: x\nc: new\nf: z\n"


def test_the_keys_of_a_settled_step_go_together() -> None:
    before = "s:\n  t: T\n  candidates: [p, q]\n  hint: H  # c\n\n  u: U\n"
    after = "s:\n  t: T\n  owner: p\n\n  u: U\n"
    order = ("t", "owner", "candidates")
    changes: list[Change] = [Put(("s", "owner"), "p", order), Drop(("s", "candidates")), Drop(("s", "hint"))]
    assert edited(before, *changes) == after


def test_all_keys_of_a_mapping_can_go() -> None:
    assert edited("s:\n  k: v\n  l: w\nz: y\n", Drop(("s", "k")), Drop(("s", "l"))) == "s: {}\nz: y\n"


@pytest.mark.parametrize(
    "before, after",
    [("{a: x, k: v,}\n", "{a: x,}\n"), ("{a: x, k: v,\n  b: y}\n", "{a: x,\n  b: y}\n")],
)
def test_a_dropped_key_leaves_no_blank_behind(before: str, after: str) -> None:
    assert edited(before, Drop(("k",))) == after


SETTLED_AT_THE_END = {
    "flow": ("{t: T, k: v, l: w}\n", "{t: T, owner: p}\n"),
    "flow in lines": ("{\n  t: T,\n  k: v,\n  l: w\n}\n", "{\n  t: T,\n  owner: p\n}\n"),
    "no final newline": ("t: T\nk: v\nl: w", "t: T\nowner: p"),
}


@pytest.mark.parametrize("before, after", SETTLED_AT_THE_END.values(), ids=SETTLED_AT_THE_END)
def test_the_last_keys_of_a_settled_step_go_together(before: str, after: str) -> None:
    changes: list[Change] = [Put(("owner",), "p", ("t", "owner", "k", "l")), Drop(("k",)), Drop(("l",))]
    assert edited(before, *changes) == after


@pytest.mark.parametrize(
    "before, after",
    [("t: T\nl: w", "t: T\nowner: p"), ("{\n  t: T,\n  l: w\n}\n", "{\n  t: T,\n  owner: p\n}\n")],
)
def test_the_last_key_goes_where_one_is_put_before_it(before: str, after: str) -> None:
    assert edited(before, Put(("owner",), "p", ("t", "owner", "l")), Drop(("l",))) == after


@pytest.mark.parametrize(
    "before, path, after",
    [
        ("k: |\n  v\n", ("k",), "{}\n"),
        ("---\nk: |\n  v\n...\n", ("k",), "---\n{}\n...\n"),
        ("- k: |\n    v\n- x\n", (0, "k"), "- {}\n- x\n"),
    ],
)
def test_the_line_break_of_a_dropped_literal_stays(before: str, path: Path, after: str) -> None:
    assert edited(before, Drop(path)) == after


def test_a_file_that_ends_without_a_line_break_still_does() -> None:
    assert not edited("a: x\n\nk: v", Drop(("k",))).endswith("\n")
