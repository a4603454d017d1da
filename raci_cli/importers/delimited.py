"""Text with separators (CSV, TSV, semicolons, pipes) to tables."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from raci_cli.errors import RaciError
from raci_cli.guard import unguarded
from raci_cli.importers import shaping
from raci_cli.importers.records import Block, Cell, Document, Grid, Paragraph

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"}
_SAMPLE = 1 << 16
_SAID = re.compile(r'"?sep=(?P<separator>[^\r\n"])"?[ ,;\t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_OPEN = "end each quoted cell with a quote, and write a quote within it twice"

Row = tuple[int, list[Cell]]


def read(text: str, format_: str) -> Document:
    """The tables of a text, which blank lines part; RaciError where a quote stays open or a table is too large."""
    separator, found = blocks(text, format_)
    name = SEPARATORS.get(separator, repr(separator))
    usual = "\t" if format_ == "tsv" else ","
    note = [] if separator == usual else [f"cells separated by {name}"]
    return Document(format_, shaping.finished(found), tuple(note))


def blocks(text: str, format_: str, first: int = 1) -> tuple[str, list[Block]]:
    """The separator, and the blocks of a text whose first line has this number."""
    said = _SAID.match(text)
    separator = said["separator"] if said else _separator(text, format_)
    before = said[0] if said else ""
    rows = _rows(text[len(before) :], separator, first + bool(before))
    return separator, list(_blocks(list(rows)))


def _separator(text: str, format_: str) -> str:
    """The separator by which the most lines of the beginning have the same number of cells, two at least."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    usual = "\t" if format_ == "tsv" else ","
    return max(SEPARATORS, key=lambda separator: (*_agreement(sample, separator), separator == usual))


def agreed(text: str) -> str | None:
    """The separator of a text that may be a table: one by which two rows at least agree, and most of them."""
    separator = _separator(text, "")
    number, width = _agreement(text[:_SAMPLE], separator)
    lines = sum(bool(line.strip()) for line in text[:_SAMPLE].splitlines())
    return separator if number > 1 and width > 1 and number * 2 > lines else None


def _agreement(sample: str, separator: str) -> tuple[int, int]:
    """How many rows agree in their number of cells, and that number."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator, skipinitialspace=True)
    try:
        widths = Counter(len(row) for row in reader if len(row) > 1)
    except csv.Error:
        return 0, 0
    return max(((number, width) for width, number in widths.items()), default=(0, 0))


def _rows(text: str, separator: str, first: int) -> Iterator[Row]:
    """Each record with the line in which it begins; blank lines as rows without cells."""
    if '"' in text and len(text) > csv.field_size_limit() and text.count('"') % 2:
        raise RaciError("a quote is never closed", _OPEN)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    total = 0
    while True:
        line = reader.line_num + first
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _refused(error, line) from None
        total += len(record)
        shaping.refuse_size(1, len(record), f"line {line}")
        shaping.refuse_size(total, 1, f"line {first}")
        yield line, shaping.cells(map(unguarded, record), line) if "".join(record).strip() or len(record) > 1 else []


def _refused(error: csv.Error, line: int) -> RaciError:
    if "field larger" in str(error):
        what = f"line {line} has a cell of more than {csv.field_size_limit():,} characters"
        return RaciError(what, "shorten it, or look there for a quote that is never closed")
    return RaciError(f"line {line}: a quote opens a cell and does not close it", _OPEN)


def _blocks(rows: Sequence[Row]) -> Iterator[Block]:
    groups = [list(group) for full, group in itertools.groupby(rows, lambda row: bool(row[1])) if full]
    joined: list[list[Row]] = []
    for group in groups:
        if joined and _continues(joined[-1], group):
            joined[-1] += group
        else:
            joined.append(group)
    for group in joined:
        alone = all(sum(bool(cell.text) for cell in row) < 2 for _, row in group)  # noqa: PLR2004 - no second column
        yield _prose(group) if alone and len(joined) > 1 else _grid(group)


def _grid(group: Sequence[Row]) -> Grid:
    return shaping.grid(group, f"line {group[0][0]}")


def _prose(group: Sequence[Row]) -> Paragraph:
    text = "\n".join(cell.text for _, row in group for cell in row if cell.text)
    return Paragraph(text, f"line {group[0][0]}")


def _continues(before: Sequence[Row], after: Sequence[Row]) -> bool:
    """Whether rows after a blank line are of the table before it: they say in their cells what its rows say."""
    row = next((row for _, row in after if sum(bool(cell.text) for cell in row) > 1), None)
    if row is None or len(row) != max(len(row) for _, row in before):
        return False
    known = {cell.text.casefold() for _, row in before[1:] for cell in row[1:] if cell.text}
    return any(cell.text.casefold() in known for cell in row[1:])
