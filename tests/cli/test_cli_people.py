"""`raci people`."""

import json
from pathlib import Path
from typing import Any


def test_everybody_with_their_roles(raci: Any, clean: Path) -> None:
    ran = raci("people")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Demo  Tue 1 Dec 2026",
        "",
        "NAME  R A C I  OPEN  NOTE",
        "Ana   . 1 . 1     2",
        "Bob   . 1 . 1     2",
        "",
        "R responsible  A accountable  C consulted  I informed",
        "2 people, 0 teams.",
        "",
        'One of them: raci who NAME     More: raci add person ID "NAME"',
    ]


def test_what_is_done_is_not_open(raci: Any, clean: Path) -> None:
    raci("mark", "1", "done")
    assert "Ana   . 1 . 1     1" in raci("people").out


def test_those_without_a_role_are_there(raci: Any, clean: Path) -> None:
    raci("add", "person", "zoe", "Zoe")
    assert "Zoe   . . . .     .  no role" in raci("people").out
    assert json.loads(raci("people", "--json").out)["totals"]["idle"] == 1


def test_reports_of_a_file_with_content_errors_say_so(raci: Any, clean: Path) -> None:
    clean.write_text(clean.read_text() + "    colour: red\n")
    for command in (["people"], ["who", "ana"], ["show", "1"], ["next"]):
        ran = raci(*command)
        assert ran.code == 0
        assert ran.err == "raci.yaml: 1 finding: raci check\n"
