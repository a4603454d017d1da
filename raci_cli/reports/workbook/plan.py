"""Where everything stands in the workbook: columns, rows, headings; and texts as cells can hold them."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from raci_cli.reports.sheets import headings
from raci_cli.reports.views import View
from raci_cli.reports.words import STATUS_WORDS
from raci_cli.text import visible

# Spreadsheets count days from 1900 on, and disagree about the first two months of it.
_FIRST_DAY = "1900-03-01"
_FIELDS = {"number": "#", "id": "Id", "title": "Step", "phase": "Phase", "status": "Status", "due": "Due"}
CHECK = "Check"
# What a cell holds, in units of UTF-16.
LONGEST = 32_767
# Rows and columns are counted from 0, as XlsxWriter does.
TITLE, SUBTITLE, GROUPS, HEAD, FIRST = range(5)


def clipped(text: str, units: int) -> str:
    """The start of a text that is too long for its place; spreadsheets count in units of UTF-16."""
    if 2 * len(text) <= units:  # no character takes more than two
        return text
    encoded = text.encode("utf-16-le")
    return text if len(encoded) <= 2 * units else encoded[: 2 * units - 2].decode("utf-16-le", "ignore") + "…"


def cell(text: str) -> str:
    """A text as a cell holds it."""
    return clipped(visible(text), LONGEST)


def date_in(iso: str | None) -> datetime.date | None:
    """A day that a spreadsheet can reckon with, or None."""
    return datetime.date.fromisoformat(iso) if iso and iso >= _FIRST_DAY else None


def capital(word: str) -> str:
    """A role's name as a heading."""
    return cell(word[:1].upper() + word[1:])


@dataclass(frozen=True)
class Plan:
    """The places of a view's columns and rows in the sheet Matrix."""

    view: View

    @cached_property
    def fields(self) -> dict[str, str]:
        """The keys of a row that have a column before the parties, with its heading."""
        phases = any(row["phase"] for row in self.view["rows"])
        return {key: heading for key, heading in _FIELDS.items() if key != "phase" or phases}

    @cached_property
    def parties(self) -> list[str]:
        """The headings of the parties' columns."""
        return [cell(heading) for heading in headings(self.view["parties"], [*_FIELDS.values(), CHECK])]

    @cached_property
    def roles(self) -> list[View]:
        """The scheme's roles with their letters as cells hold them, and their number from 1 on in defined names."""
        roles = self.view["scheme"]["roles"]
        return [{**role, "letter": cell(role["letter"]), "index": index} for index, role in enumerate(roles, 1)]

    @property
    def first_party(self) -> int:
        return len(self.fields)

    @property
    def check(self) -> int:
        """The column that checks."""
        return self.first_party + len(self.parties)

    @property
    def last(self) -> int:
        """The last row of a step or task."""
        return FIRST + len(self.view["rows"]) - 1

    @property
    def totals(self) -> int:
        """The first row of the sums, after an empty one."""
        return self.last + 2

    def column(self, key: str) -> int:
        """The place of a field's column."""
        return list(self.fields).index(key)

    @cached_property
    def rows(self) -> list[View]:
        """The view's rows, with letters as cells hold them, and `held`: the cells themselves."""
        letters = [[[cell(letter) for letter in held] for held in row["letters"]] for row in self.view["rows"]]
        return [
            {**row, "letters": own, "held": [clipped("/".join(held), LONGEST) for held in own]}
            for row, own in zip(self.view["rows"], letters, strict=True)
        ]

    @cached_property
    def choices(self) -> list[str]:
        """The letters, then what else stands in a cell, then who owns and works."""
        held = [text for row in self.rows for text in row["held"] if text]
        pairs = [
            "/".join(role["letter"] for role in self.roles if role in (owner, worker))
            for owner in self.roles
            for worker in self.roles
            if owner["owns"] and worker["works"]
        ]
        return list(dict.fromkeys([*(role["letter"] for role in self.roles), *held, *pairs]))


def status(row: View) -> str:
    """The status as its drop-down has it."""
    return STATUS_WORDS[row["status"]]
