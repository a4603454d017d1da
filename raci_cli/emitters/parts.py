"""What the formats have in common: which findings, where they stand, and in which words."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import PurePath

from raci_cli.checking.commands import help_text
from raci_cli.findings import Checked, Finding, Severity, Span, fingerprints
from raci_cli.text import visible

# What a severity is called where it is counted.
WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# A finding about a file as a whole stands at its start.
_START = Span(0, 0, 1, 1, 1, 1)


def active(files: Sequence[Checked]) -> list[tuple[Checked, Finding]]:
    """The findings that count, each with its file."""
    return [(checked, finding) for checked in files for finding in checked.findings]


def identified(checked: Checked) -> Iterator[tuple[Finding, str]]:
    """Every finding of a file with its fingerprint, also those that do not count."""
    everything = checked.everything
    return zip(everything, fingerprints(everything), strict=True)


def place(finding: Finding) -> Span:
    """Where a finding stands."""
    return finding.span or _START


def relative(file: str) -> str:
    """The path as seen from the working folder, with slashes: so hosts of code name the files of a repository."""
    path = PurePath(file)
    if path.is_absolute():
        with suppress(OSError, ValueError):  # there is no working folder, or it is on another drive
            path = PurePath(os.path.relpath(path))
    return path.as_posix()


def said(finding: Finding, file: str) -> str:
    """Message and what to do, as one harmless line."""
    return visible("; ".join(filter(None, [finding.message, help_text(finding, file)])))
