"""The column Check: formulas that count owners and days while one types, and what they come to now.

No text from the file is in a formula; what it needs of one it takes from the hidden sheet by a defined name.
"""

from raci_cli.reports.views import View
from raci_cli.reports.workbook.plan import Plan, cell, date_in

_CLOSED = ("done", "skipped")
OK, OVERDUE = "ok", "overdue"
# What a spreadsheet takes.
LONGEST = 8_192


def letter(role: View) -> str:
    """The defined name of a role's letter."""
    return f"raci_letter_{role['index']}"


def has(plan: Plan, role: View, place: str) -> str:
    """Whether a role's letter is among those of a cell, or for each cell of a range: `R/A` has R and A."""
    # Letters that differ by case alone have to be typed as they are.
    letters = [role["letter"] for role in plan.roles]
    fold = "UPPER" if len({one.upper() for one in letters}) == len(letters) else ""

    def bounded(text: str) -> str:
        return f'SUBSTITUTE({fold}("/"&{text}&"/")," ","")'

    return f"ISNUMBER(FIND({bounded(letter(role))},{bounded(place)}))"


def number_of(plan: Plan, role: View, place: str) -> str:
    """How many cells of a range have a role's letter."""
    return f"SUMPRODUCT(--{has(plan, role, place)})" if plan.parties else "0"


def formula(plan: Plan, row: View, status: str, due: str, held: str) -> str:
    """The check of a row; `status`, `due`, `held` are the places of its cells."""
    problems = [_unbounded(role, number_of(plan, role, held)) for role in _bounded(plan)]
    if _can_be_late(plan, row):
        late = f'AND(ISNUMBER({due}),{due}<raci_as_of,{status}<>"Done",{status}<>"Skipped")'
        problems.append(f'IF({late},", {OVERDUE}","")')
    found = "&".join(problems) or '""'
    return f'=IF({status}="Skipped","{OK}",MID(IF({found}="",", {OK}",{found}),3,999))'


def value(plan: Plan, row: View) -> str:
    """What the formula comes to as long as nobody types; `row` is one of the plan's."""
    if row["status"] == "skipped":
        return OK
    problems = []
    for role in _bounded(plan):
        number = sum(role["letter"] in held for held in row["letters"])
        if number < role["min"] or (role["max"] is not None and number > role["max"]):
            problems.append(f"{number} {cell(role['name'])}")
    due, as_of = date_in(row["due"]), date_in(plan.view["as_of"])
    if _can_be_late(plan, row) and row["status"] not in _CLOSED and due and as_of and due < as_of:
        problems.append(OVERDUE)
    return ", ".join(problems)[:999] or OK


def _bounded(plan: Plan) -> list[View]:
    """The owning roles that take some number of parties and no other."""
    return [role for role in plan.roles if role["owns"] and (role["min"] or role["max"] is not None)]


def _unbounded(role: View, number: str) -> str:
    least, most = role["min"], role["max"]
    fits = f"{number}={least}" if least == most else f"{number}>={least}"
    if most is not None and least != most:
        fits = f"AND({fits},{number}<={most})"
    return f'IF({fits},"",", "&{number}&" "&raci_role_{role["index"]})'


def _can_be_late(plan: Plan, row: View) -> bool:
    """Whether the row's own status decides: what goes on, or belongs to a closed step, is never late."""
    waits = not row["closed"] or row["status"] in _CLOSED
    return waits and not row["ongoing"] and date_in(plan.view["as_of"]) is not None
