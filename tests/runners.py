"""What build runners read from an output, by their rules, and stricter: any name of a command counts."""

import re
from typing import NamedTuple


class Command(NamedTuple):
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    text: str


def github_commands(output: str) -> list[Command]:
    """`::name key=value,key=value::text` at the start of a line, else `##[name key=value;]text` anywhere in it."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [command for line in lines if (command := _at_start(line) or _anywhere(line, "##[", "]"))]


def azure_commands(output: str) -> list[Command]:
    """`##vso[area.name key=value;key=value]text` anywhere in a line."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [command for line in lines if (command := _anywhere(line, "##vso[", "]"))]


def _at_start(line: str) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, given = line[2:end].partition(" ")
    pairs = _pairs(given.strip(), ",")
    undone = {key: _undone(value, "%0D\r", "%0A\n", "%3A:", "%2C,", "%25%") for key, value in pairs.items()}
    return Command(name, undone, _undone(line[end + 2 :], "%0D\r", "%0A\n", "%25%"))


def _anywhere(line: str, begin: str, end: str) -> Command | None:
    start = line.lower().find(begin)
    stop = line.find(end, start)
    if start < 0 or stop < 0:
        return None
    name, _, given = line[start + len(begin) : stop].partition(" ")
    escapes = ("%3B;", "%0D\r", "%0A\n", "%5D]", "%AZP25%")
    pairs = {key: _undone(value, *escapes) for key, value in _pairs(given, ";").items()}
    return Command(name, pairs, _undone(line[stop + 1 :], *escapes))


def _pairs(given: str, separator: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in given.split(separator))
    return {key: value for key, equals, value in pairs if key and equals and value}


def _undone(text: str, *escapes: str) -> str:
    """In the order of the runner; the last sign of an escape is what it stands for."""
    for escape in escapes:
        text = text.replace(escape[:-1], escape[-1])
    return text
