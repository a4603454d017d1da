"""Bytes to text: strict rules, lines and places."""

import os
import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from raci_cli.errors import UsageError
from raci_cli.findings import Span
from raci_cli.text import escape

BOM = b"\xef\xbb\xbf"
MAX_BYTES = 1 << 20
MAX_NODES = 100_000
MAX_DEPTH = 32

# Characters that end a line for one program and not for the next, or act on whatever shows them.
_REFUSED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)"
_PROJECT = r"""(?m)^[ {]*["']?raci["']?[ \t]*:"""
# Bytes of which nothing that is refused can be made; most files have no others, which is seen in no time.
_HARMLESS = bytes({0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0xF5)} - {0xC2, 0xE2, 0xEF})


class Limits(NamedTuple):
    """What is read at most: bytes of a file, nodes (keys, values, lists, mappings), levels."""

    size: int = MAX_BYTES
    nodes: int = MAX_NODES
    depth: int = MAX_DEPTH

    @classmethod
    def from_environment(cls) -> "Limits":
        """The limits, raised by RACI_MAX_BYTES and RACI_MAX_NODES; UsageError where these are no numbers."""
        return cls(_number("RACI_MAX_BYTES", MAX_BYTES), _number("RACI_MAX_NODES", MAX_NODES))


def _number(variable: str, default: int) -> int:
    text = os.environ.get(variable, "")
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,15}", text) or not int(text):
        raise UsageError(f"{variable} is no positive number: {text!r}")
    return int(text)


class Refused(Exception):  # noqa: N818 - a verdict, turned into a finding by the reader
    """The text cannot be used at all: the code of the rule, what is wrong, where, what to do."""

    def __init__(self, code: str, message: str, span: Span, help: str = "") -> None:  # noqa: A002
        super().__init__(message)
        self.code, self.message, self.span, self.help = code, message, span, help


class Source:
    """The text of a file, without its BOM; offsets count characters of it. It never changes."""

    def __init__(self, name: str, text: str, bom: bool = False) -> None:
        self.name, self.text, self.bom = name, text, bom

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @property
    def is_project(self) -> bool:
        """Whether it looks like a project file: the text of any other is never shown."""
        return bool(re.search(_PROJECT, self.text))

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, start: int, end: int | None = None) -> Span:
        """The span from `start` to `end`, or of one character."""
        end = min(start + 1, len(self.text)) if end is None else end
        return Span(start, end, *self.place(start), *self.place(end))

    def line(self, number: int) -> str:
        """A line by its number from 1, without its line break."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def encode(self) -> bytes:
        """The bytes of the file."""
        return BOM * self.bom + self.text.encode("utf-8")


def decode(name: str, data: bytes, limits: Limits) -> Source:
    """The text of a file; raises Refused where it is over the size, not UTF-8, or holds a character of another kind."""
    if len(data) > limits.size:
        start = Span(0, 0, 1, 1, 1, 1)
        raise Refused("RACI006", f"larger than {limits.size:,} bytes", start, "RACI_MAX_BYTES raises the limit")
    bom = data.startswith(BOM)
    try:
        source = Source(name, data[len(BOM) * bom :].decode("utf-8"), bom)
    except UnicodeDecodeError as error:
        before = Source(name, data[len(BOM) * bom : error.start + len(BOM) * bom].decode("utf-8", "replace"))
        help_ = "save it as UTF-8"
        raise Refused("RACI001", "not UTF-8", before.span(len(before.text)), help_) from None
    refuse_characters(source)
    return source


def refuse_characters(source: Source) -> None:
    """Raise Refused at the first character that shifts lines or breaks outputs, or at a directive."""
    suspicious = source.text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS)
    if suspicious and (found := re.search(_REFUSED, source.text)):
        message = f"the character {escape(found[0])} is not allowed in a project file"
        help_ = (
            "end lines with LF or CRLF" if found[0] == "\r" else "delete it, or write it as an escape in double quotes"
        )
        raise Refused("RACI001", message, source.span(found.start()), help_)
    if (start := f"\n{source.text}".find("\n%")) >= 0:
        message = "a line may not start with %: YAML directives are not supported"
        raise Refused("RACI006", message, source.span(start), "delete the line, or indent it")
