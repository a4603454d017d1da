"""Files that end with a text of several lines, and without a line break: both stay as they are."""

import pytest
from document.editing import edited

from raci_cli.document.edits import Drop, Put

TEXT = "s:\n  a: 1\n  n: |  # why\n    one"
# What the literal says of its end, and what it says when something follows.
MARKS = {"|": "|-", "|+": "|-", "|-": "|-", ">": ">-", "|4": "|4-", "|4+": "|4-"}


@pytest.mark.parametrize("mark, new", MARKS.items(), ids=MARKS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_literal_without_its_line_break_says_so_when_lines_follow(mark: str, new: str, newline: str) -> None:
    text = TEXT.replace("|", mark).replace("    ", "      ").replace("\n", newline)
    wanted = text.replace(mark, new) + f"{newline}  m: v"
    assert edited(text, Put(("s", "m"), "v")) == wanted
    assert edited(text, Put(("s", "m"), "v", after="n")) == wanted


def test_several_lines_can_follow_at_once() -> None:
    assert edited(TEXT, Put(("s", "m"), "v"), Put(("s", "o"), "w")) == TEXT.replace("|", "|-") + "\n  m: v\n  o: w"


def test_an_item_of_a_list_says_so_too() -> None:
    assert edited("s:\n- a\n- |\n  b", Put(("s",), ["a", "b", "c"])) == "s:\n- a\n- |-\n  b\n- c"


def test_a_literal_before_a_comment_has_its_line_break() -> None:
    text = "s:\n  n: |\n    one\n    # no comment\n   # about n"
    assert edited(text, Put(("s", "m"), "v")) == text + "\n  m: v"


VALUES = {
    "a word": ("two", "  n: two  # why"),
    "two lines": ("two\nthree", "  n: |-  # why\n    two\n    three"),
    "a line with an end": ("two\n", '  n: "two\\n"  # why'),
    "lines with an end": ("two\nthree\n", '  n: "two\\nthree\\n"  # why'),
    "a list": (["x"], "  n: [x]  # why"),
}


@pytest.mark.parametrize("value, wanted", VALUES.values(), ids=VALUES)
def test_what_replaces_the_literal_does_not_end_its_line_either(value: str, wanted: str) -> None:
    assert edited(TEXT, Put(("s", "n"), value)) == f"s:\n  a: 1\n{wanted}"
    assert edited(TEXT + "\n", Put(("s", "n"), value)).endswith("\n")


def test_a_literal_that_says_so_keeps_its_mark() -> None:
    text = TEXT.replace("|", "|-")
    assert edited(text, Put(("s", "n"), "two")) == text.replace("one", "two")
    assert edited(text, Put(("s", "m"), "v")) == text + "\n  m: v"


def test_what_is_left_when_the_literal_goes_has_no_end() -> None:
    assert edited(TEXT, Drop(("s", "n"))) == "s:\n  a: 1"
