"""A matrix as comma- or tab-separated cells: one header row, a row for each step and task, no formula."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from raci_cli.guard import guarded
from raci_cli.reports.views import View
from raci_cli.text import visible

COLUMNS = ("number", "id", "title", "phase", "status", "due")
_DELIMITERS = {"csv": ",", "tsv": "\t"}


def write(_name: str, format_: str, view: View) -> str | bytes:
    """CSV with the mark by which spreadsheets know UTF-8, or TSV without."""
    lines = io.StringIO()
    rows = [[*COLUMNS, *headings(view["parties"], COLUMNS)], *map(_row, view["rows"])]
    writer = csv.writer(lines, delimiter=_DELIMITERS[format_], lineterminator="\n")
    writer.writerows([guarded(visible(cell)) for cell in row] for row in rows)
    return lines.getvalue().encode("utf-8-sig") if format_ == "csv" else lines.getvalue()


def _row(row: View) -> list[str]:
    return [*(row[column] or "" for column in COLUMNS), *row["cells"]]


def headings(parties: Sequence[View], taken: Sequence[str]) -> list[str]:
    """A heading for each party, no two alike, nor like one of `taken`: the name, with its id where that is needed."""
    found = [visible(party["name"]) for party in parties]
    while alike := _alike([*taken, *found]):
        pairs = zip(found, parties, strict=True)
        found = [f"{name} ({visible(party['id'])})" if name.casefold() in alike else name for name, party in pairs]
    return found


def _alike(names: Sequence[str]) -> set[str]:
    return {name for name, number in Counter(name.casefold() for name in names).items() if number > 1}
