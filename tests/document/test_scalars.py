"""Texts, written so that every reader of YAML takes them for just these texts."""

from typing import Any

import pytest
import yaml
from document.editing import edited, tree_of
from hypothesis import given, settings
from hypothesis import strategies as st

from raci_cli.document.edits import Put
from raci_cli.document.nodes import Plain
from raci_cli.document.scalars import Flow, Value, block, flow, scalar

MEANT_OTHERWISE = """\
no No NO yes on Off y n N true True FALSE null Null NULL ~ = << .nan .NaN .inf -.INF +.inf
0 7 010 0o17 0x1F 0b101 1_000 +1 -1 1.10 1. .5 1e3 12:30 190:20:30 2026-01-01 2026-01-01T10:00:00Z
- ? : -- --- ... , , [ ] { } [] {} & &a * *a ! !t !!int | > |- >+ ' " '' % %x %TAG @ @x ` `x # #x
a: a:b :a ::a a:: -x -.5 ?x "x 'x' {{x}} a,b a]b a[b x#y x? \\ \\n / // . .. _ __ ( $x $ ^ ; < a|b
"""
TEXTS = [
    *MEANT_OTHERWISE.split(),
    *(
        "",
        " ",
        "  ",
        " x",
        "x ",
        "\t",
        "x\t",
        "\tx",
        "x\ty",
        "- x",
        "-\tx",
        "? x",
        ": x",
        "a: b",
        "a:  b",
        "a :b",
        "a :",
    ),
    *("x #y", "x # y", "x\t# y", "# x", "a, b", "[a, b]", "{a: b}", "{a, b}", "a b", "it's", "'it''s'", 'say "x"'),
    *('it\'s "x"', '"', "C:\\x", "\\", "a\\", "100 %", "R&D", "Go!", "a * b", "(x)", "50%", "a@b.example", "x!"),
    *("🚀", "👩‍💻 Anna", "é", "e\u0301", "日本語", "廣瀬", "Ωmega", "עברית", "İ", "ß", "\u00a0", "a\u00a0b", "\u3000"),
    *(
        "\u200b",
        "\u202ex",
        "x\u2028y",
        "\x85",
        "\x07",
        "\x1b[0m",
        "\x7f",
        "\0",
        "\ufeff",
        "\ufeffx",
        "\U0001f600",
        "\ue000",
    ),
    *(
        "a\nb",
        "a\n",
        "\n",
        "\na",
        "a\n\nb",
        "a\r\nb",
        " a\nb",
        "a\n b",
        "a \nb",
        "a\tb\n",
        "a\n\n",
        "# a\nb",
        "--- a\nb\n",
    ),
    *("x" * 300, "word " * 60 + "end"),
]


def read(text: str) -> Any:
    """What another reader takes it for."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


@pytest.mark.parametrize("style", ["", "'", '"'])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_reads_back_as_that_text(text: str, style: str) -> None:
    written = scalar(text, style)
    assert "\n" not in written
    assert read(f"k: {written}\n") == {"k": text}
    assert read(f"k: {written}  # c\n") == {"k": text}
    assert read(f"- {written}\n") == [text]
    assert read(f"[{written}, {{k: {written}}}]\n") == [text, {"k": text}]
    assert read(f"{written}: x\n" if len(text) < 128 else f"? {written}\n: x\n") == {text: "x"}
    assert tree_of(f"k: {written}\n").data == {"k": text}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "before", ["k: x\n", "k: 'x'\n", 'k: "x"\n', "k: |\n  x\n", "k:\n", "{k: x}\n", "s: x\n", "k: [x]\n"]
)
def test_an_edit_writes_the_very_text(before: str, text: str) -> None:
    assert read(edited(before, Put(("k",), text)))["k"] == text


@pytest.mark.parametrize("text", TEXTS)
def test_a_list_and_a_mapping_hold_the_very_text(text: str) -> None:
    value: Value = {"one": text, "two": [text, "x"], "three": Flow({"four": text})}
    lines = block("k", value, 2)
    assert all("\n" not in line for line in lines)
    assert read("\n".join(lines) + "\n") == {"k": {"one": text, "two": [text, "x"], "three": {"four": text}}}
    assert read("k: " + flow(value)) == {"k": {"one": text, "two": [text, "x"], "three": {"four": text}}}


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "Ana",
        "Ana Ortiz",
        "it",
        "in-progress",
        "R&D",
        "Go!",
        "it's",
        "Acme (Berlin)",
        "a@b.example",
        "廣瀬",
        "é",
        "a/b",
    ],
)
def test_an_ordinary_text_has_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "style, text, written",
    [
        ("'", "x", "'x'"),
        ("'", "it's", "'it''s'"),
        ('"', "x", '"x"'),
        ('"', 'a "b"', '"a \\"b\\""'),
        ("'", "a\tb", '"a\\tb"'),
        ("", "a\x07b", '"a\\u0007b"'),
        ("", "a\U000e0001b", '"a\\U000E0001b"'),
        ("", "no", "'no'"),
        ("|", "x", "x"),
        ('"', Plain("2026-12-01"), '"2026-12-01"'),
        ("", Plain("2026-12-01"), "2026-12-01"),
        ("", Plain("true"), "true"),
    ],
)
def test_the_style_asked_for_is_kept_where_it_can_be(style: str, text: str, written: str) -> None:
    assert scalar(text, style) == written


@pytest.mark.parametrize(
    "value, lines",
    [
        ("a\nb\n", ["k: |", "  a", "  b"]),
        ("a\n\nb", ["k: |-", "  a", "", "  b"]),
        ("a\n b\n", ["k: |", "  a", "   b"]),
        (" a\nb", ['k: " a\\nb"']),
        ("a \nb", ['k: "a \\nb"']),
        ("\na", ['k: "\\na"']),
        ("a\n\n", ['k: "a\\n\\n"']),
        ({}, ["k: {}"]),
        ([], ["k: []"]),
        ({"a": "x", "b": {"c": ["z"]}}, ["k:", "  a: x", "  b:", "    c: [z]"]),
        ({"a": "x\n\ny\n"}, ["k:", "  a: |", "    x", "", "    y"]),
        (Flow({"a": "x", "b": ["w", "z"]}), ["k: {a: x, b: [w, z]}"]),
    ],
)
def test_a_value_has_the_lines_a_person_would_write(value: Value, lines: list[str]) -> None:
    assert block("k", value, 2) == lines


def test_a_level_has_the_width_asked_for() -> None:
    assert block("k", {"a": {"b": "x"}}, 4) == ["k:", "    a:", "        b: x"]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.sampled_from(["", "'", '"']))
def test_any_text_reads_back(text: str, style: str) -> None:
    written = scalar(text, style)
    assert read(f"[{written}]\n") == [text]
    assert tree_of(f"k: {written}\n").data == {"k": text}
