"""Whatever a project says, a workbook holds it as a string, whole and visible, and never as a formula."""

import dataclasses
from typing import Any

import pytest
from hostile import HOSTILE, acts
from openpyxl import Workbook
from reports.test_hostile_reports import saying, view_saying
from reports.test_sheets import SPREADSHEET
from workbooks import FORMULA, cells, grid, read

from raci_cli.model.scheme import Role, Scheme
from raci_cli.reports.render import made
from raci_cli.text import visible

# What a workbook could read as an escape, a number, an error or a date.
CELLS = ["_x0041_", "#REF!", "1e5", "2027-01-01", "TRUE", "&amp;", "{=1}", "x\ny"]
TEXTS = [*HOSTILE, *SPREADSHEET, *CELLS]
EACH = pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))


def written(view: dict[str, Any]) -> bytes:
    data = made("matrix", "xlsx", view)
    assert isinstance(data, bytes)
    return data


def formulas(book: Workbook) -> list[str]:
    return [str(cell.value) for sheet in book.worksheets for cell in cells(sheet) if cell.data_type == FORMULA]


HARMLESS = formulas(read(written(view_saying("matrix", "x"))))


@EACH
def test_every_string_is_whole_and_acts_on_nothing_and_every_formula_is_ours(text: str) -> None:
    view = view_saying("matrix", text)
    book = read(written(view))
    assert acts("\n".join(str(cell.value) for sheet in book.worksheets for cell in cells(sheet))) == []
    assert book["Matrix"]["C5"].value == visible(text)
    assert book["Matrix"]["C5"].data_type == "s"
    works = [row[:3] for row in grid(book["_raci"]) if row[0] == "work"]
    assert works == [["work", visible(row["id"]), visible(row["title"])] for row in view["rows"]]
    assert formulas(book) == HARMLESS
    assert len(HARMLESS) > 10


@pytest.mark.parametrize("text", ["\u202e", "##[", '"', "'", "=1", "/", "*", "?", "~", "&", "A B", "é", "ß"])
def test_hostile_letters_are_counted_and_offered(text: str) -> None:
    scheme = Scheme("own", (Role("owner", text, 1, 1, owns=True), Role("helper", "H", works=True, meaning=text)))
    project = dataclasses.replace(saying("x"), scheme=scheme)
    book = read(written(view_saying("matrix", "x", project)))
    assert formulas(book) == HARMLESS
    assert visible(text) in [row[5] for row in grid(book["_raci"])]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    data = written(view_saying("matrix", "漢" * 40_000))
    title = read(data)["Matrix"]["C5"].value
    assert len(title) == 32_767
    assert title.endswith("漢…")
