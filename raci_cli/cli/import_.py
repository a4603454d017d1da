"""`raci import`."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from raci_cli.cli import importing
from raci_cli.cli.options import AsJson, LockTimeout
from raci_cli.cli.result import Result
from raci_cli.errors import UsageError
from raci_cli.importers.records import ORIENTATIONS, Overrides
from raci_cli.text import did_you_mean, listed, quoted

Source = Annotated[Path, typer.Argument(metavar="FILE", help="What holds the matrix; - is stdin, which wants --from.")]
Into = Annotated[
    Path | None, typer.Option("--into", metavar="FILE", help="Merge into this project, by ids, then titles.")
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write a new project there; else to stdout.")
]
From = Annotated[str | None, typer.Option("--from", metavar="FMT", help="md, csv, tsv, html, xlsx or ods.")]
Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="What a new project is called.")]
Table = Annotated[int | None, typer.Option("--table", metavar="N", min=1, help="The table to read, from 1.")]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME|N", help="The sheet to read.")]
Orientation = Annotated[
    str | None, typer.Option("--orientation", metavar="WORD", help=f"{listed(list(ORIENTATIONS), 'or')}.")
]
Parties = Annotated[str | None, typer.Option("--parties", metavar="B:F", help="The columns that are parties.")]
As = Annotated[str | None, typer.Option("--as", metavar="teams|people", help="What new parties become.")]
AcceptUnread = Annotated[
    bool, typer.Option("--accept-unread", help="Keep cells that cannot be read as notes of their steps.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Merge without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written and write nothing.")]

_COLUMNS = re.compile(r"([A-Za-z]{1,3}|[0-9]{1,5})(?::([A-Za-z]{1,3}|[0-9]{1,5}))?")


def import_(
    source: Source,
    into: Into = None,
    output: Output = None,
    from_: From = None,
    name: Name = None,
    table: Table = None,
    sheet: Sheet = None,
    orientation: Orientation = None,
    parties: Parties = None,
    as_: As = None,
    accept_unread: AcceptUnread = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
) -> Result:
    """Make a project of a matrix that you have already.

    It reads Markdown, CSV, TSV, HTML such as a saved wiki page, Excel and OpenDocument; --into merges into a project.

    Every guess is told, with the option that overrules it. Cells that cannot be read: exit 1, and nothing is written.

    Example: raci import matrix.xlsx -o raci.yaml
    """
    if into is not None and (output is not None or name is not None):
        raise UsageError("--into merges into a project that is there; -o and --name are for a new one")
    overrides = Overrides(
        table, sheet, _one_of(orientation, ORIENTATIONS, "orientation"), _columns(parties), _kind(as_)
    )
    found = importing.found(source, from_, overrides, into)
    if found.matrix.unread and not accept_unread:
        return importing.refused(found, as_json=as_json)
    if into is not None:
        return importing.merge(found, into, lock_timeout, yes=yes, dry_run=dry_run, as_json=as_json)
    return importing.begin(found, output, name, dry_run=dry_run, as_json=as_json)


def _one_of(word: str | None, known: Collection[str], what: str) -> str | None:
    if word is not None and word not in known:
        help_ = did_you_mean(word, known) or f"one of {', '.join(known)}"
        raise UsageError(f"there is no {what} {quoted(word)}", help=help_)
    return word


def _kind(word: str | None) -> str | None:
    return _one_of(word, ("teams", "people"), "kind of party")


def _columns(word: str | None) -> tuple[int, int] | None:
    """The first and the last column, from 1, of `B:F` or `2:6`."""
    if word is None:
        return None
    found = _COLUMNS.fullmatch(word)
    if not found:
        raise UsageError(f"--parties wants columns, not {quoted(word)}", help="such as --parties B:F")
    first, last = (_column(text) for text in (found[1], found[2] or found[1]))
    if not 1 <= first <= last:
        raise UsageError(f"--parties has no columns from {found[1]} to {found[2]}", help="the first one comes first")
    return first, last


def _column(text: str) -> int:
    if text.isdigit():
        return int(text)
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
