"""Findings to write: some that count, some that do not, in several files."""

from helpers import findings_of, text_of
from hostile import HOSTILE
from names import NAMES

from raci_cli.findings import Checked, Finding, Path, Severity, Span

# An error, a warning and a note, a place beside them, and letters of several bytes.
PROJECT = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: IT}
    people: {ana: Ana}
    check: {severity: {RACI305: info}}
    steps:
      one: {title: "漢字 🚀", accountable: anna}
      two:
        title: Two
        accountable: it
        due: 2026-11-01
        title: Again
""")
TEXTS = [*HOSTILE, *NAMES]


def span(line: int, column: int, end_column: int, end_line: int | None = None) -> Span:
    return Span(0, 1, line, column, end_line or line, end_column)


def finding(
    severity: str = "error",
    place: Span | None = None,
    message: str = "what is wrong",
    path: Path = ("steps",),
    help_: str = "",
) -> Finding:
    return Finding("RACI201", path, message, help_, severity=Severity(severity), span=place)


def one(found: Finding, file: str = "raci.yaml", lines: dict[int, str] | None = None) -> list[Checked]:
    return [Checked(file, (found,), lines or {})]


# What the project is about; other rules may find more in it.
RULES = ("RACI002", "RACI103", "RACI201", "RACI305")


def sample(file: str = "raci.yaml", text: str = PROJECT) -> Checked:
    lines = text.splitlines()
    found = tuple(findings_of(RULES, text))
    return Checked(file, found, {one.span.line: lines[one.span.line - 1] for one in found if one.span})


def with_quiet(file: str = "raci.yaml") -> Checked:
    """The sample, in which the second finding is suppressed and the third known from before."""
    everything = sample(file)
    first, second, third, *rest = everything.findings
    quiet = (second._replace(suppressed="the board decides in January"), third._replace(baselined=True))
    return everything._replace(findings=(first, *rest), quiet=quiet)


def saying(text: str) -> Checked:
    """Findings that say `text` wherever they can say anything, of every severity, and such that do not count."""
    place = Span(0, 1, 1, 1 + len(text) // 2, 1, 1 + len(text))
    found = tuple(
        Finding("RACI201", ("steps", text), text, text, ("assign", text), "value", severity, place, (("here", place),))
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    quiet = (
        Finding("RACI101", (text,), text, span=place, suppressed=text),
        Finding("RACI102", (text,), text, baselined=True),
    )
    return Checked(text, found, {1: text}, quiet)
