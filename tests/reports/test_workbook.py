"""Matrices as workbooks: what is in each cell, what helps while one types, what stays the same."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers import text_of
from openpyxl.worksheet.worksheet import Worksheet
from reports.demo import DEMO, shown_by
from workbooks import FORMULA, cells, grid, part, read
from xlsxwriter import worksheet as writer

from raci_cli.errors import RaciError
from raci_cli.reports.render import made
from raci_cli.reports.workbook.plan import clipped

HEAD, FIRST = 4, 5


def workbook(view: dict[str, Any]) -> bytes:
    data = made("matrix", "xlsx", view)
    assert isinstance(data, bytes)
    return data


def demo(**asked: Any) -> bytes:
    return workbook(shown_by("matrix", DEMO, **asked))


def matrix(data: bytes, *, values: bool = True) -> Worksheet:
    return read(data, values=values)["Matrix"]


def of_text(text: str) -> bytes:
    return workbook(shown_by("matrix", text_of(text)))


def checks(data: bytes) -> list[str]:
    sheet = matrix(data)
    column = next(cell.column for cell in sheet[HEAD] if cell.value == "Check")
    return [str(sheet.cell(row, column).value) for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, 2).value]


def test_there_are_three_sheets_and_the_ids_are_hidden() -> None:
    book = read(demo())
    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        ("Matrix", "visible"),
        ("How to read", "visible"),
        ("_raci", "hidden"),
    ]
    assert book.active is not None
    assert book.active.title == "Matrix"


def test_the_matrix_cell_by_cell() -> None:
    day, n = datetime.datetime, None
    assert grid(matrix(demo())) == [
        ["Demo: who does what", n, n, n, n, n, n, n, n, n, n],
        ["As of 1 Dec 2026. Choose letters from the lists in the cells. What for", *[n] * 10],
        [n, n, n, n, n, n, "Teams", "Marketing", n, n, n],
        ["#", "Id", "Step", "Phase", "Status", "Due", "IT", "Ana Ortiz", "Bob", "cleo", "Check"],
        [1, "first", "First", n, "Done", n, "R", "R/A", n, n, "ok"],
        [2, "second", "Second", "Build", "Not started", day(2026, 12, 10), n, n, "I", "I", "0 accountable"],
        [n, "second.talk", "Talk", "Talks", "Not started", day(2026, 11, 28), "A", "A", "I", "I",
         "2 accountable, overdue"],
        [n, "second.walk", "Walk", "Build", "Done", n, n, n, "I", "I", "0 accountable"],
        [3, "third", "Third", n, "Blocked", day(2026, 11, 20), "A", n, n, "R", "overdue"],
        [4, "watch", "Watch", n, "Not started", "ongoing", n, "A", n, n, "ok"],
        [5, "gone", "Gone", n, "Skipped", day(2026, 11, 1), n, n, n, n, "ok"],
        [6, "last", "Last", n, "In progress", day(2026, 12, 15), n, "A", n, n, "ok"],
        [n, n, n, n, n, n, n, n, n, n, n],
        [n, n, n, n, n, "Responsible", 1, 1, 0, 1, n],
        [n, n, n, n, n, "Accountable", 2, 4, 0, 0, n],
        [n, n, n, n, n, "Consulted", 0, 0, 0, 0, n],
        [n, n, n, n, n, "Informed", 0, 0, 3, 3, n],
    ]  # fmt: skip


def test_the_hidden_sheet_says_where_it_all_comes_from() -> None:
    rows = [[value for value in row[:4] if value is not None] for row in grid(read(demo())["_raci"])]
    version, content = (shown_by("matrix", DEMO)["source"][key] for key in ("version", "content"))
    assert rows == [
        ["kind", "id", "shown", "letter"],
        ["format", "1"],
        ["raci", version],
        ["file", "raci.yaml"],
        ["content", content],
        ["as-of", "2026-12-01", datetime.datetime(2026, 12, 1)],  # noqa: DTZ001 - a cell has no zone
        ["scheme", "raci"],
        ["role", "responsible", "does the work", "R"],
        ["role", "accountable", "answers for it", "A"],
        ["role", "consulted", "is asked first", "C"],
        ["role", "informed", "is told after", "I"],
        ["party", "it", "IT", "team"],
        ["party", "ana", "Ana Ortiz", "person"],
        ["party", "bob", "Bob", "person"],
        ["party", "cleo", "cleo", "unknown"],
        ["work", "first", "First"],
        ["work", "second", "Second"],
        ["work", "second.talk", "Talk"],
        ["work", "second.walk", "Walk"],
        ["work", "third", "Third"],
        ["work", "watch", "Watch"],
        ["work", "gone", "Gone"],
        ["work", "last", "Last"],
    ]


def test_the_guide_explains_every_letter() -> None:
    rows = grid(read(demo())["How to read"])
    assert rows[3:7] == [
        ["R", "Responsible", "does the work", "any number"],
        ["A", "Accountable", "answers for it", "exactly 1"],
        ["C", "Consulted", "is asked first", "any number"],
        ["I", "Informed", "is told after", "any number"],
    ]
    assert "Check says ok, or what is wrong: 0 accountable where nobody is" in str(rows[11][0])


def test_formulas_stand_only_in_the_check_and_the_sums() -> None:
    found = [cell.coordinate for cell in cells(matrix(demo(), values=False)) if cell.data_type == FORMULA]
    assert found == [
        *(f"K{row}" for row in range(5, 13)),
        *(f"{column}{row}" for row in range(14, 18) for column in "GHIJ"),
    ]


def test_no_text_of_the_file_is_in_a_formula() -> None:
    plain, other = (
        [cell.value for cell in cells(matrix(of_text(text), values=False)) if cell.data_type == FORMULA]
        for text in (
            f"""
            raci: 1
            project: {{name: Demo}}
            scheme: {{roles: {{{role}: {{letter: {letter}, owns: true, min: 1, max: 1}}}}}}
            steps: {{one: {{title: {title}, {role}: ana}}}}
            """
            for role, letter, title in (("owner", "O", "One"), ("sayer", "'\"'", "'\"&A1'"))
        )
    )
    assert plain == other


def test_lists_offer_the_letters_and_what_occurs_beside_them() -> None:
    data = demo()
    letters, statuses = matrix(data, values=False).data_validations.dataValidation
    assert (str(letters.sqref), letters.formula1, letters.errorStyle) == ("G5:J12", "raci_choices", "warning")
    assert letters.prompt == "R responsible, A accountable, C consulted, I informed. Nothing: no part in it."
    assert (str(statuses.sqref), statuses.formula1) == ("E5:E12", '"Not started,In progress,Blocked,Done,Skipped"')
    assert read(data).defined_names["raci_choices"].attr_text == "_raci!$F$2:$F$6"
    assert [row[5] for row in grid(read(data)["_raci"], 1, 6)] == ["choice", "R", "A", "C", "I", "R/A"]


def test_names_point_to_what_they_say() -> None:
    book = read(demo())
    found = {
        name: book["_raci"][defined.attr_text.partition("!")[2].replace("$", "")].value
        for name, defined in book.defined_names.items()
        if name != "raci_choices"
    }
    roles = ["responsible", "accountable", "consulted", "informed"]
    assert found == {
        "raci_as_of": datetime.datetime(2026, 12, 1),  # noqa: DTZ001 - a cell has no zone
        **{f"raci_role_{number}": role for number, role in enumerate(roles, 1)},
        **{f"raci_letter_{number}": letter for number, letter in enumerate("RACI", 1)},
    }


def test_each_letter_has_a_colour_and_the_owner_comes_first() -> None:
    rules = [
        (str(area.sqref), rule.formula[0], rule.dxf.fill.bgColor.rgb if rule.dxf.fill else None)
        for area in matrix(demo(), values=False).conditional_formatting
        for rule in area.rules
    ]
    letters = [(re.findall(r"raci_letter_\d", formula), fill) for area, formula, fill in rules if area == "G5:J12"]
    assert letters == [
        (["raci_letter_2"], "FFFBE6E6"),
        (["raci_letter_2"], "FF2D2A7B"),
        (["raci_letter_1"], "FF0B6577"),
        (["raci_letter_3"], "FFF8EBF6"),
        (["raci_letter_4"], None),
    ]
    assert [area for area, _, _ in rules if area != "G5:J12"] == [*["E5:E12"] * 4, "F5:F12", "K5:K12", "K5:K12"]


def test_the_letters_are_distinct_in_greyscale() -> None:
    greys = []
    for area in matrix(demo(), values=False).conditional_formatting:
        if str(area.sqref) == "G5:J12":
            colours = [rule.dxf.fill.bgColor.rgb[2:] for rule in area.rules[1:] if rule.dxf.fill]
            greys += [sum(int(colour[i : i + 2], 16) * part for i, part in ((0, 0.3), (2, 0.59), (4, 0.11)))
                      for colour in colours]  # fmt: skip
    own, work, ask = greys
    assert work - own > 20
    assert ask - work > 100


def test_headings_stay_in_sight_and_on_paper() -> None:
    sheet = matrix(demo(), values=False)
    assert sheet.freeze_panes == "D5"
    assert sheet.auto_filter.ref == "A4:K12"
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.print_area == "'Matrix'!$A$1:$K$17"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.merged_cells.ranges == set()


def test_titles_wrap_and_columns_fit() -> None:
    long = "A title that goes on and on and says what would better be said in the notes, and then some more"
    sheet = matrix(
        of_text(f"""
        raci: 1
        project: {{name: Demo}}
        people: {{ana: Ana}}
        steps: {{one: {{title: "{long}", accountable: ana}}, two: {{title: Two, accountable: ana}}}}
    """)
    )
    assert sheet["C5"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width == pytest.approx(48.7, abs=0.1)
    heights = [sheet.row_dimensions[row].height for row in (5, 6)]
    assert heights[0] > 2 * heights[1]


def test_many_parties_get_narrow_columns_and_upright_names() -> None:
    names = ", ".join(f"p{number}: Person {number}" for number in range(20))
    everybody = ", ".join(f"p{number}" for number in range(20))
    data = of_text(f"""
        raci: 1
        project: {{name: Demo}}
        people: {{{names}}}
        steps: {{one: {{title: One, accountable: p0, responsible: [{everybody}]}}}}
    """)
    sheet = matrix(data)
    assert sheet["F4"].alignment.textRotation == 90
    assert sheet.column_dimensions["F"].width < 8
    assert sheet.page_setup.paperSize == 8


@pytest.mark.parametrize(
    "bounds, steps, found",
    [
        ("min: 1, max: 1", "a: {title: A, owner: [x, y]}, b: {title: B}", ["2 owner", "0 owner"]),
        ("min: 1, max: 2", "a: {title: A, owner: [x, y]}, b: {title: B, owner: [x, y, z]}", ["ok", "3 owner"]),
        ("min: 1", "a: {title: A, owner: [x, y]}, b: {title: B}", ["ok", "0 owner"]),
        ("max: 1", "a: {title: A, owner: [x, y]}, b: {title: B}", ["2 owner", "ok"]),
        ("min: 0", "a: {title: A, owner: [x, y]}, b: {title: B}", ["ok", "ok"]),
    ],
)
def test_the_check_follows_the_bounds_of_the_scheme(bounds: str, steps: str, found: list[str]) -> None:
    data = of_text(f"""
        raci: 1
        project: {{name: Demo}}
        scheme: {{roles: {{owner: {{letter: O, owns: true, {bounds}}}, helper: {{letter: H, works: true}}}}}}
        steps: {{{steps}}}
    """)
    assert checks(data) == found


def test_two_owning_roles_are_both_checked() -> None:
    data = of_text("""
        raci: 1
        project: {name: Demo}
        scheme:
          roles:
            driver: {letter: D, owns: true, works: true, min: 1, max: 1}
            approver: {letter: A, owns: true, min: 1, max: 1}
            helper: {letter: H}
        steps:
          one: {title: One, driver: a, approver: b}
          two: {title: Two, helper: a}
          three: {title: Three, driver: [a, b], approver: b}
    """)
    assert checks(data) == ["ok", "0 driver, 0 approver", "2 driver"]
    assert [row[5] for row in grid(read(data)["_raci"], 2, 6)] == ["D", "A", "H", "D/A", None]


def test_a_scheme_without_owners_has_nothing_to_count() -> None:
    data = of_text("""
        raci: 1
        project: {name: Demo}
        scheme: {roles: {helper: {letter: H}}}
        steps: {one: {title: One, helper: a}, two: {title: Two, due: 2026-11-01}}
    """)
    assert checks(data) == ["ok", "overdue"]


def test_more_owning_roles_than_a_formula_can_count_are_said_as_text() -> None:
    roles = ", ".join(f"r{number}: {{letter: r{number}, owns: true, min: 1}}" for number in range(30))
    data = of_text(f"""
        raci: 1
        project: {{name: Demo}}
        scheme: {{roles: {{{roles}}}}}
        steps: {{one: {{title: One, r0: a, r1: b}}}}
    """)
    assert checks(data)[0].startswith("0 r2, 0 r3")
    assert matrix(data, values=False)["G5"].data_type == "s"


def test_nobody_yet_is_a_workbook_too() -> None:
    data = of_text("""
        raci: 1
        project: {name: Demo}
        steps: {one: {title: One, due: 2026-11-30}}
    """)
    assert checks(data) == ["0 accountable, overdue"]
    assert [cell.value for cell in matrix(data)[HEAD]] == ["#", "Id", "Step", "Status", "Due", "Check"]
    assert len(matrix(data, values=False).data_validations.dataValidation) == 1


@pytest.mark.parametrize("due, shown", [("1899-12-31", "1899-12-31"), ("1900-02-28", "1900-02-28")])
def test_days_before_those_of_spreadsheets_are_text(due: str, shown: str) -> None:
    data = of_text(f"""
        raci: 1
        project: {{name: Demo}}
        steps: {{one: {{title: One, due: {due}}}}}
    """)
    assert matrix(data)["E5"].value == shown


@pytest.mark.parametrize("as_of", ["0001-01-01", "1900-03-01", "9999-12-31"])
def test_any_day_can_be_the_day(as_of: str) -> None:
    data = workbook(shown_by("matrix", DEMO, as_of=datetime.date.fromisoformat(as_of)))
    assert f"{int(as_of[8:])} " in matrix(data)["A2"].value


def test_the_same_bytes_with_any_seed_and_zone() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from reports.test_workbook import demo; "
        "sys.stdout.buffer.write(demo())"
    )
    tests = str(Path(__file__).parent.parent)
    runs = {
        subprocess.run(
            [sys.executable, "-c", script, tests],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati"))
    }
    assert runs == {demo()}


def test_the_day_it_was_made_is_the_day_it_is_for() -> None:
    assert "2026-12-01T00:00:00Z" in part(demo(), "docProps/core.xml")


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(RaciError, match="xlsx needs XlsxWriter") as caught:
        demo()
    assert caught.value.help == "pip install 'raci-cli[xlsx]'"


def test_a_large_matrix_has_every_row_and_no_more_looks_than_a_small_one() -> None:
    people = ", ".join(f"p{number}: Person {number}" for number in range(50))
    steps = "".join(
        f"  s{number}: {{title: Step {number}, accountable: p{number % 50}, "
        f"responsible: [{', '.join(f'p{other}' for other in range(50) if (number + other) % 3)}]}}\n"
        for number in range(200)
    )
    data = of_text(f"raci: 1\nproject: {{name: Demo}}\npeople: {{{people}}}\nsteps:\n{steps}")
    assert checks(data) == ["ok"] * 200
    looks = [part(data, "xl/styles.xml").count("<xf "), part(demo(), "xl/styles.xml").count("<xf ")]
    assert looks[0] <= looks[1] + 1


@pytest.mark.parametrize(
    "text, units, shown",
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("a👩b", 4, "a👩b"), ("a👩bc", 4, "a👩…"), ("aa👩b", 4, "aa…")],
)
def test_what_is_too_long_is_cut_at_a_character(text: str, units: int, shown: str) -> None:
    assert clipped(text, units) == shown


def test_no_formula_has_a_function_that_older_spreadsheets_do_not_know() -> None:
    book = read(demo())
    formulas = {str(cell.value) for sheet in book.worksheets for cell in cells(sheet) if cell.data_type == FORMULA}
    colours = {rule.formula[0] for area in book["Matrix"].conditional_formatting for rule in area.rules}
    assert min(len(formulas), len(colours)) > 5
    renamed = writer.Worksheet()._prepare_formula
    assert renamed("=FILTER(A1:A9,1)") != "FILTER(A1:A9,1)"
    ours = {one.removeprefix("=") for one in formulas | colours}
    assert {renamed(one, expand_future_functions=True) for one in ours} == ours
