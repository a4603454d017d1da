"""Bytes to text, whatever wrote them."""

import codecs
import re

from raci_cli.errors import RaciError
from raci_cli.text import escape

# From the longest on: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_MOSTLY = 0.7
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SAVE = "save it as UTF-8"
_WINDOWS = "not UTF-8, so read as Windows-1252 (Western European): look whether letters such as é and ü are right"
_DOS_END = "\x1a"


def decode(data: bytes, shown: str) -> tuple[str, tuple[str, ...]]:
    """The text, and what has to be said about how it was read; RaciError where the bytes are none."""
    encoding, mark = _encoding(data)
    said: tuple[str, ...] = ()
    try:
        text = data[mark:].decode(encoding)
        if encoding != "utf-8":
            said = (f"read as {encoding.upper().removesuffix('-LE').removesuffix('-BE')}",)
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or mark:
            name = encoding.upper()
            raise RaciError(
                f"{shown} says that it is {name}, but byte {error.start + mark + 1:,} is not", _SAVE
            ) from None
        text = _windows(data, shown)
        said = (
            "not UTF-8, so read as Windows-1252 (Western European): look whether letters such as é and ü are right",
        )
    text = text.removesuffix(_DOS_END)
    _refuse_controls(text, shown)
    if not text.strip():
        raise RaciError(f"{shown} is empty", "save the table in it first")
    return text, said


def _encoding(data: bytes) -> tuple[str, int]:
    """The encoding by the mark at the start, or by where zeros are in plain text; and the length of the mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    sample = data[:_SAMPLE]
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if zeros[1] > half * _MOSTLY and not zeros[0]:
        return "utf-16-le", 0
    if zeros[0] > half * _MOSTLY and not zeros[1]:
        return "utf-16-be", 0
    return "utf-8", 0


def _windows(data: bytes, shown: str) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RaciError(f"{shown} is neither UTF-8 nor Windows-1252 (line {line})", _SAVE) from None


def _refuse_controls(text: str, shown: str) -> None:
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"line {line} of {shown} holds the control character {escape(found[0])}"
        raise RaciError(what, "delete it, or save the table as text again")
