"""Text to a tree: what is refused, and what the data are."""

import gc
import time
from contextlib import suppress
from typing import Any

import pytest
from document.editing import tree_of
from helpers import LIMITS, data_of

from raci_cli.document.nodes import Plain, compose
from raci_cli.document.source import Limits, Refused, Source


def refusal(text: str, limits: Limits = LIMITS) -> Refused:
    with pytest.raises(Refused) as caught:
        compose(Source("raci.yaml", text), limits)
    assert "\n" not in caught.value.message
    return caught.value


def where(refused: Refused) -> tuple[str, int, int]:
    return refused.code, refused.span.line, refused.span.column


NOT_YAML = {
    "a: [x\n": (2, 1),
    "a: x\n b: y\n": (2, 3),
    "a: 'x\n": (2, 1),
    "a: {x: y]\n": (1, 9),
    "\ta: x\n": (1, 1),
    "a:\n\tb: x\n": (2, 1),
    "a: `x`\n": (1, 4),
    "a: @x\n": (1, 4),
    'a: "\\q"\n': (1, 5),
    "a: x: y\n": (1, 5),
    "- x\ny: z\n": (2, 1),
    "a: |9999\n  x\n": (1, 6),
    "a: *\n": (1, 5),
    "a: !<x\n": (1, 7),
    "🚀: [é\n": (2, 1),
    "}": (1, 1),
    "'": (1, 2),
    '"\\ud800"': (1, 4),
}


@pytest.mark.parametrize("text, place", NOT_YAML.items())
def test_what_is_not_yaml_is_refused_at_its_place(text: str, place: tuple[int, int]) -> None:
    refused = refusal(text)
    assert where(refused) == ("RACI001", *place)
    assert refused.message.startswith("not YAML: ")


UNSUPPORTED = {
    "an anchor": {
        "a: &x y\n": (1, 4),
        "&x a: y\n": (1, 1),
        "- x\n- &a\n  - y\n": (2, 3),
        "[&a x]": (1, 2),
        "a:\n  &x\n": (2, 3),
    },
    "an alias": {"a: *x\n": (1, 4), "- *x\n": (1, 3), "*x : y\n": (1, 1), "{a: [*x]}": (1, 6)},
    "a tag": {
        "a: !x y\n": (1, 4),
        "a: !!str y\n": (1, 4),
        "a: ! y\n": (1, 4),
        "!!map\na: x\n": (1, 1),
        "- !!python/object/apply:os.system [id]\n": (1, 3),
        "a: !<tag:yaml.org,2002:str> x\n": (1, 4),
        '{"a":!x "y"}': (1, 6),
        "a: !!int '1'": (1, 4),
        "a: !!binary x": (1, 4),
        "? !x a\n: y\n": (1, 3),
        "[\n!x ]": (2, 1),
    },
    "an anchor ": {"a: !x &y z\n": (1, 4), "a: &y !x z\n": (1, 4)},
}


@pytest.mark.parametrize(
    "what, text, place", [(what, text, place) for what, texts in UNSUPPORTED.items() for text, place in texts.items()]
)
def test_a_property_of_a_node_is_refused_at_its_place(what: str, text: str, place: tuple[int, int]) -> None:
    refused = refusal(text)
    assert where(refused) == ("RACI006", *place)
    assert refused.message == f"{what.strip()} is not supported in a project file"
    assert refused.help == "write the value out, or quote it"


@pytest.mark.parametrize(
    "text",
    [
        "R&D",
        "Go!",
        "a * b",
        "a & b",
        "x &y",
        "x !y",
        "x *y",
        "2*3",
        "a-&b",
        "wow!!",
        "'&x'",
        '"*x"',
        "'!t'",
        "a &b *c !d",
    ],
)
def test_a_sign_within_a_text_is_text(text: str) -> None:
    assert data_of(f"a: {text}\n") == {"a": text.strip("'\"")}
    assert data_of(f"# &a *b !c\na: {text}  # &a *b !c\n") == {"a": text.strip("'\"")}


@pytest.mark.parametrize(
    "text, place", [("<<: {a: x}\n", (1, 1)), ("s:\n  a: x\n  <<: y\n", (3, 3)), ("{<<: x}", (1, 2))]
)
def test_a_merge_key_is_refused(text: str, place: tuple[int, int]) -> None:
    assert where(refusal(text)) == ("RACI006", *place)
    assert refusal(text).message == "merge keys are not supported"


@pytest.mark.parametrize("text", ["'<<': x\n", '"<<": x\n', "{'<<': x}\n"])
def test_a_quoted_merge_key_is_a_key(text: str) -> None:
    assert data_of(text) == {"<<": "x"}


@pytest.mark.parametrize(
    "text, place",
    [("a: x\n---\nb: y\n", (2, 1)), ("---\na: x\n...\n---\nb: y\n", (4, 1)), ("--- x\n--- y\n", (2, 1))],
)
def test_a_second_document_is_refused(text: str, place: tuple[int, int]) -> None:
    assert where(refusal(text)) == ("RACI006", *place)
    assert refusal(text).message == "more than one document"


@pytest.mark.parametrize(
    "text, place", [("? [a]\n: x\n", (1, 3)), ("{a: x}: y\n", (1, 1)), ("s:\n  ? - a\n  : x\n", (2, 5))]
)
def test_a_key_that_is_no_text_is_refused(text: str, place: tuple[int, int]) -> None:
    assert where(refusal(text)) == ("RACI006", *place)
    assert refusal(text).message == "a key must be plain text"


@pytest.mark.parametrize(
    "text", ["---\na: x\n", "a: x\n...\n", "---\na: x\n...\n", "# c\n---\na: x\n...\n# c\n", "--- {a: x}\n"]
)
def test_the_markers_of_one_document_are_taken(text: str) -> None:
    assert data_of(text) == {"a": "x"}


def test_a_character_that_no_yaml_has_is_refused_even_where_nobody_looked_before() -> None:
    with pytest.raises(Refused, match="not YAML: ") as caught:
        compose(Source("raci.yaml", "a: x\nb: \x01\n"), LIMITS)
    assert where(caught.value) == ("RACI001", 1, 1)


@pytest.mark.parametrize("text", ["a: x\n", "a: [\n"])
@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(text: str, enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        with suppress(Refused):
            tree_of(text)
        assert gc.isenabled() is enabled
    finally:
        gc.enable()


def nested(kind: str, levels: int) -> str:
    if kind == "block mappings":  # not for many levels: its size is their square
        return "".join(" " * level + "a:\n" for level in range(levels)) + " " * levels + "x\n"
    begin, end = {"block lists": ("- ", ""), "flow lists": ("[", "]"), "flow mappings": ("{a: ", "}")}[kind]
    return begin * levels + "x" + end * levels


@pytest.mark.parametrize("kind", ["block lists", "block mappings", "flow lists", "flow mappings"])
def test_the_depth_is_limited(kind: str) -> None:
    compose(Source("raci.yaml", nested(kind, LIMITS.depth - 1)), LIMITS)
    refused = refusal(nested(kind, LIMITS.depth))
    assert refused.code == "RACI006"
    assert refused.message == "more than 32 levels deep"
    assert refused.span.start > 0


BOMBS = {
    "block lists": nested("block lists", 100_000),
    "block mappings": nested("block mappings", 1_000),
    "flow lists": nested("flow lists", 100_000),
    "flow mappings": nested("flow mappings", 100_000),
    "explicit keys": "? " * 100_000 + "x\n",
    "open lists": "[" * 100_000,
    "open mappings": "{" * 100_000,
    "open mappings with keys": "{a: " * 100_000,
    "lists with an anchor": "[" * 100_000 + "&a",
    "block lists with a tag": "- " * 100_000 + "!x",
    "merges": "a: &a {b: c}\n" + "".join(f"k{n}: {{<<: [{'*a, ' * 100}]}}\n" for n in range(100)),
    "laughs": "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a, *a]\n" for n in range(1000)),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_no_time(text: str) -> None:
    began = time.process_time()
    assert refusal(text).code in ("RACI001", "RACI006")
    assert time.process_time() - began < 3


def test_the_number_of_nodes_is_limited() -> None:
    text = "a: [x, y]\nb: z\n"  # the mapping, two keys, a list, two items, a text
    assert compose(Source("raci.yaml", text), Limits(nodes=7)).data == {"a": ["x", "y"], "b": "z"}
    refused = refusal(text, Limits(nodes=6))
    assert (refused.code, refused.message, refused.help) == (
        "RACI006",
        "more than 6 nodes",
        "RACI_MAX_NODES raises the limit",
    )
    assert refusal("a: R &x\n" + text, Limits(nodes=6)).message == "more than 6 nodes"


def test_a_file_of_many_nodes_is_refused() -> None:
    assert refusal("- x\n" * 100_001).message == "more than 100,000 nodes"


DATA: dict[str, Any] = {
    "": None,
    "# c\n": None,
    "---\n": None,
    "x\n": "x",
    "[]\n": [],
    "a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: ''\ng: 'null'\nh: nUll\n": {
        "a": None,
        "b": None,
        "c": None,
        "d": None,
        "e": None,
        "f": "",
        "g": "null",
        "h": "nUll",
    },
    "a: no\nb: on\nc: 1.10\nd: 12:30\ne: 0x1F\nf: -1\ng: =\n": {
        "a": "no",
        "b": "on",
        "c": "1.10",
        "d": "12:30",
        "e": "0x1F",
        "f": "-1",
        "g": "=",
    },
    "no: x\n1: y\n~: z\n'': w\n": {"no": "x", "1": "y", "~": "z", "": "w"},
    "a: |\n  x\n\n  y\n\nb: >\n  x\n  y\n": {"a": "x\n\ny\n", "b": "x y\n"},
    "a: x\n  y\n\n  z\n": {"a": "x y\nz"},
    'a: "\\u00e9\\x41\\t"\n': {"a": "éA\t"},
    "{a, b: , c: x}\n": {"a": None, "b": None, "c": "x"},
    "- a: x\n  b: [y, {c: z}]\n-\n": [{"a": "x", "b": ["y", {"c": "z"}]}, None],
    "b: x\na: y\n": {"b": "x", "a": "y"},
}


@pytest.mark.parametrize("text, data", DATA.items())
def test_scalars_stay_text_and_keys_in_order(text: str, data: Any) -> None:
    found = data_of(text)
    assert found == data
    assert not isinstance(data, dict) or list(found) == list(data)


@pytest.mark.parametrize(
    "value, is_plain",
    [
        ("true", True),
        ("false", True),
        ("0", True),
        ("010", True),
        ("42", True),
        ("True", False),
        ("'true'", False),
        ('"1"', False),
        ("-1", False),
        ("1.0", False),
        ("yes", False),
        ("2026-01-01", False),
    ],
)
def test_what_may_be_a_number_or_a_flag_is_marked(value: str, is_plain: bool) -> None:
    assert isinstance(data_of(f"a: {value}\n")["a"], Plain) is is_plain


@pytest.mark.parametrize(
    "text, path, place, first",
    [
        ("a: x\nb: y\na: z\n", ("a",), (3, 1), (1, 1)),
        ("a: x\n'a': y\n", ("a",), (2, 1), (1, 1)),
        ('"a": x\na: y\n', ("a",), (2, 1), (1, 1)),
        ("s:\n  - k: x\n    k: y\n", ("s", 0, "k"), (3, 5), (2, 5)),
        ("{é: x, é: y}\n", ("é",), (1, 8), (1, 2)),
        ("1: x\n'1': y\n", ("1",), (2, 1), (1, 1)),
    ],
)
def test_a_repeated_key_is_noted_with_both_places(
    text: str, path: tuple[str | int, ...], place: tuple[int, int], first: tuple[int, int]
) -> None:
    tree = tree_of(text)
    (found,) = tree.repeated
    assert (found[0], (found[1].line, found[1].column), (found[2].line, found[2].column)) == (path, place, first)


def test_a_repeated_key_keeps_its_first_value() -> None:
    tree = tree_of("a: x\na: {b: 1, b: 2}\na: z\n")
    assert tree.data == {"a": "x"}
    assert [(path, span.line) for path, span, _ in tree.repeated] == [(("a",), 2), (("a",), 3)]
