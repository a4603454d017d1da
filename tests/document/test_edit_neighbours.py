"""A new entry beside another: behind it, before it, in the first place and in the last."""

import pytest
from document.editing import edited, tree_of
from helpers import LIMITS

from raci_cli.document.edits import Put, edit
from raci_cli.document.scalars import Flow
from raci_cli.errors import Bug

NEW = Flow(title="M")
BLOCK = "s:\n  a: 1  # x\n  # between\n  b: 2\n\n  c: 3\n# end\nt: 4\n"
FLOW = "s: {a: 1, b: 2, c: 3}  # x\n"
LINES = "s: {\n  a: 1,\n  b: 2,\n  c: 3\n}\n"

# What stands before the new entry, and the text with it; AFTER and BEFORE name the neighbour.
AFTER: dict[str, tuple[str, str, str]] = {
    "block, first": (BLOCK, "a", BLOCK.replace("# x\n", "# x\n  m: v\n")),
    "block, between": (BLOCK, "b", BLOCK.replace("b: 2\n", "b: 2\n  m: v\n")),
    "block, last": (BLOCK, "c", BLOCK.replace("c: 3\n", "c: 3\n  m: v\n")),
    "block, at the end of the text": ("s:\n  a: 1", "a", "s:\n  a: 1\n  m: v"),
    "block, behind a literal": ("s:\n  a: |\n    x\n\n  b: 2\n", "a", "s:\n  a: |\n    x\n  m: v\n\n  b: 2\n"),
    "block, behind a list": ("s:\n  a:\n  - x  # c\n  b: 2\n", "a", "s:\n  a:\n  - x  # c\n  m: v\n  b: 2\n"),
    "block, behind nothing": ("s:\n  a:  # c\n  b: 2\n", "a", "s:\n  a:  # c\n  m: v\n  b: 2\n"),
    "block, behind brackets over lines": (
        "s:\n  a: {\n    k: v\n  }  # c\n  b: 2\n",
        "a",
        "s:\n  a: {\n    k: v\n  }  # c\n  m: v\n  b: 2\n",
    ),
    "explicit keys": ("s:\n  ? a\n  : 1\n  ? b\n  : 2\n", "a", "s:\n  ? a\n  : 1\n  m: v\n  ? b\n  : 2\n"),
    "flow, first": (FLOW, "a", "s: {a: 1, m: v, b: 2, c: 3}  # x\n"),
    "flow, last": (FLOW, "c", "s: {a: 1, b: 2, c: 3, m: v}  # x\n"),
    "flow, before a blank and a comma": ("s: {a: 1 , b: 2}\n", "a", "s: {a: 1, m: v , b: 2}\n"),
    "flow, the only one": ("s: {a: 1}\n", "a", "s: {a: 1, m: v}\n"),
    "flow, behind nothing": ("s: {a: , b: 2}\n", "b", "s: {a: , b: 2, m: v}\n"),
    "flow over lines, last": (LINES, "c", "s: {\n  a: 1,\n  b: 2,\n  c: 3,\n  m: v\n}\n"),
    "flow over lines, a comma behind the last": (
        "s: {\n  a: 1,\n  b: 2,\n}\n",
        "b",
        "s: {\n  a: 1,\n  b: 2,\n  m: v,\n}\n",
    ),
    "JSON": ('{"s": {"a": "1", "b": "2"}}\n', "a", '{"s": {"a": "1", "m": "v", "b": "2"}}\n'),
}
BEFORE: dict[str, tuple[str, str, str]] = {
    "block, first": (BLOCK, "a", BLOCK.replace("  a:", "  m: v\n  a:")),
    "block, after a comment": (BLOCK, "b", BLOCK.replace("# x\n", "# x\n  m: v\n")),
    "block, after a blank line": (BLOCK, "c", BLOCK.replace("b: 2\n", "b: 2\n  m: v\n")),
    "block, the only one": ("s:\n  a: 1", "a", "s:\n  m: v\n  a: 1"),
    "block, in the file's indent": ("s:\n    a:\n        k: v\n", "a", "s:\n    m: v\n    a:\n        k: v\n"),
    "flow, first": (FLOW, "a", "s: {m: v, a: 1, b: 2, c: 3}  # x\n"),
    "flow, after blanks": ("s: {  a: 1}\n", "a", "s: {  m: v, a: 1}\n"),
    "flow, last": (FLOW, "c", "s: {a: 1, b: 2, m: v, c: 3}  # x\n"),
    "JSON": ('{"s": {"a": "1"}}\n', "a", '{"s": {"m": "v", "a": "1"}}\n'),
}


@pytest.mark.parametrize("before, neighbour, after", AFTER.values(), ids=AFTER)
def test_it_goes_behind_its_neighbour(before: str, neighbour: str, after: str) -> None:
    assert edited(before, Put(("s", "m"), "v", after=neighbour)) == after


@pytest.mark.parametrize("before, neighbour, after", BEFORE.values(), ids=BEFORE)
def test_it_goes_before_its_neighbour(before: str, neighbour: str, after: str) -> None:
    assert edited(before, Put(("s", "m"), "v", before=neighbour)) == after


@pytest.mark.parametrize("before, neighbour, after", AFTER.values(), ids=AFTER)
def test_line_ends_behind_a_neighbour_are_those_of_the_file(before: str, neighbour: str, after: str) -> None:
    change = Put(("s", "m"), "v", after=neighbour)
    assert edited(before.replace("\n", "\r\n"), change) == after.replace("\n", "\r\n")


@pytest.mark.parametrize("before, neighbour, after", BEFORE.values(), ids=BEFORE)
def test_line_ends_before_a_neighbour_are_those_of_the_file(before: str, neighbour: str, after: str) -> None:
    change = Put(("s", "m"), "v", before=neighbour)
    assert edited(before.replace("\n", "\r\n"), change) == after.replace("\n", "\r\n")


ORDERED = {
    "block": ("s:\n  a: 1\n  b: 2\n  c: 3\n", ["m", "a", "b", "c"]),
    "flow": ("s: {a: 1, b: 2, c: 3}\n", ["m", "a", "b", "c"]),
    "flow over lines": (LINES, ["m", "a", "b", "c"]),
}


@pytest.mark.parametrize("text, keys", ORDERED.values(), ids=ORDERED)
def test_each_place_can_be_had(text: str, keys: list[str]) -> None:
    for index in range(4):
        wanted = [*keys[1 : index + 1], "m", *keys[index + 1 :]]
        changes = [Put(("s", "m"), "v", after=wanted[index - 1])] if index else []
        changes += [Put(("s", "m"), "v", before=wanted[index + 1])] if index < 3 else []
        for change in changes:
            assert list(edit(tree_of(text), [change], LIMITS).data["s"]) == wanted


def test_two_at_once_stand_beside_their_neighbours() -> None:
    changes = [Put(("s", "m"), "v", before="a"), Put(("s", "p"), "w", after="b")]
    assert edited(FLOW, *changes) == "s: {m: v, a: 1, b: 2, p: w, c: 3}  # x\n"
    assert list(edit(tree_of(BLOCK), changes, LIMITS).data["s"]) == ["m", "a", "b", "p", "c"]


def test_two_behind_one_neighbour_are_both_there() -> None:
    changes = [Put(("s", "m"), "v", after="a"), Put(("s", "p"), "w", after="a")]
    for text in (BLOCK, FLOW, LINES):
        data = edit(tree_of(text), changes, LIMITS).data["s"]
        assert set(list(data)[1:3]) == {"m", "p"}


@pytest.mark.parametrize("text", [BLOCK, FLOW, LINES])
def test_what_is_there_stays_in_its_place(text: str) -> None:
    assert edited(text, Put(("s", "b"), "v", after="c")) == text.replace("b: 2", "b: v")


@pytest.mark.parametrize("text", [BLOCK, FLOW])
def test_a_neighbour_that_is_not_there_counts_for_nothing(text: str) -> None:
    assert edited(text, Put(("s", "m"), "v", after="z")) == edited(text, Put(("s", "m"), "v"))


def test_a_neighbour_goes_before_the_order() -> None:
    order = ("a", "m", "b", "c")
    assert edited(FLOW, Put(("s", "m"), "v", order, after="b")) == "s: {a: 1, b: 2, m: v, c: 3}  # x\n"
    assert list(edit(tree_of(BLOCK), [Put(("s", "m"), "v", order, after="b")], LIMITS).data["s"]) == [*"abmc"]


def test_a_mapping_beside_mappings_is_written_as_they_are() -> None:
    text = "s:\n  a: {title: A}\n  b: {title: B}\n"
    wanted = text.replace("  b", "  m: {title: M}\n  b")
    assert edited(text, Put(("s", "m"), {"title": "M"}, after="a")) == wanted
    assert edited(text, Put(("s", "m"), NEW, before="b")) == wanted


@pytest.mark.parametrize("change", [Put(("s", "m"), "v", after="a"), Put(("s", "m"), "v", before="b")])
def test_between_lines_in_braces_it_has_a_line_of_its_own(change: Put) -> None:
    assert edited(LINES, change) == LINES.replace("  b", "  m: v,\n  b")


def test_it_goes_before_an_explicit_key() -> None:
    assert list(edit(tree_of("s:\n  ? a\n  : 1\n"), [Put(("s", "m"), "v", before="a")], LIMITS).data["s"]) == [*"ma"]


def test_before_a_key_that_shares_its_line_with_a_dash_nothing_is_put() -> None:
    with pytest.raises(Bug, match="the first key shares its line"):
        edited("s:\n- a: 1\n  b: 2\n", Put(("s", 0, "m"), "v", before="a"))
