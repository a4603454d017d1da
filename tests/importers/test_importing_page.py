"""docs/importing.md: its files are made, its commands are run, in their order; what it says stands in the tables."""

import re
from pathlib import Path

from console import replayed
from helpers import ROOT, compare

from raci_cli.importers import words
from raci_cli.importers.archive import MOST_UNPACKED
from raci_cli.importers.opening import FORMATS, MARKDOWN_PART, WORKBOOK_FACTOR
from raci_cli.importers.records import ORIENTATIONS
from raci_cli.importers.shaping import MOST_CELLS, MOST_COLUMNS

PAGE = ROOT / "docs/importing.md"
_FENCE = re.compile(r"(?:^`(?P<file>[\w.]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def _again(found: re.Match[str]) -> str:
    """A block as it is when it is its turn: a file is written, a session typed."""
    if found["file"]:
        Path(found["file"]).write_text(found["text"], encoding="utf-8")
    return replayed(found[0]) if found["kind"] == "console" else found[0]


def test_the_sessions_are_what_the_program_prints(update: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert len(_FENCE.findall(page)) >= 6
    compare(PAGE, _FENCE.sub(_again, page), update=update)


def test_its_figures_and_words_are_those_of_the_program() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"{MOST_CELLS:,} cells, {MOST_COLUMNS:,} columns" in page
    assert f"{WORKBOOK_FACTOR} MiB, and {MOST_UNPACKED >> 20} MiB unpacked" in page
    assert MARKDOWN_PART == 2
    assert [word for word in (*ORIENTATIONS, *(f".{name}" for name in FORMATS)) if f"{word}`" not in page] == []
    blocks = [
        name.capitalize()
        for name, value in vars(words).items()
        if isinstance(value, words.Language) and name != "OTHERS"
    ]
    assert len(blocks) >= 7
    assert [name for name in blocks if name not in page] == []
