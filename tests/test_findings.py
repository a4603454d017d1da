"""What a finding is, where it stands, and how it is told from others."""

import itertools

import pytest
from helpers import CLEAN, findings

from raci_cli.findings import (
    Checked,
    Finding,
    Path,
    Severity,
    Span,
    fingerprint,
    in_order,
    path_text,
    tally,
    tally_quiet,
)


def at(line: int, column: int = 1) -> Span:
    return Span(0, 1, line, column, line, column + 1)


@pytest.mark.parametrize(
    "path, text",
    [
        ((), ""),
        (("steps",), "steps"),
        (("steps", "vendor", "responsible", 1), "steps.vendor.responsible[1]"),
        (("sponsors", 0), "sponsors[0]"),
        (("steps", "a", "tasks", "b", "needs", 10), "steps.a.tasks.b.needs[10]"),
    ],
)
def test_a_path_is_written_with_dots_and_indices(path: Path, text: str) -> None:
    assert path_text(path) == text


def test_a_fingerprint_does_not_move_with_the_lines() -> None:
    bad = CLEAN.replace("accountable: ana", "accountable: anna")
    (here,) = findings(bad)
    (below,) = findings("# a comment\n\n" + bad.replace("people:", "\n# people\npeople:"))
    assert here.span != below.span
    assert fingerprint(here) == fingerprint(below)


def test_a_fingerprint_does_not_change_with_words_or_weight() -> None:
    finding = Finding("RACI101", ("steps", "a"), "message")
    other = Finding("RACI101", ("steps", "a"), "other words", "help", ("assign",), "key", Severity.INFO, at(5))
    assert fingerprint(finding) == fingerprint(other)


def test_a_fingerprint_is_the_same_in_every_version() -> None:
    assert fingerprint(Finding("RACI101", ("steps", "a", "accountable"), "")) == "16a8fd5946c2c2c0"
    assert fingerprint(Finding("RACI001", (), "")) == "2b2c03c76a807db6"


def test_fingerprints_differ_by_code_and_place() -> None:
    paths: list[Path] = [("steps", "a"), ("steps", "b"), ("steps",), ("steps", "a", 0), ("steps", "a", 1), ()]
    both = itertools.product(["RACI101", "RACI102"], paths)
    assert len({fingerprint(Finding(code, path, "")) for code, path in both}) == 2 * len(paths)


def test_any_path_has_a_fingerprint() -> None:
    assert len(fingerprint(Finding("RACI003", ("\ud800", "\x00"), ""))) == 16


def test_findings_are_ordered_by_place_then_code_then_message() -> None:
    ordered = [
        Finding("RACI999", (), "no place"),
        Finding("RACI305", (), "", span=at(1, 9)),
        Finding("RACI101", (), "", span=at(2, 1)),
        Finding("RACI102", (), "a", span=at(2, 1)),
        Finding("RACI102", (), "b", span=at(2, 1)),
        Finding("RACI001", (), "", span=at(2, 5)),
        Finding("RACI001", (), "", span=at(10, 1)),
    ]
    for shuffled in (ordered, ordered[::-1], ordered[3:] + ordered[:3]):
        assert in_order(shuffled) == ordered


def test_a_finding_is_placed_once() -> None:
    finding = Finding("RACI101", ("steps", "a"), "", "help")
    placed = finding.placed(at(3), Severity.WARNING)
    assert (placed.span, placed.severity, placed.path, placed.help) == (at(3), Severity.WARNING, ("steps", "a"), "help")
    again = placed.placed(at(7), Severity.INFO, ("steps",))
    assert (again.span, again.severity, again.path) == (at(3), Severity.INFO, ("steps",)), "its own place stays"
    assert finding.span is None


def test_a_tally_has_every_severity_that_is_reported() -> None:
    found = [Finding("RACI101", (), "", severity=Severity(word)) for word in ("error", "info", "error")]
    assert tally(found) == {Severity.ERROR: 2, Severity.WARNING: 0, Severity.INFO: 1}
    assert list(tally([])) == [Severity.ERROR, Severity.WARNING, Severity.INFO]


def test_what_does_not_count_is_tallied_once() -> None:
    plain = Finding("RACI101", (), "")
    quiet = (
        plain._replace(suppressed="x"),
        plain._replace(baselined=True),
        plain._replace(suppressed="x", baselined=True),
    )
    assert tally_quiet([]) == {"suppressed": 0, "baselined": 0}
    assert tally_quiet([Checked("a", (plain,), {}, quiet), Checked("b", (), {}, quiet[:1])]) == {
        "suppressed": 3,
        "baselined": 1,
    }
