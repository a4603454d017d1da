"""The list of the commands, which loads none of them, and the commands themselves."""

from typing import Any

import pytest

from raci_cli.cli.app import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_what_its_own_help_begins_with(raci: Any, name: str) -> None:
    lines = [line.split(maxsplit=1) for line in raci("--help").out.splitlines()]
    assert [name, COMMANDS[name]] in lines
    assert f"  {COMMANDS[name]}\n" in raci(name, "--help").out


def test_commands_are_listed_in_their_order(raci: Any) -> None:
    listed = raci("--help").out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)


@pytest.mark.parametrize("words", [["--", "check"], ["-V", "check"], ["-VV", "check"]])
def test_a_command_behind_something_else_is_never_a_mere_name(raci: Any, words: list[str]) -> None:
    ran = raci(*words, "gone.yaml")
    assert ran.code in (2, 3)
    assert ran.err.startswith("error: ")
