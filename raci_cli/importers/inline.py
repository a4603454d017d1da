"""Markup within a line of Markdown to plain text."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from raci_cli.errors import RaciError
from raci_cli.importers.shaping import LONGEST_CELL, STRUCK, plain, unstruck

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_~\[\]<&!]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_BREAK = re.compile(r"(?i)<br\b|</(?:p|div|li)\b")
_STRONG = re.compile(r"(?i)<(/?)(?:b|strong|th)(?=[\s>])")
_STRUCK = re.compile(r"(?i)</?(?:s|del|strike)(?=[\s>])")
_IMAGE = re.compile(r"(?i)<img\b[^>]*?\balt\s*=\s*[\"']?([^\"'>]*)")
# The parser looks for the end of each bracket anew, also of those within: deep ones would take it forever.
_MOST_OPEN = 3
_MOST_WORK = 400_000  # pairs of brackets that stand in one text
_MOST_SIGNS = 300  # no text that people read has more
_BRACKET = re.compile(r"\\.|`[^`]*`|<[^<>]*>|([\[\]])", re.DOTALL)
_OPENING = re.compile(r"!?\[[^\\`*_~<&!\n]*")
_FLAT, _WORK = "flat", "work"


class Text(NamedTuple):
    """Plain text, and whether all of it is strong."""

    text: str
    bold: bool


def footnote(state: "StateInline", silent: bool) -> bool:
    """A rule of the parser that skips the mark of a footnote; and takes brackets for text where there are too many."""
    if found := _FOOTNOTE.match(state.src, state.pos):
        state.pos = found.end()
        return True
    if state.env.get(_FLAT) and (found := _OPENING.match(state.src, state.pos)):
        if not silent:
            state.pending += found[0]
        state.pos = found.end()
        return True
    return False


def text_of(parser: "MarkdownIt", content: str, env: Any) -> Text:
    """The text that a reader sees; as it stands where it has more markup than a text."""
    signs = len(_MARKUP.findall(content))
    if not signs or signs > _MOST_SIGNS or len(content) > LONGEST_CELL:
        return Text(plain(content), False)
    env[_FLAT] = _is_deep(content, env)
    tokens: list[Token] = []
    parser.inline.parse(content, parser, env, tokens)
    return _joined(tokens)


def _is_deep(content: str, env: Any) -> bool:
    """Whether more brackets are open at once than any link has; RaciError where all the brackets are too many."""
    number = content.count("[")
    if number <= _MOST_OPEN:
        return False
    depth = 0
    for found in _BRACKET.finditer(content):
        depth = max(depth + {"[": 1, "]": -1}.get(found[1], 0), 0)
        if depth > _MOST_OPEN:
            return True
    env[_WORK] = env.get(_WORK, 0) + number * number
    if env[_WORK] > _MOST_WORK:
        raise RaciError("the Markdown has more links than can be read", "import the part that holds the matrix")
    return False


def _joined(tokens: "list[Token]") -> Text:
    pieces: list[str] = []
    strong, all_strong = 0, True
    for token in tokens:
        tag = _STRONG.match(token.content) if token.type == "html_inline" else None
        strong += (token.type == "strong_open" or bool(tag and not tag[1])) - (
            token.type == "strong_close" or bool(tag and tag[1])
        )
        piece = _piece(token)
        all_strong = all_strong and (strong > 0 or not piece.strip())
        pieces.append(piece)
    text = unstruck(plain("".join(pieces)))
    return Text(text, bool(text) and all_strong)


def _piece(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type in ("s_open", "s_close") or (token.type == "html_inline" and _STRUCK.match(token.content)):
        return STRUCK
    if token.type != "html_inline":
        return token.content
    image = _IMAGE.match(token.content)
    return image[1] if image else "\n" if _BREAK.match(token.content) else ""
