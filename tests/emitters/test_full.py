"""Findings for people: message, place, the line with a caret under the right cells, help, and a count."""

import itertools
import time

import pytest
from emitters.samples import with_quiet
from helpers import CLEAN, checked, text_of
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from raci_cli.emitters.full import emit
from raci_cli.findings import Checked, Finding, Severity, Span
from raci_cli.text import Look

TARGET = "TARGET"


def span(line: int, column: int, end_column: int, end_line: int | None = None) -> Span:
    return Span(0, 1, line, column, end_line or line, end_column)


def finding(place: Span | None = None, **more: object) -> Finding:
    return Finding("RACI201", ("steps",), "what is wrong", span=place, **more)  # type: ignore[arg-type]


def lines_of(*found: Finding, lines: dict[int, str] | None = None, look: Look | None = None) -> list[str]:
    return emit([Checked("raci.yaml", found, lines or {})], look or Look()).splitlines()


def excerpt(line: str, width: int | None = None) -> tuple[str, str]:
    """A line that holds TARGET as it is shown, and the line of the caret below it."""
    start = line.index(TARGET) + 1
    shown = lines_of(finding(span(3, start, start + len(TARGET))), lines={3: line}, look=Look(width=width))
    bar = shown.index("  |")
    return shown[bar + 1], shown[bar + 2]


def points_at_target(source: str, caret: str) -> bool:
    before = cell_len(source[: source.index(TARGET)])
    return caret == "  | ".ljust(before) + "^" * len(TARGET)


def test_a_finding_says_what_where_and_what_to_do() -> None:
    text = CLEAN.replace("accountable: ana", "accountable: anna")
    assert emit([checked(text)], Look()) == text_of("""
        error[RACI201]: 'anna' is neither a person nor a team
          --> raci.yaml:11:18
           |
        11 |     accountable: anna
           |                  ^^^^
           = help: did you mean ana?

        1 file checked: 1 error, 0 warnings, 0 notes
    """)


def test_a_command_follows_the_help() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        teams: {it: {name: IT, lead: lee}}
        people: {lee: {name: Lee, team: it}}
        goals: {sign-in: {measure: failed sign-ins}}
        steps:
          choose: {title: Choose, accountable: it}
    """)
    assert emit([checked(text)], Look()) == text_of("""
        warning[RACI103]: nobody is responsible for step 1 'Choose'
         --> raci.yaml:7:3
          |
        7 |   choose: {title: Choose, accountable: it}
          |   ^^^^^^
          = help: name who does the work: raci assign choose -R it

        1 file checked: 0 errors, 1 warning, 0 notes
    """)


@pytest.mark.parametrize(
    "file, variable, told",
    [
        ("raci.yaml", "", ""),
        ("../raci.yaml", "", ""),
        ("../../raci.yaml", "", ""),
        ("plans/raci.yaml", "", " -f plans/raci.yaml"),
        ("../plans/raci.yaml", "", " -f ../plans/raci.yaml"),
        ("/plans/raci.yaml", "", " -f /plans/raci.yaml"),
        ("crm.raci.yaml", "", " -f crm.raci.yaml"),
        ("my plan.raci.yaml", "", " -f 'my plan.raci.yaml'"),
        ("raci.yaml", "other.yaml", " -f raci.yaml"),
    ],
)
def test_the_command_names_the_file_where_it_would_look_elsewhere(
    file: str, variable: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RACI_FILE", variable)
    found = finding(help="do", command=("mark", "choose", "done"))
    assert emit([Checked(file, (found,), {})], Look()).splitlines()[1] == f"  = help: do: raci mark choose done{told}"


def test_a_command_needs_no_help_and_quotes_what_a_shell_would_read() -> None:
    found = finding(command=("assign", "choose", "-A", "a b; c"))
    assert lines_of(found)[1] == "  = help: raci assign choose -A 'a b; c'"


def test_without_help_a_command_or_a_place_the_message_is_all() -> None:
    assert lines_of(finding())[:2] == ["error[RACI201]: what is wrong", ""]


def test_other_places_are_named_with_their_label() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana}
        goals: {sign-in: {measure: failed sign-ins}}
        steps:
          choose:
            title: Choose
            accountable: ana
            title: Again
    """)
    assert emit([checked(text)], Look()) == text_of("""
        error[RACI002]: 'title' stands twice, first on line 7
         --> raci.yaml:9:5
          |
        9 |     title: Again
          |     ^^^^^
          = note: first here: raci.yaml:7:5
          = help: keep one of them

        1 file checked: 1 error, 0 warnings, 0 notes
    """)


def test_a_line_that_may_not_be_shown_is_not() -> None:
    assert lines_of(finding(span(3, 1, 2)), lines={4: "secret"})[1:3] == [" --> raci.yaml:3:1", ""]


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    shown = lines_of(finding(span(3, 8, 4, end_line=5)), lines={3: "    a: [one,"})
    assert shown[2:5] == ["  |", "3 |     a: [one,", "  |        ^^^^^"]


def test_an_empty_span_has_one_caret() -> None:
    assert lines_of(finding(span(3, 1, 1)), lines={3: ""})[2:5] == ["  |", "3 |", "  | ^"]
    assert lines_of(finding(span(3, 3, 3)), lines={3: "a:"})[3:5] == ["3 | a:", "  |   ^"]


def test_the_margin_is_as_wide_as_the_number() -> None:
    shown = lines_of(finding(span(1000, 1, 2)), lines={1000: "a"})
    assert shown[1:5] == ["    --> raci.yaml:1000:1", "     |", "1000 | a", "     | ^"]


@pytest.mark.parametrize(
    "line",
    [
        f"a: {TARGET} b",
        f"漢字: {TARGET}",
        f"한국어 ひらがな {TARGET} 漢",
        f"\t{TARGET}",
        f"a\tb\t{TARGET}\t",
        f"🚀 {TARGET} 🚀",
        f"👩\u200d👩\u200d👧 {TARGET}",
        f"🇩🇪 {TARGET}",
        f"e\u0301e\u0301 {TARGET}",
        f"\uff46\uff55\uff4c\uff4c width {TARGET}",
        f"zero\u200bwidth {TARGET}",
        f"\u202e{TARGET}",
        f"\x1b[31m{TARGET}",
        f"::{TARGET}",
        f"##[error] {TARGET}",
    ],
)
@pytest.mark.parametrize("width", [None, 80])
def test_the_caret_is_under_the_cells_that_are_meant(line: str, width: int | None) -> None:
    assert points_at_target(*excerpt(line, width))


def test_the_caret_is_as_wide_as_what_is_meant() -> None:
    assert lines_of(finding(span(3, 1, 3)), lines={3: "漢字: x"})[4] == "  | ^^^^"
    assert lines_of(finding(span(3, 1, 2)), lines={3: "\tx"})[4] == "  | ^^^^"
    assert lines_of(finding(span(3, 1, 2)), lines={3: "\x1bx"})[4] == "  | ^^^^"


@given(st.text(st.sampled_from("aé漢ｱ🚀\t\u200b\x1b:#[ "), max_size=20), st.text("a漢 ", max_size=20))
@example("::", "")
def test_the_caret_is_right_whatever_stands_before_it(before: str, after: str) -> None:
    assert points_at_target(*excerpt(f"{before}|{TARGET}{after}"))


@pytest.mark.parametrize("before, after", list(itertools.product([0, 50, 100, 155, 400], [0, 10, 200])))
@pytest.mark.parametrize("width", [None, 80, 100])
def test_a_long_line_is_cut_around_the_caret(before: int, after: int, width: int | None) -> None:
    source, caret = excerpt("b" * before + TARGET + "a" * after, width)
    assert points_at_target(source, caret)
    assert cell_len(source) <= (width or 160)
    cut_before, cut_after = source.removeprefix("3 | ").startswith("…"), source.endswith("…")
    assert (source.count("b") < before) == cut_before
    assert (source.count("a") < after) == cut_after


@pytest.mark.parametrize(
    "line, width",
    [
        ("b" * 100 + TARGET, 40),
        ("b" * 100 + TARGET, 20),
        ("漢" * 100 + TARGET, 80),
        ("漢" * 38 + TARGET, 80),
        ("\t" * 50 + TARGET, None),
        ("\u200b" * 40 + TARGET, None),
    ],
)
def test_a_long_line_is_cut_around_the_caret_by_its_cells(line: str, width: int | None) -> None:
    source, caret = excerpt(line, width)
    assert points_at_target(source, caret)
    assert cell_len(source) <= (width or 160)


@pytest.mark.parametrize("mark", ["x", "漢", "\u202e", "\u0301", "\u200d", "\ufe0f"])
def test_a_line_of_many_marks_is_shown_at_once(mark: str) -> None:
    before = time.process_time()
    source, caret = excerpt("x" * 200 + mark * 4_000 + TARGET)
    assert time.process_time() - before < 0.5
    assert source.endswith(TARGET)
    assert caret.endswith("^" * len(TARGET))


def test_a_caret_never_runs_past_the_width() -> None:
    shown = lines_of(finding(span(3, 1, 301)), lines={3: "x" * 300}, look=Look(width=80))
    assert shown[3] == "3 | " + "x" * 75 + "…"
    assert shown[4] == "  | " + "^" * 76


@pytest.mark.parametrize(
    "severities, files, closing",
    [
        ([], 1, "1 file checked: 0 errors, 0 warnings, 0 notes"),
        ([], 0, "0 files checked: 0 errors, 0 warnings, 0 notes"),
        (["error", "warning", "info"], 1, "1 file checked: 1 error, 1 warning, 1 note"),
        (["error", "warning", "info"], 2, "2 files checked: 2 errors, 2 warnings, 2 notes"),
    ],
)
def test_the_last_line_counts(severities: list[str], files: int, closing: str) -> None:
    found = tuple(finding(severity=Severity(word)) for word in severities)
    output = emit([Checked(f"{number}.raci.yaml", found, {}) for number in range(files)], Look())
    assert output.splitlines()[-1] == closing
    assert output.endswith("\n")


def test_the_last_line_counts_what_does_not_count() -> None:
    closing = "1 file checked: 2 errors, 0 warnings, 0 notes (1 suppressed, 1 baselined)"
    assert emit([with_quiet()], Look()).splitlines()[-1] == closing
    assert "board" not in emit([with_quiet()], Look())
    quiet = with_quiet().quiet
    assert emit([Checked("a", (), {}, quiet[:1])], Look()).endswith("0 notes (1 suppressed)\n")
    assert emit([Checked("a", (), {}, quiet[1:])], Look()).endswith("0 notes (1 baselined)\n")


def test_colour_is_the_only_thing_that_paint_changes() -> None:
    asked = set()

    def paint(style: str, text: str) -> str:
        asked.add(style)
        return f"<{style}>{text}</{style}>"

    files = [checked(CLEAN.replace("accountable: ana", "accountable: [bob, anna]"))]
    painted = emit(files, Look(paint=paint))
    for style in asked:
        painted = painted.replace(f"<{style}>", "").replace(f"</{style}>", "")
    assert painted == emit(files, Look())
    assert {"error", "dim", "strong"} <= asked


def test_a_count_of_nothing_is_dim() -> None:
    look = Look(paint=lambda style, text: f"<{style}>{text}")
    assert emit([Checked("a", (), {})], look) == "1 file checked: <dim>0 errors, <dim>0 warnings, <dim>0 notes\n"
    found = (finding(), finding(severity=Severity.WARNING))
    closing = emit([Checked("a", found, {})], look).splitlines()[-1]
    assert closing == "1 file checked: <error>1 error, <warning>1 warning, <dim>0 notes"


LONG = "nobody is accountable for step 3 'Write the requirements of everybody'; candidates: Marketing and IT"
HELP = "decide (Who knows both the business and the technology?)"


def test_on_a_terminal_long_text_goes_on_below_itself() -> None:
    found = Finding("RACI101", ("steps", "x"), LONG, HELP, ("assign", "x", "-A", "WHO"), span=span(12, 1, 2))
    assert lines_of(found, look=Look(width=60))[:-1] == [
        "error[RACI101]: nobody is accountable for step 3 'Write the",
        "    requirements of everybody'; candidates: Marketing and IT",
        "  --> raci.yaml:12:1",
        "   = help: decide (Who knows both the business and the",
        "           technology?):",
        "           raci assign x -A WHO",
        "",
    ]
    assert lines_of(found)[:3] == [
        f"error[RACI101]: {LONG}",
        "  --> raci.yaml:12:1",
        f"   = help: {HELP}: raci assign x -A WHO",
    ]


@pytest.mark.parametrize("width", [50, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    file = "a/" * 70 + "raci.yaml"
    related = (("first here", span(1, 1, 2)),)
    found = [
        Finding("RACI101", ("steps",), message, help_, command, span=span(12, 1, 2), related=related)
        for message in (LONG, "漢" * 90, "x" * 200)
        for help_ in ("", HELP, "y" * 90)
        for command in ((), ("assign", "x" * 64, "-A", "WHO"))
    ]
    lines = emit([Checked(file, tuple(found), {12: "漢" * 90}), with_quiet()], Look(width=width)).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert "".join(line.strip() for line in lines).count("x" * 200) == 6, "nothing is lost"


def test_a_command_begins_a_line_also_where_it_is_longer_than_one() -> None:
    found = Finding("RACI101", ("steps", "x"), "x", "decide", ("assign", "x" * 40, "-A", "WHO"), span=span(1, 1, 2))
    assert lines_of(found, look=Look(width=50))[2:5] == [
        "  = help: decide:",
        "          raci assign",
        f"          {'x' * 40}",
    ]


def test_the_closing_count_goes_on_below_itself() -> None:
    assert emit([with_quiet()], Look(width=60)).splitlines()[-2:] == [
        "1 file checked: 2 errors, 0 warnings, 0 notes",
        "    (1 suppressed, 1 baselined)",
    ]


def test_plain_ascii_cuts_with_dots() -> None:
    found = Finding("RACI201", ("steps",), "'aaa…' is too long", span=span(1, 1, 301))
    output = emit([Checked("raci.yaml", (found,), {1: "x" * 300})], Look(width=40, ascii_only=True))
    assert output.isascii()
    assert "error[RACI201]: 'aaa...' is too long" in output
    assert "x..." in output
