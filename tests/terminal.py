"""A program at a terminal of its own: what is typed waits for what is shown."""

import codecs
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from typing import NamedTuple

from helpers import ROOT

CTRL_C, CTRL_D = "\x03", "\x04"
_MOST_SECONDS = 60
# The terminal becomes the one that Ctrl-C comes from; the program then runs in this very process.
_PROGRAM = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from raci_cli.cli import main
sys.exit(main(sys.argv[1:]))
"""


class Shown(NamedTuple):
    """How it ended, and the lines that stood on the screen, with what was typed."""

    code: int
    screen: str


def at_a_terminal(argv: Sequence[str], *turns: tuple[str, str], columns: int = 80) -> Shown:
    """Run `raci` at a terminal: each turn waits for a text, and types another."""
    return shown([sys.executable, "-c", _PROGRAM, *argv], *turns, columns=columns)


def shown(command: Sequence[str], *turns: tuple[str, str], columns: int = 80) -> Shown:
    """The same with any program."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables, start_new_session=True
    ) as process:
        os.close(theirs)
        screen, seen = "", 0
        text_of = codecs.getincrementaldecoder("utf-8")("replace").decode  # a letter may come in two pieces
        try:
            for expected, typed in turns:
                while (found := screen.find(expected, seen)) < 0:
                    more = _more(ours)
                    assert more, f"{expected!r} was not shown after:\n{screen[seen:]}"
                    screen += text_of(more)
                seen = found + len(expected)
                os.write(ours, typed.encode("utf-8", "surrogateescape"))
            while more := _more(ours):
                screen += text_of(more)
        finally:
            os.close(ours)
        code = process.wait(_MOST_SECONDS)
    return Shown(code, screen.replace("\r\n", "\n"))


def _more(ours: int) -> bytes:
    """What is shown next; nothing where the program has gone, or shows nothing for very long."""
    if not select.select([ours], [], [], _MOST_SECONDS)[0]:
        return b""
    try:
        return os.read(ours, 1 << 16)
    except OSError:  # what Linux says of a terminal that nobody holds
        return b""
