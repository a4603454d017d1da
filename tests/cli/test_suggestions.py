"""Whatever word nobody knows, the one that was probably meant is named."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT, findings

# What is typed, and what was meant.
WORDS = {
    # commands and options
    "chekc": "check",
    "add persn": "person",
    "check --selct X": "--select",
    "check --outptu-format json": "--output-format",
    "status --asof 2026-12-01": "--as-of",
    "--verson": "--version",
    "init --lifecylce blank": "--lifecycle",
    # steps, tasks, people, teams, goals
    "assign vendr -A dana": "vendor",
    "assign testing.aceptance -A dana": "acceptance",
    "assign vendor -A dna": "dana",
    "assign vendor -R markteing": "marketing",
    "unassign vendor --who dna": "dana",
    "mark vendr done": "vendor",
    "agree vendr dana": "vendor",
    "agree vendor dna": "dana",
    "set vendr due=2027-01-01": "vendor",
    "set vendor needs=vendr": "vendor",
    "set vendor until=lunch": "launch",
    "set vendor accountable=dna": "dana",
    "set vendor goals=answr-time": "answer-time",
    "rename vendr x": "vendor",
    "rename people.dna x": "people.dana",
    "remove dna": "dana",
    "remove goals.sign-out": "goals.sign-in",
    "remove testing.aceptance": "acceptance",
    "add person x X --team marktng": "marketing",
    "add person x X --deputy dna": "dana",
    "add team x X --lead dna": "dana",
    "add step x X --after vendr": "vendor",
    "add step x X --before vendr": "vendor",
    "add task vendr.x X": "vendor",
    "add task testing.x X --after aceptance": "acceptance",
    "check --through vendr": "vendor",
    "report person --for dna": "dana",
    "report handover --step vendr": "vendor",
    # keys, roles, statuses, kinds
    "set vendor sttus=done": "status",
    "set vendor status=donee": "done",
    "assign vendor --role accuntable=dana": "accountable",
    "mark vendor donee": "done",
    "add person x X --kind agnt": "agent",
    # rules, severities, reports, formats, schemas, lifecycles, shells
    "rule RACI9004": "RACI904",
    "rule no-acountable": "no-accountable",
    "check --select no-acountable": "no-accountable",
    "check --ignore RACI101,no-acountable": "no-accountable",
    "check --enforce no-acountable": "no-accountable",
    "check --severity no-acountable=off": "no-accountable",
    "check --severity RACI101=eror": "error",
    "check --fail-level warnin": "warning",
    "check --output-format jsn": "json",
    "report stats": "status",
    "report status --format htm": "html",
    "report status -o x.htlm": "html",
    "schema projct": "project",
    "completion bsh": "bash",
    "help chekc": "check",
    "help fromat": "format",
    "show vendr": "vendor",
    "who dna": "dana",
    "next --for dna": "dana",
    "schemes dacci": "daci",
    "lifecycles ten-stp": "ten-step",
    "init x.yaml --name x --lifecycle ten-stp": "ten-step",
    "init x.yaml --name x --rename marktng=Sales": "marketing",
    "init x.yaml --name x --accountable vendr=it": "vendor",
    "init x.yaml --name x --accountable vendor=markting": "marketing",
}


@pytest.mark.parametrize("line", WORDS)
def test_the_word_that_was_meant_is_named(raci: Any, line: str) -> None:
    shutil.copyfile(ROOT / "examples/crm-replacement.raci.yaml", "raci.yaml")
    ran = raci(*line.split())
    assert ran.code == 2
    assert f"  did you mean {WORDS[line]}?" in ran.err
    assert Path("raci.yaml").read_bytes() == (ROOT / "examples/crm-replacement.raci.yaml").read_bytes()


FILE = """\
raci: 1
project: {name: x, sise: large, size: larg}
scheme: racii
peple: {}
people: {dana: {name: Dana, tean: x, team: marktng}}
teams: {marketing: Marketing}
steps:
  one: {title: One, acountable: dana, status: donee, needs: [too], accountable: dna}
  two: {title: Two, accountable: dana, until: onne}
check: {severity: {RACI9004: error, no-acountable: off, RACI101: eror}, limits: {many-responsibl: 4}, strct: true}
"""
MEANT = ["size", "large", "raci", "people", "team", "marketing", "accountable", "done", "two", "dana", "one", "RACI904",
         "no-accountable", "error", "many-responsible", "strict"]  # fmt: skip


def test_every_word_of_a_file_has_a_suggestion() -> None:
    helps = [one.help for one in findings(FILE) if one.code in ("RACI003", "RACI004", "RACI201", "RACI302")]
    assert helps == [f"did you mean {word}?" for word in MEANT]


@pytest.mark.parametrize(
    "text, meant",
    [
        ("fail-levl = 'error'\n", "fail-level"),
        ("fail-level = 'eror'\n", "error"),
        ("select = ['no-acountable']\n", "no-accountable"),
        ("ignore = ['no-acountable']\n", "no-accountable"),
        ("enforce = ['no-acountable']\n", "no-accountable"),
        ("[severity]\nno-acountable = 'off'\n", "no-accountable"),
    ],
)
def test_every_word_of_a_config_file_has_one(raci: Any, clean: Path, text: str, meant: str) -> None:
    Path(".raci.toml").write_text(text)
    assert f"did you mean {meant}?" in raci("check").err


@pytest.mark.parametrize("words", [["xyzzy"], ["check", "--xyzzy"], ["add", "xyzzy"], ["check", "-x"], ["assign"]])
def test_where_nothing_is_near_the_help_is_named(raci: Any, words: list[str]) -> None:
    ran = raci(*words)
    assert ran.code == 2
    assert ran.err.splitlines()[1].startswith("  see raci")


@pytest.mark.parametrize("word", ["check'. Did you mean 'x", "chec\x1b[2Jk", "x" * 5000, "--selec\x1b[2Jt"])
def test_a_hostile_word_is_shown_harmless(raci: Any, word: str) -> None:
    ran = raci(word)
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 2
