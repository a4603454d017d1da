"""HTML to blocks: pages, exports of Google Docs and SharePoint, the storage format of Confluence."""

import re
from bisect import bisect_right

from raci_cli.errors import RaciError
from raci_cli.importers import shaping, tags
from raci_cli.importers.confluence import aside, stands_for
from raci_cli.importers.records import Block, Document, Heading, Item, Listing, Paragraph
from raci_cli.importers.running import Running
from raci_cli.importers.spans import Raw, Row, laid_out

_LISTS = frozenset(("ul", "ol", "ac:task-list"))
_ITEMS = frozenset(("li", "ac:task"))
_SECTIONS = frozenset(("thead", "tbody", "tfoot"))
_IN_TABLE = frozenset(("tr", "td", "th")) | _SECTIONS
_BREAKING = _LISTS | _ITEMS | frozenset((
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "article", "header", "footer", "main", "blockquote",
    "pre", "dl", "dt", "dd", "hr", "figure", "details", "summary", "caption", "address", "aside", "nav", "form",
    "option", "button", "body", "ac:task-body", "ac:structured-macro", "ac:rich-text-body", "ac:layout-cell",
))  # fmt: skip
_NUMBER = re.compile(r"\s*([0-9]{1,6})")
# In pages that raci wrote: what a cell says without its decoration, and of which step or party it is the heading.
_SAYS, _OF = "data-says", "data-of"
_DEEPEST_TABLE, _DEEPEST_LIST = 30, 50


class _List:
    """A list that is open: its items, the text of the one that is being read, and the items beneath that."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.items: list[Item] = []
        self.text: Running | None = None
        self.inner: list[Item] = []

    def close_item(self) -> None:
        if self.text and (self.text.plain or self.inner):
            self.items.append(Item(self.text.plain, f"line {self.text.line}", self.text.bold, tuple(self.inner)))
        self.text, self.inner = None, []


class _Table:
    """A table that is open: its rows, the text of the cell that is being read, and what its tag said."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.rows: list[Row] = []
        self.text: Running | None = None
        self.cell = Raw("", line)
        self.head = False
        self.in_row = False
        self.number = 0

    def close_cell(self) -> None:
        if self.text:
            self.rows[-1].cells.append(self.cell._replace(text=self.cell.text or self.text.plain, bold=self.text.bold))
        self.text = None

    def open_row(self, line: int) -> None:
        self.close_cell()
        self.rows.append(Row(line, self.head, []))
        self.in_row = True


def read(text: str) -> Document:
    """The blocks of a page; RaciError where a table is too large, or tables stand in tables without end."""
    return Document("html", shaping.finished(blocks(text)))


def blocks(text: str, line: int = 1) -> list[Block]:
    """The blocks of a piece of HTML whose first line has this number."""
    reader = _Reader()
    ends = [found.end() for found in re.finditer("\r\n?|\n", text)]
    for part in tags.parts(text):
        reader.take(part, bisect_right(ends, part.start) + line)
    return reader.finish()


class _Reader:
    """Takes the parts of a page one by one, and keeps what is open."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.within: list[Block] = []  # what stood in a table or a list that is still open
        self.tables: list[_Table] = []
        self.lists: list[_List] = []
        self.flow = Running(0)
        self.level = 0
        self.skipped, self.within_skipped = "", 0
        self.macros: list[str] = []

    @property
    def open(self) -> Running:
        """Where text goes to."""
        if self.tables and self.tables[-1].text:
            return self.tables[-1].text
        return self.lists[-1].text if self.lists and self.lists[-1].text else self.flow

    def take(self, part: tags.Part, line: int) -> None:
        """Go on by one text or tag."""
        if self.skipped:
            if part.tag == self.skipped and not part.inside.endswith("/"):
                self.within_skipped += -1 if part.closing else 1
            if not self.within_skipped:
                self.skipped = ""
        elif not part.tag:
            self.open.add(re.sub(r"\s+", " ", part.text), line)
        elif part.closing:
            self._end(part.tag, line)
        else:
            self._start(part, line)

    def finish(self) -> list[Block]:
        """All blocks; what is still open ends here."""
        while self.tables:
            self._close_table()
        while self.lists:
            self._close_list()
        self._flush()
        return self.blocks

    def _start(self, part: tags.Part, line: int) -> None:
        tag = part.tag
        if tag == "table":
            self._open_table(line)
        elif tag in _IN_TABLE:
            self._in_table(part, line)
        elif tag == "br":
            self.open.add("\n", line)
        elif tag in _BREAKING:
            self._break(tag, line)
        if tag == "ac:structured-macro":
            self.macros.append(tags.attributes(part.inside).get("ac:name", ""))
        self.open.start(part)
        if text := stands_for(part):
            self.open.add(text, line)
        if aside(part, self.macros[-1] if self.macros else ""):
            self.skipped, self.within_skipped = tag, 1
            self.open.add(" ", line)

    def _end(self, tag: str, line: int) -> None:
        self.open.end(tag)
        if tag == "table":
            self._close_table()
        elif tag in _IN_TABLE:
            self._leave(tag)
        elif tag == "ac:structured-macro" and self.macros:
            self.macros.pop()
        if tag in _BREAKING:
            self._break_after(tag, line)

    def _break(self, tag: str, line: int) -> None:
        if tag in _LISTS and not self.tables and len(self.lists) < _DEEPEST_LIST:
            self._flush()
            self.lists.append(_List(line))
        elif tag in _ITEMS and not self.tables and self.lists:
            self.lists[-1].close_item()
            self.lists[-1].text = Running(line)
        elif self.open is self.flow:
            self._flush()
            self.level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0
        else:
            self.open.add("\n", line)

    def _break_after(self, tag: str, line: int) -> None:
        if tag in _LISTS and not self.tables and self.lists:
            self._close_list()
        elif tag in _ITEMS and not self.tables and self.lists:
            self.lists[-1].close_item()
        elif self.open is self.flow:
            self._flush()
        else:
            self.open.add("\n", line)

    def _flush(self) -> None:
        if text := self.flow.plain:
            place = f"line {self.flow.line}"
            made = Heading(text, place, self.level) if self.level else Paragraph(text, place)
            (self.within if self.tables or self.lists else self.blocks).append(made)
        self.flow, self.level = Running(0), 0

    def _close_list(self) -> None:
        done = self.lists.pop()
        done.close_item()
        if self.lists and self.lists[-1].text:
            self.lists[-1].inner += done.items
        elif done.items:
            self._put(Listing(f"line {done.line}", tuple(done.items)))

    def _open_table(self, line: int) -> None:
        self._flush()
        if len(self.tables) >= _DEEPEST_TABLE:
            what = f"line {line}: tables stand in tables more than {_DEEPEST_TABLE} deep"
            raise RaciError(what, "import the inner one alone")
        self.tables.append(_Table(line))

    def _in_table(self, part: tags.Part, line: int) -> None:
        if not self.tables:
            return
        table = self.tables[-1]
        if part.tag in _SECTIONS:
            table.close_cell()
            table.head, table.in_row = part.tag == "thead", False
        elif part.tag == "tr":
            table.open_row(line)
        else:
            if not table.in_row:
                table.open_row(line)
            table.close_cell()
            table.number += 1
            shaping.refuse_size(1, len(table.rows[-1].cells), f"line {table.line}")
            shaping.refuse_size(table.number, 1, f"line {table.line}")
            table.text, table.cell = Running(line), _raw(part, line)

    def _leave(self, tag: str) -> None:
        if self.tables:
            self.tables[-1].close_cell()
            self.tables[-1].in_row = self.tables[-1].in_row and tag in ("td", "th")
            self.tables[-1].head = self.tables[-1].head and tag not in _SECTIONS

    def _close_table(self) -> None:
        if self.tables:
            self._flush()
            table = self.tables.pop()
            table.close_cell()
            rows = [row for row in table.rows if row.cells]
            if sum(len(row.cells) for row in rows) == 1:  # a frame around what stands in it
                self._put(Paragraph(rows[0].cells[0].text, f"line {table.line}"))
            elif rows:
                self._put(laid_out(rows, table.line))

    def _put(self, block: Block) -> None:
        """Add a block, before those that stood in it; or keep it until what it stands in is closed."""
        if self.tables or self.lists:
            self.within.append(block)
        else:
            self.blocks += [block, *self.within]
            self.within = []


def _raw(part: tags.Part, line: int) -> Raw:
    found = tags.attributes(part.inside)
    rows, columns = (
        int(said[1]) if (said := _NUMBER.match(found.get(name, ""))) else 1 for name in ("rowspan", "colspan")
    )
    return Raw(found.get(_SAYS, ""), line, False, part.tag == "th", rows, columns, found.get(_OF, ""))
