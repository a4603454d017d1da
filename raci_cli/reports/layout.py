"""Tables in lines of text: widths in cells, columns that give way in a fixed order, and what is hidden is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from raci_cli.cells import cell_len, clip
from raci_cli.reports.words import day, glyphs, status_word
from raci_cli.text import Look, count, listed, visible

GAP = "  "
_LEAST_TITLE = 16


@dataclass
class Column:
    """A column of a table: heading, cells as (style, text), whether they stand right.

    `least` is what it may shrink to, `gives` when it goes where there is no room: 1 first, 0 never.
    """

    heading: str
    cells: list[tuple[str, str]]
    right: bool = False
    least: int | None = None
    gap: str = GAP
    gives: int = 0
    party: bool = False

    @cached_property
    def width(self) -> int:
        return max([cell_len(self.heading), *(cell_len(text) for _, text in self.cells)])


def table(columns: Sequence[Column], look: Look) -> list[str]:
    """Lines of a table; the column with a `least` width gives way first."""
    widths = [column.width for column in columns]
    too_wide = sum(widths) + sum(len(column.gap) for column in columns[1:]) - (look.width or 10**9)
    for index, column in enumerate(columns):
        if too_wide > 0 and column.least is not None:
            given = min(too_wide, max(0, widths[index] - column.least))
            widths[index] -= given
            too_wide -= given
    rows = zip(*(column.cells for column in columns), strict=True)
    heading = [(column.heading and "dim", column.heading) for column in columns]
    return [_line(columns, widths, row, look) for row in (heading, *rows)]


def _line(columns: Sequence[Column], widths: Sequence[int], row: Sequence[tuple[str, str]], look: Look) -> str:
    parts = []
    for index, (column, width, (style, text)) in enumerate(zip(columns, widths, row, strict=True)):
        cut = clip(text, width, look)
        padding = " " * (width - cell_len(cut))
        last = index == len(columns) - 1 and not column.right
        painted = look.paint(style, cut) if style and cut else cut
        parts.append((column.gap if index else "") + (padding if column.right else "") + painted)
        parts.append("" if column.right or last else padding)
    return "".join(parts).rstrip()


def wrap(words: Sequence[str], look: Look, gap: str = "   ") -> list[str]:
    """Words that are not to be broken, in as few lines as the width allows."""
    lines: list[str] = []
    for word in words:
        if lines and (look.width is None or cell_len(lines[-1] + gap + word) <= look.width):
            lines[-1] += gap + word
        else:
            lines.append(clip(word, look.width or 10**9, look))
    return [visible(line) if line.lstrip().startswith("::") else line for line in lines]


def status_table(view: dict[str, Any], look: Look) -> list[str]:
    """Number, step, status, due, who owns it."""
    steps = view["steps"]
    owner = next((role["name"] for role in view["scheme"]["roles"] if role["owns"]), "owner")
    columns = [
        Column("#", [("dim", step["number"]) for step in steps], right=True),
        Column("STEP", [("", visible(step["title"])) for step in steps], least=_LEAST_TITLE),
        Column("STATUS", [_status(step, look) for step in steps], gives=1),
        Column("DUE", [_due(step, view["as_of"]) for step in steps], gives=2),
        Column(visible(owner).upper(), [_owner(step) for step in steps], least=8),
    ]
    kept, hidden = _fitted(columns, "status", look)
    return [*table(kept, look), *hidden]


def _status(work: dict[str, Any], look: Look) -> tuple[str, str]:
    return work["status"], f"{glyphs(look)[work['status']]} {status_word(work)}"


def _due(step: dict[str, Any], as_of: str) -> tuple[str, str]:
    if step["ongoing"]:
        return "dim", "ongoing"
    if step["status"] == "done":
        return "dim", day(step["done"], as_of)
    late = f"{count(step['late'], 'day')} late" if step["late"] else ""
    return "error" * bool(late), ", ".join(filter(None, [day(step["due"], as_of), late]))


def _owner(step: dict[str, Any]) -> tuple[str, str]:
    names = step["owners"]
    if not names:
        return ("dim", "") if step["status"] == "skipped" else ("error", "nobody")
    return "", visible(names[0]) + (f" +{len(names) - 1}" if len(names) > 1 else "")


def matrix_table(view: dict[str, Any], look: Look) -> list[str]:
    """Number, step, status, a narrow column for each party, and what is broken; names are below."""
    rows, parties = view["rows"], view["parties"]
    styles = {role["letter"]: f"role-{role['colour']}" for role in view["scheme"]["roles"]}
    columns = [
        Column("#", [("dim", row["number"]) for row in rows], right=True),
        Column("STEP", [("dim" * row["task"], "  " * row["task"] + visible(row["title"])) for row in rows],
               least=_LEAST_TITLE, gap=" "),
        Column("STATUS", [_status(row, look) for row in rows], gives=1),
    ]  # fmt: skip
    for index, party in enumerate(parties):
        cells = [(styles.get("".join(row["letters"][index][-1:]), ""), visible(row["cells"][index])) for row in rows]
        gives = 1 + len(parties) - index  # from the right
        columns.append(Column(party["short"], cells, gap=" " if index else GAP, gives=gives, party=True))
    if any(row["break"] for row in rows):
        columns.append(Column("", [("error", visible(row["break"])) for row in rows]))
    kept, hidden = _fitted(columns, "matrix", look)
    return [*table(kept, look), *hidden]


def _fitted(columns: Sequence[Column], report: str, look: Look) -> tuple[list[Column], list[str]]:
    """The columns that there is room for, and a word about those that there is not."""
    kept, gone = list(columns), []
    for column in sorted((column for column in columns if column.gives), key=lambda column: column.gives):
        if look.width is None or _least(kept) <= look.width:
            break
        kept = [other for other in kept if other is not column]
        gone.append(column)
    hidden = [column.heading.lower() for column in gone if not column.party]
    if parties := [column.heading for column in reversed(gone) if column.party]:
        hidden.append(f"{count(len(parties), 'party', 'parties')} ({', '.join(parties)})")
    note = f"Hidden for want of width: {listed(hidden)}; raci report {report} --format md has all."
    return kept, wrap(note.split(" "), look, " ") if hidden else []


def _least(columns: Sequence[Column]) -> int:
    """Cells that the columns take when all have shrunk."""
    widths = [column.width if column.least is None else min(column.width, column.least) for column in columns]
    return sum(widths) + sum(len(column.gap) for column in columns[1:])


def progress_lines(view: dict[str, Any], look: Look, width: int = 10) -> list[str]:
    """Progress as ten blocks, then the counts."""
    progress = view["progress"]
    full = round(width * progress["done"] / progress["total"]) if progress["total"] else 0
    on, off = ("#", ".") if look.ascii_only else ("▰", "▱")
    counts = [
        f"{on * full}{off * (width - full)}  {progress['done']} of {progress['total']} done",
        *(f"{progress[key]} {key}" for key in ("blocked", "late")),
        f"{progress['soon']} due in {progress['soon_days']} days",
    ]
    first, *rest = wrap(counts, look)
    bar = look.paint("done", on * full) + look.paint("dim", off * (width - full))
    return [bar + first[width:], *rest]


def justified(left: str, right: str, look: Look, paint: Callable[[str], str]) -> str:
    """`left` at the start of a line and `right` at its end, or two spaces apart where there is no end."""
    if look.width is None:
        return f"{paint(left)}  {right}"
    left = clip(left, max(1, look.width - cell_len(right) - 2), look)
    return paint(left) + " " * max(2, look.width - cell_len(left) - cell_len(right)) + right
