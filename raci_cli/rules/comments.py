"""What the comments of a file say of rules: `# raci: ignore[RACI101] until=2027-01-31 -- the board decides`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.clock import parse_date
from raci_cli.document.comments import comments
from raci_cli.document.nodes import Tree
from raci_cli.document.source import Source
from raci_cli.findings import Span
from raci_cli.rules.registry import RULES, Settings
from raci_cli.text import visible

_COMMENT = re.compile(r"(?<!\S)#[ \t]*raci:[ \t]*ignore\b(?P<rest>[^\n\r]*)")
_REST = re.compile(r"[ \t]*\[(?P<rules>[^\]]*)\](?P<settings>.*?)(?:[ \t]--[ \t]*(?P<reason>.*))?$")
_UNTIL = re.compile(r"[ \t]*until=(?P<until>\S*)[ \t]*")


class Suppression(NamedTuple):
    """One rule that one comment names: `lines` are those that it covers, `code` is None where there is no such rule."""

    word: str
    code: str | None
    lines: tuple[int, ...]
    span: Span
    reason: str
    until: str | None

    def expired(self, settings: Settings) -> bool:
        """Whether its day has passed, or is none."""
        day = parse_date(self.until) if self.until is not None else None
        return self.until is not None and (day is None or day < settings.as_of)

    def holds(self, settings: Settings) -> bool:
        """Whether findings may be kept quiet for it."""
        allowed = self.code is not None and can_suppress(self.code) and self.code not in settings.enforced
        return allowed and bool(self.reason) and not self.expired(settings)


def can_suppress(code: str) -> bool:
    """Whether a comment may ignore this rule: not what the file could not be trusted without, nor those on comments."""
    return not RULES[code].fixed and code < "RACI900"


def suppressions(tree: Tree) -> Iterator[Suppression]:
    """What the comments of a file say, in order."""
    if "ignore" not in tree.source.text:  # as in most files, which is seen in no time
        return
    codes = {**{rule.name: code for code, rule in RULES.items()}, **{code: code for code in RULES}}
    below: dict[int, int] = {}
    for comment in comments(tree, _COMMENT):
        rest = _REST.match(comment["rest"])
        until = _UNTIL.fullmatch(rest["settings"]) if rest else None
        span = tree.source.span(comment.start(), len(comment[0].rstrip()) + comment.start())
        lines = _covered(tree.source, span, below)
        reason = _reason(rest["reason"] or "") if rest else ""
        day = until["until"] if until else (rest["settings"].strip() or None) if rest else None
        for word in dict.fromkeys(part.strip() for part in rest["rules"].split(",")) if rest else ("",):
            yield Suppression(word, codes.get(word), lines, span, reason, day)


def _reason(text: str) -> str:
    """What is said, if anything can be read of it: dashes, dots and what is invisible are no reason."""
    return text.strip() if any(one.isalnum() and visible(one) == one for one in text) else ""


def _covered(source: Source, span: Span, below: dict[int, int]) -> tuple[int, ...]:
    """Its own line; where it has it alone, the next one that is more than a comment."""
    if source.line(span.line)[: span.column - 1].strip():
        return (span.line,)
    return span.line, _next_line(source, span.line + 1, below)


def _next_line(source: Source, line: int, below: dict[int, int]) -> int:
    """The first line from `line` on that is more than a comment; `below` keeps what is known of lines."""
    passed = []
    while line not in below and source.line(line).lstrip().startswith("#"):
        passed.append(line)
        line += 1
    end = below.get(line, line)
    below.update(dict.fromkeys(passed, end))
    return end
