"""What programs read back from Markdown and calendars is what a report says of a harmless project, with other words."""

import re
from typing import Any

import pytest
from hostile import HOSTILE
from icalendar import Calendar
from markdown_it import MarkdownIt
from reports.test_hostile_reports import having, view_saying

from raci_cli.checking.commands import command_line
from raci_cli.findings import Finding
from raci_cli.reports import calendar
from raci_cli.reports.render import render
from raci_cli.text import visible

# A word that no template says.
HARMLESS = "qzq"
_SPACE = re.compile(r"(?:\s|\\n|\\r|\\x0b|\\x0c|\\x85|\\u2028|\\u2029)+")
_SHOWN = {"text", "text_special", "code_inline"}


def said_by_markdown(markdown: str) -> list[str]:
    """Every cell, heading, paragraph and item, as a reader sees it."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [
        one_line("".join(token.content if token.type in _SHOWN else " " * ("break" in token.type) for token in inner))
        for inner in (block.children for block in blocks if block.type == "inline")
        if inner is not None
    ]


def said_by_calendar(data: bytes) -> list[str]:
    """The name of a calendar, and what its events say."""
    read = Calendar.from_ical(data)
    keys = ("summary", "description", "categories")
    events = [event[key] for event in read.walk("VEVENT") for key in keys if key in event]
    texts = [", ".join(map(str, one.cats)) if hasattr(one, "cats") else str(one) for one in events]
    return [one_line(text) for text in (str(read["X-WR-CALNAME"]), *texts)]


def one_line(text: str) -> str:
    """A text without what depends on its place: breaks of lines, and the sign for a colon that would command."""
    return _SPACE.sub(" ", text.replace(r"\x3a", ":")).strip()


def instead(harmless: str, text: str) -> str:
    """What was said of the harmless word, said of another text."""
    finding = Finding("RACI201", (), "", "", ("assign", text))
    forms = {
        f"raci assign {HARMLESS} -f {HARMLESS}": visible(command_line(finding, text)),
        HARMLESS: visible(text),
        HARMLESS.upper(): visible(text.upper()),
    }
    return one_line(re.sub("|".join(map(re.escape, forms)), lambda found: forms[found[0]], harmless))


def differing(usual: list[str], said: list[str], text: str) -> list[str]:
    """What is said otherwise than expected; a long text may be cut, and says so."""
    if len(said) != len(usual):
        return [f"{len(said)} texts instead of {len(usual)}"]
    return [one for one, harmless in zip(said, usual, strict=True) if not _is_start(one, instead(harmless, text))]


def _is_start(said: str, whole: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, said.split("…"))), whole) is not None


@having("md")
def test_markdown_has_the_same_cells_and_says_the_same(name: str, asked: int) -> None:
    def said(text: str) -> list[str]:
        return said_by_markdown(render(name, "md", view_saying(name, text, asked=asked)))

    usual = said(HARMLESS)
    assert sum(HARMLESS in one for one in usual) > 2
    found = {text: differing(usual, said(text), text) for text in HOSTILE}
    assert {text: what for text, what in found.items() if what} == {}


@having("ics")
def test_a_calendar_has_the_same_events_and_says_the_same(name: str, asked: int) -> None:
    def said(text: str) -> list[str]:
        data = calendar.write(name, "ics", view_saying(name, text, asked=asked))
        assert isinstance(data, bytes)
        return said_by_calendar(data)

    usual = said(HARMLESS)
    assert HARMLESS in usual[0]
    found = {text: differing(usual, said(text), text) for text in HOSTILE}
    assert {text: what for text, what in found.items() if what} == {}


@pytest.mark.parametrize("cell", ["*x*", "<b>x</b>", "[x](y)", "`x`", "a|b", "&amp;", "\\|", "![x](y)", "x\n\ny"])
def test_a_cell_that_is_not_escaped_would_be_found(cell: str) -> None:
    rows = [f"| one | two |\n| --- | --- |\n| {text} | {text} |\n" for text in (HARMLESS, cell)]
    usual, said = map(said_by_markdown, rows)
    assert differing(usual, usual, HARMLESS) == []
    assert differing(usual, said, cell) != []


def test_a_property_that_is_not_escaped_would_be_found() -> None:
    def made(text: str) -> Any:
        lines = ("BEGIN:VCALENDAR", "X-WR-CALNAME:x", "BEGIN:VEVENT", f"SUMMARY:{text}", "END:VEVENT", "END:VCALENDAR")
        return said_by_calendar("\r\n".join(lines).encode())

    assert differing(made(HARMLESS), made(HARMLESS), HARMLESS) == []
    assert differing(made(HARMLESS), made(r"a\nb\;c"), r"a\nb\;c") != []
