"""Bytes to a document: what format they are, how their text is encoded, and who reads it."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from raci_cli.document.source import Limits
from raci_cli.errors import RaciError, UsageError
from raci_cli.importers import decoding
from raci_cli.importers.records import Document, Grid, Heading
from raci_cli.text import listed, short, visible

FORMATS = {
    "md": "Markdown",
    "csv": "CSV",
    "tsv": "tab-separated text",
    "html": "HTML",
    "xlsx": "an Excel workbook",
    "ods": "an OpenDocument spreadsheet",
}
# A workbook may carry pictures, and what it holds is packed.
WORKBOOK_FACTOR = 10
MARKDOWN_PART = 2  # its parser takes its time
_SUFFIXES = {
    ".md": "md", ".markdown": "md", ".mkd": "md", ".mdx": "md", ".qmd": "md", ".rst": "md", ".org": "md",
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".ods": "ods",
}  # fmt: skip
_SAVE = "save it as .xlsx, .ods, .csv or .md, and import that"


class _Kind(NamedTuple):
    """What bytes begin with: a format that is read, or what they are and what to do about it."""

    format: str
    what: str = ""
    help: str = _SAVE


_COPY = "copy its table into a spreadsheet, and import that"
_TYPE = "type its table into a spreadsheet, and import that"
# Names within a zip stand in it unpacked.
_ZIPS = (
    (b"xl/workbook.xml", _Kind("xlsx")),
    (b"application/vnd.oasis.opendocument.spreadsheet", _Kind("ods")),
    (b"xl/workbook.bin", _Kind("", "a binary Excel workbook (xlsb)")),
    (b"word/document.xml", _Kind("", "a Word document (DOCX)", _COPY)),
    (b"ppt/presentation.xml", _Kind("", "a presentation (PPTX)", _COPY)),
    (b"application/vnd.oasis.opendocument.text", _Kind("", "a text document (ODT)", _COPY)),
    (b"application/epub+zip", _Kind("", "an e-book (EPUB)")),
    (b"Index/Document.iwa", _Kind("", "a document of Numbers, Pages or Keynote", "export it as .xlsx or .csv")),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STARTS = (
    (b"%PDF-", _Kind("", "a PDF", _COPY)),
    (b"{\\rtf", _Kind("", "rich text (RTF)")),
    (b"\x89PNG", _Kind("", "a picture", _TYPE)),
    (b"\xff\xd8\xff", _Kind("", "a picture", _TYPE)),
    (b"GIF8", _Kind("", "a picture", _TYPE)),
    (b"\x1f\x8b", _Kind("", "packed by gzip", "unpack it first")),
    (b"7z\xbc\xaf", _Kind("", "packed by 7-Zip", "unpack it first")),
)


def most_bytes(limits: Limits) -> int:
    """How much of a file has to be read: a workbook may be larger than a text."""
    return limits.size * WORKBOOK_FACTOR


def document(data: bytes, name: str, format_: str | None, limits: Limits) -> Document:
    """The blocks of a source, whose format is found out unless it is given.

    `name` is the file's, which messages show and whose suffix helps. RaciError where it cannot be read, UsageError
    where the format is none.
    """
    shown = visible(short(name))
    if format_ is not None and format_ not in FORMATS:
        raise UsageError(f"unknown format {visible(short(format_))!r}", f"choose {listed(list(FORMATS), 'or')}")
    if not data.strip():
        raise RaciError(f"{shown} is empty", "save the table in it first")
    kind = _kind(data)
    if kind and not kind.format:
        raise RaciError(f"{shown} is {kind.what}, which cannot be imported", kind.help)
    if format_ and (kind.format if kind else "") != (format_ if format_ in ("xlsx", "ods") else ""):
        found = FORMATS[kind.format] if kind else "text"
        raise RaciError(f"{shown} is {found}, not {FORMATS[format_]}", "leave out --from: the format is found out")
    _refuse_size(data, shown, limits.size * (WORKBOOK_FACTOR if kind else 1))
    read = _workbook(data, kind.format, name) if kind else _text(data, shown, name, format_, limits)
    return _useful(read, shown)


def _kind(data: bytes) -> _Kind | None:
    """What bytes are that are no text; None: text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return next((kind for sign, kind in _ZIPS if sign in data), _Kind("", "a zip archive", "unpack it first"))
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if _ENCRYPTED in data:
            return _Kind("", "protected by a password", "save it without the password, and import that")
        return _Kind("", "an old Office file (such as .xls)")
    return next((kind for sign, kind in _STARTS if data.startswith(sign)), None)


def _refuse_size(data: bytes, shown: str, limit: int) -> None:
    if len(data) > limit:
        raise RaciError(f"{shown} is larger than {limit:,} bytes", "import a smaller part, or raise RACI_MAX_BYTES")


def _workbook(data: bytes, format_: str, name: str) -> Document:
    from raci_cli.importers import workbook

    read = workbook.read(data, format_)
    if _SUFFIXES.get(PurePath(name).suffix.lower(), format_) == format_:
        return read
    return read._replace(said=(f"read as {FORMATS[format_]}, whatever its name says", *read.said))


def _text(data: bytes, shown: str, name: str, format_: str | None, limits: Limits) -> Document:
    text, said = decoding.decode(data, shown)
    usual = _SUFFIXES.get(PurePath(name).suffix.lower(), "")
    if usual in ("xlsx", "ods") and not format_:
        said = (*said, f"text, though its name ends in {PurePath(name).suffix}")
    chosen = format_ or _guess(text, usual)
    if not format_ and usual in ("csv", "tsv", "md") and chosen != usual:
        said = (*said, f"read as {FORMATS[chosen]}, whatever its name says")
    if chosen == "md":
        _refuse_size(data, shown, limits.size // MARKDOWN_PART)
    read = _readers(chosen)(text)
    return read._replace(said=(*said, *read.said))


def _readers(format_: str) -> Callable[[str], Document]:
    from raci_cli.importers import delimited, html, markdown

    if format_ in ("csv", "tsv"):
        return lambda text: delimited.read(text, format_)
    return markdown.read if format_ == "md" else html.read


_PAGE = re.compile(
    r"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body|meta|style|table|tbody|ac:|colgroup|google-)"
)
_ELEMENT = re.compile(r"(?i)\s*<[a-z]")
_MARKDOWN_LINE = re.compile(r"(?m)^[ >]*(?:\||#{1,6} |[-*+] |\+-|:?-+:?[ \t]*\|)")


def _guess(text: str, usual: str) -> str:
    """The format of a text, by what its name says unless it is a page."""
    if usual in ("md", "html"):
        return usual
    if _PAGE.match(text) or (not usual and _ELEMENT.match(text) and "</" in text):
        return "html"
    if usual in ("csv", "tsv"):
        return usual
    from raci_cli.importers import delimited

    if _MARKDOWN_LINE.search(text):
        return "md"
    separator = delimited.agreed(text)
    return "md" if separator is None else "tsv" if separator == "\t" else "csv"


def _useful(read: Document, shown: str) -> Document:
    """The document, unless there is nothing in it that could say who does what."""
    if not any(not isinstance(block, Heading) for block in read.blocks):
        raise RaciError(f"{shown} has no table and no list", "give the file that holds the matrix")
    rows = sum(any(cell.text for cell in row) for block in read.blocks if isinstance(block, Grid) for row in block.rows)
    if all(isinstance(block, Grid) for block in read.blocks) and rows == 1:
        raise RaciError(f"{shown} has a single row", "a matrix has a row of headings and the rows beneath it")
    return read
