"""The sheet Matrix: a row for each step and task, a column for each party, checks, sums, how it prints."""

import math
from collections.abc import Iterable
from typing import Any

from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell

from raci_cli.cells import cell_len
from raci_cli.reports.page import groups
from raci_cli.reports.views import View
from raci_cli.reports.words import day
from raci_cli.reports.workbook import check, helps
from raci_cli.reports.workbook.looks import Looks, put
from raci_cli.reports.workbook.plan import (
    CHECK,
    FIRST,
    GROUPS,
    HEAD,
    SUBTITLE,
    TITLE,
    Plan,
    capital,
    cell,
    date_in,
    status,
)

# Widths in characters, at least and at most; heights in points.
_WIDTHS = {"number": (5, 5), "id": (8, 22), "title": (26, 48), "phase": (9, 18), "status": (13, 13), "due": (13, 13)}
_CHECK_WIDTHS, _PARTY_WIDTHS, _TURNED_WIDTHS = (14, 44), (11, 18), (4.5, 12)
_LINE, _PADDING, _TALLEST, _TURNED_TALLEST = 15, 8, 300, 160
_INDENTED = ("status", "due")
# With more parties than this, their names stand upright, and the paper is larger.
_MOST_LEVEL = 16
_A4, _A3 = 9, 8


def write(_book: Any, sheet: Any, plan: Plan, looks: Looks) -> None:
    """Fill the sheet."""
    widths = _widths(plan)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    _head(sheet, plan, looks)
    for place, row in enumerate(plan.rows, FIRST):
        _row(sheet, plan, looks, place, row)
        lines = max(_lines(cell(row[key]), widths[plan.column(key)]) for key in ("title", "id"))
        sheet.set_row(place, min(_LINE * lines + _PADDING, _TALLEST))
    _sums(sheet, plan, looks)
    helps.drop_downs(sheet, plan)
    helps.colours(sheet, plan, looks)
    _page(sheet, plan)


def _turned(plan: Plan) -> bool:
    return len(plan.parties) > _MOST_LEVEL


def _widths(plan: Plan) -> list[float]:
    """The width of each column: what its longest text takes, within bounds."""
    fields = [_fitting(_WIDTHS[key], (cell(row[key] or "") for row in plan.rows)) for key in plan.fields]
    party = _fitting(_TURNED_WIDTHS if _turned(plan) else _PARTY_WIDTHS, plan.choices)
    owners = (f"2 {cell(role['name'])}, {check.OVERDUE}" for role in plan.roles if role["owns"])
    checks = (check.value(plan, row) for row in plan.rows)
    return [*fields, *[party] * len(plan.parties), _fitting(_CHECK_WIDTHS, [*owners, *checks])]


def _fitting(bounds: tuple[float, float], texts: Iterable[str]) -> float:
    least, most = bounds
    return max(least, min(most, 3 + max(map(cell_len, texts), default=0)))


def _lines(text: str, width: float) -> int:
    """Lines that a text wraps to, or one more."""
    return max(1, math.ceil(cell_len(text) / max(1, width - 2)))


def _head(sheet: Any, plan: Plan, looks: Looks) -> None:
    view = plan.view
    project = view["project"]
    sheet.write_string(TITLE, 0, cell(f"{project['name'] or 'No name'}: who does what"), looks.kind("name"))
    said = f"As of {day(view['as_of'])}. Choose letters from the lists in the cells. {project['summary'] or ''}"
    sheet.write_string(SUBTITLE, 0, cell(said.rstrip()), looks.kind("note"))
    for group in groups(view["parties"]):
        for index in range(group["size"] if group["name"] else 0):
            text = "" if index else cell(group["name"])
            place = plan.first_party + group["begin"] + index
            put(sheet, GROUPS, place, text, looks.kind("group"))
    for index, (key, heading) in enumerate(plan.fields.items()):
        sheet.write_string(HEAD, index, heading, looks.kind("indented-head" if key in _INDENTED else "head"))
    for index, heading in enumerate(plan.parties, plan.first_party):
        sheet.write_string(HEAD, index, heading, looks.kind("turned" if _turned(plan) else "party"))
    sheet.write_string(HEAD, plan.check, CHECK, looks.kind("indented-head"))
    longest = max(plan.parties, key=cell_len, default="")
    level = _LINE * (1 + _lines(longest, _PARTY_WIDTHS[0])) + _PADDING
    upright = cell_len(longest) * _LINE / 2 + 2 * _LINE
    sheet.set_row(HEAD, min(upright, _TURNED_TALLEST) if _turned(plan) else min(level, _TURNED_TALLEST))
    sheet.set_row(TITLE, 26)


def _row(sheet: Any, plan: Plan, looks: Looks, place: int, row: View) -> None:
    kinds = {**dict.fromkeys(_INDENTED, "indented"), "number": "number", "id": "id"}
    kinds["title"] = "task" if row["task"] else "step"
    for index, key in enumerate(plan.fields):
        look = looks.kind(kinds.get(key, "text"))
        due = date_in(row["due"]) if key == "due" else None
        if due:
            sheet.write_datetime(place, index, due, looks.kind("date"))
        elif key == "number" and row["number"].isdecimal():
            sheet.write_number(place, index, int(row["number"]), look)
        else:
            put(sheet, place, index, _text(row, key), look)
    for index, text in enumerate(row["held"], plan.first_party):
        put(sheet, place, index, text, looks.kind("letter"))
    _check(sheet, plan, looks, place, row)


def _text(row: View, key: str) -> str:
    if key == "status":
        return status(row)
    return "ongoing" if key == "due" and row["ongoing"] and not row["due"] else cell(row[key] or "")


def _check(sheet: Any, plan: Plan, looks: Looks, place: int, row: View) -> None:
    held = xl_range(place, plan.first_party, place, plan.check - 1) if plan.parties else ""
    status_at, due_at = (xl_rowcol_to_cell(place, plan.column(key)) for key in ("status", "due"))
    formula, value = check.formula(plan, row, status_at, due_at, held), check.value(plan, row)
    if len(formula) <= check.LONGEST:
        sheet.write_formula(place, plan.check, formula, looks.kind("indented"), value)
    else:
        sheet.write_string(place, plan.check, value, looks.kind("indented"))


def _sums(sheet: Any, plan: Plan, looks: Looks) -> None:
    """How many letters of each role a party has."""
    for offset, role in enumerate(plan.roles if plan.parties else ()):
        place = plan.totals + offset
        sheet.write_string(place, plan.first_party - 1, capital(role["name"]), looks.kind("role"))
        for index in range(len(plan.parties)):
            column = plan.first_party + index
            formula = check.number_of(plan, role, xl_range(FIRST, column, plan.last, column))
            number = sum(role["letter"] in row["letters"][index] for row in plan.rows)
            sheet.write_formula(place, column, f"={formula}", looks.kind("sum"), number)


def _page(sheet: Any, plan: Plan) -> None:
    """What stays in sight, how it filters, how it prints."""
    sheet.freeze_panes(FIRST, plan.column("title") + 1)
    sheet.autofilter(HEAD, 0, plan.last, plan.check)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A3 if _turned(plan) else _A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(GROUPS, HEAD)
    sheet.set_footer("&RPage &P of &N")
    end = plan.totals + len(plan.roles) - 1 if plan.parties else plan.last
    sheet.print_area(xl_range_abs(0, 0, end, plan.check).replace("$", ""))
