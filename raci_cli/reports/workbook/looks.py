"""The looks of cells: the palette of the reports' pages, which reads in greyscale too."""

from typing import Any

from raci_cli.reports.page import tint
from raci_cli.reports.views import View

_TEXT, _MUTED, _LINE, _EDGE, _SUNKEN = "#14181F", "#515B68", "#DDE2E9", "#7F8A99", "#EEF1F5"
_THIN, _MEDIUM, _DASHED, _DOTTED, _DOUBLE = 1, 2, 3, 4, 6
BAD = {"font_color": "#B3232B", "bold": True}
GOOD = {"font_color": "#17703F"}
# Statuses by the look of their cells; the others have none.
STATUSES: dict[str, dict[str, Any]] = {
    "done": {"font_color": "#17703F", "bg_color": "#E2F3E8"},
    "in-progress": {"font_color": "#1F56C3", "bg_color": "#E3ECFB"},
    "blocked": {"font_color": "#B3232B", "bg_color": "#FBE6E6", "bold": True},
    "skipped": {"font_color": _MUTED, "italic": True},
}
BROKEN = {"font_color": "#B3232B", "bg_color": "#FBE6E6", "bold": True, "border": _THIN, "border_color": "#B3232B"}
_TINTS: dict[str, dict[str, Any]] = {
    "own": {"font_color": "#FFFFFF", "bg_color": "#2D2A7B", "border": _THIN, "border_color": "#FFFFFF"},
    "work": {"font_color": "#FFFFFF", "bg_color": "#0B6577", "border": _THIN, "border_color": "#FFFFFF"},
    "support": {"font_color": "#0A4A58", "bg_color": "#CBE6EB", "border": _THIN, "border_color": "#2B8597"},
    "verify": {"font_color": "#6B4500", "border": _DASHED, "border_color": "#A06A00"},
    "sign": {"font_color": "#4D3300", "bg_color": "#F3DCA4", "border": _DOUBLE, "border_color": "#8A5C00"},
    "out": {"font_color": _MUTED},
    "ask": {"font_color": "#7C2A70", "bg_color": "#F8EBF6", "border": _THIN, "border_color": "#A8579C"},
    "tell": {"font_color": "#47515E", "border": _DOTTED, "border_color": _EDGE},
    "plain": {"font_color": _TEXT, "bg_color": _SUNKEN, "border": _THIN, "border_color": _EDGE},
}
_CELL = {"valign": "vcenter", "font_color": _TEXT, "bottom": _THIN, "bottom_color": _LINE}
_HEAD = {"bold": True, "font_color": _TEXT, "bg_color": _SUNKEN, "text_wrap": True, "valign": "top", "bottom": _MEDIUM}
KINDS: dict[str, dict[str, Any]] = {
    "name": {"bold": True, "font_size": 16, "font_color": _TEXT},
    "note": {"font_size": 10, "font_color": _MUTED},
    "head": {**_HEAD, "bottom_color": _EDGE},
    "indented-head": {**_HEAD, "bottom_color": _EDGE, "align": "left", "indent": 1},
    "party": {**_HEAD, "bottom_color": _EDGE, "align": "center"},
    "turned": {**_HEAD, "bottom_color": _EDGE, "align": "center", "valign": "bottom", "rotation": 90},
    "group": {"bold": True, "font_size": 9, "font_color": _MUTED, "bottom": _MEDIUM, "bottom_color": _EDGE,
              "align": "center_across"},
    "number": {**_CELL, "align": "center", "font_color": _MUTED},
    "id": {**_CELL, "font_size": 9, "font_color": _MUTED, "text_wrap": True},
    "step": {**_CELL, "bold": True, "text_wrap": True},
    "task": {**_CELL, "indent": 1, "text_wrap": True},
    "text": {**_CELL, "text_wrap": True},
    "indented": {**_CELL, "indent": 1, "text_wrap": True},
    "date": {**_CELL, "num_format": "d mmm yyyy", "align": "left", "indent": 1},
    "letter": {**_CELL, "align": "center", "bold": True, "left": _THIN, "left_color": _LINE, "right": _THIN,
               "right_color": _LINE},
    "role": {"font_size": 10, "font_color": _MUTED, "align": "right"},
    "sum": {"font_size": 10, "font_color": _MUTED, "align": "center"},
    "long": {"valign": "top", "text_wrap": True, "font_color": _TEXT},
    "plain": {},
}  # fmt: skip


def of_role(role: View) -> dict[str, Any]:
    """The look of a cell in which a role's letter stands."""
    return {**_TINTS[tint(role)], "bold": True}


def put(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """A string, or an empty cell with its look; XlsxWriter's own `write` would take a text for a formula."""
    if text:
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}
        self._kinds: dict[str, Any] = {}

    def kind(self, name: str) -> Any:
        """The format of a kind of cell, a key of KINDS."""
        if name not in self._kinds:
            self._kinds[name] = self.of(KINDS[name])
        return self._kinds[name]

    def of(self, look: dict[str, Any]) -> Any:
        """The format of a look."""
        key = repr(look)
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]
