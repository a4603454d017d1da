"""`raci help`: commands, topics, and that what they say is so."""

import re
import shlex
from typing import Any

import pytest
from helpers import ROOT, codes, project, reading

from raci_cli import resources
from raci_cli.cli.app import COMMANDS
from raci_cli.cli.help import TOPICS
from raci_cli.errors import ExitCode


def test_topics_and_commands_are_listed(raci: Any) -> None:
    ran = raci("help")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split(maxsplit=1) for line in ran.out.splitlines() if line.startswith("  ")]
    assert rows == [[name, what] for among in (TOPICS, COMMANDS) for name, what in among.items()]


@pytest.mark.parametrize("words", [*([name] for name in COMMANDS if name != "help"), ["add", "person"]])
def test_help_of_a_command_is_its_own_page(raci: Any, words: list[str]) -> None:
    ran = raci("help", *words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == raci(*words, "--help").out
    assert ran.out.startswith(f"Usage: raci {shlex.join(words)}")


def test_help_of_help(raci: Any) -> None:
    assert raci("help", "help").out == raci("help", "--help").out
    assert "Usage: raci help" in raci("help", "help").out


@pytest.mark.parametrize(
    "words, said",
    [
        (["fromat"], "there is no command and no topic 'fromat'\n  did you mean format?"),
        (["chekc"], "did you mean check?"),
        (["xyzzy"], "raci help lists all"),
        (["format", "x"], "there is no command and no topic 'format x'"),
        (["add", "persn"], "no such command 'persn'"),
    ],
)
def test_what_nothing_is_called_is_2(raci: Any, words: list[str], said: str) -> None:
    ran = raci("help", *words)
    assert ran.code == 2
    assert said in ran.err


def test_the_format_is_an_example_in_which_nothing_is_wrong(raci: Any) -> None:
    text = resources.help_topic("format")
    assert raci("help", "format").out.startswith(text)
    assert codes(text) == []
    assert reading(text).findings == ()
    assert len(project(text).steps) == 2


def test_a_page_fits_on_a_screen(raci: Any) -> None:
    lines = raci("help", "format").out.splitlines()
    assert len(lines) <= 34
    assert max(map(len, lines)) <= 80


def test_the_exit_codes_are_all_there_and_those_of_the_readme(raci: Any) -> None:
    rows = [line.split(maxsplit=1) for line in raci("help", "exit-codes").out.partition("\n\n")[0].splitlines()]
    assert [int(code) for code, _ in rows] == list(ExitCode)
    readme = (ROOT / "README.md").read_text(encoding="utf-8").replace("`", "").partition("| code | meaning |")[2]
    assert re.findall(r"^\| (\d+) \| (.*) \|$", readme, re.MULTILINE) == [tuple(row) for row in rows]


def test_every_topic_has_a_page(raci: Any) -> None:
    assert all(raci("help", topic).code == 0 for topic in TOPICS)
    assert {path.stem for path in (resources.templates() / "help").iterdir()} == set(TOPICS)


def test_the_version_is_said_in_a_line(raci: Any) -> None:
    assert re.fullmatch(r"raci \d+\.\d+\.\d+\S*\n", raci("--version").out)
    assert raci("-V").out == raci("--version").out
