"""Keys that are put in and taken out, in the style of what stands around them."""

import pytest
from document.editing import edited

from raci_cli.document.edits import Put
from raci_cli.document.nodes import Plain

ORDER = ("a", "b", "c", "d", "e")
NEW_KEYS = {
    "behind the nearest one before it": ("a: x\nb: y\ne: z\n", "a: x\nb: y\nc: new\ne: z\n"),
    "behind one that is not next to it": ("e: z\na: x\nf: y\n", "e: z\na: x\nc: new\nf: y\n"),
    "at the end where none is before it": ("e: z\nf: y\n", "e: z\nf: y\nc: new\n"),
    "behind a comment of its line": ("b: y  # why\ne: z\n", "b: y  # why\nc: new\ne: z\n"),
    "before the blank line that follows": ("b: y\n\ne: z\n", "b: y\nc: new\n\ne: z\n"),
    "before the comment that follows": ("b: y\n# about e\ne: z\n", "b: y\nc: new\n# about e\ne: z\n"),
    "behind a list": ("b:\n  - x\n  - y  # c\ne: z\n", "b:\n  - x\n  - y  # c\nc: new\ne: z\n"),
    "behind a list without indent": ("b:\n- x\n- y\ne: z\n", "b:\n- x\n- y\nc: new\ne: z\n"),
    "behind a mapping": ("b:\n  k:\n    l: m\ne: z\n", "b:\n  k:\n    l: m\nc: new\ne: z\n"),
    "behind a list of several lines": ("b: [x,\n  y]  # c\ne: z\n", "b: [x,\n  y]  # c\nc: new\ne: z\n"),
    "behind a literal": ("b: |\n  x\n\n  y\n\ne: z\n", "b: |\n  x\n\n  y\nc: new\n\ne: z\n"),
    "behind a literal that ends in blanks": ("b: |\n  x\n    \n \ne: z\n", "b: |\n  x\n    \nc: new\n \ne: z\n"),
    "behind a literal that keeps all": ("b: |+\n  x\n\ne: z\n", "b: |+\n  x\n\nc: new\ne: z\n"),
    "behind an empty literal": ("b: |\ne: z\n", "b: |\nc: new\ne: z\n"),
    "behind a folded text": ("b: >-\n  x\n  y\n\ne: z\n", "b: >-\n  x\n  y\nc: new\n\ne: z\n"),
    "behind an empty value": ("b:\ne: z\n", "b:\nc: new\ne: z\n"),
    "behind an empty value with a comment": ("b:  # none\ne: z\n", "b:  # none\nc: new\ne: z\n"),
    "behind an explicit key": ("? b\n: y\ne: z\n", "? b\n: y\nc: new\ne: z\n"),
    "CRLF": ("b: y\r\ne: z\r\n", "b: y\r\nc: new\r\ne: z\r\n"),
    "the line end of the line before": ("b: y\r\ne: z\n", "b: y\r\nc: new\r\ne: z\n"),
    "no final newline": ("a: x\nb: y", "a: x\nb: y\nc: new"),
    "no final newline and CRLF": ("a: x\r\nb: y", "a: x\r\nb: y\r\nc: new"),
    "one line alone": ("b: y", "b: y\nc: new"),
    "before an end marker": ("---\nb: y\n...\n", "---\nb: y\nc: new\n...\n"),
    "BOM": ("\ufeffb: y\n", "\ufeffb: y\nc: new\n"),
    "flow": ("{b: y}\n", "{b: y, c: new}\n"),
    "flow with blanks": ("{ b: y }\n", "{ b: y, c: new }\n"),
    "flow with a last comma": ("{b: y,}\n", "{b: y, c: new,}\n"),
    "flow that ends in an empty value": ("{a: x, b: }\n", "{a: x, b: , c: new}\n"),
    "flow that ends in a quoted key alone": ('{a: x, "b":}\n', '{a: x, "b":, c: new}\n'),
    "flow that ends in an empty value and a comma": ("{a: x, b: ,}\n", "{a: x, b: , c: new,}\n"),
    "flow that ends in a bare key": ("{a: x, b}\n", "{a: x, b, c: new}\n"),
    "an empty mapping": ("{}\n", "{c: new}\n"),
    "an empty mapping with blanks": ("{  }  # c\n", "{c: new}  # c\n"),
    "an empty mapping with a comment": ("{ # none yet\n}\n", "{ # none yet\nc: new}\n"),
    "JSON": ('{"b": "y"}\n', '{"b": "y", "c": "new"}\n'),
    "JSON in lines": ('{\n  "b": "y"\n}\n', '{\n  "b": "y",\n  "c": "new"\n}\n'),
    "flow in lines with a last comma": ("{\n  b: y,  # c\n}\n", "{\n  b: y,  # c\n  c: new,\n}\n"),
    "flow in lines with a comment": ("{\n  b: y  # c\n}\n", "{\n  b: y,  # c\n  c: new\n}\n"),
    "flow in lines, CRLF": ("{\r\n  b: y\r\n}\r\n", "{\r\n  b: y,\r\n  c: new\r\n}\r\n"),
}


@pytest.mark.parametrize("before, after", NEW_KEYS.values(), ids=NEW_KEYS)
def test_a_new_key_goes_where_a_person_would_put_it(before: str, after: str) -> None:
    assert edited(before, Put(("c",), "new", ORDER)) == after


UNDER = {
    "an empty mapping": ("s: {}  # none\n", "s: {k: new}  # none\n"),
    "a short mapping": ("s: {n: x}  # c\nz: y\n", "s: {n: x, k: new}  # c\nz: y\n"),
    "a mapping": ("s:\n  n: x  # c\nz: y\n", "s:\n  n: x  # c\n  k: new\nz: y\n"),
    "a mapping with a wide indent": ("s:\n      n: x\nz: y\n", "s:\n      n: x\n      k: new\nz: y\n"),
    "a mapping that begins on the line of its dash": ("s:\n  - n: x\n", "s:\n  - n: x\n    k: new\n"),
}


@pytest.mark.parametrize("before, after", UNDER.values(), ids=UNDER)
def test_a_new_key_goes_under_its_parent(before: str, after: str) -> None:
    path: tuple[str | int, ...] = ("s", 0, "k") if "- n" in before else ("s", "k")
    assert edited(before, Put(path, "new")) == after


UNDER_NOTHING = {
    "block": ("p:\n  n: x\ns:\nz: y\n", "p:\n  n: x\ns:\n  k: new\nz: y\n"),
    "with a comment": ("s:  # none\nz: y\n", "s:  # none\n  k: new\nz: y\n"),
    "in a file with wide indents": ("p:\n    n: x\ns:\n", "p:\n    n: x\ns:\n    k: new\n"),
    "at the end": ("z: y\ns:", "z: y\ns:\n  k: new"),
    "in flow": ("{z: y, s: }\n", "{z: y, s: {k: new} }\n"),
}


@pytest.mark.parametrize("before, after", UNDER_NOTHING.values(), ids=UNDER_NOTHING)
def test_a_new_key_goes_under_an_empty_parent(before: str, after: str) -> None:
    assert edited(before, Put(("s", "k"), "new")) == after


@pytest.mark.parametrize("null", ["null", "~"])
def test_a_new_key_goes_under_a_parent_that_is_null_in_words(null: str) -> None:
    assert edited(f"s: {null}  # c\nz: y\n", Put(("s", "k"), "new")) == "s: {k: new}  # c\nz: y\n"


def test_a_number_and_a_date_are_written_without_quotes() -> None:
    assert edited("a: x\n", Put(("m",), Plain("3")), Put(("d",), Plain("2026-12-01"))) == "a: x\nm: 3\nd: 2026-12-01\n"


def test_keys_at_one_place_keep_their_order() -> None:
    changes = [Put((key,), "new", ORDER) for key in ("c", "d")]
    assert edited("a: x\nb: y\nf: z\n", *changes) == "a: x\nb: y\nc: new\nd: new\nf: z\n"
