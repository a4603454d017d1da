"""Where the parts of a tree stand."""

import pytest
from document.editing import tree_of

from raci_cli.findings import Path

TEXT = """\
# head
project:
  name: "é🚀"   # c
  "quoted": 'x'
steps:
  - id: one   # first
    list: [a, {b: c}]
    notes: |
      line

      last
    # a comment below

  - id: two
    empty:
    null: ~

# foot
last: x
"""


def marked(path: Path, at: str = "value", text: str = TEXT) -> str:
    span = tree_of(text).span(path, at)
    return text[span.start : span.end]


@pytest.mark.parametrize(
    "path, value, key",
    [
        (("project", "name"), '"é🚀"', "name"),
        (("project", "quoted"), "'x'", '"quoted"'),
        (("project",), 'name: "é🚀"   # c\n  "quoted": \'x\'', "project"),
        (("steps", 0, "id"), "one", "id"),
        (("steps", 0, "list"), "[a, {b: c}]", "list"),
        (("steps", 0, "list", 0), "a", "a"),
        (("steps", 0, "list", 1), "{b: c}", "{b: c}"),
        (("steps", 0, "list", 1, "b"), "c", "b"),
        (("last",), "x", "last"),
    ],
)
def test_a_part_has_the_place_of_its_value_and_its_key(path: Path, value: str, key: str) -> None:
    assert (marked(path), marked(path, "key")) == (value, key)


def test_a_block_collection_ends_with_its_last_leaf() -> None:
    assert marked(("steps", 1)).endswith("null: ~")
    assert marked(("steps",)).endswith("null: ~")


def test_an_empty_value_has_the_place_of_its_key() -> None:
    assert marked(("steps", 1, "empty")) == "empty"


@pytest.mark.parametrize(
    "path, place",
    [
        (("project", "missing"), "project"),
        (("project", "missing", "deeper"), "project"),
        (("project", "name", "deeper"), "name"),
        (("steps", 0, "missing"), "id: one   # first\n    list: [a, {b: c}]\n    notes: |\n      line\n\n      last\n"),
        (("steps", 5), "steps"),
        (("missing",), "p"),
        ((), "p"),
    ],
)
def test_what_is_missing_has_the_place_of_what_encloses_it(path: Path, place: str) -> None:
    assert marked(path) == place


def test_an_empty_file_is_placed_at_its_start() -> None:
    span = tree_of("# c\n").span(("raci",))
    assert (span.line, span.column) == (1, 1)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_and_columns_count_from_one_in_characters(newline: str) -> None:
    text = f"a: x{newline}名: 👩‍💻 {newline}  y{newline}b: {{é: z}}{newline}"
    spans = [tree_of(text).span(path) for path in (("a",), ("名",), ("b", "é"))]
    places = [(span.line, span.column, span.end_line, span.end_column) for span in spans]
    assert places == [(1, 4, 1, 5), (2, 4, 3, 4), (4, 8, 4, 9)]


def test_a_byte_order_mark_has_no_column() -> None:
    span = tree_of("\ufeffa: x\n").span(("a",), "key")
    assert (span.start, span.line, span.column) == (0, 1, 1)


def test_one_text_is_a_list_of_one() -> None:
    text = "a: x\nb: [y]\n"
    tree = tree_of(text)
    assert marked(("a", 0), text=text) == "x"
    assert marked(("a", 0), "key", text=text) == "a"
    assert marked(("b", 0), text=text) == "y"
    assert marked(("a", 1), text=text) == "a"
    assert (tree.exact(("a", 0)), tree.exact(("b", 0)), tree.exact(("a",))) == (("a",), ("b", 0), ("a",))
    assert tree.exact(()) == ()


def test_the_first_of_two_equal_keys_has_the_place() -> None:
    assert marked(("a",), text="a: x\nb: y\na: z\n") == "x"


def test_finding_goes_as_far_as_there_is_something() -> None:
    tree = tree_of("a: {b: [x]}\n")
    assert [tree.find(path)[2] for path in [("a", "b", 0), ("a", "b", 1), ("a", "c", 0), ("c",), (0,), ()]] == [
        *(3, 2, 1, 0, 0, 0)
    ]
