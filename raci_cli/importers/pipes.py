"""Tables drawn with pipes, as a rule of the Markdown parser: with a separator row, without one, or with borders.

The parser's own rule wants a separator row as wide as the head, and drops the cells that a row has beyond it.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.importers import shaping

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_SIGNS = re.compile(r"[|+:=\- \t]+")
_RULE = re.compile(r":?[-=]+:?")
_DASHES = re.compile(r"-{3,}|={3,}")
_CUT = re.compile(r"(?<!\\)\|")
_BORDER = re.compile(r"[|+]")
_CODE = re.compile(r"(?<!`)`[^`]+`(?!`)")
_OTHER_BLOCK = re.compile(r"(?:[-*+>]|#{1,6}|[0-9]{1,9}[.)])\s")
_FEWEST = 2  # pipes by which a line without a separator row beneath it is one of a table
_MOST_HEADED = 3

Row = tuple[int, list[str]]


class Drawn(NamedTuple):
    """The rows of a table with their lines, counted as the parser does, and how many of them are headings."""

    rows: list[Row]
    headed: int


def table(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """A rule of the parser: the table that begins at a line, as one token."""
    first = _line(state, start, end)
    if first is None or ("|" not in first and not first.startswith("+-")):
        return False
    shaping.refuse_size(1, first.count("|") - 1, f"line {start + 1 + state.env['before']}")
    if not _begins(state, start, end, first):
        return False
    if silent:
        return True
    drawn, after = (_bordered if first.startswith("+") else _plain)(state, start, end)
    token = state.push("grid", "", 0)
    token.map, token.meta = [start, after], {"drawn": drawn}
    state.line = after
    return True


def _line(state: "StateBlock", number: int, end: int) -> str | None:
    """A line without what its containers put before it; None where it is outside of them, or code."""
    if number >= end or state.sCount[number] < state.blkIndent or state.is_code_block(number):
        return None
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()


def _begins(state: "StateBlock", start: int, end: int, first: str) -> bool:
    second = _line(state, start + 1, end)
    if _is_rule(first):
        return second is not None and second.startswith("|") and not _is_rule(second)
    if first.startswith("+") or second is None:
        return False
    if _is_rule(second) or _is_line(state, start + 1, end, first):
        return True
    if first.startswith("|") and not second:
        second = _line(state, _after_blank(state, start + 1, end), end) or ""
    wide = len(_CUT.findall(first))
    if wide < _FEWEST:
        return False
    if first.startswith("|"):
        return second.startswith("|") and len(_CUT.findall(second)) >= _FEWEST
    return wide == len(_CUT.findall(second)) and not _OTHER_BLOCK.match(first) and not second.startswith("|")


def _is_rule(line: str, least: int = 1) -> bool:
    """Whether a line separates the head of a table from its body, or is a border."""
    if not _SIGNS.fullmatch(line) or not _BORDER.search(line):
        return False
    cells = [cell.strip() for cell in _BORDER.split(line)]
    cells = cells[not cells[0] : len(cells) - (len(cells) > 1 and not cells[-1])]
    return bool(cells) and all(_RULE.fullmatch(cell) and len(cell) >= least for cell in cells)


def _is_line(state: "StateBlock", number: int, end: int, above: str) -> bool:
    """Whether a line of mere dashes separates a head from a body, which have the same pipes."""
    line, beneath = _line(state, number, end), _line(state, number + 1, end)
    if not line or not beneath or not _DASHES.fullmatch(line):
        return False
    return _FEWEST <= len(_CUT.findall(above)) == len(_CUT.findall(beneath))


def _after_blank(state: "StateBlock", number: int, end: int) -> int:
    while number < end and state.isEmpty(number):
        number += 1
    return number


def _split(line: str) -> list[str]:
    line = line[line.startswith("|") :]
    cells = _CUT.split(line)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.replace("\\|", "|").strip() for cell in cells]


def _plain(state: "StateBlock", start: int, end: int) -> tuple[Drawn, int]:
    """The table that begins at a line, and the line after it."""
    rows: list[Row] = []
    said: set[str] = set()
    headed, ruled, number, after, above = 0, False, start, start, ""
    while (line := _line(state, number, end)) is not None:
        if not line:
            number = _after_blank(state, number, end)
            if not _goes_on(state, number, end, len(rows[0][1]) if rows else 0, said):
                break
            continue
        if _is_rule(line, 2 if ruled else 1) or (not ruled and _is_line(state, number, end, above)):
            headed = len(rows) if not ruled and len(rows) <= _MOST_HEADED else headed
            ruled = True
        elif not line.startswith("|") and (("|" not in line and not ruled) or _ends(state, number, end)):
            break
        else:
            rows.append((number, _fitted(line, len(rows[0][1]) if rows else 0)))
            said.update(rows[-1][1][1:] if len(rows) > 1 else ())
        above = line
        number = after = number + 1
    return Drawn(rows, headed), after


def _goes_on(state: "StateBlock", number: int, end: int, width: int, said: set[str]) -> bool:
    """Whether the line after a blank one is a row of the same table: it says in a cell what its rows say."""
    line, beneath = _line(state, number, end), _line(state, number + 1, end)
    if not line or not line.startswith("|") or _is_rule(line) or (beneath and _is_rule(beneath)):
        return False
    cells = _split(line)
    return len(cells) == width and (not said or any(cell and cell in said for cell in cells[1:]))


def _fitted(line: str, width: int) -> list[str]:
    """The cells of a row; a pipe within code is none that parts cells, where that gives the width of the table."""
    cells = _split(line)
    if not width or len(cells) <= width:
        return cells
    kept = _split(_CODE.sub(lambda found: _CUT.sub(r"\\|", found[0]), line)) if "`" in line else cells
    cells = kept if len(kept) == width else cells
    while len(cells) > width and not cells[-1]:
        cells.pop()
    return cells


def _ends(state: "StateBlock", number: int, end: int) -> bool:
    """Whether another block begins at a line."""
    return any(rule(state, number, end, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _bordered(state: "StateBlock", start: int, end: int) -> tuple[Drawn, int]:
    """A table with a border between its rows, which may have several lines each."""
    rows: list[Row] = []
    lines: list[list[str]] = []
    headed, number = 0, start
    while (line := _line(state, number, end)) and line[0] in "|+":
        if not _is_rule(line):
            lines.append(_split(line))
        elif lines:
            rows.append(_stacked(lines, number))
            lines = []
            headed = len(rows) if "=" in line and not headed else headed
        number += 1
    if lines:
        rows.append(_stacked(lines, number))
    return Drawn(rows, headed), number


def _stacked(lines: list[list[str]], after: int) -> Row:
    """A row of several lines, which ends before a line."""
    cells = [""] * max(map(len, lines))
    for line in lines:
        for column, text in enumerate(line):
            cells[column] = f"{cells[column]}\n{text}".strip()
    return after - len(lines), cells
