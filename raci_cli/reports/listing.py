"""The tables of the commands about steps and people."""

from collections.abc import Sequence
from typing import Any

from raci_cli.cells import cell_len, clip, wrapped
from raci_cli.reports import steps as say
from raci_cli.reports.layout import due, status_column
from raci_cli.reports.table import LEAST_TITLE, Column, Narrow, fitting, sections
from raci_cli.text import Look, listed, visible

View = dict[str, Any]
_LONGEST, _LEAST_WHO, _LEAST_STEP = 32, 14, 24


def next_table(view: View, look: Look) -> list[str]:
    """Number, step or task, when, who moves it or, for one person, with which letters."""
    works = view["works"]
    columns = [
        _numbers(works),
        Column("STEP", [("", visible(work["title"])) for work in works], least=LEAST_TITLE),
        Column("WHEN", [_when(work, view["as_of"]) for work in works], gives=2),
        _who(view, look),
    ]
    return fitting(columns, "raci next --json", look)


def _numbers(works: Sequence[View]) -> Column:
    """What a step or task can be called; where there is little room, a task is named by its step's number alone."""
    steps = [("dim", work["of"]["number"] if work["of"] else work["number"]) for work in works]
    whole = [("dim", visible(number + (f".{work['id'].partition('.')[2]}" if work["of"] else "")))
             for (_, number), work in zip(steps, works, strict=True)]  # fmt: skip
    return Column("#", whole, narrow=Narrow("#", steps), narrows=1)


def _who(view: View, look: Look) -> Column:
    works, person = view["works"], view["person"]
    if person:
        return Column("AS", [("", visible(_as(work, person))) for work in works], least=_LEAST_WHO)
    return Column("WHO MOVES IT", [_mover(work, look) for work in works], least=_LEAST_WHO, gives=1)


def _when(work: View, as_of: str) -> tuple[str, str]:
    style = "error" if work["late"] or work["status"] == "blocked" else ""
    return style, say.moment(work, as_of)


def _mover(work: View, look: Look) -> tuple[str, str]:
    if not work["movers"]:
        return "error", "nobody"
    name = visible(work["movers"][0]["name"])
    more = f" +{len(work['movers']) - 1}" if len(work["movers"]) > 1 else ""
    return "", (clip(name, _LONGEST, look) if look.width else name) + more


def _as(work: View, person: View) -> str:
    """`R/A`; with the name of the team, or of its people, where it is theirs."""
    between = " " if person["kind"] == "team" else " as "

    def said(one: View) -> str:
        other = one["party"]["id"] != person["id"]
        return "/".join(one["letters"]) + (between + one["party"]["name"] if other else "")

    return ", ".join(map(said, work["mine"]))


def typing_lines(commands: Sequence[View], look: Look) -> list[str]:
    """What can be typed, each behind what it does, or below it where there is more room."""
    room = max((len(one["what"]) for one in commands), default=0) + 5
    typed = [visible(one["command"]) for one in commands]
    beside = look.width is None or all(room + cell_len(command) <= look.width for command in typed)
    lines: list[str] = []
    for one, command in zip(commands, typed, strict=True):
        start = f"  {one['what']}:"
        if beside:
            lines.append(start.ljust(room) + command)
        else:
            lines += [start, *(f"    {line}" for line in wrapped(command, look.width, before=4, indent=4))]
    return lines


def who_table(view: View, look: Look) -> list[str]:
    """The steps and tasks of each role, under its name: number, title, status, when, for which team."""
    works = [work for role in view["roles"] for work in role["works"]]
    columns = [
        _numbers(works),
        Column("STEP", [("", visible(work["title"])) for work in works], least=_LEAST_STEP),
        status_column(works, look, narrows=1, gives=4),
        Column("DUE", [due(work, view["as_of"]) for work in works], gives=3),
    ]
    if any(work["as"] for work in works):
        names = [visible(work["as"]["name"]) if work["as"] else "" for work in works]
        columns.append(Column("AS", [("dim", f"as {name}" if name else "") for name in names], least=12, gives=2))
    heads = [(visible(f"{role['letter']} {role['name']}"), len(role["works"])) for role in view["roles"]]
    return sections(columns, heads, f"raci who {view['person']['id']} --json", look)


def people_table(view: View, look: Look) -> list[str]:
    """Teams with their people: how often in each role, in how much that is open, and what is to be known of them."""
    rows = view["rows"]
    names = ["  " * row["below"] + visible(row["name"]) for row in rows]
    columns = [Column("NAME", [("" if row["below"] else "strong", name) for row, name in zip(rows, names, strict=True)],
                      least=LEAST_TITLE)]  # fmt: skip
    for index, role in enumerate(view["scheme"]["roles"]):
        cells = [("" if row["counts"][index] else "dim", str(row["counts"][index] or ".")) for row in rows]
        columns.append(Column(visible(role["letter"]), cells, right=True, gap=" " if index else "  "))
    columns += [
        Column("OPEN", [("" if row["open"] else "dim", str(row["open"] or ".")) for row in rows], right=True, gives=2),
        Column("NOTE", [("warning" * row["attention"], visible(note(row))) for row in rows], least=8, gives=1),
    ]
    return fitting(columns, "raci people --json", look)


def note(row: View) -> str:
    """What is to be known of somebody: that they left, are no person, have no role, lead a team."""
    said = [
        *(["has left"] if not row["active"] else []),
        *([_KINDS[row["kind"]]] if row["kind"] in _KINDS else []),
        *(["no role"] if row["idle"] else []),
        *(["sponsor"] if row["sponsor"] else []),
        *([f"leads {listed([team['name'] for team in row['leads']])}"] if row["leads"] else []),
        *([f"deputy {row['deputy']['name']}"] if row["deputy"] else []),
    ]
    return ", ".join(said)


_KINDS = {"agent": "software agent", "external": "outside", "unknown": "not declared", "group": "nobody is named"}
