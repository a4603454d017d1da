"""What helps while one types in the sheet Matrix: drop-downs and colours."""

from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from raci_cli.reports.words import STATUS_WORDS
from raci_cli.reports.workbook import check
from raci_cli.reports.workbook.looks import BAD, BROKEN, GOOD, STATUSES, Looks, of_role
from raci_cli.reports.workbook.plan import FIRST, Plan, cell, clipped


def drop_downs(sheet: Any, plan: Plan) -> None:
    """Lists of what a cell may hold, with a word of help."""
    words = ", ".join(f"{role['letter']} {cell(role['name'])}" for role in plan.roles)
    if plan.parties:
        sheet.data_validation(FIRST, plan.first_party, plan.last, plan.check - 1, {
            "validate": "list",
            "source": "=raci_choices",
            "input_title": "Who has which letter?",
            "input_message": clipped(f"{words}. Nothing: no part in it.", 255),
            "error_type": "warning",
            "error_title": "Not in the list",
            "error_message": clipped(f"Letters are {words}; several of them with / between.", 255),
        })  # fmt: skip
    column = plan.column("status")
    sheet.data_validation(FIRST, column, plan.last, column, {
        "validate": "list",
        "source": list(STATUS_WORDS.values()),
        "error_title": "No status",
        "error_message": f"A status is one of {', '.join(STATUS_WORDS.values())}.",
    })  # fmt: skip


def colours(sheet: Any, plan: Plan, looks: Looks) -> None:
    """Colours that follow what is typed: letters, broken rows, statuses, days that are past."""

    def paint(column: int, last: int, criteria: str, look: dict[str, Any]) -> None:
        options = {"type": "formula", "criteria": criteria, "format": looks.of(look), "stop_if_true": True}
        sheet.conditional_format(FIRST, column, plan.last, last, options)

    checked = f"${xl_col_to_name(plan.check)}{FIRST + 1}"
    if plan.parties:
        at = xl_rowcol_to_cell(FIRST, plan.first_party)
        for role in (role for role in plan.roles if role["owns"]):
            broken = f"=AND(ISNUMBER(-LEFT({checked},1)),{check.has(plan, role, at)})"
            paint(plan.first_party, plan.check - 1, broken, BROKEN)
        for role in sorted(plan.roles, key=lambda role: (not role["owns"], not role["works"])):
            paint(plan.first_party, plan.check - 1, f"={check.has(plan, role, at)}", of_role(role))
    column = plan.column("status")
    for key, look in STATUSES.items():
        paint(column, column, f'=${xl_col_to_name(column)}{FIRST + 1}="{STATUS_WORDS[key]}"', look)
    paint(plan.column("due"), plan.column("due"), f'=ISNUMBER(SEARCH("{check.OVERDUE}",{checked}))', BAD)
    paint(plan.check, plan.check, f'={checked}="{check.OK}"', GOOD)
    paint(plan.check, plan.check, f'={checked}<>""', BAD)
