"""Questions at a terminal: plain lines on stderr, answered by a line of stdin; nothing is ever drawn over.

What is asked does not mix with what a command prints, and a screen reader reads it as it comes.
"""

import io
import os
import re
import select
import shutil
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO, TypeVar

from raci_cli.cells import hanging
from raci_cli.errors import RaciError, UsageError
from raci_cli.text import quoted, visible

Answer = TypeVar("Answer")
_LEAST = 20
# What a line begins with: spaces, and the number of a question or an answer.
_NUMBER = r" *(?:\d+ of \d+ +|\d+ )?"


class NoAnswerError(Exception):
    """The input has ended (Ctrl-D) where an answer was wanted."""


def can_ask() -> bool:
    """Whether somebody is there: who sees the question, types the answer, and reads what comes of it."""
    return all(map(_is_terminal, (sys.stdin, sys.stdout, sys.stderr)))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def tell(*lines: str) -> None:
    """Lines before a question."""
    for line in lines:
        sys.stderr.write(f"{_folded(line)}\n")


def room() -> int:
    """The cells of a line of the terminal."""
    return max(shutil.get_terminal_size((80, 24)).columns, _LEAST)


def _folded(line: str) -> str:
    """A line as it fits: what is left of it stands below its words, behind its number."""
    shown = visible(line)
    start = re.match(_NUMBER, shown)
    return "\n".join(hanging(shown, room(), start.end() if start else 0))


def ask(question: str, default: str, understood: Callable[[str], Answer]) -> Answer:
    """What an answer means; an empty one is the default, and one that cannot be meant is told and asked for again."""
    while True:
        answer = _line(question)
        try:
            return understood(answer or default)
        except RaciError as error:
            tell(f"        {error}{f'; {error.help}' if error.help else ''}")


def agreed(question: str, *, default: bool) -> bool:
    """Whether the answer is yes; an empty one is the default."""

    def understood(answer: str) -> bool:
        if answer.casefold() not in ("y", "yes", "n", "no"):
            raise UsageError(f"{quoted(answer)} is neither y nor n")
        return answer.casefold().startswith("y")

    return ask(f"{question} [{'Y/n' if default else 'y/N'}] ", "y" if default else "n", understood)


def _line(question: str) -> str:
    sys.stderr.write(_folded(question.rstrip()) + " ")
    sys.stderr.flush()
    if isinstance(sys.stdin, io.TextIOWrapper):
        with suppress(OSError, ValueError):  # bytes that are no text are for whoever judges the answer
            sys.stdin.reconfigure(errors="surrogateescape")
    _await_line()
    line = sys.stdin.readline()
    if not line:
        raise NoAnswerError
    return line.strip()


def _await_line() -> None:
    """Wait until there is a line, or a signal, even one that comes a moment before the waiting begins.

    A call that reads would sleep through such a signal, and Ctrl-C would seem to do nothing.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return  # a console cannot be waited for, and another thread gets no signals
    ours, theirs = os.pipe()
    try:
        os.set_blocking(theirs, False)
        before = signal.set_wakeup_fd(theirs)
        try:
            select.select([sys.stdin, ours], [], [])
        finally:
            signal.set_wakeup_fd(before)
    finally:
        os.close(ours)
        os.close(theirs)
