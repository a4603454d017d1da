"""A spreadsheet program reads the workbook as it was meant, reckons what it says, and prints it."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT
from hostile import HOSTILE
from openpyxl import Workbook
from reports.demo import DEMO, shown_by
from reports.test_hostile_reports import view_saying
from reports.test_sheets import SPREADSHEET
from workbooks import FORMULA, cells, part, read

from raci_cli.reports.render import made

SHEET = "xl/worksheets/sheet1.xml"
EXAMPLES = ("crm-replacement", "newsletter-platform", "fresh")


def converted(data: bytes, suffix: str) -> bytes:
    """What LibreOffice makes of a workbook."""
    program = shutil.which("soffice")
    assert program, "LibreOffice Calc is needed for this test: apt-get install --no-install-recommends libreoffice-calc"
    Path("in").mkdir(exist_ok=True)
    Path("in/matrix.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={Path('profile').absolute().as_uri()}"
    command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", "out", "in/matrix.xlsx"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
    made_file = Path("out") / f"matrix.{suffix}"
    assert made_file.is_file(), ran.stdout + ran.stderr
    return made_file.read_bytes()


def unreckoned(data: bytes) -> bytes:
    """The workbook without what its formulas came to, so that only who reckons them knows."""
    made_file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made_file, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", text) if name == SHEET else text)
    return made_file.getvalue()


def values(book: Workbook) -> dict[str, Any]:
    return {f"{sheet.title}!{cell.coordinate}": cell.value for sheet in book.worksheets for cell in cells(sheet)}


def workbook(view: dict[str, Any]) -> bytes:
    data = made("matrix", "xlsx", view)
    assert isinstance(data, bytes)
    return data


def assert_comes_back(data: bytes) -> None:
    again = converted(unreckoned(data), "xlsx")
    before, after = values(read(data, values=True)), values(read(again, values=True))
    assert len(before) > 20
    assert after == before
    found = [sheet.sheet_state for sheet in read(again).worksheets]
    assert found == ["visible", "visible", "hidden"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_cell_comes_back_and_every_formula_comes_to_the_same(name: str) -> None:
    text = (ROOT / f"examples/{name}.raci.yaml").read_text(encoding="utf-8")
    assert_comes_back(workbook(shown_by("matrix", text)))


SCHEMES = {
    "daci": """
        driver: {letter: D, min: 1, max: 1, works: true}
        approver: {letter: A, min: 1, max: 2, owns: true}
        contributor: {letter: C}
        informed: {letter: I}
    """,
    "two owners, letters of several": """
        driver: {letter: DR, min: 1, max: 1, owns: true, works: true}
        approver: {letter: A D, min: 1, max: 1, owns: true}
        contributor: {letter: '"'}
        informed: {letter: '*'}
    """,
    "letters that differ by case": """
        driver: {letter: a, min: 1, max: 1, owns: true}
        approver: {letter: A, max: 1, owns: true}
        contributor: {letter: '/'}
        informed: {letter: '?'}
    """,
}


@pytest.mark.parametrize("roles", SCHEMES.values(), ids=SCHEMES)
def test_other_schemes_are_reckoned_too(roles: str) -> None:
    text = f"""
raci: 1
project: {{name: Demo}}
scheme:
  roles:{roles}
steps:
  one: {{title: One, driver: ana, approver: ana, contributor: bob, informed: [cleo]}}
  two: {{title: Two, driver: [ana, bob], approver: [ana, bob, cleo], due: 2026-11-01}}
  three: {{title: Three, contributor: ana, informed: [bob, cleo], status: done, due: 2026-11-01}}
  four: {{title: Four, status: skipped, due: 2026-11-01}}
  five: {{title: Five, ongoing: true, due: 2026-11-01}}
"""
    assert_comes_back(workbook(shown_by("matrix", text)))


def test_the_check_is_live() -> None:
    data = workbook(shown_by("matrix", DEMO))
    place = int(re.findall(r'<c r="G7"[^>]*t="s"><v>(\d+)</v>', part(data, SHEET))[0])
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            # The second task has two who are accountable; the cell of one of them is emptied.
            new = re.sub(rb'<c r="G7"[^>]*t="s"><v>%d</v></c>' % place, b"", text)
            after.writestr(name, new if name == SHEET else text)
    sheet = read(converted(unreckoned(changed.getvalue()), "xlsx"), values=True)["Matrix"]
    assert sheet["K7"].value == "overdue"
    assert sheet["G15"].value == 1


def test_hostile_texts_come_back_as_strings() -> None:
    # What a spreadsheet program itself changes: it cuts at its own length, and joins blanks in XML.
    texts = [text for text in [*HOSTILE, *SPREADSHEET] if len(text) < 1_000]
    steps = view_saying("matrix", "x")
    row = steps["rows"][0]
    view = {**steps, "rows": [{**row, "id": f"s{place}", "title": text} for place, text in enumerate(texts)]}
    data = workbook(view)
    again = read(converted(data, "xlsx"))
    before, after = read(data)["Matrix"], again["Matrix"]
    assert [cell.value for cell in after["C"]] == [cell.value for cell in before["C"]]
    assert FORMULA not in {cell.data_type for cell in after["C"]}
    assert len(texts) > 90


def test_it_prints_on_a_page_as_wide_as_the_matrix() -> None:
    text = (ROOT / "examples/crm-replacement.raci.yaml").read_text(encoding="utf-8")
    printed = converted(workbook(shown_by("matrix", text)), "pdf")
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2, "the matrix, then how to read it"
