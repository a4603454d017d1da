"""What looks like a matrix and is none: rights, grades, legends, templates."""

from collections import Counter
from collections.abc import Iterable

from raci_cli.importers.lookups import normal
from raci_cli.importers.records import Document, Grid, Heading, Paragraph
from raci_cli.importers.schemes import Alphabet
from raci_cli.importers.shape import heading_roles
from raci_cli.importers.tables import letters_in
from raci_cli.importers.views import View
from raci_cli.model.schemes import SCHEMES

_RIGHTS = frozenset("CRUDWXEAL")
_MOST_RIGHTS = 6
_OWNERS = "RADO"  # letters of which a matrix has one at least
_NAMES = frozenset((
    "raci", "rasci", "rasic", "arci", "daci", "rapid", "mocha", "dri", "pacsi", "paris", "cairo", "racio", "raciq",
    "responsible", "accountable", "responsabilites", "responsibility", "responsibilities", "verantwortlich", "vs",
    "verantwortlichkeiten", "zustandigkeiten", "ответственности", "responsabilidades", "responsabilita", "razi",
))  # fmt: skip


def doubt(view: View, told: frozenset[str], *, named: bool) -> str:
    """Why a table is no matrix after all, or nothing; `told`: letters that a legend explains as roles.

    `named`: the document speaks of a scheme.
    """
    letters = letters_of(view)
    if _is_template(view):
        return "its steps are placeholders"
    if _is_legend(view, letters):
        return "it explains letters"
    if _words(view) >= sum(letters.values()):
        return ""  # words say what they mean
    if _are_rights(view):
        return "its letters are rights to read, write and change"
    return "" if _are_roles(view, letters, told, named=named) else "its letters are hardly those of a scheme"


def _is_legend(view: View, letters: Counter[str]) -> bool:
    """Whether each letter stands once, before a text of its own."""
    column = next(iter(view.shape.of("party", "letter")), None)
    once = bool(letters) and max(letters.values()) == 1
    return view.layout == "single" and once and column == view.shape.columns[0]


def _are_roles(view: View, letters: Counter[str], told: frozenset[str], *, named: bool) -> bool:
    """Whether most letters may be roles, one of those that own or do the work among them."""
    if any({role.letter for role in scheme.roles} == set(letters) for scheme in SCHEMES.values()):
        return True  # every letter of a scheme, and no other
    total = sum(letters.values())
    core = sum(letters[key] for key in {*"RACI", *told})
    owners = letters["A"] + letters["D"] + letters["O"]
    sure = named or (view.layout == "letters" and owners > 0 and core * 5 >= total * 3)
    return sure and core * 2 > total and any(letters[key] for key in {*_OWNERS, *told})


def letters_of(view: View) -> Counter[str]:
    """How often each letter stands in a table."""
    if view.layout not in ("letters", "long", "single"):
        return Counter()
    columns = [column.place for column in view.shape.of("party", "letter")]
    return letters_in(view.facts, columns, view.shape.first)


def words_of(view: View) -> Counter[str]:
    """The headings of a table that name roles, or the cells where these are words rather than letters."""
    if view.layout not in ("names", "marks", "duties"):
        words = Counter(_cell_words(view))
        return words if words.total() > letters_of(view).total() else Counter()
    return Counter(column.heading for column in view.shape.of("role"))


def _cell_words(view: View) -> Iterable[str]:
    columns = [column.place for column in view.shape.of("party", "letter")]
    for y in range(view.shape.first, view.shape.last):
        for x in columns:
            if view.facts.kinds[y][x] == "V":
                yield view.facts.rows[y][x].text


def fits(view: View, alphabet: Alphabet) -> bool:
    """Whether a table's roles, or most of its letters, are of the scheme."""
    if view.layout in ("names", "marks", "duties"):
        return all(heading_roles(column.heading, alphabet) for column in view.shape.of("role"))
    letters = letters_of(view)
    return sum(number for key, number in letters.items() if key in alphabet.letters) * 2 >= sum(letters.values())


def is_named(document: Document) -> bool:
    """Whether a document speaks of a scheme or of its roles."""
    return bool(_NAMES & {word for line in prose(document).split("\n") for word in normal(line[:150]).split()})


def prose(document: Document) -> str:
    """Headings, prose and the tops of tables, where a scheme may be named."""
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            texts.append(block.text[:500])
        elif isinstance(block, Grid):
            texts.append(block.name)
            texts += [cell.text[:100] for row in block.rows[:3] for cell in row[:30]]
    return "\n".join(texts)


def _words(view: View) -> int:
    columns = [column.place for column in view.shape.of("party", "letter")]
    return sum(view.facts.kinds[y][x] == "V" for y in range(view.shape.first, view.shape.last) for x in columns)


def _is_template(view: View) -> bool:
    """Whether all steps are placeholders: `[Task]`, `{task}`, `<task>`."""
    columns = [column.place for column in view.shape.of("title")]
    rows = range(view.shape.first, view.shape.last)
    titles = [text for x in columns for y in rows if (text := view.facts.rows[y][x].text.strip())]
    return bool(titles) and all(title[0] in "[{<" and title[-1] in "]}>" for title in titles)


def _are_rights(view: View) -> bool:
    """Whether letters say who may read, write, create, update and delete: `CRU`, `R/W`."""
    reads = 0
    for row, kinds in zip(view.facts.rows[view.shape.first :], view.facts.kinds[view.shape.first :], strict=True):
        for cell, kind in zip(row, kinds, strict=True):
            if kind in "TL" and len(cell.text) <= 2 * _MOST_RIGHTS:
                if view.layout == "letters" and cell.text.strip() == "W":
                    reads += 1
                letters = {character for character in cell.text if character.isalpha()}
                if 1 < len(letters) <= _MOST_RIGHTS and letters & set("WU") and letters <= _RIGHTS:
                    return True
    return reads > 1
