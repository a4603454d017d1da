"""`raci report matrix` in the formats that no template makes."""

import sys
from pathlib import Path
from typing import Any

import pytest
from workbooks import read

ROWS = (
    "number,id,title,phase,status,due,Ana,Bob\n"
    "1,kickoff,Kick-off,,not-started,,A,I\n2,second,Second,,not-started,,I,A\n"
)


def test_csv_on_stdout_has_no_mark_and_in_a_file_it_has(raci: Any, clean: Path) -> None:
    assert raci("report", "matrix", "--format", "csv").out == ROWS
    assert raci("report", "matrix", "--format", "csv", "-o", "-").out == ROWS
    assert raci("report", "matrix", "-o", "matrix.csv").out == "matrix.csv: matrix report, csv, 1 KiB\n"
    assert Path("matrix.csv").read_bytes() == ROWS.encode("utf-8-sig")


def test_tsv_is_the_same_everywhere(raci: Any, clean: Path) -> None:
    assert raci("report", "matrix", "--format", "tsv").out == ROWS.replace(",", "\t")
    raci("report", "matrix", "-o", "matrix.TSV")
    assert Path("matrix.TSV").read_bytes() == ROWS.replace(",", "\t").encode()


def test_a_workbook_goes_to_a_file(raci: Any, clean: Path) -> None:
    ran = raci("report", "matrix", "-o", "matrix.xlsx")
    assert ran.code == 0
    assert ran.out.startswith("matrix.xlsx: matrix report, xlsx, ")
    assert read(Path("matrix.xlsx").read_bytes())["Matrix"]["C5"].value == "Kick-off"


def test_a_workbook_on_stdout_is_refused(raci: Any, clean: Path) -> None:
    ran = raci("report", "matrix", "--format", "xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert "write it to a file: -o matrix.xlsx" in ran.err


def test_without_the_library_nothing_is_written(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ran = raci("report", "matrix", "-o", "matrix.xlsx")
    assert ran.code == 3
    assert ran.err == "error: xlsx needs XlsxWriter, which is not installed\n  pip install 'raci-cli[xlsx]'\n"
    assert not Path("matrix.xlsx").exists()


def test_no_template_makes_a_workbook(raci: Any, clean: Path) -> None:
    assert "no template makes xlsx" in raci("report", "matrix", "--eject", "--format", "xlsx").err
