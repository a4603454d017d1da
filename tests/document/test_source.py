"""Bytes to text: what is refused, where, and how places are counted."""

import pytest
from helpers import LIMITS

from raci_cli.document.source import MAX_BYTES, MAX_DEPTH, MAX_NODES, Limits, Refused, Source, decode
from raci_cli.errors import UsageError
from raci_cli.findings import Span


def refusal(data: bytes, limits: Limits = LIMITS) -> tuple[str, int, int]:
    with pytest.raises(Refused) as caught:
        decode("raci.yaml", data, limits)
    assert "\n" not in caught.value.message
    assert caught.value.help
    return caught.value.code, caught.value.span.line, caught.value.span.column


@pytest.mark.parametrize(
    "data, line, column",
    [
        (b"\xff", 1, 1),
        (b"a: x\nb: \xe9\n", 2, 4),
        (b"a: \xc3\xa9\xff\n", 1, 5),
        (b"a: \xf0\x9f\x9a\x80 \xc3", 1, 6),
        (b"a: \xed\xa0\x80\n", 1, 4),
        (b"a: \xc0\x80\n", 1, 4),
        (b"\xef\xbb\xbfa: \xff\n", 1, 4),
        ("a: x\n".encode("utf-16"), 1, 1),
        ("a: é\n".encode("latin-1"), 1, 4),
    ],
)
def test_what_is_not_utf_8_is_refused_at_its_place(data: bytes, line: int, column: int) -> None:
    assert refusal(data) == ("RACI001", line, column)


@pytest.mark.parametrize(
    "character",
    [
        *("\0", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x0e", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9b", "\x9f"),
        *("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff"),
    ],
)
@pytest.mark.parametrize(
    "before, line, column", [("", 1, 1), ("a: x\nb: é🚀", 2, 6), ("a: x\r\n# ", 2, 3), ('a: "', 1, 5)]
)
def test_a_character_that_breaks_lines_or_outputs_is_refused(
    before: str, line: int, column: int, character: str
) -> None:
    data = "\ufeff" + before + character + "z\n"
    assert refusal(data.encode()) == ("RACI001", line, column)


@pytest.mark.parametrize("text, column", [("a: x\rb: y\n", 5), ("a: x\r", 5), ("a: x\r\r\n", 5), ("\ra: x", 1)])
def test_a_lone_carriage_return_is_refused(text: str, column: int) -> None:
    assert refusal(text.encode()) == ("RACI001", 1, column)


def test_a_refused_character_is_named_and_never_shown() -> None:
    with pytest.raises(Refused) as caught:
        decode("raci.yaml", b"a: \x1b[31m", LIMITS)
    assert caught.value.message == "the character \\x1b is not allowed in a project file"
    assert caught.value.help == "delete it, or write it as an escape in double quotes"


@pytest.mark.parametrize(
    "text, line",
    [("%YAML 1.1\n---\na: x\n", 1), ("# c\n%TAG ! !\n", 2), ("a: |\n  x\n%\n", 3), ("a: x\r\n%FOO\r\n", 2)],
)
def test_a_directive_is_refused(text: str, line: int) -> None:
    assert refusal(text.encode()) == ("RACI006", line, 1)


@pytest.mark.parametrize("text", ["a: 50 %\n", " %x\n", "a: '%'\n", "# %YAML\n", "a: |\n  %x\n"])
def test_a_percent_sign_within_a_line_is_text(text: str) -> None:
    assert decode("raci.yaml", text.encode(), LIMITS).text == text


def test_a_million_directives_are_refused_at_the_first() -> None:
    assert refusal(b"%TAG ! x\n" * 100_000) == ("RACI006", 1, 1)


@pytest.mark.parametrize(
    "text", ["", "a: x", "a: x\n", "a: x\r\n", "a: x\r\nb: y\n", "\ta: x\n", "名: 👩‍💻\n", "\u200b\u202e"]
)
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_any_other_text_is_kept_byte_for_byte(text: str, bom: str) -> None:
    source = decode("raci.yaml", (bom + text).encode(), LIMITS)
    assert (source.text, source.bom) == (text, bool(bom))
    assert source.encode() == (bom + text).encode()


def test_only_one_byte_order_mark_is_taken_off() -> None:
    assert refusal("\ufeff\ufeffa: x".encode()) == ("RACI001", 1, 1)


def test_the_size_is_limited_in_bytes() -> None:
    limits = Limits(size=10)
    assert decode("raci.yaml", "a: ééé1".encode(), limits).text == "a: ééé1"
    assert refusal("a: ééé12".encode(), limits) == ("RACI006", 1, 1)
    assert refusal(b"\xff" * 11, limits) == ("RACI006", 1, 1)


def test_the_limits_are_those_of_the_format() -> None:
    assert (MAX_BYTES, MAX_NODES, MAX_DEPTH) == (1 << 20, 100_000, 32)
    assert Limits.from_environment() == Limits(1 << 20, 100_000, 32)


def test_the_environment_raises_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RACI_MAX_BYTES", "5000000")
    monkeypatch.setenv("RACI_MAX_NODES", "7")
    assert Limits.from_environment() == Limits(5_000_000, 7, 32)


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RACI_MAX_BYTES", "")
    assert Limits.from_environment() == Limits()


@pytest.mark.parametrize("value", ["x", "-1", "0", "000", "1.5", "1e6", " 1", "1_000", "٣", "1" * 16, "0x10", "\n1"])
@pytest.mark.parametrize("variable", ["RACI_MAX_BYTES", "RACI_MAX_NODES"])
def test_a_limit_that_is_no_number_is_a_usage_error(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError, match=f"{variable} is no positive number"):
        Limits.from_environment()


def test_lines_end_with_a_line_feed_alone_and_columns_count_characters() -> None:
    source = Source("raci.yaml", "ab\r\n👩‍💻é\u200b\n\nx")
    places = [source.place(index) for index in range(len(source.text) + 1)]
    assert places == [
        *((1, column) for column in range(1, 5)),
        *((2, column) for column in range(1, 7)),
        (3, 1),
        (4, 1),
        (4, 2),
    ]


@pytest.mark.parametrize("number, line", [(0, ""), (1, "ab"), (2, "é"), (3, ""), (4, "x"), (5, ""), (-1, "")])
def test_a_line_has_no_line_end(number: int, line: str) -> None:
    assert Source("raci.yaml", "ab\r\né\n\nx").line(number) == line


def test_a_span_ends_behind_its_last_character() -> None:
    source = Source("raci.yaml", "ab\nc")
    assert source.span(1, 4) == Span(1, 4, 1, 2, 2, 2)
    assert source.span(1) == Span(1, 2, 1, 2, 1, 3)
    assert source.span(4) == Span(4, 4, 2, 2, 2, 2)


@pytest.mark.parametrize(
    "text, is_project",
    [
        ("raci: 1\n", True),
        ("# c\nraci: 1\n", True),
        ("'raci': 1\n", True),
        ('{"raci": 1}\n', True),
        ('{\n  "raci" : 1}\n', True),
        ("raci:\n", True),
        ("root:x:0:0\n", False),
        ("# raci: 1\n", False),
        ("miracle: raci: 1\n", False),
        ("", False),
    ],
)
def test_a_project_file_is_known_by_its_first_key(text: str, is_project: bool) -> None:
    assert Source("raci.yaml", text).is_project is is_project
