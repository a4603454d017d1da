"""Markdown, as a reader of it sees it."""

import pytest
from emitters.samples import finding, one, sample, span, with_quiet
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from raci_cli.emitters import markdown
from raci_cli.emitters.markdown import emit
from raci_cli.findings import Checked
from raci_cli.text import Look, visible


def shown(*files: Checked) -> list[str]:
    """The texts of heading, cells and paragraphs."""
    tokens = MarkdownIt("commonmark").enable("table").parse(emit(files, Look()))
    inline = [token.children or [] for token in tokens if token.type == "inline"]
    return ["".join(one.content for one in children if one.type.startswith("text")) for children in inline]


def rows(*files: Checked) -> list[list[str]]:
    cells = shown(*files)[1:-1]
    return [cells[start : start + 5] for start in range(0, len(cells), 5)]


def test_a_finding_is_a_row() -> None:
    table = rows(sample("plans/raci.yaml"))
    assert table[0] == ["Severity", "Place", "Rule", "Finding", "What to do"]
    assert table[2] == [
        "warning",
        "plans/raci.yaml:8:3",
        "RACI103 no-responsible",
        "nobody is responsible for step 2 'Two'",
        "name who does the work: raci assign two -R it -f plans/raci.yaml",
    ]
    assert [row[0] for row in table[1:]] == ["error", "warning", "note", "error"]


@pytest.mark.parametrize(
    "severities, heading",
    [
        (["error"], "1 error"),
        (["error", "info", "error"], "2 errors and 1 note"),
        (["error", "warning", "warning", "info"], "1 error, 2 warnings and 1 note"),
    ],
)
def test_the_heading_counts(severities: list[str], heading: str) -> None:
    files = [Checked("raci.yaml", tuple(finding(severity) for severity in severities), {})]
    assert shown(*files)[0] == f"raci check: {heading}"
    assert emit(files, Look()).startswith("## raci check: ")


def test_a_clean_result_says_so() -> None:
    clean = Checked("raci.yaml", (), {})
    assert emit([clean], Look()) == "## raci check: all clear\n\n1 file checked.\n"
    assert emit([clean, clean], Look()).endswith("\n2 files checked.\n")
    assert emit([], Look()) == "## raci check: nothing to check\n\n0 files checked.\n"


def test_what_does_not_count_is_counted_below() -> None:
    assert [row[2] for row in rows(with_quiet())[1:]] == ["RACI201 unknown-party", "RACI002 duplicate-key"]
    assert shown(with_quiet())[-1] == "1 file checked, 1 suppressed and 1 baselined."
    assert shown(Checked("a", (), {}, with_quiet().quiet[:1])) == [
        "raci check: all clear",
        "1 file checked, 1 suppressed.",
    ]


def test_a_line_number_is_no_emoji() -> None:
    assert "raci.yaml\\:100:5" in emit(one(finding(place=span(100, 5, 6))), Look())


def test_what_is_too_much_for_a_summary_is_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [Checked("raci.yaml", tuple(finding(message="漢" * 1000) for _ in range(400)), {})]
    output = emit(files, Look())
    assert 890_000 < len(output.encode()) < 900_500
    row_count = sum(line.startswith("| error ") for line in output.splitlines())
    assert f"\n\n{400 - row_count} more are left out here.\n\n1 file checked.\n" in output
    monkeypatch.setattr(markdown, "_LARGEST", 10**9)
    assert "left out" not in emit(files, Look())


@given(st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_stays_in_its_cell(text: str) -> None:
    (row,) = rows(*one(finding(message=f"m{text}m", help_=f"h{text}h"), f"f{text}f"))[1:]
    assert row[3] == f"m{visible(text)}m"
    assert row[4] == f"h{visible(text)}h"
    assert row[1] == f"f{visible(text)}f:1:1"
