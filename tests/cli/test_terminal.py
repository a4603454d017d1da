"""Colour, width and signs: by what was typed, then the variables, then the stream."""

import io
import itertools
import sys
from pathlib import Path
from typing import Any

import pytest

from raci_cli.cli.terminal import look

READING = ["status", "matrix", "next", "show 1", "who ana", "people", "report status --format text"]
COMMANDS = [*READING, "check", "rule RACI101"]
WITHOUT_SIGNS = ("rule RACI101", "people", "next")


class _Screen(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def is_coloured(color: str) -> bool:
    return look(color).paint("error", "x") != "x"


@pytest.mark.parametrize(
    "terminal, no_color, force, dumb",
    list(itertools.product([False, True], [False, True], [False, True], [False, True])),
)
def test_who_has_a_say_in_colour(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: bool, force: bool, dumb: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", _Screen() if terminal else io.StringIO())
    for name, on in (("NO_COLOR", no_color), ("FORCE_COLOR", force)):
        monkeypatch.setenv(name, "1" if on else "")
    monkeypatch.setenv("TERM", "dumb" if dumb else "xterm")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert is_coloured("always")
    assert not is_coloured("never")
    assert is_coloured("auto") == (not no_color and (force or (terminal and not dumb)))
    assert look().ascii_only == dumb
    assert look(ascii_only=True).ascii_only


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "33")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert look("always").width is None
    monkeypatch.setattr(sys, "stdout", _Screen())
    assert look("never").width == 33
    monkeypatch.setenv("COLUMNS", "3")
    assert look().width == 20, "no table is narrower"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_when_to_colour(raci: Any, clean: Path, command: str) -> None:
    plain = raci(*command.split())
    assert "\x1b" not in plain.out
    assert raci(*command.split(), "--color", "never") == plain
    assert "\x1b[" in raci(*command.split(), "--color", "always").out
    wrong = raci(*command.split(), "--color", "alway")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err == "error: --color is auto, always or never, not 'alway'\n  did you mean always?\n"


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in WITHOUT_SIGNS])
def test_every_command_that_draws_can_do_so_with_ascii(raci: Any, clean: Path, command: str) -> None:
    clean.write_text(clean.read_text().replace("accountable: ana", f"accountable: {'x' * 80}"))
    assert not raci(*command.split()).out.isascii()
    assert raci(*command.split(), "--ascii").out.isascii()


def test_a_file_is_the_same_whatever_the_terminal(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["report", "status", "-o", "a.txt"]
    raci(*command)
    before = Path("a.txt").read_text(encoding="utf-8")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("FORCE_COLOR", "1")
    raci(*command, "--color", "always")
    assert Path("a.txt").read_text(encoding="utf-8") == before
    raci(*command, "--ascii")
    assert Path("a.txt").read_text(encoding="utf-8").isascii()


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["status", "--nope"], ["chekc"]])
def test_a_build_server_gets_no_colour(raci: Any, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ran = raci(*words)
    assert "\x1b" not in ran.out + ran.err
