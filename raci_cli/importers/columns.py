"""What the columns of a table hold in which there are no letters and no names: titles, phases, numbers, notes."""

from collections.abc import Callable, Sequence

from raci_cli.importers.lookups import headings, is_heading
from raci_cli.importers.shape import Column, counts, heading_text
from raci_cli.importers.tables import Facts

# What a column could be, as far as it itself says.
_TITLE, _PHASE, _TEXT, _NOTES = "step?", "phase?", "text?", "notes?"


def other_columns(
    found: Facts, header: Sequence[int], first: int, last: int, taken: Sequence[int], says: Callable[[str], None]
) -> list[Column]:
    """What the columns hold that hold no letters and no names: titles, phases, numbers, ids, notes."""
    columns: list[Column] = []
    for x in range(found.width):
        if x in taken:
            continue
        text = heading_text(found, header, x)
        columns.append(Column(x, _kind_of(found, text, x, first, last, taken), text))
    return _with_title(found, columns, first, last, says)


def _kind_of(found: Facts, text: str, x: int, first: int, last: int, taken: Sequence[int]) -> str:
    number = counts(found, x, first, last)
    filled = sum(value for key, value in number.items() if key not in " NK")
    kinds = headings(text)
    if not filled and number.get("K"):
        return ""  # a legend beside the matrix
    if not filled:
        return _empty(text, kinds, after=bool(taken) and x > min(taken) - (1 if kinds else 2))
    told = next((kind for kind in ("number", "id", "status", "due") if kind in kinds), "")
    if not told and not is_heading(text, "step") and number.get("D", 0) == filled:
        told = "number"
    if not told and number.get("F", 0) * 2 > filled and not is_heading(text, "step") and not is_heading(text, "phase"):
        told = "id"
    if not told and is_heading(text, "step"):
        told = _TITLE
    return told or (_PHASE if is_heading(text, "phase") else _NOTES if "notes" in kinds else _TEXT)


def _empty(text: str, kinds: Sequence[str], *, after: bool) -> str:
    """What a column without a text below its heading is: a party that has nothing, where it stands among parties."""
    if kinds and "party" not in kinds:
        return "notes"
    return "party" if text and after else ""


def _with_title(
    found: Facts, columns: list[Column], first: int, last: int, says: Callable[[str], None]
) -> list[Column]:
    """Columns with one of them as the title, those before it that group rows as phases, the others as notes."""
    open_ = [column for column in columns if column.kind.endswith("?")]
    if not open_:
        spare = [
            column
            for column in columns
            if column.kind in ("number", "id", "notes", "status", "due") and _texts(found, column.place, first, last)
        ]
        return [c._replace(kind="title") if spare and c == spare[0] else c for c in columns]
    title = _title(found, open_, first, last, says)
    done = []
    for column in columns:
        kind = column.kind
        if column == title:
            kind = "title"
        elif kind == _PHASE or (kind in (_TITLE, _TEXT) and _groups(found, column.place, title.place, first, last)):
            kind = (
                "phase"
                if _groups(found, column.place, title.place, first, last) or column.place < title.place
                else "notes"
            )
        elif kind.endswith("?"):
            kind = "notes"
        done.append(column._replace(kind=kind))
    phases = [column for column in done if column.kind == "phase"]
    return [c._replace(kind="notes") if c in phases[1:] else c for c in done]


def _texts(found: Facts, x: int, first: int, last: int) -> int:
    return sum(found.kinds[y][x] not in " NK" for y in range(first, last))


def _title(found: Facts, open_: list[Column], first: int, last: int, says: Callable[[str], None]) -> Column:
    """The column of titles: a heading that says so, not one that groups rows where another does not."""
    ranked = []
    for place, column in enumerate(open_):
        distinct = len({found.rows[y][column.place].text for y in range(first, last)} - {""})
        filled = _texts(found, column.place, first, last)
        score = {_TITLE: 4.0, _PHASE: 1.5, _TEXT: 2.0, _NOTES: 0.0}[column.kind] - 0.6 * place
        score += 2.0 * filled / max(1, last - first) + 1.5 * distinct / max(1, filled)
        ranked.append((score, -place, column))
    ranked.sort(key=lambda entry: entry[:2], reverse=True)
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 1:
        says(f"'{ranked[1][2].heading}' may be the titles as well")
    return ranked[0][2]


def _groups(found: Facts, x: int, title: int, first: int, last: int) -> bool:
    """Whether a column's texts stand for several rows each: merged down, blank below, or said again and again."""
    if x > title:
        return False
    filled = [found.rows[y][x].text for y in range(first, last) if found.rows[y][x].text]
    titles = _texts(found, title, first, last)
    return bool(filled) and (len(filled) * 3 <= titles * 2 or len(set(filled)) * 3 <= len(filled) * 2)
