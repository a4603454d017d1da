"""Values that are replaced, and what stays around them."""

import pytest
from document.editing import edited, tree_of
from helpers import LIMITS

from raci_cli.document.edits import Change, Drop, Put, Rekey, edit, expected
from raci_cli.document.nodes import Plain
from raci_cli.errors import Bug

REPLACED = {
    "plain": ("a: x\nb: y\n", "a: new\nb: y\n"),
    "a comment behind a value stays": ("a: x   # why\n", "a: new   # why\n"),
    "a tab behind a value stays": ("a: x\t# why\n", "a: new\t# why\n"),
    "trailing blanks stay": ("a: x  \nb: y\n", "a: new  \nb: y\n"),
    "double quotes stay": ('a: "x"  # c\n', 'a: "new"  # c\n'),
    "single quotes stay": ("a: 'x'\n", "a: 'new'\n"),
    "an escape of the old value goes": ('a: "x\\ty"\n', 'a: "new"\n'),
    "CRLF": ("a: x\r\nb: y\r\n", "a: new\r\nb: y\r\n"),
    "mixed line ends": ("a: x\r\nb: y\nc: z\r\n", "a: new\r\nb: y\nc: z\r\n"),
    "BOM": ("\ufeffa: x\n", "\ufeffa: new\n"),
    "BOM and CRLF": ("\ufeffa: x\r\n", "\ufeffa: new\r\n"),
    "no final newline": ("b: y\na: x", "b: y\na: new"),
    "a value on the next line": ("a:\n  x\nb: y\n", "a:\n  new\nb: y\n"),
    "a value of several lines": ("a: x\n  y\n  z\nb: y\n", "a: new\nb: y\n"),
    "quotes over several lines": ('a: "x\n  y"  # c\nb: y\n', 'a: "new"  # c\nb: y\n'),
    "empty": ("a:\nb: y\n", "a: new\nb: y\n"),
    "empty before a comment": ("a:   # none yet\nb: y\n", "a: new   # none yet\nb: y\n"),
    "empty with trailing blanks": ("a:  \nb: y\n", "a: new  \nb: y\n"),
    "empty at the end of the text": ("b: y\na:", "b: y\na: new"),
    "empty under a quoted key": ('"a":\nb: y\n', '"a": new\nb: y\n'),
    "null": ("a: null  # c\n", "a: new  # c\n"),
    "tilde": ("a: ~\n", "a: new\n"),
    "empty text": ("a: ''\n", "a: 'new'\n"),
    "in a flow mapping": ("{b: y, a: x, c: z}\n", "{b: y, a: new, c: z}\n"),
    "empty in a flow mapping": ("{b: y, a: , c: z}\n", "{b: y, a: new , c: z}\n"),
    "JSON": ('{"a": "x", "b": "y"}\n', '{"a": "new", "b": "y"}\n'),
    "an explicit key": ("? a\n: x  # c\nb: y\n", "? a\n: new  # c\nb: y\n"),
    "between markers": ("---\na: x\n...\n", "---\na: new\n...\n"),
    "behind wide characters": ("名: 前 👩‍💻\na: x # 👩‍💻\n", "名: 前 👩‍💻\na: new # 👩‍💻\n"),
    "literal": ("a: |\n  x\n  y\nb: y\n", "a: new\nb: y\n"),
    "literal that keeps no newline": ("a: |-  # c\n  x\nb: y\n", "a: |-  # c\n  new\nb: y\n"),
    "literal that keeps all": ("a: |+\n  x\n\nb: y\n", "a: new\nb: y\n"),
    "folded": ("a: >\n  x\n  y\n\nb: y\n", "a: new\n\nb: y\n"),
    "folded before a comment": ("a: >-\n  x\n\n# about b\nb: y\n", "a: >-\n  new\n\n# about b\nb: y\n"),
    "a block list": ("a:\n  - x\n  - y\nb: y\n", "a: new\nb: y\n"),
    "a flow list": ("a: [x, y]  # c\nb: y\n", "a: new  # c\nb: y\n"),
    "an empty list": ("a: []\n", "a: new\n"),
    "a block mapping": ("a:\n  k: v\nb: y\n", "a: new\nb: y\n"),
    "a flow mapping": ("a: {k: v}\nb: y\n", "a: new\nb: y\n"),
}


@pytest.mark.parametrize("before, after", REPLACED.values(), ids=REPLACED)
def test_only_the_value_is_replaced(before: str, after: str) -> None:
    assert edited(before, Put(("a",), "new")) == after


@pytest.mark.parametrize("before", [before for name, (before, _) in REPLACED.items() if before.find("...") < 0])
def test_what_is_set_already_is_the_same_text_after_a_second_time(before: str) -> None:
    once = edited(before, Put(("a",), "new"))
    assert edited(once, Put(("a",), "new")) == once


LONGER = {
    "a literal stays a literal": ("a: |\n  x\nb: y\n", "p\n\n  q\n", "a: |\n  p\n\n    q\nb: y\n"),
    "a literal keeps its indent": ("a: |\n      x\nb: y\n", "p\nq\n", "a: |\n      p\n      q\nb: y\n"),
    "a literal without a final newline": ("a: |\n  x\nb: y\n", "p\nq", "a: |-\n  p\n  q\nb: y\n"),
    "a folded text becomes a literal": ("a: >\n  x\n\nb: y\n", "p\nq\n", "a: |\n  p\n  q\n\nb: y\n"),
    "a literal with CRLF": ("a: |\r\n  x\r\nb: y\r\n", "p\nq\n", "a: |\r\n  p\r\n  q\r\nb: y\r\n"),
    "what no literal holds is quoted": ("a: |\n  x\nb: y\n", " p\nq\n", 'a: " p\\nq\\n"\nb: y\n'),
    "a plain text is quoted": ("a: x  # c\n", "p\nq", 'a: "p\\nq"  # c\n'),
    "a deeper literal": ("s:\n  a: |\n    x\n  b: y\n", "p\nq\n", "s:\n  a: |\n    p\n    q\n  b: y\n"),
}


@pytest.mark.parametrize("before, value, after", LONGER.values(), ids=LONGER)
def test_a_text_of_several_lines_stays_readable(before: str, value: str, after: str) -> None:
    path = ("s", "a") if before.startswith("s:") else ("a",)
    assert edited(before, Put(path, value)) == after


REKEYED = {
    "plain": ("t:\n  old: 1  # c\n  b: 2\n", "t:\n  new: 1  # c\n  b: 2\n"),
    "quoted": ("t:\n  'old': 1\n", "t:\n  'new': 1\n"),
    "flow": ('t: {"old": x, b: y}\n', 't: {"new": x, b: y}\n'),
    "with a mapping under it": ("t:\n  old:  # c\n    name: N\n", "t:\n  new:  # c\n    name: N\n"),
    "explicit": ("t:\n  ? old\n  : x\n", "t:\n  ? new\n  : x\n"),
    "before a colon apart": ("t:\n  old : x\n", "t:\n  new : x\n"),
}


@pytest.mark.parametrize("before, after", REKEYED.values(), ids=REKEYED)
def test_a_key_gets_another_name_in_its_place(before: str, after: str) -> None:
    assert edited(before, Rekey(("t", "old"), "new")) == after


def test_a_key_that_reads_as_something_else_is_quoted() -> None:
    assert edited("t:\n  old: x\n", Rekey(("t", "old"), "no")) == "t:\n  'no': x\n"


def test_several_changes_are_made_at_once() -> None:
    before = "a: x  # 1\nb:\n  - p\n  - q  # 2\nc: {k: v}\nd: y\n"
    changes: list[Change] = [
        Put(("a",), "new"),
        Put(("b",), ["p", "q", "r"]),
        Put(("c", "l"), "w"),
        Drop(("d",)),
        Rekey(("c",), "e"),
    ]
    assert edited(before, *changes) == "a: new  # 1\nb:\n  - p\n  - q  # 2\n  - r\ne: {k: v, l: w}\n"


def test_no_change_leaves_the_text() -> None:
    assert edited("a:   x \n\n\n# c\n") == "a:   x \n\n\n# c\n"


PLACELESS: dict[str, tuple[str, Change]] = {
    "the parent is missing": ("a: x\n", Put(("b", "c"), "new")),
    "the parent is a text": ("a: x\n", Put(("a", "c"), "new")),
    "the parent is a list": ("a: [x]\n", Put(("a", "c"), "new")),
    "the index is beyond the list": ("a: [x]\n", Put(("a", 1), "new")),
    "the file is empty": ("# nothing\n", Put(("a",), "new")),
    "the file is a text": ("x\n", Put(("a",), "new")),
    "the dropped key is missing": ("a: x\n", Drop(("b",))),
    "the dropped item is in a list": ("a: [x]\n", Drop(("a", 0))),
    "the renamed key is missing": ("a: x\n", Rekey(("b",), "c")),
    "the renamed item is in a list": ("a: [x]\n", Rekey(("a", 0), "c")),
    "the new name is taken": ("a: x\nb: y\n", Rekey(("a",), "b")),
    "the new text has a forbidden character": ("a: x\n", Put(("a",), Plain("\x1b"))),
    "the new text is no YAML": (
        "a: x\n",
        Put(("a",), Plain("[")),
    ),
    "the new text is something else": ("a: x\n", Put(("a",), Plain("y # z"))),
    "one of two equal keys goes": ("a: x\na: y\n", Drop(("a",))),
}


@pytest.mark.parametrize("text, change", PLACELESS.values(), ids=PLACELESS)
def test_a_change_that_cannot_be_made_is_a_bug_and_nothing_else(text: str, change: Change) -> None:
    with pytest.raises(Bug, match="nothing was written"):
        edited(text, change)


def test_a_bug_names_the_place() -> None:
    with pytest.raises(Bug, match=r"the edit of steps\.x failed") as caught:
        edited("steps:\n  y: z\n", Drop(("steps", "x")))
    assert caught.value.help == "please report this, with the file"


def test_two_changes_of_one_place_are_made_one_after_the_other() -> None:
    assert edited("a: xy\nb: z\n", Put(("a",), "b"), Drop(("a",))) == "b: z\n"
    assert edited("a: xy\nb: z\n", Put(("a",), "c"), Put(("a",), "d")) == "a: d\nb: z\n"


def test_one_of_several_changes_that_cannot_be_made_makes_none() -> None:
    with pytest.raises(Bug, match=r"the edit of c failed"):
        edited("a: x\nb: y\n", Put(("a",), "new"), Drop(("c",)))


def test_a_result_over_a_limit_is_a_bug() -> None:
    tree = tree_of("a: x\n")
    with pytest.raises(Bug, match="nodes"):
        edit(tree, [Put(("b",), [str(n) for n in range(LIMITS.nodes)])], LIMITS)


def test_the_old_tree_stays_as_it_was() -> None:
    tree = tree_of("a: {b: x}\n")
    after = edit(tree, [Put(("a", "b"), "y")], LIMITS)
    assert (tree.source.text, tree.data) == ("a: {b: x}\n", {"a": {"b": "x"}})
    assert after.data == {"a": {"b": "y"}}


def test_expected_data_keep_the_order_of_keys() -> None:
    data = {"a": "x", "b": {"c": "y"}, "d": ["z"]}
    new = expected(data, [Rekey(("a",), "e"), Put(("b", "f"), {"g": ["h"]}), Drop(("d",))])
    assert list(new.items()) == [("e", "x"), ("b", {"c": "y", "f": {"g": ["h"]}})]
    assert list(data) == ["a", "b", "d"]


def test_a_new_name_that_is_taken_by_an_equal_value_is_a_bug() -> None:
    with pytest.raises(Bug):
        edited("a: x\nb: x\n", Rekey(("a",), "b"))


def test_a_key_in_a_file_that_is_null_in_words_is_a_bug() -> None:
    with pytest.raises(Bug):
        edited("~\n", Put(("a",), "new"))


def test_a_text_of_several_lines_can_end_a_file_without_a_final_newline() -> None:
    assert tree_of(edited("b: y", Put(("a",), "p\nq\n"))).data == {"b": "y", "a": "p\nq\n"}
