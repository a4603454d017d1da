"""`raci status`, `raci matrix`, `raci report`, `raci schema`."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from helpers import CLEAN

from raci_cli.checking.files import check_reading
from raci_cli.cli import project, reporting
from raci_cli.reports import FORMATS


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """A terminal of 60 columns; not a fixture, because pytest puts its own stdout back before the test."""
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    return screen


LONG = CLEAN.replace("Second", "A title that is far too long for a terminal of sixty columns, and then some")


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_off_a_terminal_nothing_is_cut(raci: Any, clean: Path, name: str) -> None:
    clean.write_text(LONG)
    ran = raci(name)
    assert ran.code == 0
    assert "and then some" in ran.out


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_on_a_terminal_lines_fit(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    terminal = at_a_terminal(monkeypatch)
    clean.write_text(LONG)
    assert raci(name).code == 0
    lines = terminal.getvalue().splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= 60
    assert any(line.find("A title that") >= 0 and "…" in line for line in lines)


def test_a_dumb_terminal_gets_ascii(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert raci("status").out.isascii()


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_the_view_as_data(raci: Any, clean: Path, name: str) -> None:
    data = json.loads(raci(name, "--json").out)
    assert data["project"]["name"] == "Demo"
    assert data["as_of"] == "2026-12-01"
    assert json.loads(raci("report", name, "--format", "json").out) == data


def test_the_day_can_be_set(raci: Any, clean: Path) -> None:
    assert raci("status", "--as-of", "2027-01-31").out.startswith("Demo  Sun 31 Jan 2027\n")
    assert raci("status", "--as-of", "31").code == 2


def test_the_matrix_can_show_everybody(raci: Any, clean: Path) -> None:
    clean.write_text(CLEAN.replace("people:\n", "people:\n  zoe: Zoe\n"))
    assert "Zoe" not in raci("matrix").out
    assert "Zoe" in raci("matrix", "--all").out
    assert "| Zoe |" in raci("report", "matrix", "--all").out


def test_piped_a_report_is_markdown_and_at_a_terminal_text(raci: Any, clean: Path) -> None:
    assert raci("report").out.startswith("# Demo\n")


def test_at_a_terminal_a_report_is_text(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    raci("report", "matrix")
    assert terminal.getvalue().startswith("Demo ")


NEEDED = {"person": ["--for", "ana"], "handover": ["--step", "1"]}


@pytest.mark.parametrize("name", FORMATS)
def test_piped_no_report_is_a_page(raci: Any, clean: Path, name: str) -> None:
    words = [name, *NEEDED.get(name, [])]
    wanted = raci("report", *words, "--format", "md" if "md" in FORMATS[name] else "mermaid").out
    assert not wanted.startswith("<")
    assert raci("report", *words).out == raci("report", *words, "-o", "-").out == wanted


@pytest.mark.parametrize("name", FORMATS)
def test_at_a_terminal_no_report_is_a_page(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    words = [name, *NEEDED.get(name, [])]
    format_ = next(one for one in ("text", "md", "mermaid") if one in FORMATS[name])
    screens = [at_a_terminal(monkeypatch)]
    raci("report", *words)
    screens.append(at_a_terminal(monkeypatch))
    raci("report", *words, "--format", format_)
    printed, wanted = (screen.getvalue() for screen in screens)
    assert printed == wanted
    assert len(printed) > 50
    assert not printed.startswith("<")


def test_the_timeline_to_start_from_is_one_that_template_takes(raci: Any, clean: Path) -> None:
    ejected = raci("report", "timeline", "--eject").out
    assert "<!doctype html>" in ejected
    assert raci("report", "timeline", "--eject", "--format", "mermaid").out != ejected


@pytest.mark.parametrize(
    "file, start",
    [
        ("a.html", "<!doctype html>"),
        ("a.HTM", "<!doctype html>"),
        ("a.md", "# Demo"),
        ("a.txt", "Demo  "),
        ("a.json", "{"),
    ],
)
def test_the_suffix_names_the_format(raci: Any, clean: Path, file: str, start: str) -> None:
    ran = raci("report", "status", "-o", file)
    assert ran.code == 0
    assert ran.out.startswith(f"{file}: status report, ")
    assert Path(file).read_text(encoding="utf-8").startswith(start)


def test_an_option_beats_the_suffix(raci: Any, clean: Path) -> None:
    raci("report", "-o", "a.txt", "--format", "json")
    json.loads(Path("a.txt").read_text())


@pytest.mark.parametrize(
    "words, start",
    [
        (["person", "--for", "Ana", "-o", "a.md"], "# Ana: Demo"),
        (["person", "--for", "bob", "-o", "a.txt"], "Bob  "),
        (["handover", "--step", "2", "-o", "a.md"], "# Handover of step 2: Second"),
        (["executive", "-o", "a.md"], "# Demo: executive summary"),
        (["timeline", "-o", "a.mmd"], "gantt\n"),
        (["timeline", "-o", "a.html"], "<!doctype html>"),
        (["ci-summary", "-o", "a.md"], "## Demo: On track (green)"),
    ],
)
def test_every_report_goes_to_a_file(raci: Any, clean: Path, words: list[str], start: str) -> None:
    ran = raci("report", *words)
    assert (ran.code, ran.err) == (0, "")
    assert Path(words[-1]).read_text(encoding="utf-8").lstrip().startswith(start)


@pytest.mark.parametrize("name", ["person", "handover"])
def test_a_report_about_somebody_or_something_needs_its_option(raci: Any, clean: Path, name: str) -> None:
    option = {"person": "--for", "handover": "--step"}[name]
    ran = raci("report", name)
    assert (ran.code, ran.out) == (2, "")
    assert f"the report {name} needs {option}" in ran.err
    unknown = raci("report", name, option, "nobody")
    assert unknown.code == 2
    assert "there is no" in unknown.err
    assert raci("report", "status", option, "ana").code == 2


def test_a_pdf_goes_to_a_file_and_needs_a_browser(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert raci("report", "executive", "--format", "pdf").code == 2
    ran = raci("report", "executive", "-o", "a.pdf")
    assert ran.code == 3
    assert "install Chromium" in ran.err
    assert not Path("a.pdf").exists()


def test_a_dash_is_stdout(raci: Any, clean: Path) -> None:
    assert raci("report", "-o", "-").out.startswith("# Demo\n")


@pytest.mark.parametrize(
    "words, said",
    [
        (["statsu"], "did you mean status?"),
        (["nope"], "reports: status, matrix"),
        (["--format", "htm"], "did you mean html?"),
        (["--format", "pdf"], "formats of status"),
        (["-o", "a.docx"], "has no format by the name"),
    ],
)
def test_what_cannot_be_meant_is_2_and_nothing_written(raci: Any, clean: Path, words: list[str], said: str) -> None:
    ran = raci("report", *words)
    assert ran.code == 2
    assert said in ran.err
    assert [path.name for path in Path().iterdir()] == ["raci.yaml"]


def test_a_report_that_cannot_be_written_is_3(raci: Any, clean: Path) -> None:
    assert raci("report", "-o", "nope/a.md").code == 3


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_content_errors_are_mentioned_and_the_report_made(raci: Any, clean: Path, name: str) -> None:
    clean.write_text(CLEAN + "    colour: red\n")
    ran = raci(name)
    assert ran.code == 0
    assert ran.err == "raci.yaml: 1 finding: raci check\n"


@pytest.mark.parametrize("words, times", [([], 1), (["--as-of", "2026-12-01"], 2)])
def test_a_file_is_checked_once_more_only_for_another_day(
    raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], times: int
) -> None:
    clean.write_text(CLEAN + "    colour: red\n")
    seen: list[str] = []

    def check(name: str, *given: Any) -> Any:
        seen.append(name)
        return check_reading(name, *given)

    for module in (project, reporting):
        monkeypatch.setattr(module, "check_reading", check)
    ran = raci("report", *words)
    assert ran.err == "raci.yaml: 1 finding: raci check\n"
    assert len(seen) == times


def test_a_file_that_cannot_be_used_is_3(raci: Any, clean: Path) -> None:
    clean.write_text("raci: 1\nproject: {name: x}\nsteps: {}\n")
    ran = raci("status")
    assert ran.code == 3
    assert ran.out == ""
    assert ran.err.startswith("error: raci.yaml:3:8: no steps")


def test_without_a_file_the_next_word_is_told(raci: Any) -> None:
    ran = raci("status")
    assert ran.code == 3
    assert ran.err == "error: no raci.yaml here or above\n  start one with raci init, or name one with -f FILE\n"


def test_the_same_bytes_whatever_the_surroundings(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = [
        raci("report", name, "--format", fmt).out for name in ("status", "matrix") for fmt in ("html", "md", "json")
    ]
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LC_ALL", "C")
    again = [
        raci("report", name, "--format", fmt).out for name in ("status", "matrix") for fmt in ("html", "md", "json")
    ]
    assert once == again


def test_the_schema_is_draft_07(raci: Any) -> None:
    schema = json.loads(raci("schema").out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["required"] == ["raci", "project", "steps"]


def test_the_schema_of_findings_describes_them(raci: Any, clean: Path) -> None:
    clean.write_text(CLEAN.replace("accountable: ana", "accountable: anna"))
    schema = json.loads(raci("schema", "check").out)
    assert jsonschema_rs.is_valid(schema, json.loads(raci("check", "--json").out))
    assert not jsonschema_rs.is_valid(schema, json.loads(raci("schema").out))


def test_a_schema_that_is_not_there_is_2(raci: Any) -> None:
    ran = raci("schema", "chek")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: there is no schema 'chek'\n  did you mean check?\n"
    assert "schemas: project, check" in raci("schema", "zzz").err
    assert raci("schema", "project").out == raci("schema").out
