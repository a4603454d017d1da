"""What a file is, whatever its name says, and how its text is encoded."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from importers.packages import xlsx

from raci_cli.document.source import Limits
from raci_cli.errors import RaciError, UsageError
from raci_cli.importers.opening import FORMATS, document, most_bytes
from raci_cli.importers.records import Document, Grid

CSV = "Task,Ana,Zoë\nKick-off,A,R\n"
MARKDOWN = "| Task | Ana |\n|---|---|\n| Kick-off | A |\n"
PAGE = "<table><tr><th>Task<th>Ana<tr><td>Kick-off<td>A</table>"


def zipped(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return made.getvalue()


def read(data: bytes, name: str = "plan.csv", format_: str | None = None) -> Document:
    return document(data, name, format_, Limits())


def header(found: Document) -> list[str]:
    grid = next(block for block in found.blocks if isinstance(block, Grid))
    return [cell.text for cell in grid.rows[0]]


@pytest.mark.parametrize(
    "text, name, format_",
    [
        (MARKDOWN, "plan.md", "md"),
        (MARKDOWN, "PLAN.MARKDOWN", "md"),
        (MARKDOWN, "plan", "md"),
        (MARKDOWN, "plan.txt", "md"),
        (CSV, "plan.csv", "csv"),
        (CSV, "plan", "csv"),
        (CSV.replace(",", "\t"), "plan.txt", "tsv"),
        (CSV.replace(",", "\t"), "plan.tab", "tsv"),
        (PAGE, "plan.html", "html"),
        (PAGE, "plan", "html"),
        (PAGE, "plan.xls", "html"),
        (PAGE, "plan.csv", "html"),
        (f"<?xml version='1.0'?><html>{PAGE}", "plan.txt", "html"),
        ("Ana is Responsible.\nBob is Accountable.\n", "plan.txt", "md"),
        ("- Kick-off\n  - R: Ana\n", "plan.txt", "md"),
    ],
)
def test_the_format_is_found_out(text: str, name: str, format_: str) -> None:
    assert read(text.encode(), name).format == format_


def test_the_format_that_is_given_wins() -> None:
    assert read(CSV.encode(), "plan.md", "csv").format == "csv"
    assert read(PAGE.encode(), "plan.txt", "md").format == "md"


def test_a_format_that_nobody_knows_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="unknown format 'docx'") as refused:
        read(CSV.encode(), "plan.csv", "docx")
    assert all(format_ in refused.value.help for format_ in FORMATS)


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv", "plan.md", "plan"])
def test_a_workbook_is_known_by_what_is_in_it(name: str) -> None:
    found = read(xlsx(), name)
    assert (found.format, header(found)) == ("xlsx", ["Task", "Ana"])
    assert bool(found.said) == (name in ("plan.csv", "plan.md"))


@pytest.mark.parametrize(
    "data, what",
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (zipped(word__document_xml="x").replace(b"document_xml", b"document.xml"), "is a Word document"),
        (b"PK\x03\x04" + b"\0" * 60, "is a zip archive"),
        (b"PK\x03\x04 xl/workbook.bin", "is a binary Excel workbook"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "is a text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is an old Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"{\\rtf1 x}", "is rich text"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"\x1f\x8b\x08", "is packed by gzip"),
        (b"Task,Ana\nK\0ick,A\n", "line 2 of plan.md holds the control character \\\\x00"),
        (b"Task,Ana\n\x1b[2J,A\n", "line 2 of plan.md holds the control character \\\\x1b"),
        (b"Task,Ana\n\x81\xff,A\n", "neither UTF-8 nor Windows-1252 .line 2."),
        (b"\xff\xfea\0\0", "says that it is UTF-16-LE, but byte 5 is not"),
        (b"# Plan\n", "has no table and no list"),
        (b"| a | b |\n|---|---|\n", "has a single row"),
        (b"x" * (1 << 20), "is larger than"),
        (b"\n" * 20_001 + b"x", "has more than 20,000 lines"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(RaciError, match=what) as refused:
        read(data, "plan.md")
    assert refused.value.help


@pytest.mark.parametrize("format_", ["xlsx", "md"])
def test_a_format_that_the_file_has_not_is_refused(format_: str) -> None:
    data = CSV.encode() if format_ == "xlsx" else xlsx()
    with pytest.raises(RaciError, match=r"plan\.csv is .+, not .+") as refused:
        read(data, "plan.csv", format_)
    assert refused.value.help


@pytest.mark.parametrize(
    "encoding, said",
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ("read as UTF-16",)),
        ("utf-16-le", ("read as UTF-16",)),
        ("utf-16-be", ("read as UTF-16",)),
        ("utf-32", ("read as UTF-32",)),
        (
            "cp1252",
            ("not UTF-8, so read as Windows-1252 (Western European): look whether letters such as é and ü are right",),
        ),
    ],
)
def test_the_encoding_is_found_out_and_said(encoding: str, said: tuple[str, ...]) -> None:
    found = read(CSV.encode(encoding))
    assert header(found) == ["Task", "Ana", "Zoë"]
    assert found.said == said


def test_line_ends_of_any_system_are_read() -> None:
    for end in ("\r\n", "\r"):
        assert header(read(CSV.replace("\n", end).encode())) == ["Task", "Ana", "Zoë"]
        assert header(read(MARKDOWN.replace("\n", end).encode(), "plan.md")) == ["Task", "Ana"]
    assert header(read(CSV.encode() + b"\x1a")) == ["Task", "Ana", "Zoë"]


def test_what_was_done_is_said_in_order() -> None:
    assert read(CSV.replace(",", ";").encode("cp1252")).said[1:] == ("cells separated by semicolons",)
    assert read(PAGE.encode(), "plan.csv").said == ("read as HTML, whatever its name says",)
    assert read(CSV.encode(), "plan.xlsx").said == ("text, though its name ends in .xlsx",)


def test_a_name_cannot_act_on_what_shows_it() -> None:
    with pytest.raises(RaciError) as refused:
        read(b"", "\x1b[2J##[error]\u202e.md")
    assert str(refused.value) == "\\x1b[2J\\x23#[error]\\u202e.md is empty"


def test_a_workbook_may_be_larger_than_a_text() -> None:
    limits = Limits(size=1000)
    assert most_bytes(limits) > 1000
    assert document(xlsx(), "plan.xlsx", None, limits).blocks
    with pytest.raises(RaciError, match="larger than 1,000 bytes"):
        document(CSV.encode() * 100, "plan.csv", None, limits)


@given(st.binary(max_size=400), st.sampled_from(["a.md", "a.csv", "a.html", "a.xlsx", "a"]))
@example(b"PK\x03\x04xl/workbook.xml", "a.xlsx")
@example(b"PK\x05\x06" + b"\0" * 18 + b"xl/workbook.xml", "a.xlsx")
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with suppress(RaciError):
        assert read(data, name).blocks


@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(xlsx())
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(RaciError):
        assert read(bytes(whole), "plan.xlsx").blocks
