"""Plain data written as YAML in the many ways in which people write it."""

from collections.abc import Iterator
from random import Random
from typing import Any

from raci_cli.document.scalars import scalar

NULLS = ("", "~", "null")


class Writer:
    """Writes data in styles that `choose` picks, with comments that are numbered, so that none is like another."""

    def __init__(self, choose: Random) -> None:
        self.choose = choose
        self.step = choose.choice((1, 2, 2, 4))
        self.comments = 0

    def odds(self, one_in: int) -> bool:
        return self.choose.randrange(one_in) == 0

    def text(self, data: dict[str, Any]) -> str:
        """The file: maybe with markers, CRLF, no line end at its end."""
        lines = [*self.entries(data)] if data and not self.odds(12) else [self.flow(data)]
        lines = [*(["---"] if self.odds(8) else []), *lines]
        lines += self.between("") if self.odds(2) else []
        lines += ["..."] if self.odds(10) else []
        newline = "\r\n" if self.odds(4) else "\n"
        text = newline.join(lines)
        keeps_its_end = lines[-1].startswith((" ", "...")) or not lines[-1]
        return text if self.odds(6) and not keeps_its_end else text + newline

    def comment(self) -> str:
        self.comments += 1
        return f"# comment {self.comments}: - [not] {{a: value}}, it's"

    def between(self, indent: str) -> list[str]:
        """Blank lines and comments before an entry."""
        lines = [""] * self.choose.choice((0, 0, 0, 1, 2))
        return lines + ([indent + self.comment()] if self.odds(4) else [])

    def behind(self) -> str:
        """What stands behind a value on its line."""
        return (
            self.choose.choice((" ", "  ", "\t")) + self.comment() if self.odds(4) else ("  " if self.odds(10) else "")
        )

    def scalar(self, text: str | None) -> str:
        return (
            self.choose.choice(("~", "null")) if text is None else scalar(text, self.choose.choice(("", "", "'", '"')))
        )

    def key(self, key: str) -> str:
        return scalar(key, self.choose.choice(("", "", "", "'", '"')))

    def flow(self, data: Any) -> str:
        """A value on one line, or over several in brackets."""
        gap = self.choose.choice(("", "", " "))
        if isinstance(data, dict):
            return self.brackets("{", [f"{self.key(key)}: {self.flow(value)}" for key, value in data.items()], "}", gap)
        if isinstance(data, list):
            return self.brackets("[", [self.flow(value) for value in data], "]", gap)
        return self.scalar(data)

    def brackets(self, opening: str, items: list[str], closing: str, gap: str) -> str:
        last = "," if items and self.odds(8) else ""
        return opening + gap + self.choose.choice((", ", ", ", ",  ")).join(items) + last + gap + closing

    def flow_lines(self, data: Any, indent: str) -> list[str]:
        """A list or a mapping in brackets, an item a line."""
        inner = indent + " " * self.step
        items = (
            [f"{self.key(k)}: {self.flow(v)}" for k, v in data.items()]
            if isinstance(data, dict)
            else map(self.flow, data)
        )
        opening, closing = "{}" if isinstance(data, dict) else "[]"
        lines = [f"{inner}{item},{self.behind()}" for item in items]
        if not self.odds(3):
            head, _, tail = (
                lines[-1].rpartition(",") if "#" not in lines[-1] else (lines[-1].replace(", #", " #"), "", "")
            )
            lines[-1] = head + tail
        return [opening, *lines, (inner if self.odds(4) else indent) + closing]

    def entries(self, data: dict[str, Any], indent: str = "") -> Iterator[str]:
        """The lines of a block mapping."""
        for key, value in data.items():
            yield from self.between(indent)
            head, *rest = self.value(value, indent)
            colon = ":" if not head or head[0] in "#\t\n" else ": " + " " * self.choose.choice((0, 0, 0, 2))
            yield f"{indent}{self.key(key)}{colon}{head}"
            yield from rest

    def value(self, value: Any, indent: str) -> list[str]:
        """What stands behind the colon, and the lines that follow."""
        inner = indent + " " * self.step
        if value is None:
            return [self.choose.choice(("~", "null")) + self.behind()] if self.odds(2) else [self.behind()]
        if isinstance(value, str):
            return (
                self.literal(value, inner)
                if self.odds(3) and self.fits(value)
                else [self.scalar(value) + self.behind()]
            )
        if not value or self.odds(3):
            return [self.flow(value) + self.behind()]
        if self.odds(4):
            lines = self.flow_lines(value, indent or inner)
            return [*lines[:-1], lines[-1] + self.behind()]
        if isinstance(value, dict):
            return [self.behind(), *self.entries(value, inner)]
        column = indent if self.odds(4) else inner
        dash = column + "-" + " " * self.choose.choice((1, 1, 3))
        items = [[*self.between(column), dash + self.scalar(item) + self.behind()] for item in value]
        return [self.behind(), *(line for lines in items for line in lines)]

    @staticmethod
    def fits(text: str) -> bool:
        lines = text.removesuffix("\n").split("\n")
        return (
            bool(lines[0].strip())
            and all(line.isprintable() and line == line.strip() for line in lines)
            and bool(lines[-1])
        )

    def literal(self, text: str, inner: str) -> list[str]:
        mark = ("|" if text.endswith("\n") else "|-") + (" " + self.comment() if self.odds(4) else "")
        lines = [inner + line if line else "" for line in text.removesuffix("\n").split("\n")]
        return [mark, *lines]
