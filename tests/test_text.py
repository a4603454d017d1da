"""Text from outside made fit to be shown, and the small words of messages."""

import json
import re

import pytest
from hostile import HOSTILE, acts
from hypothesis import example, given
from hypothesis import strategies as st

from raci_cli.text import (
    LONGEST_NAME,
    Look,
    count,
    did_you_mean,
    escape,
    json_text,
    listed,
    markdown,
    nearest,
    quoted,
    short,
    unpainted,
    visible,
)

ANY_TEXT = st.text(st.characters(), max_size=40)
LIKE_COMMANDS = st.text(st.sampled_from("#:[v s o\u200b\t"), max_size=12)


@pytest.mark.parametrize(
    "character, spelling",
    [("\n", "\\n"), ("\t", "\\t"), ("\x1b", "\\x1b"), ("\u202e", "\\u202e"), ("\U000e0041", "\\U000e0041")],
)
def test_a_character_has_a_visible_spelling(character: str, spelling: str) -> None:
    assert escape(character) == spelling
    assert visible(f"a{character}b") == f"a{spelling}b"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "plain",
            "Zoë Müller",
            "漢字",
            "한국어",
            "العربية",
            "e\u0301",
            "👩\u200d👩\u200d👧",
            "🇩🇪",
            "a: b",
            "# x",
            "#[x]",
        ),
        *(
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "x::y",
            "a ::error::",
            "## heading",
            "##x[",
            "C:\\new",
            "\\n",
            "no\u00a0break",
            "[red]x[/red]",
        ),
    ],
)
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    "text, shown",
    [
        ("a\r\nb", "a\\r\\nb"),
        ("\x00\x7f\x80\x9f", "\\x00\\x7f\\x80\\x9f"),
        ("\ud800", "\\ud800"),
        ("\ufeffx\u00ad", "\\ufeffx\\xad"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("::error::x", "\\x3a:error::x"),
        ("  ::error::x", "  \\x3a:error::x"),
        ("::", "\\x3a:"),
        ("##[error]x", "\\x23#[error]x"),
        ("a ##vso[x]", "a \\x23#vso[x]"),
        ("##VsO[x]", "\\x23#VsO[x]"),
        ("##teamcity[x]", "\\x23#teamcity[x]"),
        ("###[x]", "#\\x23#[x]"),
        ("##[##[", "\\x23#[\\x23#["),
    ],
)
def test_what_acts_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_acts_once_it_is_visible(text: str) -> None:
    assert acts(visible(text)) == []
    assert "\n" not in visible(text)


@given(st.one_of(ANY_TEXT, LIKE_COMMANDS))
@example("##\u200b[")
@example("\u200b::x")
@example("#\u00ad#[")
def test_visible_text_never_acts(text: str) -> None:
    shown = visible(text)
    assert acts(shown) == []
    assert not re.search("[\x00-\x1f\x7f-\x9f]", shown)
    assert not shown.lstrip().startswith("::")
    shown.encode("utf-8")


@given(st.one_of(ANY_TEXT, LIKE_COMMANDS))
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(st.characters(categories=("L", "N", "Zs", "P"), exclude_characters="#:\u115f\u1160\u3164\uffa0")))
def test_letters_figures_and_stops_are_left_alone(text: str) -> None:
    assert visible(text) == text


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3)))
@example("##[error]##vso[x]##teamcity[y]")
@example({"##[": ["\x7f", "\u2028"]})
def test_json_comes_back_and_acts_on_nothing(data: object) -> None:
    text = json_text(data)
    assert json.loads(text) == data
    assert acts(text) == []
    assert text.isascii()
    assert text.endswith("\n")


def test_json_is_indented_in_the_order_given() -> None:
    assert json_text({"b": 1, "a": [True, None]}) == '{\n  "b": 1,\n  "a": [\n    true,\n    null\n  ]\n}\n'


def test_json_without_an_indent_is_one_line() -> None:
    assert json_text({"b": ["##[x]", "\x7f\n"]}, indent=None) == '{"b": ["\\u0023#[x]", "\\u007f\\n"]}\n'


@pytest.mark.parametrize(
    "text, shown",
    [
        ("plain words, 3 of 4", "plain words, 3 of 4"),
        ("a|b`c", "a\\|b\\`c"),
        ("[x](y) <b>", "\\[x\\](y) \\<b\\>"),
        ("snake_case _em_", "snake_case \\_em\\_"),
        ("@ana #1", "@<!-- -->ana #<!-- -->1"),
        ("1. x", "1\\. x"),
        ("a.yaml:100:5", "a.yaml\\:100:5"),
        ("two\nlines", "two\\\\nlines"),
        ("    no code", "&#32;   no code"),
        ("   x", "   x"),
        ("::error::x", "\\\\x3a\\:error::x"),
    ],
)
def test_markdown_shows_what_it_would_act_on(text: str, shown: str) -> None:
    assert markdown(text) == shown


def test_a_long_text_is_cut_with_a_sign() -> None:
    assert short("x" * LONGEST_NAME) == "x" * LONGEST_NAME
    assert short("x" * (LONGEST_NAME + 1)) == "x" * (LONGEST_NAME - 1) + "…"
    assert short("abcdef", 4) == "abc…"
    assert quoted("y" * 99) == f"'{'y' * (LONGEST_NAME - 1)}…'"
    assert quoted("it's") == "'it's'"


@pytest.mark.parametrize(
    "word, known, expected",
    [
        ("anna", ["ana", "bob"], "ana"),
        ("ANA", ["ana", "bob"], "ana"),
        ("bob", ["Ana", "BOB"], "BOB"),
        ("zzz", ["ana", "bob"], None),
        ("ana", [], None),
        ("", ["ana"], None),
        ("accountible", ["accountable", "consulted"], "accountable"),
        ("x" * 500, ["x" * 499], None),
        ("abx", ["axb", "aby", "abxx"], "abxx"),
        ("abx", ["aby", "abz"], "aby"),
        ("abcd", ["xbcd", "abcx"], "abcx"),
    ],
)
def test_the_nearest_word_is_what_was_meant(word: str, known: list[str], expected: str | None) -> None:
    assert nearest(word, known) == expected
    assert did_you_mean(word, known) == (f"did you mean {expected}?" if expected else "")


def test_words_are_listed() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    "number, plural, said",
    [(0, "", "0 steps"), (1, "", "1 step"), (2, "", "2 steps"), (1, "staves", "1 step"), (3, "staves", "3 staves")],
)
def test_things_are_counted(number: int, plural: str, said: str) -> None:
    assert count(number, "step", plural) == said


def test_the_plainest_look_paints_and_bounds_nothing() -> None:
    look = Look()
    assert (look.paint("error", "x"), look.width, look.ascii_only) == ("x", None, False)
    assert unpainted("error", "x") == "x"
