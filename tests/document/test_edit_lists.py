"""Lists that gain and lose items, with the others left as they were written."""

import time

import pytest
from document.editing import edited

from raci_cli.document.edits import Put
from raci_cli.errors import Bug

ADDED = {
    "block": ("k:\n  - a\n  - b\nz: y\n", "k:\n  - a\n  - b\n  - new\nz: y\n"),
    "block without indent": ("k:\n- a\n- b\nz: y\n", "k:\n- a\n- b\n- new\nz: y\n"),
    "block with wide dashes": ("k:\n  -   a\n  -   b\n", "k:\n  -   a\n  -   b\n  -   new\n"),
    "block with comments": (
        "k:\n  - a  # 1\n  - b  # 2\n  # tail\n",
        "k:\n  - a  # 1\n  - b  # 2\n  - new\n  # tail\n",
    ),
    "block before a blank line": ("k:\n  - a\n  - b\n\nz: y\n", "k:\n  - a\n  - b\n  - new\n\nz: y\n"),
    "block with quotes": ("k:\n  - 'a'\n  - \"b\"\n", 'k:\n  - \'a\'\n  - "b"\n  - "new"\n'),
    "block with single quotes": ("k:\n  - 'a'\n  - 'b'\n", "k:\n  - 'a'\n  - 'b'\n  - 'new'\n"),
    "block with items on their own lines": ("k:\n  -\n    a\n  -\n    b\n", "k:\n  -\n    a\n  -\n    b\n  - new\n"),
    "block without a final newline": ("k:\n  - a\n  - b", "k:\n  - a\n  - b\n  - new"),
    "block with CRLF": ("k:\r\n  - a\r\n  - b\r\n", "k:\r\n  - a\r\n  - b\r\n  - new\r\n"),
    "flow": ("k: [a, b]  # c\n", "k: [a, b, new]  # c\n"),
    "flow with blanks": ("k: [ a, b ]\n", "k: [ a, b, new ]\n"),
    "flow with a last comma": ("k: [a, b,]\n", "k: [a, b, new,]\n"),
    "flow without blanks": ("k: [a,b]\n", "k: [a,b, new]\n"),
    "flow over two lines": ("k: [a,\n  b]  # c\n", "k: [a,\n  b, new]  # c\n"),
    "flow in lines": ("k: [\n  a,\n  b\n]\n", "k: [\n  a,\n  b,\n  new\n]\n"),
    "flow in lines with a last comma": ("k: [\n  a,\n  b,\n]\n", "k: [\n  a,\n  b,\n  new,\n]\n"),
    "flow in lines with comments": ("k: [\n  a,  # 1\n  b  # 2\n]\n", "k: [\n  a,  # 1\n  b,  # 2\n  new\n]\n"),
    "flow, closed on a line of its own": ("k: [a, b\n]\n", "k: [a, b, new\n]\n"),
    "JSON": ('k: ["a", "b"]\n', 'k: ["a", "b", "new"]\n'),
}


@pytest.mark.parametrize("before, after", ADDED.values(), ids=ADDED)
def test_an_item_is_added_like_the_others(before: str, after: str) -> None:
    assert edited(before, Put(("k",), ["a", "b", "new"])) == after


REMOVED = {
    "block first": ("k:\n  - gone  # why\n  - a\n  - b\n", "k:\n  - a\n  - b\n"),
    "block middle": ("k:\n  - a\n  # about it\n  - gone\n  - b  # c\n", "k:\n  - a\n  # about it\n  - b  # c\n"),
    "block last": ("k:\n  - a\n  - b\n  - gone\n# z\nz: y\n", "k:\n  - a\n  - b\n# z\nz: y\n"),
    "block last without a final newline": ("k:\n  - a\n  - b\n  - gone", "k:\n  - a\n  - b"),
    "block with CRLF": ("k:\r\n  - a\r\n  - gone\r\n  - b\r\n", "k:\r\n  - a\r\n  - b\r\n"),
    "block with an item of two lines": ("k:\n  - a\n  -\n    gone\n  - b\n", "k:\n  - a\n  - b\n"),
    "flow first": ("k: [gone, a, b]  # c\n", "k: [a, b]  # c\n"),
    "flow middle": ("k: [a, gone, b]\n", "k: [a, b]\n"),
    "flow last": ("k: [ a, b, gone ]\n", "k: [ a, b ]\n"),
    "flow in lines": ("k: [\n  a,  # 1\n  gone,  # 2\n  b  # 3\n]\n", "k: [\n  a,  # 1\n  b  # 3\n]\n"),
    "flow in lines last": ("k: [\n  a,\n  b,  # 2\n  gone\n]\n", "k: [\n  a,\n  b  # 2\n]\n"),
    "flow in lines, last comma": ("k: [\n  a,\n  b,\n  gone,\n]\n", "k: [\n  a,\n  b,\n]\n"),
    "JSON": ('k: ["a", "gone", "b"]\n', 'k: ["a", "b"]\n'),
}


@pytest.mark.parametrize("before, after", REMOVED.values(), ids=REMOVED)
def test_a_removed_item_takes_nothing_along(before: str, after: str) -> None:
    assert edited(before, Put(("k",), ["a", "b"])) == after


CHANGED: dict[str, tuple[str, list[str], str]] = {
    "one text becomes a list": ("k: a  # c\n", ["a", "b"], "k: [a, b]  # c\n"),
    "one quoted text becomes a list": ("k: 'a'\n", ["a", "b"], "k: [a, b]\n"),
    "an empty list is filled": ("k: []  # c\n", ["a", "b"], "k: [a, b]  # c\n"),
    "an empty list with blanks is filled": ("k: [  ]\n", ["a"], "k: [a]\n"),
    "an empty list in lines is filled": ("k: [\n]\nz: y\n", ["a"], "k: [a]\nz: y\n"),
    "an empty value is filled": ("k:  # c\nz: y\n", ["a"], "k: [a]  # c\nz: y\n"),
    "a list is emptied": ("k: [a, b]  # c\n", [], "k: []  # c\n"),
    "a block list is emptied": ("k:  # c\n  - a  # 1\n  - b\nz: y\n", [], "k: []  # c\nz: y\n"),
    "a block list without indent is emptied": ("k:\n- a\nz: y\n", [], "k: []\nz: y\n"),
    "a block list at the end is emptied": ("z: y\nk:\n  - a", [], "z: y\nk: []"),
    "a block list with CRLF is emptied": ("k:\r\n  - a\r\nz: y\r\n", [], "k: []\r\nz: y\r\n"),
    "an empty list stays": ("k: [ ]\n", [], "k: []\n"),
    "items are replaced in place": ("k:\n  - a  # 1\n  - 'b'  # 2\n", ["c", "d"], "k:\n  - c  # 1\n  - 'd'  # 2\n"),
    "flow items are replaced in place": ('k: [a, "b" ]\n', ["c", "d"], 'k: [c, "d" ]\n'),
    "fewer other items": ("k:\n  - a\n  - b\n  - c\n", ["d"], "k:\n  - d\n"),
    "fewer other flow items": ("k: [a, b, c]\n", ["d"], "k: [d]\n"),
    "more other items": ("k:\n  - a\n", ["b", "c"], "k:\n  - b\n  - c\n"),
    "one goes and one comes": ("k:\n  - a  # 1\n  - b\n", ["b", "c"], "k:\n  - b\n  - c\n"),
    "an item that stands twice": ("k: [a, b, a]\n", ["a", "b"], "k: [a, b]\n"),
    "the order changes": ("k: [a, b]  # c\n", ["b", "a"], "k: [b, a]  # c\n"),
    "an item that is null": ("k:\n  - a\n  -\n  - b\n", ["a"], "k: [a]\n"),
    "an item that is a list": ("k:\n  - [a]\n  - b\nz: y\n", ["b"], "k: [b]\nz: y\n"),
    "an item whose text means something": ("k: [a]\n", ["a", "no"], "k: [a, 'no']\n"),
    "the items are numbers": ("k: [1, b]\n", ["1", "b"], "k: [1, b]\n"),
}


@pytest.mark.parametrize("before, items, after", CHANGED.values(), ids=CHANGED)
def test_a_list_becomes_another(before: str, items: list[str], after: str) -> None:
    assert edited(before, Put(("k",), items)) == after


def test_an_item_of_a_list_can_be_set() -> None:
    assert edited("k:\n  - a  # 1\n  - b\n", Put(("k", 0), "c")) == "k:\n  - c  # 1\n  - b\n"


def test_an_empty_item_can_be_set() -> None:
    assert edited("k:\n  -\n  - b\n", Put(("k", 0), "c")) == "k:\n  - c\n  - b\n"


def test_an_item_that_is_a_list_can_be_set() -> None:
    assert edited("k:\n  - - a\n    - b\n  - c\n", Put(("k", 0), "d")) == "k:\n  - d\n  - c\n"


CLOSED_BEHIND = {
    "removed": ("k: [a, b,\n  gone]\nz: y\n", ["a", "b"], "k: [a, b\n  ]\nz: y\n"),
    "removed before a comment": ("k: [a,\n  gone]  # c\nz: y\n", ["a"], "k: [a\n  ]  # c\nz: y\n"),
    "replaced": ("k: [a,\n  gone]\nz: y\n", ["c"], "k: [c\n  ]\nz: y\n"),
}


@pytest.mark.parametrize("before, items, after", CLOSED_BEHIND.values(), ids=CLOSED_BEHIND)
def test_the_bracket_stays_where_the_last_item_before_it_goes(before: str, items: list[str], after: str) -> None:
    assert edited(before, Put(("k",), items)) == after


@pytest.mark.parametrize(
    "before, after", [("k: [a, gone,\n  b]\n", "k: [a,\n  b]\n"), ("k: [a, b, gone,]\n", "k: [a, b,]\n")]
)
def test_a_removed_item_leaves_no_blank_behind(before: str, after: str) -> None:
    assert edited(before, Put(("k",), ["a", "b"])) == after


def test_a_null_in_a_list_is_not_the_text_of_its_word() -> None:
    assert edited("k: [~, b]\n", Put(("k",), ["~", "b"])) == "k: ['~', b]\n"


@pytest.mark.parametrize("text", ["? k\n: - gone\n  - a\nz: y\n", "k:\n  -  # a-b\n    gone\n  - a\n"])
def test_an_item_whose_line_is_not_its_own_stays(text: str) -> None:
    with pytest.raises(Bug, match="nothing was written"):
        edited(text, Put(("k",), ["a"]))


@pytest.mark.parametrize(
    "before, items, after",
    [
        ("k: [\n  a # y, z\n  ,\n  gone # w\n]\n", ["a"], "k: [\n  a # y, z\n  \n]\n"),
        ("k: [\n  a # y, z\n  , gone # w\n]\n", ["a"], "k: [\n  a # y, z\n   # w\n]\n"),
    ],
)
def test_a_comma_on_the_next_line_is_found_behind_a_comment(before: str, items: list[str], after: str) -> None:
    assert edited(before, Put(("k",), items)) == after


@pytest.mark.parametrize("text", ["{a: x" + " " * 25_000 + "}\n", "{a: x" + "\n" * 25_000 + "}\n"])
def test_blanks_before_a_bracket_cost_no_time(text: str) -> None:
    began = time.process_time()
    edited(text, Put(("k",), "new"))
    assert time.process_time() - began < 0.5
