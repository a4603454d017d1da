"""Kinds of values: what each takes, and what it says of what it does not."""

import datetime
from typing import Any

import pytest
from helpers import data_of

from raci_cli.document.nodes import Plain
from raci_cli.findings import Finding
from raci_cli.model.containers import ListOf, MapOf, Record, TextOr, nullable
from raci_cli.model.fields import Choice, Date, Flag, Kind, Notes, Reference, Text, Whole, is_id
from raci_cli.model.format import SchemeKind

TEXT, LINES, ID, DATE, FLAG, WHOLE = Text("d"), Text("d", lines=True), Reference("d"), Date("d"), Flag("d"), Whole("d")
COLOUR = Choice("d", ("red", "green", "amber"))
IDS, ONE_OR_MORE = ListOf("d", ID), ListOf("d", ID, single=True)
DAYS = MapOf("d", DATE)
TEAM = Record("d", {"name": TEXT, "lead": ID, "size": WHOLE}, ("name",))
SHORT = TextOr("name", TEAM)


def read(kind: Kind, data: Any) -> tuple[Any, list[Finding]]:
    notes = Notes()
    return kind.read(data, ("top", "key"), notes), notes.findings


TAKEN: list[tuple[Kind, Any, Any]] = [
    (TEXT, "x", "x"),
    (TEXT, " x\t", " x\t"),
    (TEXT, Plain("5"), "5"),
    (TEXT, Plain("true"), "true"),
    (LINES, "x\n\ny\n", "x\n\ny\n"),
    (ID, "no such id!", "no such id!"),
    (DATE, "2028-02-29", datetime.date(2028, 2, 29)),
    (FLAG, Plain("true"), True),
    (FLAG, Plain("false"), False),
    (WHOLE, Plain("0"), 0),
    (WHOLE, Plain("9999"), 9999),
    (COLOUR, "red", "red"),
    (IDS, ["a", "b"], ("a", "b")),
    (IDS, [], ()),
    (ONE_OR_MORE, "a", ("a",)),
    (ONE_OR_MORE, ["a", "b"], ("a", "b")),
    (DAYS, {"a": "2026-01-01"}, {"a": datetime.date(2026, 1, 1)}),
    (DAYS, {}, {}),
    (TEAM, {"name": "N", "lead": None}, {"name": "N"}),
    (SHORT, "N", {"name": "N"}),
    (SHORT, {"name": "N", "lead": "a"}, {"name": "N", "lead": "a"}),
]


@pytest.mark.parametrize("kind, data, value", TAKEN)
def test_a_kind_takes_its_values(kind: Kind, data: Any, value: Any) -> None:
    found, findings = read(kind, data)
    assert (found, findings) == (value, [])
    assert type(found) is type(value)


REFUSED: list[tuple[Kind, Any, str]] = [
    (TEXT, None, "must be text, not empty"),
    (TEXT, ["x"], "must be text, not a list"),
    (TEXT, {"x": "y"}, "must be text, not a mapping"),
    (TEXT, "", "must not be empty"),
    (TEXT, " \t\u3000", "must not be empty"),
    (TEXT, "x\ny", "must not contain the control character \\n"),
    (TEXT, "x\x1by", "must not contain the control character \\x1b"),
    (TEXT, "x\u2028y", "must not contain the control character \\u2028"),
    (LINES, "x\x07\ny", "must not contain the control character \\x07"),
    (LINES, "x\r\ny", "must not contain the control character \\r"),
    (ID, "", "must be an id, not an empty text"),
    (ID, None, "must be an id, not empty"),
    (ID, {"x": "y"}, "must be an id, not a mapping"),
    (DATE, "2026-02-30", "must be a date, not '2026-02-30'"),
    (DATE, "26-01-01", "must be a date, not '26-01-01'"),
    (DATE, "2026-1-1", "must be a date, not '2026-1-1'"),
    (DATE, "20260101", "must be a date, not '20260101'"),
    (DATE, "2026-W01-1", "must be a date, not '2026-W01-1'"),
    (DATE, "2026-01-01T10:00", "must be a date, not '2026-01-01T10:00'"),
    (DATE, "0000-01-01", "must be a date, not '0000-01-01'"),
    (DATE, "\uff12026-01-01", "must be a date, not '\uff12026-01-01'"),
    (DATE, None, "must be a date, not empty"),
    (DATE, [], "must be a date, not a list"),
    (FLAG, "true", "must be true or false, not 'true'"),
    (FLAG, "yes", "must be true or false, not 'yes'"),
    (FLAG, Plain("1"), "must be true or false, not '1'"),
    (FLAG, None, "must be true or false, not empty"),
    (WHOLE, "5", "must be a whole number from 0 to 9999, not '5'"),
    (WHOLE, Plain("05"), "must be a whole number from 0 to 9999, not '05'"),
    (WHOLE, Plain("10000"), "must be a whole number from 0 to 9999, not '10000'"),
    (WHOLE, Plain("true"), "must be a whole number from 0 to 9999, not 'true'"),
    (WHOLE, "-1", "must be a whole number from 0 to 9999, not '-1'"),
    (COLOUR, "blue", "must be red, green or amber, not 'blue'"),
    (COLOUR, ["red"], "must be red, green or amber, not a list"),
    (COLOUR, None, "must be red, green or amber, not empty"),
    (IDS, "a", "must be a list, not 'a'"),
    (IDS, None, "must be a list, not empty"),
    (ONE_OR_MORE, None, "must be a list or one id, not empty"),
    (ONE_OR_MORE, {}, "must be a list or one id, not a mapping"),
    (DAYS, ["a"], "must be a mapping, not a list"),
    (DAYS, None, "must be a mapping, not empty"),
    (TEAM, "N", "must be a mapping, not 'N'"),
    (SHORT, ["N"], "must be text, not a list"),
    (SHORT, "", "must not be empty"),
]


@pytest.mark.parametrize("kind, data, message", REFUSED)
def test_a_kind_refuses_other_values_and_leaves_them_unset(kind: Kind, data: Any, message: str) -> None:
    value, findings = read(kind, data)
    assert value is None
    assert [(f.code, f.path, f.message, f.at) for f in findings] == [
        ("RACI004", ("top", "key"), f"top.key {message}", "value")
    ]


def test_a_long_value_is_shortened_in_its_message() -> None:
    _, (finding,) = read(COLOUR, "x" * 1000)
    assert len(finding.message) < 120


def test_a_word_that_is_nearly_right_is_suggested() -> None:
    assert read(COLOUR, "gren")[1][0].help == "did you mean green?"
    assert read(DATE, "tomorrow")[1][0].help == "dates are YYYY-MM-DD, such as 2026-12-31"


def test_a_bad_item_is_left_out_of_its_list() -> None:
    value, (finding,) = read(ONE_OR_MORE, ["a", None, "b"])
    assert value == ("a", "b")
    assert (finding.path, finding.message) == (("top", "key", 1), "top.key[1] must be an id, not empty")


def test_a_bad_value_is_left_out_of_its_mapping() -> None:
    value, (finding,) = read(DAYS, {"a": "2026-01-01", "b": "soon"})
    assert value == {"a": datetime.date(2026, 1, 1)}
    assert finding.path == ("top", "key", "b")


@pytest.mark.parametrize("key", ["", "-a", "_a", "a b", "a.b", "é", "x" * 65, "a\n", "a/b"])
def test_a_key_that_is_no_id_is_found_and_kept(key: str) -> None:
    value, (finding,) = read(DAYS, {key: "2026-01-01"})
    assert list(value) == [key]
    assert (finding.code, finding.path, finding.at) == ("RACI004", ("top", "key", key), "key")
    assert finding.message.startswith("top.key has an invalid key")
    assert finding.help == "an id is 1 to 64 of the letters a-z, the digits, _ and -, and starts with a letter or digit"
    assert not is_id(key)


@pytest.mark.parametrize("key", ["a", "A-1", "0", "x_y-z", "x" * 64])
def test_a_key_that_is_an_id_is_taken(key: str) -> None:
    assert read(DAYS, {key: "2026-01-01"})[1] == []
    assert is_id(key)


def test_an_unknown_key_is_found_at_the_key() -> None:
    value, (finding,) = read(TEAM, {"name": "N", "leed": "a"})
    assert value == {"name": "N"}
    assert (finding.code, finding.path, finding.at) == ("RACI003", ("top", "key", "leed"), "key")
    assert (finding.message, finding.help) == ("top.key has an unknown key 'leed'", "did you mean lead?")


def test_an_unknown_key_like_no_other_is_answered_with_the_known_ones() -> None:
    assert read(TEAM, {"name": "N", "wxyz": "a"})[1][0].help == "known: name, lead, size"


def test_a_missing_key_is_found_at_what_lacks_it() -> None:
    value, (finding,) = read(TEAM, {"lead": "a"})
    assert value == {"lead": "a"}
    assert (finding.code, finding.path, finding.at) == ("RACI004", ("top", "key"), "key")
    assert (finding.message, finding.help) == ("top.key has no name", "it needs name")


def test_a_required_key_without_a_value_is_found_there() -> None:
    _, (finding,) = read(TEAM, {"name": None})
    assert (finding.path, finding.message) == (("top", "key", "name"), "top.key.name must be text, not empty")


def test_all_that_is_wrong_is_found_at_once() -> None:
    _, findings = read(TEAM, {"name": "", "lead": ["a"], "size": "x", "other": "y"})
    assert [finding.path[-1] for finding in findings] == ["name", "lead", "size", "other"]


def test_the_whole_file_has_a_name_in_messages() -> None:
    notes = Notes()
    TEAM.read(data_of("nam: x\n"), (), notes)
    assert [finding.message for finding in notes.findings] == [
        "the file has an unknown key 'nam'",
        "the file has no name",
    ]


@pytest.mark.parametrize(
    "kind, schema",
    [
        (COLOUR, {"description": "d", "type": ["string", "null"], "enum": ["red", "green", "amber", None]}),
        (FLAG, {"description": "d", "type": ["boolean", "null"]}),
        (IDS, {"description": "d", "type": ["array", "null"], "items": ID.schema()}),
        (
            ListOf("d", ID, single=True),
            {
                "description": "d",
                "type": ["string", "array", "null"],
                "minLength": 1,
                "allOf": [{"items": ID.schema()}],
            },
        ),
        (
            SchemeKind(),
            {
                "description": "The role scheme; raci where left out.",
                "anyOf": [*SchemeKind().schema()["anyOf"], {"type": "null"}],
            },
        ),
    ],
)
def test_a_value_that_may_be_left_out_may_be_null(kind: Kind, schema: Any) -> None:
    assert nullable(kind.schema()) == schema


def test_a_short_form_is_described_as_the_whole() -> None:
    assert SHORT.schema() == {**TEXT.schema(), **TEAM.schema(), "type": ["string", "object"]}


def test_words_have_their_meanings_beside_them() -> None:
    assert Choice("d", ("a", "b"), ("first", "second")).schema()["enumDescriptions"] == ["first", "second"]
    assert "enumDescriptions" not in COLOUR.schema()
