"""Text that is being read out of HTML, piece by piece."""

import re
from collections import defaultdict

from raci_cli.importers.shaping import STRUCK, plain, unstruck
from raci_cli.importers.tags import Part

_STRONG = frozenset(("b", "strong"))
_STRUCK = frozenset(("s", "del", "strike"))
_STYLED = frozenset(("span", "p", "font", "div"))
_BOLD = re.compile(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_TARGETS = frozenset(("ri:page", "ri:attachment"))
_LINK_TEXTS = frozenset(("ac:link-body", "ac:plain-text-link-body"))
_FOOTNOTE = re.compile(r"\s*[\[(]?(?:[0-9]{1,3}|[*†‡§]{1,3})[\])]?\s*")


class Running:
    """A text that goes on until its element ends: the line in which it begins, and whether all of it is strong."""

    def __init__(self, line: int) -> None:
        self.line = line
        self._pieces: list[str] = []
        self._strong: dict[str, list[bool]] = defaultdict(list)
        self._deep = 0
        self._all_strong = True
        self._raised: list[int] = []
        self._title = -1

    def add(self, text: str, line: int) -> None:
        """Go on by a piece, which stands in a line."""
        if text.strip():
            self.line = self.line or line
            self._all_strong = self._all_strong and self._deep > 0
        self._pieces.append(text)

    def start(self, part: Part) -> None:
        """An element begins that makes the text strong, raises it, or says what a link is called after all."""
        if part.tag in _STRONG or part.tag in _STYLED:
            strong = part.tag in _STRONG or ("font-weight" in part.inside.lower() and bool(_BOLD.search(part.inside)))
            self._strong[part.tag].append(strong)
            self._deep += strong
        elif part.tag in _STRUCK:
            self._pieces.append(STRUCK)
        elif part.tag == "sup":
            self._raised.append(len(self._pieces))
        elif part.tag in _TARGETS:
            self._title = len(self._pieces)
        elif part.tag in _LINK_TEXTS and 0 <= self._title < len(self._pieces):
            self._pieces[self._title] = ""

    def end(self, tag: str) -> None:
        """An element ends; a raised number is the mark of a footnote, and left out."""
        if self._strong.get(tag):
            self._deep -= self._strong[tag].pop()
        elif tag in _STRUCK:
            self._pieces.append(STRUCK)
        elif tag == "sup" and self._raised:
            start = self._raised.pop()
            if _FOOTNOTE.fullmatch("".join(self._pieces[start:])):
                del self._pieces[start:]

    @property
    def plain(self) -> str:
        """The text so far, as people see it."""
        return unstruck(plain("".join(self._pieces)))

    @property
    def bold(self) -> bool:
        """Whether all of the text is strong."""
        return self._all_strong and bool(self.plain)
