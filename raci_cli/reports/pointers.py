"""The last lines of what a terminal shows: how much there is of something, and what to type to see it."""

from collections.abc import Sequence
from typing import Any

from raci_cli.reports.words import day
from raci_cli.text import Look, count, visible

View = dict[str, Any]


def decisions(needed: Sequence[View], as_of: str) -> str:
    """`2 decisions by 12 Jun: raci next`; nothing where there are none."""
    if not needed:
        return ""
    first = min((one["due"] for one in needed if one["due"]), default=None)
    by = f" by {day(first, as_of)}" if first else ""
    return f"{count(len(needed), 'decision')}{by}: raci next"


def following(steps: Sequence[View]) -> str:
    """The first of the steps that are next."""
    return f"Next is {steps[0]['number']} {steps[0]['title']}: raci next" if steps else ""


def found(counts: View) -> str:
    """`2 errors, 3 warnings: raci check`."""
    words = {"error": "error", "warning": "warning", "info": "note"}
    said = ", ".join(count(counts[key], word) for key, word in words.items() if counts[key])
    return f"{said or 'no findings'}: raci check"


def typed(said: str, look: Look) -> str:
    """What ends with a command, which names the file where it has to."""
    if look.file:
        said += f" {look.file}" if said.endswith("raci check") else f" -f {look.file}"
    return visible(said)


# What templates may call, by its name.
SAY = {one.__name__: one for one in (decisions, following, found)}
