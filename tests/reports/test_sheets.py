"""Matrices as CSV and TSV: exact cells, names that differ, no formula, back as they were."""

import csv
import io
import re
from typing import Any

import pytest
from helpers import text_of
from hostile import HOSTILE, acts
from reports.demo import DEMO, shown_by
from reports.test_hostile_reports import view_saying

from raci_cli.guard import unguarded
from raci_cli.reports.render import made
from raci_cli.reports.sheets import headings
from raci_cli.text import visible

BOM = b"\xef\xbb\xbf"
# What a spreadsheet could take for a formula; a number is none.
FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*")
SPREADSHEET = [
    "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", "\uff1d1+1", "\uff0d1\uff0b1", '"=1+1', "=cmd|' /C calc'!A1", "'=x", "-5",
    "+41 44 123", "a;b,c", "a\n=1", "ID", '"', 'a"b', "#REF!", "007",
]  # fmt: skip
EACH = pytest.mark.parametrize("text", [*HOSTILE, *SPREADSHEET], ids=range(len(HOSTILE) + len(SPREADSHEET)))
BOTH = pytest.mark.parametrize("format_", ["csv", "tsv"])


def text_in(format_: str, view: dict[str, Any]) -> str:
    output = made("matrix", format_, view)
    return output if isinstance(output, str) else output.decode("utf-8-sig")


def cells(format_: str, view: dict[str, Any]) -> list[list[str]]:
    lines = io.StringIO(text_in(format_, view), newline="")
    return list(csv.reader(lines, delimiter="," if format_ == "csv" else "\t", strict=True))


def demo(**asked: Any) -> dict[str, Any]:
    return shown_by("matrix", DEMO, **asked)


def test_csv_is_exact() -> None:
    assert text_in("csv", demo()) == text_of("""
        number,id,title,phase,status,due,IT,Ana Ortiz,Bob,cleo
        1,first,First,,done,,R,R/A,,
        2,second,Second,Build,not-started,2026-12-10,,,I,I
        ,second.talk,Talk,Talks,not-started,2026-11-28,A,A,I,I
        ,second.walk,Walk,Build,done,,,,I,I
        3,third,Third,,blocked,2026-11-20,A,,,R
        4,watch,Watch,,not-started,,,A,,
        5,gone,Gone,,skipped,2026-11-01,,,,
        6,last,Last,,in-progress,2026-12-15,,A,,
    """)


def test_tsv_has_the_same_cells() -> None:
    assert cells("tsv", demo()) == cells("csv", demo())
    assert text_in("tsv", demo()).startswith("number\tid\ttitle\t")


def test_csv_says_that_it_is_utf_8_and_tsv_is_text() -> None:
    csv_, tsv = (made("matrix", format_, demo()) for format_ in ("csv", "tsv"))
    assert isinstance(csv_, bytes)
    assert csv_.startswith(BOM)
    assert isinstance(tsv, str)
    assert not tsv.startswith("\ufeff")


def test_everybody_has_a_column_where_asked() -> None:
    assert cells("csv", demo(everybody=True))[0][6:] == ["IT", "Marketing", "Ana Ortiz", "Bob", "Nobody Much", "cleo"]


@pytest.mark.parametrize(
    "names, shown",
    [
        ({"a": "Ana", "b": "Bob"}, ["Ana", "Bob"]),
        ({"a": "Ana", "b": "Ana"}, ["Ana (a)", "Ana (b)"]),
        ({"a": "Ana", "b": "ANA", "c": "Bob"}, ["Ana (a)", "ANA (b)", "Bob"]),
        ({"a": "Status"}, ["Status (a)"]),
        ({"a": "Ana", "b": "Ana", "c": "Ana (a)"}, ["Ana (a) (a)", "Ana (b)", "Ana (a) (c)"]),
    ],
)
def test_no_two_headings_are_alike(names: dict[str, str], shown: list[str]) -> None:
    parties = [{"id": id_, "name": name} for id_, name in names.items()]
    assert headings(parties, ["number", "status"]) == shown


def test_a_scheme_of_its_own_has_its_letters() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        scheme: {roles: {driver: {letter: D, works: true}, approver: {letter: AP, owns: true}, helper: {letter: "="}}}
        steps: {one: {title: One, approver: [a], driver: [a, b], helper: c}}
    """)
    assert cells("csv", shown_by("matrix", text)) == [
        ["number", "id", "title", "phase", "status", "due", "a", "b", "c"],
        ["1", "one", "One", "", "not-started", "", "D/AP", "D", "'="],
    ]


@BOTH
@EACH
def test_hostile_text_is_inert_and_comes_back(text: str, format_: str) -> None:
    view = view_saying("matrix", text)
    found = cells(format_, view)
    assert acts(text_in(format_, view).replace("\t", ",")) == [], "a tab is the file's own"
    assert {len(row) for row in found} == {6 + len(view["parties"])}
    assert [cell for row in found for cell in row if FORMULA.match(cell) and not NUMBER.fullmatch(cell)] == []
    assert [unguarded(row[2]) for row in found[1:]] == [visible(row["title"]) for row in view["rows"]]
    assert [[unguarded(cell) for cell in row[6:]] for row in found[1:]] == [row["cells"] for row in view["rows"]]


@BOTH
@EACH
def test_hostile_letters_are_inert(text: str, format_: str) -> None:
    view = demo()
    for row in view["rows"]:
        row["cells"] = [text for _ in row["cells"]]
    found = cells(format_, view)
    assert {unguarded(cell) for row in found[1:] for cell in row[6:]} == {visible(text)}
    assert [cell for row in found for cell in row if FORMULA.match(cell) and not NUMBER.fullmatch(cell)] == []
