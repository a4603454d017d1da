"""Tables of text: widths in cells, what gives way, and what is hidden is said."""

import re
from typing import Any

import pytest
from helpers import CLEAN, TODAY, checked, project, text_of
from reports.demo import BROKEN, DEMO

from raci_cli.cells import cell_len
from raci_cli.reports import views
from raci_cli.reports.render import render
from raci_cli.text import Look


def shown(name: str, text: str, **look: Any) -> list[str]:
    """The lines of a report as text."""
    view = views.view_of(name, views.Asked(project(text), TODAY, checked(text), text))
    return render(name, "text", view, Look(**look)).splitlines()


def many_parties(number: int) -> str:
    people = "".join(f"  p{index}: Person {index}\n" for index in range(number))
    informed = ", ".join(f"p{index}" for index in range(number))
    return (
        f"raci: 1\nproject: {{name: Demo}}\npeople:\n{people}steps:\n"
        f"  one: {{title: Choose a vendor that everybody likes, accountable: p0, informed: [{informed}]}}\n"
        f"  two: {{title: Two, responsible: p1}}\n"
    )


def titled(name: str, summary: str, **look: Any) -> str:
    project = f"{{name: {name}, summary: {summary}}}"
    return shown("matrix", CLEAN.replace("\n  name: Demo\n", f" {project}\n"), **look)[0]


def test_the_first_line_has_the_name_what_it_is_about_and_the_day_at_its_end() -> None:
    assert titled("Demo", "What for") == "Demo  What for  Tue 1 Dec 2026"
    assert titled("Demo", "What for", width=50) == "Demo  What for                      Tue 1 Dec 2026"
    assert titled("Demo", "What it is for and told at length", width=50) == (
        "Demo  What it is for and told at…   Tue 1 Dec 2026"
    )
    assert titled("Demo", "What it is for", width=30) == "Demo            Tue 1 Dec 2026"
    assert titled("Demo" * 9, "What", width=30) == "DemoDemoDemoD…  Tue 1 Dec 2026"
    assert titled("漢字" * 9, "What", width=30) == "漢字漢字漢字…   Tue 1 Dec 2026"


@pytest.mark.parametrize("name", ["status", "matrix"])
@pytest.mark.parametrize("width", [80, 100, 200])
def test_a_report_fits_the_width(name: str, width: int) -> None:
    for text in (DEMO, CLEAN, many_parties(24), DEMO.replace("Second", "漢字" * 60)):
        assert max(cell_len(line) for line in shown(name, text, width=width)) <= width


@pytest.mark.parametrize("width", [40, 60])
def test_the_status_report_fits_a_narrow_width_too(width: int) -> None:
    text = DEMO.replace("First", "First of all, what is the problem to be solved")
    assert max(cell_len(line) for line in shown("status", text, width=width)) <= width


@pytest.mark.parametrize("width", [30, 40, 60])
def test_the_matrix_fits_a_narrow_width_too(width: int) -> None:
    assert max(cell_len(line) for line in shown("matrix", many_parties(24), width=width)) <= width


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_off_a_terminal_nothing_is_cut_or_hidden(name: str) -> None:
    text = many_parties(30).replace("Two", "Two " + "long " * 60 + "end")
    output = shown(name, text)
    assert any("long end" in line for line in output)
    assert not [line for line in output if "…" in line or "Hidden" in line]


def hidden(text: str, width: int) -> str:
    """What the matrix says it hides at a width."""
    return " ".join(shown("matrix", text, width=width)).partition("Hidden for want of width: ")[2].partition(";")[0]


def test_parties_are_hidden_from_the_right() -> None:
    said = [hidden(many_parties(4), width) for width in range(90, 24, -1)]
    assert list(dict.fromkeys(said))[:3] == ["", "1 party (P3)", "2 parties (P2, P3)"]


def test_what_is_hidden_is_not_shown_and_what_is_not_hidden_is() -> None:
    for width in range(25, 90):
        said = hidden(many_parties(4), width)
        output = shown("matrix", many_parties(4), width=width)
        heading = next(line for line in output if "STEP" in line).split()
        row = next(line for line in output if line.startswith("2 Two"))
        assert ("◦" in row) == ("status" not in said)
        assert ("STATUS" in heading) == ("not started" in row)
        assert ("◦ not started" in output) == ("◦" in row and "not started" not in row)
        assert [name in said for name in ("P0", "P1", "P2", "P3")] == [
            name not in heading for name in ("P0", "P1", "P2", "P3")
        ]


def test_nothing_is_hidden_where_the_widest_line_just_fits() -> None:
    text = CLEAN.replace("Kick-off", "Sixteen letters.")
    widest = max(cell_len(line) for line in shown("matrix", text)[2:5])
    narrow, wide = (shown("matrix", text, width=width) for width in (widest - 1, widest))
    assert [any("STATUS" in line for line in lines) for lines in (narrow, wide)] == [False, True]
    assert ["◦ not started" in lines for lines in (narrow, wide)] == [True, False], "the key to what is a sign now"


TEAMS = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: IT, marketing: Marketing and communication}
    people:
      ana: {name: Ana Ortiz, team: marketing}
      bob: {name: Bob Berg, team: it}
      cy: {name: Cy, team: marketing}
      dot: Dot
    steps:
      one: {title: One, accountable: ana, responsible: ana, consulted: [it, bob], informed: [cy, dot]}
      two: {title: Two, accountable: cy, informed: bob}
""")


def test_people_stand_beside_their_team_on_a_terminal() -> None:
    assert shown("matrix", TEAMS, width=38)[2:] == [
        "               Marke…  IT",
        "# STEP     IT  AO  CY  BB  DO",
        "1 One   ◦  C   R/A I   C   I",
        "2 Two   ◦          A   I",
        "◦ not started",
        "",
        "R responsible  A accountable",
        "C consulted  I informed",
        "IT IT",
        "Marketing and communication:",
        "AO Ana Ortiz   CY Cy",
        "IT: BB Bob Berg",
        "DO Dot",
    ]
    assert "# STEP  STATUS         IT  AO  CY  BB  DO" in shown("matrix", TEAMS), "off it, no name is cut"


def test_letters_stand_closer_before_a_party_is_hidden() -> None:
    widths = {width: shown("matrix", TEAMS, width=width) for width in range(20, 60)}
    closer = [width for width, lines in widths.items() if any("RA" in line for line in lines)]
    apart = [width for width, lines in widths.items() if any("R/A" in line for line in lines)]
    gone = [width for width, lines in widths.items() if any("Hidden" in line for line in lines)]
    assert gone
    assert max(gone) < max(closer) < min(apart)


def test_a_title_shrinks_to_sixteen_cells() -> None:
    text = CLEAN.replace("Kick-off", "Seventeen letters")
    widths = [width for width in range(25, 80) if not hidden(text, width)]
    assert any("Seventeen lette…" in line for line in shown("matrix", text, width=min(widths)))
    assert not any("…" in line for line in shown("matrix", text, width=min(widths) + 1))


def test_it_says_how_to_see_what_is_hidden() -> None:
    output = " ".join(shown("matrix", many_parties(8), width=36))
    assert "raci report matrix --format md has all." in output
    assert "raci report" not in " ".join(shown("matrix", many_parties(8), width=100))


def test_hidden_parties_are_still_in_the_legend() -> None:
    output = "\n".join(shown("matrix", many_parties(8), width=36))
    assert all(f"Person {number}" in output for number in range(8))


def test_ascii_draws_with_ascii_alone() -> None:
    for name in ("status", "matrix"):
        output = "\n".join(shown(name, many_parties(24), width=60, ascii_only=True))
        assert output.isascii()
        assert "\n".join(shown(name, DEMO, ascii_only=True)).isascii()
    assert not "\n".join(shown("status", DEMO)).isascii()


@pytest.mark.parametrize(
    "status, sign, ascii_",
    [
        ("not-started", "◦", "."),
        ("in-progress", "▸", ">"),
        ("blocked", "✗", "!"),
        ("done", "✓", "x"),
        ("skipped", "»", "-"),
    ],
)
def test_every_status_has_a_sign_and_a_word(status: str, sign: str, ascii_: str) -> None:
    text = CLEAN + f"    status: {status}\n"
    for name in ("status", "matrix"):
        assert any(f"{sign} {status.replace('-', ' ')}" in line for line in shown(name, text))
        assert any(f"{ascii_} {status.replace('-', ' ')}" in line for line in shown(name, text, ascii_only=True))


def test_the_status_table_says_when_and_who() -> None:
    cells = [re.split("  +", line) for line in shown("status", DEMO) if re.match(r"\d  \w", line)]
    assert [row[-2:] for row in cells][:4] == [
        ["5 Nov", "Ana Ortiz"],
        ["10 Dec, 3 d late", "nobody"],
        ["20 Nov, 11 d late", "IT"],
        ["ongoing", "Ana Ortiz"],
    ]


def test_a_step_that_is_late_by_a_task_alone_says_only_that() -> None:
    text = DEMO.replace("    due: 2026-12-10\n", "")
    (cells,) = [re.split("  +", line) for line in shown("status", text) if line.startswith("2  Second")]
    assert cells[-2:] == ["3 d late", "nobody"]


def test_a_second_owner_is_counted_and_nobody_is_said() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana, bob: Bob, cleo: Cleo}
        steps:
          one: {title: One, accountable: [ana, bob, cleo]}
          two: {title: Two, responsible: ana}
    """)
    assert any(line.startswith("1  One") and line.endswith("Ana +2") for line in shown("status", text))
    assert any(line.startswith("2  Two") and line.endswith("nobody") for line in shown("status", text))


def test_the_heading_of_owners_is_that_of_the_scheme() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana}
        scheme: {roles: {approver: {letter: P, owns: true}}}
        steps: {one: {title: One, approver: ana}}
    """)
    assert any(line.endswith("APPROVER") for line in shown("status", text))
    none = text.replace("approver: {letter: P, owns: true}", "approver: {letter: P}")
    assert any(line.endswith("OWNER") for line in shown("status", none))


def test_tasks_are_indented_below_their_step() -> None:
    lines = shown("matrix", DEMO)
    at = next(index for index, line in enumerate(lines) if "Second" in line)
    column = lines[at].index("Second")
    assert [lines[at + offset].index(title) for offset, title in ((1, "Talk"), (2, "Walk"))] == [column + 2] * 2


def test_breaks_stand_at_the_end_of_their_row_and_only_where_there_are_any() -> None:
    assert [line[-3:] for line in shown("matrix", DEMO) if "Second" in line or "Talk" in line] == ["0 A", "2 A"]
    assert not [line for line in shown("matrix", CLEAN) if line.endswith(" A") and "0" in line]


def test_counts_that_are_wrong_stand_before_the_codes_of_what_else_is() -> None:
    rows = [line for line in shown("matrix", BROKEN) if re.match(r" *[2-7] ", line)]
    assert {row.split()[0]: row.split("  ")[-1].strip() for row in rows} == {
        "2": "RACI105",
        "3": "2 D, RACI107",
        "4": "RACI109",
        "5": "RACI201",
        "6": "0 B, 0 D",
        "7": "0 B, 0 D",
    }


def test_progress_is_drawn_in_ten_blocks() -> None:
    text = CLEAN + "    status: done\n"
    assert any(line.startswith("▰▰▰▰▰▱▱▱▱▱  1 of 2 done") for line in shown("status", text))
    assert any(line.startswith("#####.....  1 of 2 done") for line in shown("status", text, ascii_only=True))
    nothing = CLEAN.replace("    accountable", "    ongoing: true\n    accountable")
    assert any(line.startswith("▱▱▱▱▱▱▱▱▱▱  0 of 0 done") for line in shown("status", nothing))
