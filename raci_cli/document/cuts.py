"""Replacements of pieces of a text, gathered first and applied from the right."""

from dataclasses import dataclass, field

from raci_cli.errors import Bug


@dataclass
class Cuts:
    """`text` and what is to replace which of its pieces; pieces inserted at one place keep their order."""

    text: str
    pieces: list[tuple[int, int, str]] = field(default_factory=list)

    def cut(self, start: int, end: int, new: str = "") -> None:
        """Put `new` in the place of the text from `start` to `end`."""
        self.pieces.append((start, end, new))

    def newline_at(self, index: int) -> str:
        """The line end used at an offset: that of the line before it, else the first of the text, else LF."""
        at = self.text.rfind("\n", 0, index)
        at = at if at >= 0 else self.text.find("\n")
        return "\r\n" if at > 0 and self.text[at - 1] == "\r" else "\n"

    def apply(self) -> str:
        """The new text; raises Bug where pieces overlap."""
        out, last = [], 0
        for start, end, new in sorted(self.pieces, key=lambda piece: piece[:2]):
            if start < last:
                raise Bug("two changes of one place, nothing was written")
            out += [self.text[last:start], new]
            last = end
        return "".join([*out, self.text[last:]])
