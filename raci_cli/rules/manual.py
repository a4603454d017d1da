"""The manual page of a rule, which its docstring holds.

A summary on the first line; then paragraphs that begin with `What:` (where the summary does not say it all), `Why:` and
`Fix:`; then the indented pieces of project files below `Failing:` and `Passing:`. What an example leaves out of a
project file is what `whole` adds.
"""

import inspect
import re
from typing import NamedTuple

_HEADING = r"(?m)^(What|Why|Fix|Failing|Passing):[ \t]*\n?"
# What an example may leave out, by its first key.
_HEAD = {
    "raci": "raci: 1\n",
    "project": "project: {name: Demo}\n",
    "teams": "teams: {marketing: Marketing, it: IT}\n",
    "people": "people: {dana: {name: Dana Ortiz, team: marketing}, lee: {name: Lee Wong, team: it}}\n",
    "steps": "steps: {problem: {title: State the problem, accountable: dana, consulted: [lee]}}\n",
}


class Manual(NamedTuple):
    """What a rule finds, why that matters, how to mend it, and a piece of a file that fails and one that passes."""

    summary: str
    what: str
    why: str
    fix: str
    failing: str
    passing: str


def manual_of(docstring: str) -> Manual:
    """The parts of a docstring; prose as one line a part, examples as they stand."""
    summary, _, rest = inspect.cleandoc(docstring).partition("\n")
    pieces = re.split(_HEADING, rest)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    prose = {key.lower(): " ".join(parts.get(key, "").split()) for key in ("What", "Why", "Fix")}
    examples = {key.lower(): inspect.cleandoc("\n" + parts.get(key, "")).rstrip() for key in ("Failing", "Passing")}
    return Manual(summary, **prose, **examples)


def whole(example: str) -> str:
    """The project file that an example is a piece of."""
    given = set(re.findall(r"^([a-z]+):", example, re.MULTILINE))
    return "".join(line for key, line in _HEAD.items() if key not in given) + example + "\n"
