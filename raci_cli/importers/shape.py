"""Where in a table its heading stands and what its columns hold, with a step in each row."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from raci_cli.importers import cells
from raci_cli.importers.lookups import camel, headings, is_heading, is_nobody, may_be_party, normal
from raci_cli.importers.records import Cell
from raci_cli.importers.schemes import Alphabet
from raci_cli.importers.tables import Facts

KINDS = ("title", "number", "id", "phase", "notes", "status", "due", "letter", "party", "holder", "role", "")
_HEADER_ROWS = 40  # how far down a heading is looked for
_MOST_HEADERS = 3
_FEWEST_ROLES, _MOST_HEADED = 2, 60  # texts in a heading that names roles
# Words for roles that head other columns as often.
_WEAK = (
    "owner, owners, approver, approves, approval, decision, decide, input, information, support, review,"
    " reviewer, manager, sign off, does, do, lead, helper, control, quality, entscheidung, verantwortung,"
    " freigabe, decision maker, info, supports, signs, perform, referente, autoridad, responsabile, acteur,"
    " decider, agree, verification, participant, consultant, consultation, assignee, verifier, pilote, actor,"
    " expert, driver, suggest, recommend, decisore, contributor, contributors, raci"
)


class Column(NamedTuple):
    """What a column holds: `kind` is one of KINDS; `role` names the role of a column of names."""

    place: int  # of the column, from 0
    kind: str
    heading: str
    roles: tuple[str, ...] = ()


class Shape(NamedTuple):
    """A heading and the rows beneath it: `header` are the heading's rows, `first` to before `last` the body."""

    header: tuple[int, ...]
    first: int
    last: int
    columns: tuple[Column, ...]

    def of(self, *kinds: str) -> list[Column]:
        """The columns of these kinds."""
        return [column for column in self.columns if column.kind in kinds]


def heading_roles(text: str, alphabet: Alphabet) -> tuple[str, ...]:
    """The roles that a heading names: `Responsible (R)`, `role_accountable`, `R/A`."""
    bare = camel(text.replace(":", " ").replace("=", " ").replace("_", " ").replace("\n", " ").strip())
    if not bare or len(bare) > cells.LONGEST_CELL or is_nobody(bare):
        return ()
    told = bare.rpartition("(")[2].rstrip(") ").strip() if bare.endswith(")") else ""
    several = [part.strip() for part in re.split(r"[/,&+]", told)]
    if "(" in bare and all(part in alphabet.letters for part in several):  # `Verantwortung (A)`: the letters decide
        return alphabet.sorted(alphabet.letters[part] for part in several)
    if len(bare) > 1 and bare.isalpha() and bare.isupper() and not alphabet.word(bare):
        return ()  # `AI` and `CIA` are names
    reading = cells.read(bare, alphabet)
    if reading.roles and reading.notes:
        word = alphabet.word(bare.split("(")[0]) if "(" in bare else None
        return (word,) if word else ()
    return reading.roles


@cache
def _weak() -> frozenset[str]:
    return frozenset(normal(word) for word in _WEAK.split(","))


def is_strong(text: str) -> bool:
    """Whether a heading is a role and hardly anything else: `Accountable` is, `Owner` may be any owner."""
    bare = normal(text.partition("(")[0] or text.replace("(", "").replace(")", ""))
    return bool(bare) and bare not in _weak()


def named_header(
    found: Facts, alphabets: Sequence[Alphabet]
) -> tuple[int, dict[int, tuple[str, ...]], Alphabet] | None:
    """The row whose cells name roles, under which names may stand: the row, the roles of its columns, the alphabet."""
    best: tuple[int, int, dict[int, tuple[str, ...]], Alphabet] | None = None
    for y in range(min(len(found.rows), _HEADER_ROWS if not found.headed else found.headed + 1)):
        if y == found.headed > 0 and any(sum(kind != " " for kind in found.kinds[row]) > 1 for row in range(y)):
            break  # the source says where the heading is
        if y > 1 and any(kind in "LG" for kind in found.kinds[y - 1]):
            break  # letters stand above
        if not _FEWEST_ROLES <= sum(character in "LGVWTK" for character in found.kinds[y]) <= _MOST_HEADED:
            continue
        for alphabet in alphabets:
            named = named_roles(found.rows[y], alphabet)
            if any(kind == "L" and x not in named for x, kind in enumerate(found.kinds[y])):
                continue  # a row of letters, of which this scheme has some
            if y and _goes_on(found, y, [x for x, roles in named.items() if roles]):
                continue  # a row of words for letters, as those below
            different = set(filter(None, named.values()))
            strong = sum(1 for x, roles in named.items() if roles and is_strong(found.rows[y][x].text))
            enough = (len(different) >= 2 and strong >= min(2, len(different))) or (len(different) >= 3 and strong >= 1)  # noqa: PLR2004
            enough = enough or len(different) == len(alphabet.order) > 3  # noqa: PLR2004 - every role of a scheme
            size = sum(map(bool, named.values()))
            if enough and _are_told_apart(found.rows[y], named) and (best is None or size > best[0]):
                best = (size, y, named, alphabet)
    return best[1:] if best else None


def _goes_on(found: Facts, y: int, columns: Sequence[int]) -> bool:
    """Whether what stands below a row, in these columns, are words for letters as well."""
    kinds = [found.kinds[row][x] for row in range(y + 1, len(found.rows)) for x in columns]
    said = [kind for kind in kinds if kind not in " N"]
    return bool(said) and sum(kind in "VLGW" for kind in said) * 2 > len(said)


def _are_told_apart(row: Sequence[Cell], named: dict[int, tuple[str, ...]]) -> bool:
    """Whether headings for one role may be several columns for it: `Responsible`, `Responsible (backup)`."""
    same: dict[tuple[str, ...], list[int]] = {}
    for x, roles in named.items():
        same.setdefault(roles, []).append(x)
    return all(
        len(places) == 1 or all(is_strong(row[x].text) for x in places) for roles, places in same.items() if roles
    )


def named_roles(row: Sequence[Cell], alphabet: Alphabet) -> dict[int, tuple[str, ...]]:
    """The roles that cells name; where two name the same, one takes another that its word may mean.

    A weak word beside the very name of its role, such as `Owner` beside `Accountable`, has none.
    """
    first = next((x for x, cell in enumerate(row) if cell.text), 0)
    named = {
        x: roles
        for x, cell in enumerate(row)
        if not (x == first and is_heading(cell.text, "step")) and (roles := heading_roles(cell.text, alphabet))
    }
    letters = [x for x in named if row[x].text.strip() in alphabet.letters]
    if len(letters) > 1 and len(letters) * 2 > len(named):
        named = {x: named[x] for x in letters}
    for x, roles in named.items():
        if len(roles) == 1 and list(named.values()).count(roles) > 1 and normal(row[x].text) != roles[0]:
            free = [role for role in alphabet.words(row[x].text) if (role,) not in named.values()]
            named[x] = (free[0],) if free else roles
    exact = {roles for x, roles in named.items() if is_strong(row[x].text)}
    return {x: () if roles in exact and not is_strong(row[x].text) else roles for x, roles in named.items()}


def counts(found: Facts, x: int, first: int, last: int) -> dict[str, int]:
    """How many cells of each kind a column has from `first` to before `last`."""
    counted: dict[str, int] = {}
    for y in range(first, last):
        key = found.kinds[y][x]
        counted[key] = counted.get(key, 0) + 1
    return counted


def letter_columns(found: Facts, first: int, last: int) -> list[int]:
    """The columns in which letters stand rather than anything else."""
    columns = []
    for x in range(found.width):
        number = counts(found, x, first, last)
        letters = sum(number.get(key, 0) for key in "LGV")
        weak = number.get("W", 0)
        undecided = _undecided(found, x, first, last)
        others = number.get("T", 0) + number.get("D", 0) + number.get("F", 0) - undecided
        if undecided > others + letters and x and may_be_party(heading_text(found, range(first), x)):
            letters += undecided  # `A?`, `TBD`: a party of whom nothing is decided yet
        alone = weak == 1 and x > 0 and not others and _has_a_noted_letter(found, x, first, last)
        if (
            letters + weak
            and letters + weak >= others
            and (letters or weak > 1 or alone)
            and _is_open(found, x, first, last)
        ):
            columns.append(x)
    return columns


def _has_a_noted_letter(found: Facts, x: int, first: int, last: int) -> bool:
    """Whether a column that may be a party's holds a letter with a note in brackets."""
    noted = any(found.kinds[y][x] == "W" and found.rows[y][x].text[1:].lstrip()[:1] == "(" for y in range(first, last))
    return noted and may_be_party(heading_text(found, range(first), x))


def _undecided(found: Facts, x: int, first: int, last: int) -> int:
    """How many cells of a column say that letters are still to come: `A?`, `TBD`."""
    return sum(found.kinds[y][x] == "T" and cells.is_undecided(found.rows[y][x].text) for y in range(first, last))


def _is_open(found: Facts, x: int, first: int, last: int) -> bool:
    """Whether the heading above a column leaves room for letters: an id, a priority or a note does not."""
    above = [found.rows[y][x].text for y in range(max(0, first - _MOST_HEADERS), first)]
    kinds = {kind for text in above if text for kind in headings(text)}
    leads = not any(found.rows[y][left].text for y in range(max(0, first - _MOST_HEADERS), first) for left in range(x))
    if leads and kinds & {"step", "party"} and "letter" not in kinds:
        return False  # steps that are called A, B and C
    if not kinds or "party" in kinds or "letter" in kinds:
        return True
    if kinds & {"number", "id"}:
        return _all_letters(found, x, first, last, again=leads)
    core = sum(found.kinds[y][x] in "LG" and _core(found.rows[y][x].text) for y in range(first, last))
    filled = sum(found.kinds[y][x] not in " NK" for y in range(first, last))
    return core * 5 >= filled * 4


def _all_letters(found: Facts, x: int, first: int, last: int, *, again: bool) -> bool:
    """Whether a column below `Line` or `Key` holds letters of RACI and nothing else; `again`: one of them twice."""
    texts = [found.rows[y][x].text for y in range(first, last) if found.kinds[y][x] not in " NK"]
    lettered = all(found.kinds[y][x] in "LG NK" for y in range(first, last)) and all(map(_core, texts))
    return lettered and bool(texts) and (not again or len(set(texts)) < len(texts))


def _core(text: str) -> bool:
    return set(text.upper()) & set("RACI") != set()


def first_letters(found: Facts, start: int = 0) -> int | None:
    """The first row from `start` on in which letters stand, headings left aside."""
    declared = found.headed if start == 0 else start
    for letters in ("LG", "LGVW"):
        for y in range(max(start, declared), len(found.rows)):
            kinds = found.kinds[y] if y > start or declared else found.kinds[y].replace("G", "T")
            number = sum(kind in letters for kind in kinds)
            others = sum(kind == "T" for kind in kinds[1:])
            words = kinds.count("V")
            number += words if "V" not in letters and y > start and words >= others else 0
            if number and number * 2 >= others and not _looks_like_heading(found, y, number):
                return y
    return None


def _looks_like_heading(found: Facts, y: int, letters: int) -> bool:
    """Whether a row with letters is the heading above roles called A, B and C, or R, A, C and I over marks or names."""
    corner = next((cell.text for cell in found.rows[y] if cell.text), "")
    filled = sum(kind not in " K" for kind in found.kinds[y])
    if y == 0 and (is_heading(corner, "step") or is_heading(corner, "party")) and letters >= filled - 1 > 0:
        return True
    return y == 0 and bool({"step", "party", "number"} & set(headings(corner))) and filled == found.width


def header_rows(found: Facts, first: int, columns: Sequence[int], start: int = 0) -> tuple[int, ...]:
    """The rows above the first letters that head these columns, the lowest last."""
    rows: list[int] = []
    if found.headed and start == 0:  # the source says where the heading is: only a second row may stand below
        start, first = 0, min(first, next((y for y in range(found.headed, first) if _ends(found, y, columns)), first))
    for y in range(first - 1, start - 1, -1):
        texts = sum(found.kinds[y][x] not in " NKM" for x in columns)
        lowest = not rows and 0 < len(columns) <= texts * 2
        above = 0 < len(rows) < _MOST_HEADERS and texts > 0 and _heads(found, y, columns, texts)
        if lowest or above:
            rows.append(y)
        elif rows:
            break
    if not rows and found.headed and start == 0 and first >= found.headed:
        rows = [y for y in range(found.headed) if any(kind != " " for kind in found.kinds[y])][::-1]
    return tuple(reversed(rows))


def _ends(found: Facts, y: int, columns: Sequence[int]) -> bool:
    """Whether a row below a heading is none itself: fewer than half of the columns have a text."""
    return sum(found.kinds[y][x] in "TV" for x in columns) * 2 < len(columns)


def _heads(found: Facts, y: int, columns: Sequence[int], texts: int) -> bool:
    """Whether a row above a heading belongs to it: several texts, or merged cells over the columns."""
    several = len({found.rows[y][x].text for x in columns if found.rows[y][x].text}) > 1
    merged = any(1 < found.rows[y][x].columns < len(columns) for x in columns)
    return (several and (texts * 2 >= len(columns) or merged)) or (merged and texts > 1)


def heading_text(found: Facts, header: Sequence[int], x: int) -> str:
    """The text at the head of a column, the lowest that there is; a cell merged down counts where it begins."""
    for y in reversed(header):
        if found.rows[y][x].text:
            return " ".join(found.rows[y][x].text.split())
    return ""
