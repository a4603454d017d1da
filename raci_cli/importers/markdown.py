"""Markdown to blocks: tables of every kind, lists, headings, paragraphs."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it import MarkdownIt

from raci_cli.errors import RaciError
from raci_cli.importers import delimited, html, inline, pipes, shaping
from raci_cli.importers.records import Block, Cell, Document, Grid, Heading, Item, Listing, Paragraph

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?=[ \t]*[\w\"'#-][^\n|]*:|[ \t]*#)(?:.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|\+\+\+[ \t]*\n.*?\n\+\+\+[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_TABLE_TAG = re.compile(r"(?i)<(/?)table(?=[\s>])")
# Org files have `*` before headings, and `+` in the rules of their tables.
_ORG_RULE = re.compile(r"^\|-+(?:\+-+)+\|[ \t]*$", re.MULTILINE)
_ORG_HEADING = re.compile(r"^(\*{1,9})[ \t]+(?=\S)", re.MULTILINE)
_DEEPEST = 100
MOST_LINES = 20_000
_NO_LANGUAGE = ("", "text", "txt", "plain", "plaintext")
_SEPARATORS = (",", ";", "\t")


class _Code(NamedTuple):
    """A block of code: its language, its text, and how many lines of the source stand before that."""

    language: str
    text: str
    before: int


def read(text: str) -> Document:
    """The blocks of a text; tables in code count only where there is no other."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        raise RaciError(f"the Markdown has more than {MOST_LINES:,} lines", "import the part that holds the matrix")
    if front := _FRONT_MATTER.match(text):
        text = "\n" * front[0].count("\n") + text[front.end() :]
    if _ORG_RULE.search(text):
        text = _ORG_HEADING.sub(lambda found: "#" * min(6, len(found[1])) + " ", text)
    reader = _Reader()
    blocks = reader.blocks(text, 0)
    if not any(isinstance(block, Grid) for block in blocks):
        again = [block for code in reader.code for block in _in_code(code)]
        blocks += [block for block in again if isinstance(block, Grid)]
    return Document("md", shaping.finished(blocks))


def _in_code(code: _Code) -> list[Block]:
    unnamed = code.language in _NO_LANGUAGE and delimited.agreed(code.text) in _SEPARATORS
    if unnamed or code.language in ("csv", "tsv"):
        with suppress(RaciError):  # code, after all
            return delimited.blocks(code.text, code.language, code.before + 1)[1]
    return _Reader().blocks(code.text, code.before)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.block.ruler.at("table", pipes.table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.before(
        "html_block", "html_table", _html_table, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    parser.inline.ruler.before("link", "footnote", inline.footnote)
    return parser


def _html_table(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """A rule of the parser: a table in HTML up to its end, which a blank line within it is not."""
    if state.is_code_block(start) or start > state.env["last"]:
        return False
    line = _raw(state, start)
    if not line.startswith("<") or not _TABLE_TAG.search(line):
        return False
    if silent:
        return True
    depth, number = 0, start
    while number < end:
        depth += sum(-1 if tag[1] else 1 for tag in _TABLE_TAG.finditer(_raw(state, number)))
        number += 1
        if depth <= 0 or number > state.env["last"]:
            break
    token = state.push("html_block", "", 0)
    token.map, state.line = [start, number], number
    token.content = state.getLines(start, number, state.blkIndent, True)
    return True


def _raw(state: "StateBlock", number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


class _Reader:
    """Goes over the parser's tokens; `code` collects the blocks of code."""

    def __init__(self) -> None:
        self.parser = _parser()
        self.code: list[_Code] = []
        self.env: dict[str, Any] = {}
        self.before = 0

    def blocks(self, text: str, before: int) -> list[Block]:
        """The blocks of a text that has so many lines before it."""
        ends = text.lower().rfind("</table")
        self.before, self.env = before, {"before": before, "last": text.count("\n", 0, ends) if ends >= 0 else -1}
        tokens: list[Token] = []
        self.parser.block.parse(text, self.parser, self.env, tokens)
        return list(self._walk(tokens))

    def _line(self, token: "Token") -> int:
        return self.before + (token.map or [0])[0] + 1

    def _text(self, token: "Token") -> inline.Text:
        return inline.text_of(self.parser, token.content, self.env)

    def _walk(self, tokens: "Sequence[Token]") -> Iterator[Block]:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                after = _closing(tokens, index)
                inner: list[Block] = []
                items = self._items(tokens[index + 1 : after], inner)
                yield Listing(f"line {self._line(token)}", items)
                yield from inner
                index = after
            elif token.type == "heading_open":
                yield Heading(self._text(tokens[index + 1]).text, f"line {self._line(token)}", int(token.tag[1]))
            elif token.type == "paragraph_open":
                if text := self._text(tokens[index + 1]).text:
                    yield Paragraph(text, f"line {self._line(token)}")
            else:
                yield from self._leaf(token)
            index += 1

    def _leaf(self, token: "Token") -> Iterator[Block]:
        line = self._line(token)
        if token.type == "grid":
            yield self._grid(token.meta["drawn"], line)
        elif token.type == "html_block":
            yield from html.blocks(token.content, line)
        elif token.type in ("fence", "code_block"):
            before = line - (token.type == "code_block")
            self.code.append(_Code(token.info.strip().lower(), token.content, before))

    def _grid(self, drawn: pipes.Drawn, line: int) -> Grid:
        rows: list[tuple[int, list[Cell]]] = []
        for number, texts in drawn.rows:
            at = self.before + number + 1
            read = [inline.text_of(self.parser, text, self.env) for text in texts]
            row = [
                Cell(text.text, shaping.position(at, column), text.bold, len(rows) < drawn.headed)
                for column, text in enumerate(read, 1)
            ]
            rows.append((at, row))
        return shaping.grid(rows, f"line {line}", drawn.headed)

    def _items(self, tokens: "Sequence[Token]", inner: list[Block]) -> tuple[Item, ...]:
        items, index = [], 0
        while index < len(tokens):
            after = _closing(tokens, index)
            items.append(self._item(tokens[index], tokens[index + 1 : after], inner))
            index = after + 1
        return tuple(items)

    def _item(self, opening: "Token", tokens: "Sequence[Token]", inner: list[Block]) -> Item:
        texts: list[inline.Text] = []
        items: list[Item] = []
        index = 0
        while index < len(tokens):
            token, after = tokens[index], _closing(tokens, index)
            if token.type == "paragraph_open":
                texts.append(self._text(tokens[index + 1]))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                items += self._items(tokens[index + 1 : after], inner)
            else:
                inner.extend(self._walk(tokens[index : after + 1]))
            index = after + 1
        text = "\n".join(text.text for text in texts if text.text)
        bold = bool(text) and all(text.bold for text in texts if text.text)
        text = text[box.end() :] if (box := _CHECKBOX.match(text)) else text
        return Item(text, self._place(opening), bold, tuple(items))

    def _place(self, token: "Token") -> str:
        return f"line {self._line(token)}"


def _closing(tokens: "Sequence[Token]", index: int) -> int:
    """The index of the token that closes one; its own where it is a block by itself."""
    depth = 0
    for number in range(index, len(tokens)):
        depth += tokens[number].nesting
        if depth <= 0:
            return number
    return len(tokens) - 1
