"""`raci` alone: what to do next in this folder."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from cli.screens import files, on_screen
from helpers import CLEAN, ROOT

from raci_cli.cells import cell_len
from raci_cli.cli.app import COMMANDS


def commands_of(out: str) -> list[str]:
    """The commands of the list of what to do next."""
    rows = out.partition("\nNext:\n")[2].partition("\n\n")[0].splitlines()
    assert rows
    return [re.split(r" {2,}", row.strip())[0] for row in rows]


def test_without_a_project_it_says_how_to_start_one(raci: Any) -> None:
    ran = raci()
    assert (ran.code, ran.err) == (2, "")
    assert ran.out.startswith("no raci.yaml here or above\n\nNext:\n  raci init  ")
    command = commands_of(ran.out)[1]
    assert raci(*shlex.split(command)[1:]).code == 0
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    assert Path("raci.yaml").exists()


def test_the_commands_are_listed(raci: Any) -> None:
    listed = raci().out.partition("Commands: ")[2].partition("\nOne of them")[0].replace("\n", " ").split(", ")
    assert listed == list(COMMANDS)


def test_a_project_says_where_it_stands_and_what_is_next(raci: Any) -> None:
    raci("init", "--name", "CRM replacement")
    ran = raci()
    assert (ran.code, ran.err) == (2, "")
    assert ran.out.startswith(
        "CRM replacement (raci.yaml)\n0 of 8 done; next: 1 State the problem\n\nNext:\n"
        "  raci assign requirements -A WHO       decide 3 Write the requirements\n"
        "  raci assign vendor -A WHO             decide 5 Choose the solution\n"
        "  raci check                            2 errors, 2 warnings, 1 note\n"
        "  raci mark problem done                once it is: State the problem\n"
    )
    for command in commands_of(ran.out):
        assert raci(*shlex.split(command.replace("WHO", "it"))[1:]).code == 0


def test_what_is_decided_is_not_asked_for_and_what_is_done_is_not_next(raci: Any, clean: Path) -> None:
    assert "raci assign" not in raci().out
    clean.write_text(CLEAN.replace("    accountable", "    status: done\n    accountable"))
    ran = raci()
    assert ran.out.startswith("Demo (raci.yaml)\n2 of 2 done\n")
    assert "raci mark" not in ran.out


def test_a_file_of_another_name_stands_in_every_command(
    raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean.rename("a b.yaml")
    Path("a b.yaml").write_text(CLEAN.replace("    accountable: bob\n", ""))
    monkeypatch.setenv("RACI_FILE", "a b.yaml")
    assert commands_of(raci().out)[:2] == ["raci assign second -A WHO -f 'a b.yaml'", "raci check 'a b.yaml'"]


BROKEN = {"no YAML": "a: [", "empty": "", "another format": "raci: 2\n", "no project": "- a\n", "no steps": "raci: 1\n"}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_for_the_check(raci: Any, clean: Path, text: str) -> None:
    clean.write_text(text)
    ran = raci()
    assert (ran.code, ran.err) == (2, "")
    assert ran.out.startswith("raci.yaml:")
    assert commands_of(ran.out) == ["raci check"]


def test_a_file_that_cannot_be_read_is_for_the_check(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("raci.yaml").mkdir()
    assert "  raci check " in raci().out
    monkeypatch.setenv("RACI_FILE", "gone.yaml")
    assert "  raci check gone.yaml " in raci().out


@pytest.mark.parametrize("text", ["nope = 1\n", "[a\n"])
def test_settings_that_make_no_sense_are_for_the_check(raci: Any, clean: Path, text: str) -> None:
    Path(".raci.toml").write_text(text)
    ran = raci()
    assert ran.code == 2
    assert "its settings make no sense" in ran.out


def test_a_day_that_is_none_does_not_stop_it(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RACI_TODAY", "soon")
    assert raci().out.startswith("Demo (raci.yaml)\n")
    monkeypatch.setenv("RACI_MAX_BYTES", "soon")
    assert raci().out.startswith("RACI_MAX_BYTES is no positive number")


def test_names_from_the_file_do_nothing(raci: Any, clean: Path) -> None:
    text = CLEAN.replace("name: Demo", 'name: "##[error]x\\u202e"').replace("second:", '"$(x)":')
    clean.write_text(text.replace("    accountable: bob\n", ""))
    out = raci().out
    assert "\u202e" not in out
    assert "##[error]" not in out
    assert "$(x)" not in out
    assert "raci assign" not in out or "raci assign 2 -A WHO" in out


def test_the_examples_have_a_page(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in sorted((ROOT / "examples").glob("*.raci.yaml")):
        monkeypatch.setenv("RACI_FILE", str(path))
        assert f" ({path})\n" in raci().out


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_nothing_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int) -> None:
    for file in ["", *files(tmp_path)]:
        monkeypatch.setenv("RACI_FILE", file)
        lines, whole = (on_screen(monkeypatch, cells, code=2) for cells in (width, 1000))
        assert max(map(cell_len, lines)) <= width
        assert "".join("".join(lines).split()) == "".join("".join(whole).split()), "nothing is lost"


def test_what_a_command_is_for_stands_below_it_where_there_is_little_room(
    monkeypatch: pytest.MonkeyPatch, raci: Any
) -> None:
    raci("init", "--name", "Harbor")
    lines = on_screen(monkeypatch, 60, code=2)
    at = lines.index("  raci assign requirements -A WHO")
    assert lines[at + 1] == "      decide 3 Write the requirements"
