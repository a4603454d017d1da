"""Kinds of values: each reads plain data into a typed value, and says the same as JSON Schema.

A kind never raises on content: it notes a finding and returns None, which stands for "not set". Almost every value is
what it should be; so the kinds of values that are plenty have a `take`, which needs no place and is much quicker.
"""

import datetime
import re
from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from raci_cli.clock import parse_date
from raci_cli.document.nodes import Plain
from raci_cli.errors import UsageError
from raci_cli.findings import Finding, Path, path_text
from raci_cli.text import MOST_SUGGESTIONS, did_you_mean, escape, listed, quoted

Schema = dict[str, Any]

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
ID_RULE = "an id is 1 to 64 of the letters a-z, the digits, _ and -, and starts with a letter or digit"
DATE_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_CONTROL = r"\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029"
_CONTROL_LINES = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029"
# Bytes that are no UTF-8 come from a command line as lone surrogates; in a file there are none.
_FIND_CONTROL = {False: rf"[{_CONTROL}\ud800-\udfff]", True: rf"[{_CONTROL_LINES}\ud800-\udfff]"}
MOST_KNOWN = 30


def is_id(text: str) -> bool:
    """Whether a text may be the id of a step, task, person or team."""
    return bool(re.match(ID_PATTERN[:-1] + r"\Z", text))


class Notes:
    """The findings of one reading."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.suggestions = 0

    def suggest(self, word: str, known: Iterable[str]) -> str:
        """`did you mean x?` for the first wrong words of a file; comparing thousands would take minutes."""
        self.suggestions += 1
        return did_you_mean(word, known) if self.suggestions <= MOST_SUGGESTIONS else ""

    def add(self, code: str, path: Path, message: str, help: str = "", *, key: bool = False) -> None:  # noqa: A002
        """Note that something is wrong at a path, or at its key."""
        self.findings.append(Finding(code, path, message, help, at="key" if key else "value"))

    def wrong(self, path: Path, message: str, help: str = "", *, key: bool = False) -> None:  # noqa: A002
        """Note a value that the format does not allow; the message follows the place's name."""
        self.add("RACI004", path, f"{path_text(path) or 'the file'} {message}", help, key=key)


class Kind(Protocol):
    """What a value may be."""

    def take(self, data: Any) -> Any:
        """The typed value of plain data, or None where `read` has more to say of it."""

    def read(self, data: Any, path: Path, notes: Notes) -> Any:
        """The typed value of plain data, or None with a note of what is wrong."""

    def schema(self) -> Schema:
        """The same as JSON Schema, draft-07."""


def describe(data: Any) -> str:
    """Plain data as a message names it."""
    if isinstance(data, str):
        return quoted(data) if data else "an empty text"
    return "empty" if data is None else "a mapping" if isinstance(data, dict) else "a list"


class Text(NamedTuple):
    """Text that is not blank and has no control characters; of one line, or of several where `lines`."""

    doc: str
    lines: bool = False
    longest: int | None = None

    def take(self, data: Any) -> str | None:
        if not isinstance(data, str) or not data.strip() or self.longest is not None:
            return None
        return str(data) if (data.replace("\n", "") if self.lines else data).isprintable() else None

    def read(self, data: Any, path: Path, notes: Notes) -> str | None:
        if not isinstance(data, str):
            notes.wrong(path, f"must be text, not {describe(data)}")
        elif not data.strip():
            notes.wrong(path, "must not be empty")
        elif found := re.search(_FIND_CONTROL[self.lines], data):
            notes.wrong(path, f"must not contain the control character {escape(found[0])}")
        elif self.longest is not None and len(data) > self.longest:
            notes.wrong(path, f"must be at most {self.longest} characters")
        else:
            return str(data)
        return None

    def schema(self) -> Schema:
        inner = f"[^{_CONTROL_LINES if self.lines else _CONTROL}]*"
        schema = {"description": self.doc, "type": "string", "pattern": rf"^{inner}[^\s{_CONTROL}]{inner}$"}
        return schema if self.longest is None else {**schema, "maxLength": self.longest}


def refuse_text(text: str, option: str) -> None:
    """Raise UsageError where a text may not stand on one line of the file."""
    notes = Notes()
    Text("").read(text, (option,), notes)
    if notes.findings:
        raise UsageError(notes.findings[0].message)


class Reference(NamedTuple):
    """The id of something else, which a rule looks up."""

    doc: str

    def take(self, data: Any) -> str | None:
        return str(data) if isinstance(data, str) and data else None

    def read(self, data: Any, path: Path, notes: Notes) -> str | None:
        id_ = self.take(data)
        if id_ is None:
            notes.wrong(path, f"must be an id, not {describe(data)}")
        return id_

    def schema(self) -> Schema:
        return {"description": self.doc, "type": "string", "minLength": 1}


class Date(NamedTuple):
    """A day, YYYY-MM-DD."""

    doc: str

    def take(self, data: Any) -> datetime.date | None:
        return parse_date(data) if isinstance(data, str) else None

    def read(self, data: Any, path: Path, notes: Notes) -> datetime.date | None:
        day = self.take(data)
        if day is None:
            notes.wrong(path, f"must be a date, not {describe(data)}", "dates are YYYY-MM-DD, such as 2026-12-31")
        return day

    def schema(self) -> Schema:
        return {"description": self.doc, "type": "string", "format": "date", "pattern": DATE_PATTERN}


class Flag(NamedTuple):
    """`true` or `false`, without quotes."""

    doc: str

    def take(self, data: Any) -> bool | None:
        return data == "true" if isinstance(data, Plain) and data in ("true", "false") else None

    def read(self, data: Any, path: Path, notes: Notes) -> bool | None:
        flag = self.take(data)
        if flag is None:
            notes.wrong(path, f"must be true or false, not {describe(data)}")
        return flag

    def schema(self) -> Schema:
        return {"description": self.doc, "type": "boolean"}


class Whole(NamedTuple):
    """A whole number from 0 to 9999, without quotes."""

    doc: str

    def take(self, data: Any) -> int | None:
        return int(data) if isinstance(data, Plain) and re.fullmatch(r"0|[1-9][0-9]{0,3}", data) else None

    def read(self, data: Any, path: Path, notes: Notes) -> int | None:
        number = self.take(data)
        if number is None:
            notes.wrong(path, f"must be a whole number from 0 to 9999, not {describe(data)}")
        return number

    def schema(self) -> Schema:
        return {"description": self.doc, "type": "integer", "minimum": 0, "maximum": 9999}


class Choice(NamedTuple):
    """One of a few words; `meanings`, in the order of the words, are what editors show beside them."""

    doc: str
    words: tuple[str, ...]
    meanings: tuple[str, ...] = ()

    def take(self, data: Any) -> str | None:
        return str(data) if data in self.words else None

    def read(self, data: Any, path: Path, notes: Notes) -> str | None:
        word = self.take(data)
        if word is not None:
            return word
        help_ = notes.suggest(data, self.words) if isinstance(data, str) else ""
        notes.wrong(path, f"must be {listed(self.words, 'or')}, not {describe(data)}", help_)
        return None

    def schema(self) -> Schema:
        schema: Schema = {"description": self.doc, "type": "string", "enum": list(self.words)}
        return {**schema, "enumDescriptions": list(self.meanings)} if self.meanings else schema
