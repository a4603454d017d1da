"""Views to text: strict, repeatable, and what the file says never acts on the format."""

import json
import re
from typing import Any

import jinja2
import pytest
from helpers import CLEAN, project, text_of
from markdown_it import MarkdownIt
from reports.demo import DEMO, OTHER_SCHEMES, shown_by

from raci_cli.reports import COMMANDS, FORMATS
from raci_cli.reports.render import _WRITERS, made, render
from raci_cli.resources import templates
from raci_cli.text import Look

ALL = [(name, format_) for name, formats in FORMATS.items() for format_ in formats]
EVERY = [(name, format_) for name, format_ in ALL if format_ not in _WRITERS]


def having(format_: str) -> list[str]:
    """The reports that have a format."""
    return [name for name, formats in FORMATS.items() if format_ in formats]


def view_of(name: str, text: str) -> dict[str, Any]:
    return shown_by(name, text)


def report(name: str, format_: str, text: str, look: Look | None = None) -> str:
    return render(name, format_, view_of(name, text), look)


def titled(title: str) -> dict[str, Any]:
    """The matrix of one step of that title, whatever it is."""
    view = view_of("matrix", CLEAN)
    view["rows"] = [{**view["rows"][0], "title": title}]
    return view


def cell(title: str) -> str:
    """A title as it stands in a cell of Markdown."""
    line = next(line for line in render("matrix", "md", titled(title)).splitlines() if line.startswith("| 1 |"))
    return line.removeprefix("| 1 | kickoff | ").partition(" | Not started |")[0]


@pytest.mark.parametrize("name, format_", EVERY)
@pytest.mark.parametrize("text", [CLEAN, DEMO], ids=["clean", "demo"])
def test_every_report_renders_in_every_format_twice_the_same(name: str, format_: str, text: str) -> None:
    once = report(name, format_, text)
    assert once == report(name, format_, text)
    assert once.endswith("\n")
    assert "Demo" in once
    assert "None" not in once.replace("<!doctype", "")


# A browser prints no page twice alike.
@pytest.mark.parametrize("name, format_", [one for one in ALL if one not in EVERY and one[1] != "pdf"])
@pytest.mark.parametrize("text", [CLEAN, DEMO], ids=["clean", "demo"])
def test_what_no_template_makes_is_twice_the_same(name: str, format_: str, text: str) -> None:
    once = made(name, format_, view_of(name, text))
    assert once == made(name, format_, view_of(name, text))
    assert len(once) > 50


def test_every_template_belongs_to_a_report() -> None:
    found = {path.name for path in (templates() / "reports").glob("*.j2")} - {"macros.html.j2"}
    reports = {f"{name}.{format_}.j2" for name, format_ in EVERY if format_ != "json"}
    assert found == reports | {f"{name}.text.j2" for name in COMMANDS}


@pytest.mark.parametrize("name", [*FORMATS, *COMMANDS])
@pytest.mark.parametrize("text", [CLEAN, DEMO], ids=["clean", "demo"])
def test_json_is_the_view(name: str, text: str) -> None:
    assert json.loads(report(name, "json", text)) == view_of(name, text)


@pytest.mark.parametrize("name, format_", [one for one in EVERY if one[1] in ("md", "text")])
def test_a_name_that_a_view_lacks_is_an_error(name: str, format_: str) -> None:
    view = view_of(name, DEMO)
    for key in ("project", "source") if format_ == "md" else ("project",):
        with pytest.raises((jinja2.UndefinedError, KeyError)):
            render(name, format_, {other: value for other, value in view.items() if other != key})


@pytest.mark.parametrize("name", [*having("text"), *COMMANDS])
def test_colour_is_the_only_thing_that_paint_changes(name: str) -> None:
    asked = set()

    def paint(style: str, text: str) -> str:
        asked.add(style)
        return f"\x1b[{len(style)}m{text}\x1b[0m"

    for width in (None, 100):
        painted = report(name, "text", DEMO, Look(paint, width))
        assert re.sub("\x1b\\[[0-9]+m", "", painted) == report(name, "text", DEMO, Look(width=width))
    assert "strong" in asked
    assert name not in ("status", "matrix") or {"dim", "done", "blocked", "error"} <= asked


SPOKEN = [*(one for one in EVERY if one[1] != "json"), *((name, "text") for name in COMMANDS)]


@pytest.mark.parametrize("scheme", OTHER_SCHEMES)
@pytest.mark.parametrize("name, format_", SPOKEN)
def test_another_scheme_is_spoken_of_in_its_own_words(name: str, format_: str, scheme: str) -> None:
    said = re.sub(r"<style>.*?</style>", "", report(name, format_, OTHER_SCHEMES[scheme]), flags=re.DOTALL).lower()
    words = set(project(OTHER_SCHEMES[scheme]).scheme.names)
    assert not [word for word in {"accountable", "responsible", "consulted", "informed"} - words if word in said]


def test_nothing_but_paint_colours() -> None:
    assert "\x1b" not in report("status", "text", DEMO) + report("matrix", "text", DEMO)


def test_the_verdict_is_painted_in_its_colour() -> None:
    output = report("status", "text", DEMO, Look(lambda style, text: f"<{style}>{text}</>"))
    assert "<red>Off track (red)</>. Step 2" in output


def test_a_verdict_set_by_hand_stands_beside_the_one_by_rule() -> None:
    text = DEMO.replace("lead: ana}", "lead: ana, verdict: {set: green, because: We agreed.}}", 1)
    output = report("status", "text", text)
    assert "On track (green, set by hand). We agreed. By rule: red. Step 2 'Second'" in output
    markdown = report("status", "md", text)
    assert "**On track** (green, set by hand). We agreed.\n\nBy rule: red. Step 2 'Second'" in markdown


@pytest.mark.parametrize("format_", ["md", "text"])
def test_sections_stand_only_where_there_is_something_to_say(format_: str) -> None:
    sections = ("Blocked", "Decisions needed", "Next", "Findings")
    lines = [line.lstrip("# ") for line in report("status", format_, DEMO).splitlines()]
    there = sections if format_ == "md" else sections[:1]
    assert [section for section in sections if section in lines] == list(there)
    done = CLEAN.replace("accountable", "status: done\n    accountable")
    lines = [line.lstrip("# ") for line in report("status", format_, done).splitlines()]
    assert not [section for section in sections if section in lines]


@pytest.mark.parametrize("format_", ["md", "text"])
def test_the_status_says_what_is_blocked(format_: str) -> None:
    output = report("status", format_, DEMO)
    assert "3 Third: no licence" in output
    assert "1 of 4 done" in output
    unexplained = report("status", format_, DEMO.replace(", blocked: no licence", ""))
    assert "3 Third: no reason given" in unexplained


def test_the_status_says_what_is_undecided_and_next() -> None:
    output = report("status", "md", DEMO)
    assert "2 Second: who is accountable? IT or zoe. Who pays?" in output
    assert "3 Third, due 20 Nov: IT" in output


def test_on_a_terminal_the_status_says_what_to_type_for_it() -> None:
    def last(text: str) -> str:
        return report("status", "text", text).splitlines()[-1]

    assert last(DEMO) == "1 decision by 10 Dec: raci next     6 errors, 6 warnings, 2 notes: raci check"
    assert last(CLEAN) == "Next is 1 Kick-off: raci next     no findings: raci check"
    undated = CLEAN.replace("    accountable: ana\n", "").replace("    accountable: bob\n", "")
    assert last(undated).startswith("2 decisions: raci next     2 errors")
    done = last(CLEAN.replace("accountable", "status: done\n    done: 2026-11-30\n    accountable"))
    assert done == "no findings: raci check"


def test_at_most_three_next_steps_are_shown() -> None:
    steps = "".join(f"  s{number}: {{title: Title {number}, accountable: ana}}\n" for number in range(5))
    text = f"raci: 1\nproject: {{name: Demo}}\npeople: {{ana: Ana}}\nsteps:\n{steps}"
    following = report("status", "md", text).partition("Next\n")[2]
    assert [f"Title {number}" in following for number in range(5)] == [True, True, True, False, False]


def test_a_project_without_a_name_says_so() -> None:
    text = CLEAN.replace("  name: Demo\n", "  summary: What for\n")
    assert all("No name" in report(name, format_, text) for name, format_ in EVERY if format_ != "json")
    assert all(report(name, "text", text).startswith("No name") for name in ("status", "matrix"))


def test_markdown_names_the_file_the_day_and_the_content() -> None:
    view = view_of("matrix", CLEAN)
    last = report("matrix", "md", CLEAN).splitlines()[-1]
    content, version = view["source"]["content"], view["source"]["version"]
    assert last == f"From raci.yaml (content {content}) on 2026-12-01 by raci {version}."


@pytest.mark.parametrize(
    "title",
    [
        *("a_b", "snake_case_name", "CRM: new", "50 %", "C++", "C#", "a - b", "3.5 t", "(a) b", "it's"),
        *("Really!", "why?", "a, b; c", "2 + 2 = 4", "10:30", "v1.2.3", "you@", "漢字", "a/b", "{a}", '"quoted"'),
        *("100.", "a # b", "a^b", "a & b", "-5 °C", "+49 30", "1.5"),
        *("R&D", "AT&T", "Q&A"),
    ],
)
def test_what_acts_on_nothing_stays_readable(title: str) -> None:
    assert cell(title) == title


@pytest.mark.parametrize(
    "title, escaped",
    [
        ("a|b", "a\\|b"),
        ("\\|", "\\\\\\|"),
        ("`x`", "\\`x\\`"),
        ("*x*", "\\*x\\*"),
        ("_x_", "\\_x\\_"),
        ("<b>", "\\<b\\>"),
        ("[x](y)", "\\[x\\](y)"),
        ("![x](y)", "\\!\\[x\\](y)"),
        ("~x~", "\\~x\\~"),
        ("$x$", "\\$x\\$"),
        ("&amp;", "\\&amp;"),
        ("&#60;", "\\&#<!-- -->60;"),
        ("https://x.example", "https\\://x.example"),
        ("www.x.example", "www\\.x.example"),
        ("@octocat", "@<!-- -->octocat"),
        ("see #12", "see #<!-- -->12"),
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("+ x", "\\+ x"),
        ("1. x", "1\\. x"),
        ("12) x", "12\\) x"),
        ("a\nb", "a\\\\nb"),
        ("\u202ex", "\\\\u202ex"),
        ("##[error]", "\\\\x23#\\[error\\]"),
    ],
)
def test_what_would_act_is_escaped(title: str, escaped: str) -> None:
    assert cell(title) == escaped


@pytest.mark.parametrize(
    "title",
    [
        *("R&D", "a_b", "*x*", "_x_", "__x__", "`x`", "a|b", "<b>x</b>", "[x](y)", "![x](y)", "~~x~~", "&amp;"),
        *("&lt;b", "\\", "\\\\", "\\|", "x\\", "https://x.example", "www.x.example", "mailto:a", "# x", "1. x"),
        *("- x", "> x", "+ x", "a*b*c", "5 * 3 * 2", "[x]: y", "[^1]", "<!-- x -->", "***", "---", "===", "``` x"),
    ],
)
def test_a_reader_of_markdown_shows_the_very_text(title: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"| a |\n| - |\n| {cell(title)} |\n")
    (shown,) = re.findall("<td>(.*)</td>", html)
    plain = shown.replace("<!-- -->", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert plain.replace("&amp;", "&") == title


def test_a_break_between_lines_of_the_file_is_shown_and_kept_in_its_row() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana}
        steps:
          one: {title: One, accountable: ana, status: blocked, blocked: "waiting | for *it*"}
    """)
    assert "- 1 One: waiting \\| for \\*it\\*" in report("status", "md", text).splitlines()
    assert "  1 One: waiting | for *it*" in report("status", "text", text).splitlines()
