"""Annotations of GitHub Actions, by the commands that its runner reads from the output."""

import re
from collections.abc import Sequence

from raci_cli.checking.commands import help_text
from raci_cli.emitters.parts import WORDS, active, place, relative
from raci_cli.findings import Checked, Finding, Severity, tally
from raci_cli.rules.registry import RULES
from raci_cli.text import Look, count, listed, visible

# A step shows so many annotations of a kind; the rest would be dropped without a word.
_MOST = 10
_LONGEST, _LEAST = 4096, 256
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def emit(files: Sequence[Checked], _look: Look) -> str:
    """A command a finding, and one that counts those for which there is no room; nothing where nothing was found."""
    found = active(files)
    counts = tally(finding for _, finding in found)
    room = dict.fromkeys(counts, _MOST)
    if any(number > _MOST for number in counts.values()):
        room[Severity.INFO] -= 1
    lines, rest = [], []
    for checked, finding in found:
        if room[finding.severity] > 0:
            room[finding.severity] -= 1
            lines.append(_annotation(finding, checked.file))
        else:
            rest.append((checked, finding))
    return "".join(f"{line}\n" for line in [*lines, *([_more(rest)] if rest else [])])


def _annotation(finding: Finding, file: str) -> str:
    title = f"{finding.code} {RULES[finding.code].name}"
    lines = [finding.message, *([f"help: {help_}"] if (help_ := help_text(finding, file)) else [])]
    return _command(_COMMANDS[finding.severity], finding, file, title, "\n".join(map(visible, lines)))


def _more(rest: list[tuple[Checked, Finding]]) -> str:
    """What is said of the findings left out, at the place of the first."""
    checked, first = rest[0]
    counts = tally(finding for _, finding in rest)
    kinds = listed([count(number, WORDS[severity]) for severity, number in counts.items() if number])
    text = f"{len(rest)} more: {kinds}; raci check --output-format concise lists them all"
    return _command("notice", first, checked.file, "raci", text)


def _command(name: str, finding: Finding, file: str, title: str, text: str) -> str:
    span = place(finding)
    properties = {"file": visible(relative(file)), "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # columns of several lines are refused
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = title
    head = f"::{name} {','.join(f'{key}={_property(value)}' for key, value in properties.items())}::"
    return head + _cut(_data(text), max(_LONGEST - len(head), _LEAST))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cut(data: str, room: int) -> str:
    """As much as there is room for, without half of an escape at the end."""
    return data if len(data) <= room else re.sub(r"%.?\Z", "", data[: room - 1]) + "…"
