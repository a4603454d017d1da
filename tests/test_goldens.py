"""The reports of the examples, compared whole."""

from pathlib import Path

import pytest
from helpers import ROOT, compare
from workbooks import dump

from raci_cli.cli import main
from raci_cli.reports import BINARY, COMMANDS, FORMATS, REPORTS

# The day on which each example is what its first comment says.
DAYS = {"crm-replacement": "2027-01-25", "newsletter-platform": "2027-03-08", "fresh": "2026-12-01"}
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


def test_every_example_has_its_day() -> None:
    assert sorted(path.name.removesuffix(".raci.yaml") for path in (ROOT / "examples").glob("*.raci.yaml")) == sorted(
        DAYS
    )


@pytest.mark.parametrize("name, report, format_", CASES)
def test_a_report_is_its_golden(
    name: str, report: str, format_: str, capsys: pytest.CaptureFixture[str], update: bool
) -> None:
    file = str(ROOT / f"examples/{name}.raci.yaml")
    asked = [word for option in REPORTS[report].needs for word in (f"--{option}", ASKED[name][option])]
    command = ["report", report, "--format", format_, "-f", file, "--as-of", DAYS[name], *asked]
    assert main([*command, "-o", "made"] if format_ in BINARY else command) == 0
    made = DUMPS[format_](Path("made").read_bytes()) if format_ in BINARY else capsys.readouterr().out
    compare(GOLDENS / f"{name}.{report}.{SUFFIX.get(format_, format_)}", made, update=update)


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
