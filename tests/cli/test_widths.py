"""On a terminal no line is wider than it, columns stand below each other, and what is not shown is said."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.screens import NAMES, files, on_screen, wide_project
from helpers import ROOT, reading
from wcwidth import wcswidth

from raci_cli.rules.registry import RULES

WIDTHS = [40, 60, 80, 120]
COMMANDS = [
    *("status", "matrix", "matrix --all", "next", "show 1", "show 4", "people"),
    *("check", "check --output-format concise", "check --quiet"),
]
PERSONAL = ["next --for WHO", "who WHO"]


def commands(name: str) -> list[str]:
    """What can be typed about a file, with each kind of party."""
    parties = list(reading(Path(name).read_text(encoding="utf-8")).project.parties)  # type: ignore[union-attr]
    return [*COMMANDS, *(one.replace("WHO", who) for one in PERSONAL for who in {parties[0], parties[-1]})]


def typed(command: str, file: str, day: str) -> list[str]:
    words = command.split()
    return [*words, "--as-of", day, *([file] if words[0] == "check" else ["-f", file])]


def test_the_wide_project_can_be_read() -> None:
    found = reading(wide_project())
    assert not [finding for finding in found.findings if finding.code < "RACI100"]
    assert found.project is not None
    assert len(found.project.parties) == len(NAMES) + 3


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int) -> None:
    wider = []
    for file, day in files(tmp_path).items():
        for command in commands(file):
            lines = on_screen(monkeypatch, width, *typed(command, file, day))
            assert lines or "quiet" in command
            wider += [(Path(file).name, command, line) for line in lines if wcswidth(line) > width]
    assert wider == []


@pytest.mark.parametrize("width", WIDTHS[1:])
@pytest.mark.parametrize(
    "command", ["help", "help exit-codes", "report --list", "rule --all", *(f"rule {code}" for code in RULES)]
)
def test_what_is_about_no_file_fits_too(monkeypatch: pytest.MonkeyPatch, command: str, width: int) -> None:
    lines = on_screen(monkeypatch, width, *command.split())
    assert max(map(wcswidth, lines)) <= width
    words = " ".join(on_screen(monkeypatch, 1000, *command.split())).split()
    assert " ".join(lines).split() == words, "nothing is lost"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_column_that_is_not_shown_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int) -> None:
    for file, day in files(tmp_path).items():
        for command in ("status", "matrix", "next", "people"):
            lines = on_screen(monkeypatch, width, *typed(command, file, day))
            whole = on_screen(monkeypatch, 1000, *typed(command, file, day))
            said = " ".join(" ".join(lines).partition("Hidden for want of width: ")[2].split())
            owner = headings(whole)[-1] if command == "status" else ""  # a role of the scheme
            missing = set(headings(whole)) - set(headings(lines)) - {"STATUS", owner}
            assert [name for name in missing if name.lower() not in said.lower()] == []
            if "STATUS" in headings(whole) and "STATUS" not in headings(lines) and "status" not in said:
                assert any(re.match("[◦▸✗✓»] ", line) for line in lines), "the key to the signs"
            if command == "status" and owner not in headings(lines):
                assert owner[0] in headings(lines) or owner.lower() in said


def headings(lines: list[str]) -> list[str]:
    """The headings of the first table."""
    head = next((line for line in lines if re.match(" *(#|NAME) ", line)), "")
    return re.split("  +", head.strip().replace("# STEP", "#  STEP")) if "WHO MOVES" in head else head.split()


@pytest.mark.parametrize("width", [*WIDTHS, 1000])
def test_letters_stand_below_their_headings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int) -> None:
    for file, day in files(tmp_path).items():
        lines = on_screen(monkeypatch, width, *typed("matrix", file, day))
        head = next(index for index, line in enumerate(lines) if re.match(" *# STEP", line))
        headings_at = starts(lines[head])
        rows = [line for line in lines[head + 1 :] if re.match(r" *\d+ \S|    +\S", line)]
        assert len(rows) >= 4
        first = headings_at[2 if "STATUS" not in lines[head] else 3]
        for row in rows:
            assert {at for at in starts(re.sub(BROKEN, "", row)) if at >= first} <= {*headings_at}, row
        wrong_at = {len(cells_of(row[: found.end(1)])) for row in rows if (found := re.search(BROKEN, row))}
        assert len(wrong_at) <= 1


# What stands behind a row: `0 A`, `2 A, RACI109`, and where there is little room `2 A +1`.
BROKEN = r"(  +)(?:\d+ [A-Z]|RACI\d+)(?:, (?:\d+ [A-Z]|RACI\d+))*(?: \+\d+)?$"


def starts(line: str) -> list[int]:
    """The cells at which words begin."""
    cells = cells_of(line)
    return [at for at, one in enumerate(cells) if one not in ("", " ") and (at == 0 or cells[at - 1] == " ")]


@pytest.mark.parametrize("width", [60, 80, 1000])
def test_notes_stand_below_their_heading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int) -> None:
    file = next(name for name in files(tmp_path) if "wide" in name)
    head, *rows = on_screen(monkeypatch, width, *typed("people", file, "2026-12-01"))[2:]
    at = head.index("NOTE")
    rows = rows[: rows.index("")]
    assert len(rows) == len(NAMES) + 3
    rows = [row for row in rows if not row.startswith("  नीरा")]  # of that, terminals make fewer cells or more
    assert {cells_of(row)[at - 1] for row in rows if len(cells_of(row)) >= at} == {" "}
    assert {cells_of(row)[at - 3].isspace() for row in rows} == {False}, "the figures end here"


def cells_of(line: str) -> list[str]:
    """What stands in each cell of the terminal."""
    found: list[str] = []
    for index in range(len(line)):
        taken = wcswidth(line[: index + 1]) - len(found)
        found += [line[index], *[""] * (taken - 1)] if taken > 0 else []
    return found


@pytest.mark.parametrize("width", [60, 120])
def test_plain_ascii_draws_nothing_beyond_it_but_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int
) -> None:
    for file, day in files(tmp_path).items():
        known = set(Path(file).read_text(encoding="utf-8"))
        names = set("".join(NAMES)) | known
        for command in commands(file):
            for argv in (typed(command, file, day), [*typed(command, file, day), "--ascii"]):
                drawn = set("".join(on_screen(monkeypatch, width, *argv))) - names
                if "--ascii" in argv:
                    assert [one for one in drawn if not one.isascii()] == [], command


def test_off_a_terminal_nothing_moves_is_cut_or_hidden(raci: Any, tmp_path: Path) -> None:
    for file, day in files(tmp_path).items():
        for command in commands(file):
            out = raci(*typed(command, file, day)).out
            assert "\r" not in out
            assert "\x1b" not in out
            assert "Hidden" not in out
            assert "…" not in out or command.startswith("check")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pseudo-terminals")
@pytest.mark.parametrize("width", [60, 120])
def test_a_real_terminal_gets_colour_and_its_own_width(width: int) -> None:
    import pty
    import termios

    main_end, end = pty.openpty()
    termios.tcsetwinsize(end, (50, width)) if hasattr(termios, "tcsetwinsize") else _resize(end, width)
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME")}
    variables = {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    argv = [sys.executable, "-m", "raci_cli", "next", "--as-of", "2027-03-08"]
    file = ROOT / "examples/newsletter-platform.raci.yaml"
    ran = subprocess.run([*argv, "-f", file], stdout=end, stderr=subprocess.PIPE, env=variables, check=True)
    os.close(end)
    text = os.read(main_end, 100_000).decode()
    os.close(main_end)
    assert ran.stderr.endswith(b"newsletter-platform.raci.yaml\n")
    assert "\x1b[1mNow: 2 Write the requirements\x1b[0m" in text
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in text.splitlines()]
    assert width - 20 < max(map(wcswidth, lines)) <= width


def _resize(terminal: int, width: int) -> None:
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
