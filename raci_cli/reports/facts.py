"""The facts about one step, a line of the terminal each: a word, and what holds, wrapped beside it."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from raci_cli.cells import cell_len, wrapped
from raci_cli.reports.layout import status
from raci_cli.reports.words import day, glyphs, status_word
from raci_cli.text import Look, count, listed, plain, visible

View = dict[str, Any]
_ROOM = 15
_LONG = ("Notes", "Guidance")


def step_title(view: View, look: Look) -> list[str]:
    """`4  Review the risk   ✗ blocked, 14 days late`."""
    work = view["work"]
    name = visible(f"{work['of']['number']}.{work['id'].partition('.')[2]}" if work["of"] else work["number"])
    style, said = status(work, look)
    said += f", {count(work['late'], 'day')} late" if work["late"] else ""
    said += ", ongoing" if work["ongoing"] else ""
    start = f"{name}  {visible(work['title'])}"
    if look.width is None or cell_len(start) + cell_len(said) + 3 <= look.width:
        return [f"{look.paint('strong', start)}   {look.paint(style, said)}"]
    lines = wrapped(start, look.width, indent=4)
    return [*(look.paint("strong", "    " * bool(index) + line) for index, line in enumerate(lines)),
            f"    {look.paint(style, said)}"]  # fmt: skip


def dates(view: View, look: Look) -> list[str]:
    """When it is due and began, what it waits for, who waits for it."""
    work, as_of = view["work"], view["as_of"]
    facts = [
        ("Task of", f"{work['of']['number']} {work['of']['title']}" if work["of"] else ""),
        ("Phase", work["phase"] or ""),
        ("Done" if work["done"] else "Due", _due(work, as_of)),
        ("Blocked by", (work["because"] or "no reason given") if work["status"] == "blocked" else ""),
    ]
    links = [("Waits for", view["needs"]), ("Needed by", view["needed_by"]), ("Until", filter(None, [work["until"]]))]
    return [*_facts(facts, look), *(line for word, steps in links for line in _links(word, steps, look))]


def _due(work: View, as_of: str) -> str:
    said = []
    if work["done"]:
        said.append(day(work["done"], as_of))
    if work["due"] and not work["ongoing"]:
        away = "" if work["closed"] else f", {_away(work['due'], as_of)}"
        said.append(f"{'was due ' if work['closed'] else ''}{day(work['due'], as_of)}{away}")
    if work["start"]:
        begun = work["status"] != "not-started"
        said.append(f"{'started' if begun else 'starts' if work['start'] >= as_of else 'start was'} "
                    f"{day(work['start'], as_of)}")  # fmt: skip
    return "; ".join(said)


def _away(due: str, as_of: str) -> str:
    days = (datetime.date.fromisoformat(due) - datetime.date.fromisoformat(as_of)).days
    return "today" if not days else f"in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} ago"


def _links(word: str, links: Iterable[View], look: Look) -> Iterator[str]:
    """Steps, a line each."""
    for index, one in enumerate(links):
        yield from fact("" if index else word, f"{glyphs(look)[one['status']]} {one['number']} {one['title']}", look)


def roles(view: View, look: Look) -> list[str]:
    """Each role of the scheme, its letter first, and who has it."""
    work = view["work"]
    room = max(_ROOM, max(cell_len(visible(f"{role['letter']} {role['name']}")) for role in work["roles"]) + 2)
    lines: list[str] = []
    for role in work["roles"]:
        who = listed([party["name"] for party in role["parties"]])
        who = who or ("nobody yet" if role["owns"] and view["candidates"] else "nobody")
        who += " (as the step)" if role["name"] in work["inherited"] else ""
        lines += fact(f"{role['letter']} {role['name']}", who, look, room=room)
    return lines


def more(view: View, look: Look) -> list[str]:
    """Who may become its owner, who agreed, goals, notes, guidance."""
    work = view["work"]
    who = listed([party["name"] for party in view["candidates"]], "or")
    agreed = "; ".join(f"{one['party']['name']} on {day(one['on'], view['as_of'])}" for one in view["agreed"])
    missing = listed([party["name"] for party in view["asked"]])
    facts = [
        ("Candidates", f"{who}. {work['hint'] or ''}".rstrip() if who else work["hint"] or ""),
        ("Joint", listed([party["name"] for party in work["joint"]])),
        ("Agreed", "; ".join(filter(None, [agreed, f"nobody yet for {missing}" if missing else ""]))),
        ("Goals", "; ".join(goal["measure"] or goal["id"] for goal in view["goals"])),
        ("Notes", work["notes"] or ""),
        ("Guidance", work["guidance"] or ""),
    ]
    return list(_facts(facts, look))


def tasks(view: View, look: Look) -> list[str]:
    """Each task, how far it is, when it is due."""
    lines: list[str] = []
    for task in view["tasks"]:
        sign = glyphs(look)[task["status"]]
        due = f", due {day(task['due'], view['as_of'])}" if task["due"] and not task["closed"] else ""
        late = f", {count(task['late'], 'day')} late" if task["late"] else ""
        said = f"{task['title']} ({task['id'].partition('.')[2]}): {status_word(task)}{due}{late}"
        lines += fact("" if lines else "Tasks", f"{sign} {said}", look)
    return lines


def found(view: View, look: Look) -> list[str]:
    """What a check says about it."""
    lines: list[str] = []
    for one in view["findings"]:
        lines += fact("" if lines else "Findings", f"{one['code']} {one['message']}", look)
    return lines


def _facts(facts: list[tuple[str, str]], look: Look) -> Iterator[str]:
    for word, text in facts:
        if text:
            yield from fact(word, text, look)


def fact(word: str, text: str, look: Look, room: int = _ROOM) -> list[str]:
    """A word, and a text beside it; what is long in a file keeps its paragraphs."""
    flowing = _flowing(text) if look.width else text.strip()
    parts = flowing.split("\n") if word in _LONG else [flowing]
    lines = [line for part in parts for line in wrapped(plain(part, look), look.width, before=room, indent=room)]
    start = visible(word)
    first = look.paint("dim", start) + " " * (room - cell_len(start))
    return [f"{' ' * room if index else first}{line}".rstrip() for index, line in enumerate(lines)]


def _flowing(text: str) -> str:
    """Paragraphs without the line breaks that the file has in them; items of a list keep theirs."""
    return re.sub(r"(?<=\S)[ \t]*\n(?=[^\s*+\-\d])", " ", text.strip())


# What the template calls, by its name; each makes lines from the view.
FACTS = {one.__name__: one for one in (step_title, dates, roles, more, tasks, found)}
