"""Workbooks that are made to do harm are refused before another library reads them."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importers.packages import GOOD, ods, ods_cell, packed, xlsx

from raci_cli.errors import RaciError
from raci_cli.importers import archive, workbook
from raci_cli.importers.looking import MOST_ELEMENTS
from raci_cli.importers.records import Grid

_ROW = "<table:table-row>{}</table:table-row>"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
MANY = "<row>" + "<c><v>1</v></c>" * 1_000 + "</row>"


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(archive.checked(data, "xlsx").data).namelist()


def test_what_is_good_is_kept_and_what_is_not_needed_is_left_out() -> None:
    assert sorted(names(xlsx(xl__media__image1_png="x", xl__vbaProject_bin="x"))) == sorted(names(xlsx()))


@pytest.mark.parametrize(
    "data, why",
    [
        (xlsx("<row><c r='A1'>"), "XML that is broken"),
        (xlsx("", after="<a>" * 100 + "</a>" * 100), "nests XML more than 60 deep"),
        (xlsx(xl__sharedStrings_xml_="x", **{"xl__sharedStrings.xml": LAUGHS + "<sst/>"}), "document type or entities"),
        (xlsx(**{"docProps__core.xml": "<!DOCTYPE x><x/>"}), "document type or entities"),
        (xlsx("<row r='1'><c r='ZZZZ1'/></row>"), "beyond the last row or column"),
        (xlsx("<row r='1'><c r='XFE1'/></row>"), "beyond the last row or column"),
        (xlsx("<row r='1'><c r='A1048577'/></row>"), "beyond the last row or column"),
        (xlsx("<row r='99999999999'/>"), "beyond the last row or column"),
        (xlsx("<row r='x'/>"), "beyond the last row or column"),
        (xlsx("<row r='1'><c r='&#90;ZZZ1'/></row>"), "beyond the last row or column"),
        (xlsx("<row r='1'><c r='A1'/></row><row r='1048576'><c r='XFD1048576'/></row>"), "so far away"),
        (xlsx("<row r='1048576'><c r='C1048576'/></row>"), "so far away"),
        (xlsx(MANY * 201), "more than 30,000 cells"),
        (xlsx("<row><c t='s'><v>2</v></c></row>"), "names a text that it does not hold"),
        (xlsx("<row><c t='s'><v>x</v></c></row>"), "names a text that it does not hold"),
        (xlsx("<row><c t='s'><v>-1</v></c></row>"), "names a text that it does not hold"),
        (xlsx(target="../../etc/passwd"), "points to a file outside"),
        (xlsx(target="/../etc/passwd"), "points to a file outside"),
        (xlsx(**{"..__evil.txt": "x"}), "names a file outside"),
        (xlsx(**{"__evil.txt": "x"}), "names a file outside"),
        (xlsx(**{"C:__evil.txt": "x"}), "names a file outside"),
        (xlsx(**{"XL__workbook.xml": "<x/>"}), "holds a file twice"),
        (xlsx(**{f"x{number}": "" for number in range(2_000)}), "more than 2,000 files"),
        (xlsx(after=" " * (archive.MOST_IN_MEMBER + 1)), "a file that unpacks to more than"),
        (xlsx(**{f"x{n}.xml": f"<x>{' ' * (archive.MOST_IN_MEMBER - 9)}</x>" for n in range(3)}), "unpacks to more"),
        (xlsx(after="<a/>" * (MOST_ELEMENTS + 1)), "more than 2,000,000 elements"),
        (xlsx()[:-30], "damaged"),
        (b"PK\x03\x04junk", "damaged"),
        (ods(_ROW.format(ods_cell("x", 'table:number-columns-repeated="16384"'))), "far"),
        (ods('<table:table-row table:number-rows-repeated="1048576">' + ods_cell("x") + "</table:table-row>"), "far"),
        (ods(_ROW.format(ods_cell("x", 'table:number-columns-repeated="-1"'))), "without end"),
    ],
)  # fmt: skip
def test_harm_is_refused_with_what_to_do(data: bytes, why: str) -> None:
    with pytest.raises(RaciError, match=why) as refused:
        archive.checked(data, "ods" if b"opendocument" in data else "xlsx")
    assert refused.value.help


def test_a_password_is_said() -> None:
    data = bytearray(xlsx())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(RaciError, match="protected by a password"):
        archive.checked(bytes(data), "xlsx")


def test_empty_rows_to_the_last_are_no_harm() -> None:
    row = f"<table:table-row>{ods_cell('a')}{ods_cell('A')}</table:table-row>"
    rest = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
    rest += 'table:number-columns-repeated="16384"/></table:table-row>'
    (grid,) = workbook.read(ods(row + row + rest), "ods").blocks
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in line] for line in grid.rows] == [["a", "A"], ["a", "A"]]


def test_links_to_click_on_are_no_harm() -> None:
    link = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    link += 'Type="x/hyperlink" Target="../../../../https://example.com" TargetMode="External"/></Relationships>'
    assert names(xlsx(**{"xl__worksheets___rels__sheet1.xml.rels": link}))


PIECES = [
    *(
        "<row>",
        "</row>",
        "<row r='3'>",
        "<c>",
        "</c>",
        "<c r='B2'>",
        "<c t='s'>",
        "<c t='b'>",
        "<c t='d'>",
        "<c t='e'>",
    ),
    *("<c t='n' s='9'>", "<v>", "</v>", "<v>0</v>", "<v>1e400</v>", "<v>-5</v>", "<f>A1</f>", "<is><t>x</t></is>"),
    *("<c r='A1' t='inlineStr'>", "x", "&amp;", "<f t='shared' si='9'/>", "<f t='shared' ref='A1:B9' si='0'>A2</f>"),
    "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_any_sheet_is_read_or_refused(rows: str) -> None:
    with suppress(RaciError):
        assert workbook.read(xlsx(rows), "xlsx").blocks


@given(st.integers(0, len(GOOD) - 1), st.text("<>/'\"=& csrtvi0129AZ", max_size=3))
def test_a_sheet_with_a_slip_is_read_or_refused(at: int, slip: str) -> None:
    with suppress(RaciError):
        assert workbook.read(xlsx(GOOD[:at] + slip + GOOD[at + len(slip) :]), "xlsx").blocks


def test_what_is_read_is_what_was_checked() -> None:
    """Another zip before the first byte that counts: some programs would find that one."""
    hidden = packed({"xl/worksheets/sheet1.xml": "<x/>"})
    data = hidden + xlsx()
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == zipfile.ZipFile(io.BytesIO(xlsx())).namelist()
    (grid,) = workbook.read(data, "xlsx").blocks
    assert isinstance(grid, Grid)
