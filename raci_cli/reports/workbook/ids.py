"""The hidden sheet _raci: what the matrix was made from, the ids behind its headings and rows, what formulas name."""

from typing import Any

from raci_cli.reports.views import View
from raci_cli.reports.workbook.looks import Looks, put
from raci_cli.reports.workbook.plan import Plan, cell, date_in

VERSION = "1"
_NAME = "=_raci!$%s$%d"
_CHOICES = 5


def write(book: Any, sheet: Any, plan: Plan, looks: Looks) -> None:
    """Fill the sheet: a record in each row (kind, id, shown, letter), and the choices beside them."""
    records = _records(plan)
    for place, record in enumerate(records):
        for index, text in enumerate(record):
            put(sheet, place, index, text, None)
        if record[0] == "as-of" and (as_of := date_in(record[1])):
            sheet.write_datetime(place, 2, as_of, looks.of({"num_format": "yyyy-mm-dd"}))
            book.define_name("raci_as_of", _NAME % ("C", place + 1))
    first = next(place for place, record in enumerate(records, 1) if record[0] == "role")
    for place, role in enumerate(plan.roles, first):
        book.define_name(f"raci_role_{role['index']}", _NAME % ("B", place))
        book.define_name(f"raci_letter_{role['index']}", _NAME % ("D", place))
    for place, text in enumerate(["choice", *plan.choices]):
        sheet.write_string(place, _CHOICES, text)
    book.define_name("raci_choices", f"=_raci!$F$2:$F${len(plan.choices) + 1}")
    sheet.hide()


def _records(plan: Plan) -> list[tuple[str, ...]]:
    view: View = plan.view
    source = view["source"]
    return [
        ("kind", "id", "shown", "letter"),
        ("format", VERSION),
        ("raci", source["version"]),
        ("file", cell(source["file"])),
        ("content", source["content"]),
        ("as-of", view["as_of"]),
        ("scheme", cell(view["scheme"]["name"])),
        *(("role", cell(role["name"]), cell(role["meaning"]), role["letter"]) for role in plan.roles),
        *(
            ("party", cell(party["id"]), heading, party["kind"])
            for party, heading in zip(view["parties"], plan.parties, strict=True)
        ),
        *(("work", cell(row["id"]), cell(row["title"])) for row in view["rows"]),
    ]
