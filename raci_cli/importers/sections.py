"""Rows that head others: which rows without letters are phases, and which are steps that nobody has yet."""

import re
from collections.abc import Sequence

from raci_cli.importers.shape import Shape
from raci_cli.importers.tables import Facts

_NUMBERED = re.compile(r"\s*((?:\d{1,4}|[A-Z])(?:\.\d{1,4}){0,6})[.):]?\s")
_ENOUGH = 1.5
_LOUD = 3
_SAME = 2  # cells that a merged one may fill


def bare_rows(found: Facts, shape: Shape, taken: Sequence[int]) -> tuple[list[int], list[int]]:
    """The rows with text in which no taken column has anything (or only says nobody), and those that have."""
    bare: list[int] = []
    full: list[int] = []
    for y in range(shape.first, shape.last):
        kinds = found.kinds[y]
        if not kinds.strip(" NK") and not any(kinds[x] == "N" for x in taken):
            continue
        texts = [cell.text for cell in found.rows[y] if cell.text]
        same = len(texts) > 2 and len(set(texts)) == 1 and "T" in kinds  # noqa: PLR2004 - a merged cell said again
        (bare if same or all(kinds[x] in " NK" for x in taken) or _spans(found, y, taken) else full).append(y)
    return bare, full


def sections(found: Facts, shape: Shape, taken: Sequence[int]) -> dict[int, float]:
    """The rows that are headings of those below, with how sure that is."""
    bare, full = bare_rows(found, shape, taken)
    if not bare or not full:
        return {}
    sure: dict[int, float] = {}
    filled = set(full)
    order = sorted([*bare, *full])
    after = dict(zip(order, [*order[1:], -1], strict=True))
    loud = _habits(found, full, shape)
    ordinary = 0.5 * (len(bare) > 1) + 0.5 * (order[0] in bare)
    for y in bare:
        score = ordinary + _signs(found, shape, y, taken, loud)
        score += 1 if after[y] in filled else -3 if after[y] < 0 else -0.5
        score += 0.5 * (y == order[0]) + _numbers(found, shape, y, after[y])
        if score > _ENOUGH:
            sure[y] = round(min(0.98, 0.6 + 0.1 * (score - _ENOUGH)), 2)
    return sure


def section_text(found: Facts, y: int) -> str:
    """The text of a heading row."""
    texts = dict.fromkeys(
        " ".join(cell.text.split())
        for cell, kind in zip(found.rows[y], found.kinds[y], strict=True)
        if kind not in " NK"
    )
    return " ".join(texts)


def _spans(found: Facts, y: int, taken: Sequence[int]) -> bool:
    """Whether a cell of the row lies across most of the taken columns, with text that is no letter."""
    return any(
        cell.columns * 2 > len(taken)
        and cell.columns > 1
        and kind in "TWD"
        and x + cell.columns > taken[len(taken) // 2]
        for x, (cell, kind) in enumerate(zip(found.rows[y], found.kinds[y], strict=True))
    )


def _habits(found: Facts, full: Sequence[int], shape: Shape) -> dict[str, bool]:
    """What the titles of ordinary rows usually are."""
    title = next((column.place for column in shape.of("title")), 0)
    cells = [found.rows[y][title] for y in full if found.rows[y][title].text]
    half = len(cells) / 2
    return {
        "bold": sum(cell.bold for cell in cells) > half,
        "head": sum(cell.head for cell in cells) > half,
        "loud": sum(cell.text.isupper() for cell in cells) > half,
        "colon": sum(cell.text.rstrip().endswith(":") for cell in cells) > half,
    }


def _signs(found: Facts, shape: Shape, y: int, taken: Sequence[int], habits: dict[str, bool]) -> float:
    """How much a row looks like a heading among the ordinary ones."""
    row, kinds = found.rows[y], found.kinds[y]
    cell = next((cell for cell, kind in zip(row, kinds, strict=True) if kind not in " NK"), row[0])
    marked = sum(kinds[x] == "N" for x in taken)
    score = 0.5 if not marked else -4.0
    score += (
        3.0
        if _spans(found, y, taken) or (kinds.count("T") > _SAME and len({c.text for c in row if c.text}) == 1)
        else 0.0
    )
    score += 2.0 if cell.bold and not habits["bold"] else 0.0
    score += 1.0 if cell.head and not habits["head"] else 0.0
    score += 1.0 if len(cell.text) > _LOUD and cell.text.isupper() and not habits["loud"] else 0.0
    score += 1.0 if cell.text.rstrip().endswith(":") and not habits["colon"] else 0.0
    title = {column.place for column in shape.of("title")}
    score -= 1.5 * sum(kinds[column.place] not in " NK" for column in shape.of("notes", "due", "status"))
    if (
        title
        and all(kinds[x] == " " for x in title)
        and any(kinds[column.place] != " " for column in shape.of("phase"))
    ):
        score += 2.0
    return score


def _numbers(found: Facts, shape: Shape, y: int, after: int) -> float:
    """What the numbers of a row and of the next say: `1.` above `1.1` is a heading, `1.2` above `1.3` is not."""
    score = 0.0
    for column in shape.of("number", "id"):
        others = [
            found.kinds[other][column.place] != " "
            for other in range(shape.first, shape.last)
            if found.kinds[other].strip()
        ]
        if sum(others) * 5 >= len(others) * 3:
            score += 1.0 if found.kinds[y][column.place] == " " else -0.5
    mine, next_ = (_NUMBERED.match(section_text(found, row)) if row >= 0 else None for row in (y, after))
    if mine and next_:
        upper, lower = mine[1], next_[1]
        score += 2.0 if lower.startswith(f"{upper}.") else -1.0 if lower.count(".") == upper.count(".") else 0.0
    elif mine and len(mine[1]) == 1:
        score += 0.5
    return score
