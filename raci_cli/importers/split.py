"""A sheet that holds several tables, one above the other, as one table each."""

from raci_cli.importers.lookups import headings
from raci_cli.importers.records import Grid
from raci_cli.importers.tables import Facts, facts, trimmed

_FEWEST = 2


def pieces(grid: Grid) -> list[Grid]:
    """The tables in a grid; one unless a second heading stands between letters, or above other columns."""
    rows, headed = trimmed(grid)
    if len(rows) < _FEWEST * 2:
        return [grid]
    found = facts(rows, headed)
    cuts = [0]
    lettered = False
    for y in range(len(rows)):
        if _letters(found, y):
            lettered = True
        elif lettered and _is_header(found, y):
            start = y
            while start > cuts[-1] + 1 and not _letters(found, start - 1) and _filled(found, start - 1) == 1:
                start -= 1  # a title above the heading
            cuts.append(start)
            lettered = False
    if len(cuts) == 1:
        return [grid]
    ends = [*cuts[1:], len(rows)]
    return [
        grid._replace(
            rows=rows[start:end], headed=headed if start == 0 else 0, place=rows[start][0].place or grid.place
        )
        for start, end in zip(cuts, ends, strict=True)
    ]


def _letters(found: Facts, y: int) -> bool:
    kinds = found.kinds[y]
    return sum(kind in "LGW" for kind in kinds) > 0 and not _is_named(found, y)


def _filled(found: Facts, y: int) -> int:
    return sum(kind not in " NK" for kind in found.kinds[y])


def _is_empty(found: Facts, y: int) -> bool:
    return y < 0 or not found.kinds[y].strip()


def _is_named(found: Facts, y: int) -> bool:
    first = next((cell.text for cell in found.rows[y] if cell.text), "")
    return bool({"step", "party"} & set(headings(first))) and found.kinds[y].count("T") > 1


def _is_header(found: Facts, y: int) -> bool:
    """Whether a row heads the rows below: several texts, letters soon below them, and a gap or a step's heading."""
    texts = [x for x, kind in enumerate(found.kinds[y]) if kind in "TV"]
    if len(texts) <= _FEWEST and not (len(texts) == _FEWEST and _is_named(found, y)):
        return False
    if any("?" in found.rows[y][x].text for x in texts):
        return False
    gap = _is_empty(found, y - 1) or (_filled(found, y - 1) == 1 and _is_empty(found, y - 2))
    if not gap and not _is_named(found, y):
        return False
    below = range(y + 1, min(len(found.rows), y + 4))
    over = {x for row in below for x, kind in enumerate(found.kinds[row]) if kind in "LG"}
    return len(over & set(texts)) * 2 >= len(over) > 0
