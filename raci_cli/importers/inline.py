"""Markup within a line of Markdown to plain text."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from raci_cli.importers.shaping import plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_~\[\]<&!]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_BREAK = re.compile(r"(?i)<br\b|</(?:p|div|li)\b")
_STRONG = re.compile(r"(?i)<(/?)(?:b|strong|th)(?=[\s>])")
_IMAGE = re.compile(r"(?i)<img\b[^>]*?\balt\s*=\s*[\"']?([^\"'>]*)")
# An opening bracket without its end makes the parser look for it to the end of the text, each anew.
_MOST_OPEN = 8


class Text(NamedTuple):
    """Plain text, and whether all of it is strong."""

    text: str
    bold: bool


def footnote(state: "StateInline", silent: bool) -> bool:  # noqa: ARG001 - the parser's signature
    """A rule of the parser that skips the mark of a footnote."""
    found = _FOOTNOTE.match(state.src, state.pos)
    if found:
        state.pos = found.end()
    return bool(found)


def text_of(parser: "MarkdownIt", content: str, env: Any) -> Text:
    """The text that a reader sees."""
    if not _MARKUP.search(content):
        return Text(plain(content), False)
    if content.count("[") > content.count("]") + _MOST_OPEN:
        content = content.replace("[", "\\[")
    tokens: list[Token] = []
    parser.inline.parse(content, parser, env, tokens)
    return _joined(tokens)


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
    text = plain("".join(pieces))
    return Text(text, bool(text) and all_strong)


def _piece(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type != "html_inline":
        return token.content
    image = _IMAGE.match(token.content)
    return image[1] if image else "\n" if _BREAK.match(token.content) else ""
