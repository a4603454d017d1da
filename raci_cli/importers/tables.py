"""A table as a matrix may stand in it: what kind each cell is of, where the heading ends, which columns hold what."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from raci_cli.importers import cells
from raci_cli.importers.legends import in_cells, in_text
from raci_cli.importers.lookups import is_heading, is_mark, is_nobody, joins, letter, may_be_party, normal
from raci_cli.importers.records import Cell, Grid
from raci_cli.importers.schemes import Alphabet, wide

Rows = tuple[tuple[Cell, ...], ...]

LETTERS = "LGV"  # single letters, letters without separators, words
_CORE = frozenset("RASCI")
_FEWEST = 2
_LONGEST_LEGEND = 10
_EXPLAINS = re.compile(r"\s*([A-Z])\s*[=:–—-]\s*[^\W\d_]{2,}\s+\S")
_LONGEST_RUN = 5
_LONGEST_ID = 4


class Facts(NamedTuple):
    """A table with the kind of each cell.

    A kind is one character: space for empty, N nobody, L letters, G letters without separators, V a word for a role,
    W letters with words, F a letter with a number, M a mark, D digits, K a legend, T other text.
    """

    rows: Rows
    kinds: tuple[str, ...]  # a row as a string, a cell as a character
    headed: int
    legend: dict[str, str]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def facts(rows: Rows, headed: int = 0) -> Facts:
    """What the cells of a table are."""
    legend = in_cells(rows)
    plain = [[kind(cell.text) for cell in row] for row in rows]
    lettered = Counter(
        x for y, row in enumerate(plain) for x, key in enumerate(row) if key in "LGW" and (y, x) not in legend.cells
    )
    explained = Counter(x for _, x in legend.cells)
    # `A: approves` is a letter with a note where letters stand above and below it.
    keys = {
        (y, x)
        for y, x in legend.cells
        if len(rows[y][x].text) <= _FEWEST or lettered[x] < explained[x] or len(in_text(rows[y][x].text)) != 1
    }
    keys |= _beside(rows)
    keyed = [["K" if (y, x) in keys else key for x, key in enumerate(row)] for y, row in enumerate(plain)]
    others = _other_letters(rows, keyed)
    kinds = ["".join("L" if (y, x) in others else key for x, key in enumerate(row)) for y, row in enumerate(keyed)]
    return Facts(rows, tuple(kinds), headed, legend.words)


def _other_letters(rows: Rows, kinds: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """The cells with one letter that no scheme has, in columns of nothing but letters, beside other such columns."""
    found: set[tuple[int, int]] = set()
    known = 0
    for x in range(len(rows[0]) if rows else 0):
        below = [y for y in range(1, len(rows)) if kinds[y][x] not in " NKM"]
        plain = [y for y in below if kinds[y][x] == "T" and _is_other_letter(rows[y][x].text)]
        lettered = sum(kinds[y][x] in "LG" for y in below)
        known += lettered > 0
        texts = {rows[y][x].text for y in below}
        again = lettered or len(texts) < len(below)  # `A`, `B`, `E`, `F` are numbers
        head = rows[0][x].text
        if x and plain and again and lettered + len(plain) == len(below) and len(head) > 1 and may_be_party(head):
            found |= {(y, x) for y in plain}
    return found if known else set()


def _is_other_letter(text: str) -> bool:
    return len(text.strip()) == 1 and bool(letter(text.strip()))


def _beside(rows: Rows) -> set[tuple[int, int]]:
    """The columns, as places of cells, in which each cell explains another letter: `R = does the work`."""
    found: set[tuple[int, int]] = set()
    for x in range(len(rows[0]) if rows else 0):
        filled = [(y, row[x].text) for y, row in enumerate(rows) if row[x].text]
        if not _FEWEST < len(filled) <= _LONGEST_LEGEND + 1:
            continue
        if is_heading(filled[0][1], "meaning") or filled[0][1].count(" ") == 0:
            filled = filled[1:]
        signs = [match[1] for _, text in filled if (match := _EXPLAINS.match(text))]
        if len(signs) == len(filled) == len(set(signs)) and len(signs) >= _FEWEST:
            found |= {(y, x) for y, row in enumerate(rows) if row[x].text}
    return found


def transposed(rows: Rows) -> Rows:
    """Rows and columns exchanged, merged cells included."""
    return tuple(
        tuple(
            cell._replace(rows=cell.columns, columns=cell.rows) if cell.rows != cell.columns else cell for cell in row
        )
        for row in zip(*rows, strict=True)
    )


def trimmed(grid: Grid) -> tuple[Rows, int]:
    """The rows of a grid without empty ones at its end, and how many of them are declared as headings."""
    last = len(grid.rows)
    while last and not any(cell.text for cell in grid.rows[last - 1]):
        last -= 1
    return grid.rows[:last], min(grid.headed, last)


_WIDE: list[Alphabet] = []


def _wide() -> Alphabet:
    if not _WIDE:
        _WIDE.append(wide())
    return _WIDE[0]


@lru_cache(maxsize=50_000)
def kind(text: str) -> str:
    """What a cell is, as far as its text alone says; see `Facts`."""
    bare = text.strip()
    tests: tuple[tuple[str, Callable[[str], object]], ...] = (
        (" ", lambda cell: not cell),
        ("T", lambda cell: len(cell) > cells.LONGEST_CELL or ("&" in cell and cells.ENTITY.search(cell))),
        ("N", is_nobody),
        ("M", is_mark),
        ("D", lambda cell: cell.replace(".", "").replace(",", "").isdigit()),
    )
    for key, test in tests:
        if test(bare):
            return key
        if key == "T" and (lettered := _letters(bare)):
            return lettered
    return _with_words(bare)


def _with_words(bare: str) -> str:
    """The kind of a cell that is more than letters."""
    first = cells.parts(bare)[0]
    if first.isalpha() and _is_plain(first) and _wide().word(bare) is None:
        return "T"
    reading = cells.read(bare, _wide())
    if not reading.roles:
        return "T"
    if "word" in reading.help and not reading.notes:
        return "V"
    if len(bare) <= _LONGEST_ID and bare[-1].isdigit():
        return "F"
    lead = next(part for part in cells.parts(bare) if part).strip("()[]*:")
    return (
        "W" if reading.notes and (len(lead) == 1 or _CORE.issuperset(lead) or lead.casefold() in _wide().order) else "T"
    )


@lru_cache(maxsize=5_000)
def _is_plain(first: str) -> bool:
    """Whether a text that begins with this word holds no letters: the word is none, and says no role and not nobody."""
    known = is_nobody(first) or is_mark(first) or normal(first) in joins() or normal(first) in _wide().order
    return not known and not cells.read(first, _wide()).roles


def _letters(text: str) -> str:
    """L or G where a text is nothing but letters of a scheme, or empty."""
    known = _wide().letters
    if len(text) > 1 and is_nobody(text):
        return ""  # `n/a`
    glued = False
    parts = [part for part in cells.parts(text.strip("*[]() ")) if part]
    for part in parts:
        if len(part) == 1 and letter(part) in known and (part != "N" or len(parts) == 1):
            continue
        if is_nobody(part) or (len(parts) > 1 and not any(sign.isalnum() for sign in part)):
            continue
        if len(part) > _LONGEST_RUN or not part.isupper() or len(set(part)) < len(part) or not _CORE.issuperset(part):
            return ""
        glued = True
    if not any(letter(part) in known for part in parts if len(part) == 1) and not glued:
        return ""
    return "G" if glued else "L"


def letters_in(found: Facts, columns: Sequence[int], first: int) -> Counter[str]:
    """How often each single letter stands in these columns from a row on."""
    counted: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for y in range(first, len(found.rows)):
        for x in columns:
            if found.kinds[y][x] in "LGF":
                texts[found.rows[y][x].text] += 1
            elif found.kinds[y][x] == "W":
                texts[found.rows[y][x].text.strip("*[( ")[:1]] += 1
    for text, number in texts.items():
        for part in cells.parts(text.strip("*[]() ")):
            for character in part if part.isupper() else part[:1]:
                if key := letter(character):
                    counted[key] += number
    return counted
