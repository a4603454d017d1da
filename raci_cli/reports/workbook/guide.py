"""The sheet How to read: the letters, what the columns say, where it all comes from."""

from typing import Any

from raci_cli.reports.views import View
from raci_cli.reports.words import day_long
from raci_cli.reports.workbook.looks import Looks, of_role, put
from raci_cli.reports.workbook.plan import Plan, capital, cell

_WIDTHS = (10, 22, 40, 30)
_A4 = 9


def write(_book: Any, sheet: Any, plan: Plan, looks: Looks) -> None:
    """Fill the sheet."""
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    sheet.write_string(0, 0, "How to read the matrix", looks.kind("name"))
    sheet.set_row(0, 26)
    for index, heading in enumerate(("Letter", "Role", "Who", "Parties in a row")):
        sheet.write_string(2, index, heading, looks.kind("head"))
    for place, role in enumerate(plan.roles, 3):
        look = looks.of({**of_role(role), "align": "center", "valign": "vcenter"})
        sheet.write_string(place, 0, role["letter"], look)
        for index, text in enumerate((capital(role["name"]), cell(role["meaning"]), _number(role)), 1):
            put(sheet, place, index, text, looks.kind("text"))
        sheet.set_row(place, 24)
    for place, text in enumerate(_said(plan), len(plan.roles) + 4):
        sheet.write_string(place, 0, cell(text), looks.kind("note"))
        sheet.set_row(place, 20)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _number(role: View) -> str:
    least, most = role["min"], role["max"]
    if most is None:
        return f"at least {least}" if least else "any number"
    return f"exactly {most}" if least == most else f"{least} to {most}" if least else f"at most {most}"


def _said(plan: Plan) -> list[str]:
    view = plan.view
    source = view["source"]
    return [
        "Each row is a step; the indented rows below it are its tasks, which have their own letters.",
        "Several letters of one party stand in one cell with / between them.",
        "The lists in the cells offer the letters; an empty cell is no part in it.",
        f"Check says {_check_says(plan)}; it counts anew with every letter.",
        "Filter and sort as you like: a row is known by its id, a column by its heading. Leave both as they are.",
        f"Made on {day_long(view['as_of'])} by raci {source['version']} from {source['file']}.",
        f"The content of that file had the hash {source['content']}.",
    ]


def _check_says(plan: Plan) -> str:
    owner = next((role["name"] for role in plan.roles if role["owns"]), None)
    wrong = f"0 {owner} where nobody is, 2 {owner} where two are, " if owner else ""
    return f"ok, or what is wrong: {wrong}overdue past the due date"
