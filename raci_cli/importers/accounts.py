"""What is told of a table that is read: which way it stands, what its columns are, what stands around its steps."""

from collections.abc import Sequence

from raci_cli.importers.lookups import headings, is_heading, is_nobody, words_of
from raci_cli.importers.records import Decision, Grid
from raci_cli.importers.rows import Read
from raci_cli.importers.shape import Column
from raci_cli.importers.views import View
from raci_cli.text import count, short

_LAYOUTS = {"duties": "list", "names": "names-in-cells", "pairs": "names-in-cells"}
_CALLED = {
    "title": "titles", "phase": "phases", "notes": "notes", "number": "numbers", "id": "ids, kept as notes",
    "status": "states", "due": "dates",
}  # fmt: skip
_SURE, _LIKELY, _OPEN, _DOUBTFUL = 0.97, 0.85, 0.7, 0.5
_SHORT = 3  # words of what may be a name


def decisions(view: View, grid: Grid, read: Read, above: Sequence[str]) -> list[Decision]:
    """The guesses by which a table was read; `above` is the text over its heading."""
    name = grid.name
    layout = _LAYOUTS.get(view.layout, "list")
    if view.layout == "letters":
        layout = "steps-in-columns" if view.turned else "steps-in-rows"
    why = view.why or "its headings name roles"
    decided = [Decision(f"orientation of {name}", layout, why, view.sure, "--orientation"), _columns(view, name)]
    title = next((column.heading for column in view.shape.of("title")), "")
    decided += [Decision(f"titles in {name}", title, doubt, 0.6) for doubt in view.doubts]
    if above:
        decided.append(Decision(f"text above {name}", "; ".join(above), "it stands above the heading", 0.8))
    if read.asides:
        why = "notes among or below the steps, which are none"
        decided.append(Decision(f"text in {name}", "; ".join(read.asides), why, 0.8))
    if read.phases:
        why, sure = "rows without letters that head those below", min(read.phases.values())
        decided.append(Decision(f"phases in {name}", f"{len(read.phases)} rows", why, sure))
    return decided


def _columns(view: View, name: str) -> Decision:
    """What each column is, by its heading, and how sure that is."""
    shape = view.shape
    parties = len(shape.of("party"))
    told = [count(parties, "party", "parties")] if parties and view.layout == "letters" else []
    if roles := [column for column in shape.of("role") if column.roles]:
        told.append(", ".join(f"{_shown(column)} as {' and '.join(column.roles)}" for column in roles))
    for kind, called in _CALLED.items():
        if found := [_shown(column) for column in shape.of(kind)]:
            parties_there = kind == "title" and view.layout == "duties"
            told.append(f"{'parties' if parties_there else called}: {', '.join(found)}")
    what = f"{'rows' if view.turned else 'columns'} of {name}"
    option = "--parties" if view.layout == "letters" and not view.turned else ""
    odd = [column for column in shape.of("notes", "id", "number") if _is_doubtful(view, column)]
    if odd:
        held = "letters" if view.layout == "letters" else "what may be names"
        why = f"{held} stand below {', '.join(_shown(column) for column in odd)}, which is taken for something else"
        return Decision(what, "; ".join(told), why, _DOUBTFUL, option)
    unknown = [column for column in shape.of("notes", "phase") if not _is_known(column)]
    if unknown:
        shown = ", ".join(_shown(column) for column in unknown)
        why = f"by what stands in them: {shown} is no heading that is known"
        return Decision(what, "; ".join(told), why, _OPEN, option)
    sure = _SURE if all(map(_is_known, shape.of("title"))) else _LIKELY
    return Decision(what, "; ".join(told), "by their headings and what stands below", sure, option)


def _shown(column: Column) -> str:
    return f"'{short(column.heading)}'" if column.heading else "one without a heading"


def _is_known(column: Column) -> bool:
    return bool(headings(column.heading)) or is_heading(column.heading, "step") or is_heading(column.heading, "phase")


def _is_doubtful(view: View, column: Column) -> bool:
    """Whether a column that is no party's holds letters, or short texts under a heading that nobody knows."""
    found, shape = view.facts, view.shape
    rows = [y for y in range(shape.first, shape.last) if found.kinds[y][column.place] not in " NK"]
    if view.layout == "letters":
        return sum(found.kinds[y][column.place] in "LG" for y in rows) * 2 > len(rows)
    if view.layout != "names" or column.kind != "notes" or _is_known(column) or not column.heading:
        return False
    texts = [text for y in rows if not is_nobody(text := found.rows[y][column.place].text)]
    return bool(texts) and sum(words_of(text) <= _SHORT and text[:1].isupper() for text in texts) * 2 > len(texts)
