"""What a check finds: code, place, message, help."""

from collections.abc import Iterable
from enum import Enum
from typing import Literal, NamedTuple

Path = tuple[str | int, ...]


class Severity(str, Enum):
    """How much a finding weighs; `off` is never reported."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class Span(NamedTuple):
    """A piece of a file: offsets from 0, lines and columns from 1, all in characters; the end is exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Finding(NamedTuple):
    """One thing to mend.

    `path` names the place in the model, `at` whether its key or its value is meant; `span` is filled in late, by
    whoever reports it. `command` are the words after `raci` that would mend it, `related` other places with a label.
    `opted` is the weight that the file itself asks for at this place, where no setting says otherwise. `suppressed` is
    the reason for which the file says to ignore it; `baselined` tells that it was there before.
    """

    code: str
    path: Path
    message: str
    help: str = ""
    command: tuple[str, ...] = ()
    at: Literal["key", "value"] = "value"
    severity: Severity = Severity.ERROR
    span: Span | None = None
    related: tuple[tuple[str, Span], ...] = ()
    opted: Severity | None = None
    suppressed: str = ""
    baselined: bool = False

    @property
    def active(self) -> bool:
        """Whether it counts: neither suppressed nor known from before."""
        return not self.suppressed and not self.baselined

    def placed(self, span: Span | None, severity: Severity, path: Path | None = None) -> "Finding":
        """This finding with the place and the weight it is reported with."""
        return self._replace(span=self.span or span, severity=severity, path=self.path if path is None else path)


class Checked(NamedTuple):
    """One file and what was found in it.

    `findings` are those that count, `quiet` those that are suppressed or known from before, both in order; `lines` are
    the lines that may be shown, by their number from 1.
    """

    file: str
    findings: tuple[Finding, ...]
    lines: dict[int, str]
    quiet: tuple[Finding, ...] = ()

    @property
    def everything(self) -> list[Finding]:
        """All findings in order, also those that do not count."""
        return in_order((*self.findings, *self.quiet)) if self.quiet else list(self.findings)


def path_text(path: Path) -> str:
    """`steps.vendor.responsible[1]`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def fingerprint(finding: Finding, occurrence: int = 0) -> str:
    """Identity of a finding that survives lines moving: its code, its place in the model, the how-many-eth there."""
    import hashlib  # loads a library that few commands need

    identity = f"{finding.code}\0{path_text(finding.path)}" + (f"\0{occurrence}" if occurrence else "")
    return hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:16]


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """The fingerprint of each finding of a file, no two alike."""
    seen: dict[tuple[str, Path], int] = {}
    found = []
    for finding in findings:
        occurrence = seen.get((finding.code, finding.path), 0)
        seen[finding.code, finding.path] = occurrence + 1
        found.append(fingerprint(finding, occurrence))
    return found


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By place in the file, then by code."""
    return sorted(findings, key=lambda f: ((f.span.line, f.span.column) if f.span else (0, 0), f.code, f.message))


def tally(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings of each severity."""
    counts = dict.fromkeys((Severity.ERROR, Severity.WARNING, Severity.INFO), 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def tally_quiet(files: Iterable[Checked]) -> dict[str, int]:
    """How many findings are suppressed, and how many others are known from before."""
    quiet = [finding for checked in files for finding in checked.quiet]
    suppressed = sum(bool(finding.suppressed) for finding in quiet)
    return {"suppressed": suppressed, "baselined": len(quiet) - suppressed}
