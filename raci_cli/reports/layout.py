"""What reports show on a terminal: the tables of a status and a matrix, progress, the line at the top."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from raci_cli.cells import cell_len, clip, wrapped
from raci_cli.reports.table import GAP, LEAST_TITLE, Column, Narrow, fitting, wrap
from raci_cli.reports.words import day, day_short, glyphs, status_word
from raci_cli.text import Look, plain, visible

_TITLE = 20
_LEAST_ABOUT = 16
_LONGEST_OWNER = 24
# A count such as `0 A` says what these rules find, or makes up for it.
COUNTED = frozenset(("RACI101", "RACI102", "RACI103", "RACI106", "RACI108"))
View = dict[str, Any]


def status_table(view: View, look: Look) -> list[str]:
    """Number, step, status, due, who owns it."""
    steps = view["steps"]
    columns = [
        Column("#", [("dim", step["number"]) for step in steps], right=True),
        Column("STEP", [("", visible(step["title"])) for step in steps], least=_TITLE),
        status_column(steps, look, narrows=2, gives=5),
        Column("DUE", [due(step, view["as_of"]) for step in steps], gives=3),
        _owners(view, look),
    ]
    return fitting(columns, "raci report status --format md", look)


def status_column(works: Sequence[View], look: Look, *, narrows: int, gives: int) -> Column:
    """Sign and word of each status; where there is little room, the sign alone."""
    there = list(dict.fromkeys(work["status"] for work in works))
    words = {work["status"]: status_word(work) for work in works}
    key = tuple(f"{glyphs(look)[status]} {words[status]}" for status in glyphs(look) if status in there)
    narrow = Narrow("", [(work["status"], glyphs(look)[work["status"]]) for work in works], key)
    return Column("STATUS", [status(work, look) for work in works], narrow=narrow, narrows=narrows, gives=gives)


def status(work: View, look: Look) -> tuple[str, str]:
    """Sign and word of a status, with its style."""
    return work["status"], f"{glyphs(look)[work['status']]} {status_word(work)}"


def due(work: View, as_of: str) -> tuple[str, str]:
    """When it was done or is due, and by how many days that is past, with its style."""
    if work["ongoing"]:
        return "dim", "ongoing"
    if work["status"] == "done":
        return "dim", day(work["done"], as_of)
    late = f"{work['late']} d late" if work["late"] else ""
    return "error" * bool(late), ", ".join(filter(None, [day(work["due"], as_of), late]))


def _owners(view: View, look: Look) -> Column:
    """Who owns each step; where there is little room by the initials."""
    role = next((role for role in view["scheme"]["roles"] if role["owns"]), {"name": "owner", "letter": "O"})
    shorts = {party["name"]: party["short"] for party in view["matrix"]["parties"]}
    named = dict.fromkeys(step["owners"][0] for step in view["steps"] if step["owners"])
    key = tuple(visible(f"{shorts[name]} {name}") for name in named)
    cells = [_owner(step, look, {}) for step in view["steps"]]
    narrow = Narrow(visible(role["letter"]), [_owner(step, look, shorts) for step in view["steps"]], key)
    return Column(visible(role["name"]).upper(), cells, narrow=narrow, narrows=1, gives=4)


def _owner(step: View, look: Look, shorts: dict[str, str]) -> tuple[str, str]:
    names = step["owners"]
    if not names:
        return ("dim", "") if step["status"] == "skipped" else ("error", "nobody")
    name = visible(shorts.get(names[0], names[0]))
    shown = clip(name, _LONGEST_OWNER, look) if look.width else name
    return "", shown + (f" +{len(names) - 1}" if len(names) > 1 else "")


def matrix_table(view: View, look: Look, *, grouped: bool = False) -> list[str]:
    """Number, step, status, a narrow column for each party, and what is broken; names are below."""
    rows = view["rows"]
    columns = [
        Column("#", [("dim", row["number"]) for row in rows], right=True),
        Column("STEP", [("dim" * row["task"], "  " * row["task"] + visible(row["title"])) for row in rows],
               least=LEAST_TITLE, gap=" "),
        status_column(rows, look, narrows=1, gives=len(view["parties"]) + 3),
        *_parties(view, grouped=grouped),
    ]  # fmt: skip
    if any(map(broken, rows)):
        columns.append(_broken(rows))
    return fitting(columns, "raci report matrix --format md", look)


def broken(row: View) -> list[str]:
    """What is wrong with the roles of a row: the counts that are not as they should be, then the codes of the rest."""
    return [*row["counts"], *(code for code in row["findings"] if not row["counts"] or code not in COUNTED)]


def _broken(rows: Sequence[View]) -> Column:
    """What is wrong with each row; where there is little room the first of it, and how much there is besides."""
    wrong = [[visible(word) for word in broken(row)] for row in rows]
    firsts = ["".join(words[:1]) + (f" +{len(words) - 1}" if len(words) > 1 else "") for words in wrong]
    narrow = Narrow("", [("error", first) for first in firsts])
    return Column("", [("error", ", ".join(words)) for words in wrong], narrow=narrow, narrows=1)


def _parties(view: View, *, grouped: bool) -> Iterator[Column]:
    """A column for each party; from the right, they go where there is no room."""
    styles = {role["letter"]: f"role-{role['colour']}" for role in view["scheme"]["roles"]}
    left = len(view["parties"])
    for name, inner in in_groups(view["parties"], grouped=grouped):
        for index, (place, party) in enumerate(inner):
            held = [(styles.get("".join(row["letters"][place][-1:]), ""), row["cells"][place]) for row in view["rows"]]
            cells = [(style, visible(text)) for style, text in held]
            narrow = Narrow(party["short"], [(style, visible(text.replace("/", ""))) for style, text in held])
            gap, group = " " if index else GAP, visible(name)
            yield Column(party["short"], cells, False, None, gap, narrow, 2, 2 + left, party=True, group=group)
            left -= 1


def in_groups(parties: Sequence[View], *, grouped: bool) -> list[tuple[str, list[tuple[int, View]]]]:
    """Teams, then the people of each team, then all others: the name of each group, and its parties with their places.

    All in one where that is not wanted.
    """
    placed = list(enumerate(parties))
    if not grouped:
        return [("", placed)]
    order = list(dict.fromkeys(party["team"]["id"] for party in parties if party["team"]))

    def rank(one: tuple[int, View]) -> tuple[int, int]:
        party = one[1]
        if party["kind"] == "team":
            return 0, 0
        return (1, order.index(party["team"]["id"])) if party["team"] else (2, 0)

    found = [list(same) for _, same in groupby(sorted(placed, key=rank), key=rank)]
    return [(inner[0][1]["team"]["name"] if rank(inner[0])[0] == 1 else "", inner) for inner in found]


def letters_key(view: View, look: Look) -> list[str]:
    """The letters of the scheme."""
    return wrap([visible(f"{role['letter']} {role['name']}") for role in view["scheme"]["roles"]], look, "  ")


def legend(view: View, look: Look, *, grouped: bool = False) -> list[str]:
    """The letters of the scheme, and who stands above which column."""
    lines = letters_key(view, look)
    for name, inner in in_groups(view["parties"], grouped=grouped):
        keys = [visible(f"{party['short']} {party['name']}") for _, party in inner]
        start = f"{visible(name)}:"
        together = look.width is None or cell_len(f"{start} {keys[0]}") <= look.width
        if name:
            keys[:1] = [f"{start} {keys[0]}"] if together else [start, keys[0]]
        lines += wrap(keys, look)
    return lines


def progress_lines(view: View, look: Look, width: int = 10) -> list[str]:
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


def title(view: View, look: Look, name: str = "") -> list[str]:
    """Name, of the project with what it is about if no other is given, and day."""
    shown = visible(name or view["project"]["name"] or "No name")
    about = "" if name else visible(view["project"]["summary"] or "")
    on = day_short(view["as_of"])
    if look.width is None:
        return [look.paint("strong", shown) + (f"  {about}" if about else "") + f"  {on}"]
    shown = clip(shown, max(1, look.width - cell_len(on) - 2), look)
    room = look.width - cell_len(shown) - cell_len(on) - 4
    about = f"  {clip(about, room, look)}" if about and room >= _LEAST_ABOUT else ""
    gap = " " * max(2, look.width - cell_len(shown + about) - cell_len(on))
    return [look.paint("strong", shown) + look.paint("dim", about) + gap + on]


def verdict_lines(verdict: View, look: Look) -> list[str]:
    """Word and colour, then why."""
    said = f"{verdict['word']} ({verdict['colour']}{', set by hand' if verdict['set'] else ''})"
    why = plain(verdict["why"], look)
    if verdict["set"]:
        why += f" By rule: {verdict['computed']}. {plain(verdict['computed_why'], look)}"
    first, *rest = wrapped(f"{said}. {why}", look.width)
    return [first.replace(said, look.paint(verdict["colour"], said), 1), *rest]


def paragraph(text: str, look: Look) -> list[str]:
    """Lines of at most the width, the following ones indented as the first."""
    indent = len(text) - len(text.lstrip(" "))
    lines = wrapped(plain(text.strip(" "), look), look.width, before=indent, indent=indent)
    return [f"{' ' * indent}{line}" for line in lines]
