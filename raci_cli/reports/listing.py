"""The tables of the commands about steps and people."""

from collections.abc import Sequence
from typing import Any

from raci_cli.cells import cell_len, clip, wrapped
from raci_cli.reports import steps as say
from raci_cli.reports.table import LEAST_TITLE, Column, fitting
from raci_cli.text import Look, visible

View = dict[str, Any]
_LONGEST, _LEAST_WHO = 32, 14


def next_table(view: View, look: Look) -> list[str]:
    """Number, step or task, when, who moves it or, for one person, with which letters."""
    works = view["works"]
    columns = [
        Column("#", [("dim", work["of"]["number"] if work["of"] else work["number"]) for work in works], right=True),
        Column("STEP", [("", visible(work["title"])) for work in works], least=LEAST_TITLE),
        Column("WHEN", [_when(work, view["as_of"]) for work in works], gives=2),
        _who(view, look),
    ]
    return fitting(columns, "raci next --json", look)


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
    lines: list[str] = []
    for one in commands:
        start, command = f"  {one['what']}:", visible(one["command"])
        if look.width is None or room + cell_len(command) <= look.width:
            lines.append(start.ljust(room) + command)
        else:
            lines += [start, *(f"    {line}" for line in wrapped(command, look.width, before=4, indent=4))]
    return lines
