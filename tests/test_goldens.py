"""The reports of the examples, compared whole."""

from pathlib import Path

import pytest
from helpers import ROOT, compare
from workbooks import dump

from raci_cli.cli import main
from raci_cli.reports import BINARY, COMMANDS, FORMATS, REPORTS

# The day on which each example is what its first comment says.
DAYS = {"crm-replacement": "2027-01-25", "newsletter-platform": "2027-03-08", "fresh": "2026-12-01"}
# Projects in other schemes than RACI, whose words stand in these two reports.
SCHEME_DAYS = {"office-move": "2027-04-12", "new-prices": "2026-10-05"}
PROJECTS = Path(__file__).parent / "projects"
GOLDENS = Path(__file__).parent / "goldens"
SUFFIX = {"text": "txt", "xlsx": "xlsx.txt", "mermaid": "mmd"}
# What is no text is compared as what a program reads in it; a browser prints no page twice alike.
DUMPS = {"xlsx": dump}
# What the reports are made for that are about one party or one step.
ASKED = {
    "crm-replacement": {"for": "maya", "step": "build"},
    "newsletter-platform": {"for": "it", "step": "requirements"},
    "fresh": {"for": "sales", "step": "requirements"},
}
CASES = [
    (name, report, format_)
    for name in DAYS
    for report, formats in FORMATS.items()
    for format_ in formats
    if format_ != "pdf"
]
SCHEME_CASES = [
    (name, report, format_)
    for name in SCHEME_DAYS
    for report in ("status", "matrix")
    for format_ in FORMATS[report]
    if format_ not in ("pdf", "tsv")
]


def test_every_example_has_its_day() -> None:
    assert sorted(path.name.removesuffix(".raci.yaml") for path in (ROOT / "examples").glob("*.raci.yaml")) == sorted(
        DAYS
    )


@pytest.mark.parametrize("name, report, format_", CASES)
def test_a_report_is_its_golden(
    name: str, report: str, format_: str, capsys: pytest.CaptureFixture[str], update: bool
) -> None:
    asked = [word for option in REPORTS[report].needs for word in (f"--{option}", ASKED[name][option])]
    made = rendered(ROOT / f"examples/{name}.raci.yaml", report, format_, ["--as-of", DAYS[name], *asked], capsys)
    compare(GOLDENS / f"{name}.{report}.{SUFFIX.get(format_, format_)}", made, update=update)


@pytest.mark.parametrize("name, report, format_", SCHEME_CASES)
def test_a_report_in_another_scheme_is_its_golden(
    name: str, report: str, format_: str, capsys: pytest.CaptureFixture[str], update: bool
) -> None:
    made = rendered(PROJECTS / f"{name}.raci.yaml", report, format_, ["--as-of", SCHEME_DAYS[name]], capsys)
    compare(GOLDENS / f"{name}.{report}.{SUFFIX.get(format_, format_)}", made, update=update)


def rendered(file: Path, report: str, format_: str, asked: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    command = ["report", report, "--format", format_, "-f", str(file), *asked]
    assert main([*command, "-o", "made"] if format_ in BINARY else command) == 0
    return DUMPS[format_](Path("made").read_bytes()) if format_ in BINARY else capsys.readouterr().out


# What the commands are asked about, as they are named in the files of their goldens.
SHOWN = {
    "crm-replacement": {"show": "build", "who": "maya"},
    "newsletter-platform": {"show": "build", "who": "kwame"},
    "fresh": {"show": "requirements", "who": "sales"},
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("format_", ["txt", "json"])
@pytest.mark.parametrize("name", DAYS)
def test_a_command_is_its_golden(
    name: str, format_: str, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    update: bool,
) -> None:  # fmt: skip
    monkeypatch.chdir(ROOT)
    asked = [SHOWN[name][command]] if command in SHOWN[name] else []
    argv = [command, *asked, "-f", f"examples/{name}.raci.yaml", "--as-of", DAYS[name]]
    assert main([*argv, "--json"] if format_ == "json" else argv) == 0
    compare(GOLDENS / f"{name}.{command}.{format_}", capsys.readouterr().out, update=update)


@pytest.mark.parametrize("name, code", [("crm-replacement", 0), ("newsletter-platform", 1), ("fresh", 1)])
def test_a_check_is_its_golden(
    name: str, code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", f"examples/{name}.raci.yaml", "--as-of", DAYS[name]]) == code
    compare(GOLDENS / f"{name}.check.txt", capsys.readouterr().out, update=update)


@pytest.mark.parametrize("name", SCHEME_DAYS)
def test_a_check_in_another_scheme_is_its_golden(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    monkeypatch.chdir(PROJECTS)
    assert main(["check", f"{name}.raci.yaml", "--as-of", SCHEME_DAYS[name]]) == 1
    compare(GOLDENS / f"{name}.check.txt", capsys.readouterr().out, update=update)
