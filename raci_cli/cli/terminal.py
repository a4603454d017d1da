"""What the terminal can show: colour, width, more than ASCII."""

import os
import shutil
import sys

from raci_cli.errors import UsageError
from raci_cli.text import Look, did_you_mean, quoted, unpainted

WHEN = ("auto", "always", "never")

_CODES = {
    "error": "1;31", "warning": "1;33", "info": "1;34", "strong": "1", "dim": "2",
    "green": "1;32", "amber": "1;33", "red": "1;31",
    "role-own": "1;35", "role-work": "36", "role-support": "36", "role-ask": "35", "role-verify": "33",
    "role-sign": "1;33", "role-tell": "2", "role-out": "2",
    "done": "32", "in-progress": "34", "blocked": "1;31", "not-started": "2", "skipped": "2",
}  # fmt: skip


def paint(style: str, text: str) -> str:
    """Text in the colours of a terminal."""
    code = _CODES.get(style)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def look(color: str = "auto", *, ascii_only: bool = False) -> Look:
    """How text on stdout may look, `color` being one of WHEN. Off a terminal: no colour, no wrapping, nothing cut."""
    if color not in WHEN:
        help_ = did_you_mean(color, WHEN) or f"one of {', '.join(WHEN)}"
        raise UsageError(f"--color is auto, always or never, not {quoted(color)}", help=help_)
    terminal = _is_terminal()
    width = shutil.get_terminal_size((80, 24)).columns if terminal else None
    painted = color == "always" or (color == "auto" and _coloured(terminal))
    return Look(paint if painted else unpainted, max(width, 20) if width else None, ascii_only or _ascii_only())


def _is_terminal() -> bool:
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:
        return False


def _coloured(terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def _ascii_only() -> bool:
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").replace("_", "")
    return os.environ.get("TERM") == "dumb" or not encoding.startswith("utf")
