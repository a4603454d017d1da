"""How a value is spelt in YAML, so that every reader takes text for text."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from raci_cli.document.nodes import Plain

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"


class Flow(dict[str, "Value"]):
    """A mapping that is written on one line where nothing around it speaks for lines of its own."""


_PLAIN = re.compile(r"[^\W_](?:[\w .@/+()'&!%-]*[\w.@/+()'!%])?\Z")
# What YAML 1.1 or 1.2 would take for something other than text.
_OTHER_TYPE = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf)\Z|[-+.]?\d|0[xo]")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_FIRST_ASTRAL = 0x10000


def scalar(text: str, style: str = "") -> str:
    """`text` on one line, in the style asked for (none, `'` or `"`) where that can hold it."""
    if isinstance(text, Plain):
        return f"{style}{text}{style}" if style in ("'", '"') and _DATE.match(text) else text
    printable = text.isprintable()
    if style not in ("'", '"') and printable and _PLAIN.match(text) and not _OTHER_TYPE.match(text):
        return str(text)
    if style != '"' and printable:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code < _FIRST_ASTRAL else f"\\U{code:08X}"


def flow(value: Value, style: str = "") -> str:
    """A value on one line: `x`, `[x, y]`, `{k: x}`."""
    if isinstance(value, str):
        return scalar(value, style)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, style)}: {flow(inner, style)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(flow(inner, style) for inner in value) + "]"


def block(key: str, value: Value, step: int) -> list[str]:
    """The lines of an entry of a block mapping, its own indent left out; `step` columns a level."""
    if isinstance(value, str) and "\n" in value and fits_literal(value):
        mark = "|" if value.endswith("\n") else "|-"
        return [
            f"{scalar(key)}: {mark}",
            *(" " * step + line if line else "" for line in value.rstrip("\n").split("\n")),
        ]
    if not isinstance(value, Mapping) or isinstance(value, Flow) or not value:
        return [f"{scalar(key)}: {flow(value)}"]
    inner = [line for name, entry in value.items() for line in block(name, entry, step)]
    return [f"{scalar(key)}:", *(" " * step + line if line else "" for line in inner)]


def fits_literal(text: str) -> bool:
    """Whether a text can stand as it is below a `|`."""
    lines = text.rstrip("\n").split("\n")
    return (
        not text.endswith("\n\n")
        and bool(lines[0])
        and not lines[0].startswith(" ")
        and all(line.isprintable() and line == line.rstrip() for line in lines)
    )
