"""Lists in lines of text: short columns, then a text that goes on below itself; nothing of it is cut."""

from collections.abc import Sequence

from raci_cli.cells import cell_len, wrapped
from raci_cli.text import Look, plain

_GAP = "  "
# Where the last column would get less than this, its texts stand on lines of their own.
_LEAST = 24


def paragraph(text: str, look: Look, indent: str = "") -> list[str]:
    """A text in lines that fit, each after the same indent."""
    words = " ".join(plain(text, look).split())
    return [f"{indent}{line}" for line in wrapped(words, look.width, before=len(indent), indent=len(indent)) if line]


def listing(heading: Sequence[str], rows: Sequence[Sequence[str]], look: Look) -> list[str]:
    """A table whose last column wraps."""
    shown = [[plain(cell, look) for cell in row] for row in rows]
    widths = [max(cell_len(row[index]) for row in (heading, *shown)) for index in range(len(heading) - 1)]
    indent = sum(widths) + len(_GAP) * len(widths)
    if look.width is not None and look.width - indent < _LEAST:
        lines = [_fixed(heading[:-1], widths)]
        for row in shown:
            fixed = _fixed(row[:-1], widths)
            lines += [fixed] if cell_len(fixed) <= look.width else paragraph(fixed, look)
            lines += paragraph(row[-1], look, _GAP * 2)
    else:
        lines = [_fixed(heading, widths)]
        room = look._replace(width=look.width - indent) if look.width else look
        for row in shown:
            first, *rest = paragraph(row[-1], room) or [""]
            lines += [_fixed([*row[:-1], first], widths), *(" " * indent + line for line in rest)]
    return [look.paint("dim", lines[0]), *lines[1:]]


def _fixed(row: Sequence[str], widths: Sequence[int]) -> str:
    """The cells of a row, each as wide as its column; what comes after the last column is as wide as it is."""
    cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, [*widths, 0], strict=False)]
    return _GAP.join(cells).rstrip()
