"""Completion in real shells: what stands on the line after a press of the tab key."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from helpers import ROOT
from integration.conftest import Run
from terminal import CTRL_D, shown

BASH, ZSH = SHELLS = ("bash", "zsh")
PROMPT = "ready> "
# What is typed, and what the tab key makes of it.
LINES = {
    "raci assign v": "raci assign vendor ",
    "raci assign testing.acc": "raci assign testing.acceptance ",
    "raci assign build -A dan": "raci assign build -A dana ",
    "raci assign build --accountable=dan": "raci assign build --accountable=dana ",
    "raci assign build --role acc": "raci assign build --role accountable=",
    "raci assign build --role accountable=dan": "raci assign build --role accountable=dana ",
    "raci mark build bl": "raci mark build blocked ",
    "raci set build needs=problem,opt": "raci set build needs=problem,options ",
    "raci chec": "raci check ",
    "raci check --select RACI101,no-dep": "raci check --select RACI101,no-deputy ",
    "raci check --severity RACI305=warn": "raci check --severity RACI305=warning ",
    "raci report exec": "raci report executive ",
    "raci report timeline --format mer": "raci report timeline --format mermaid ",
    "raci init --lifecycle bla": "raci init --lifecycle blank ",
    "raci check oth": "raci check other.yaml ",
    "raci assign -f other.yaml zeb": "raci assign -f other.yaml zebra ",
    "raci check --output-format sarif=oth": "raci check --output-format sarif=other.yaml ",
}
HOSTILE = "$(touch owned) `touch owned` ; touch owned %F{red} \\e[2J | > owned"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    shutil.copyfile(ROOT / "examples/crm-replacement.raci.yaml", "raci.yaml")
    Path("other.yaml").write_text(
        f"raci: 1\nproject: {{name: x}}\nsteps: {{zebra: {{title: '{HOSTILE}'}}, zoo: {{title: '{HOSTILE}'}}}}\n"
    )


def completed(shell: str, line: str, keys: str = "\t") -> str:
    """What a shell shows once somebody has typed a line and pressed these keys."""
    # A line that was completed is never carried out: what it came to is printed by a widget of the shell's own.
    setup = {
        BASH: """PS1='ready> '; show() { printf '\\n[%s]\\n' "$READLINE_LINE"; }; bind -x '"\\C-g": show'\n""",
        ZSH: "PS1='ready> '; show() { print -r -- $'\\n'\"[$BUFFER]\" }; zle -N show; bindkey '^G' show\n",
    }[shell]
    command = {BASH: ["bash", "--norc", "--noprofile", "-i"], ZSH: ["zsh", "-f", "-i"]}[shell]
    loaded = f'eval "$(raci completion {shell})"; echo loaded\n'
    ran = shown(
        command, ("", f"{setup}{loaded}"), ("loaded\n".replace("\n", "\r\n"), f"{line}{keys}\x07"),
        ("]\r\n", f"\x15{CTRL_D}"),
    )  # fmt: skip
    return ran.screen


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("shell", SHELLS)
def test_the_tab_key_writes_the_rest(shell: str, line: str) -> None:
    assert f"[{LINES[line]}]" in completed(shell, line)


@pytest.mark.parametrize("shell", SHELLS)
def test_several_are_listed_and_what_they_are_called_does_nothing(shell: str) -> None:
    screen = completed(shell, "raci assign -f other.yaml z", "\t\t")
    assert "zebra" in screen
    assert "zoo" in screen
    assert "\x1b[2J" not in screen
    assert not Path("owned").exists()


BROKEN = {
    "no YAML": "a: [",
    "no file": None,
    "hostile ids": "raci: 1\nproject: {name: x}\nsteps: {'v$(touch owned)': {title: x}, 'v`touch owned`': {}}\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("shell", SHELLS)
def test_where_nothing_can_be_read_the_line_stays_as_it_is(shell: str, text: str | None) -> None:
    Path("raci.yaml").unlink()
    if text is not None:
        Path("raci.yaml").write_text(text)
    screen = completed(shell, "raci assign v")
    assert "[raci assign v]" in screen
    assert "rror" not in screen
    assert "Traceback" not in screen
    assert not Path("owned").exists()


def test_a_command_after_another_and_with_a_variable_is_completed() -> None:
    assert "[true; RACI_TODAY=2026-12-01 raci assign vendor ]" in completed(
        BASH, "true; RACI_TODAY=2026-12-01 raci assign v"
    )


def of_fish(run: Run, line: str) -> list[str]:
    command = 'raci completion fish | source; complete -C "$argv[1]"'
    return run("fish", "--no-config", "-c", command, line).stdout.splitlines()


FISH = {
    "raci assign v": ["vendor\tChoose the solution"],
    "raci assign build -A dan": ["dana\tDana Ortiz"],
    "raci assign testing.acc": ["testing.acceptance\tAccept it against the requirements"],
    "raci assign build --role accountable=dan": ["accountable=dana\tDana Ortiz"],
    "raci set build needs=problem,opt": ["needs=problem,options\tWeigh the options"],
    "raci check oth": ["other.yaml"],
    "raci check --output-format sarif=oth": ["sarif=other.yaml"],
    "raci assign -f other.yaml zeb": [f"zebra\t{HOSTILE}"],
    "raci assign -f gone.yaml v": [],
    "raci schema ": ["check", "project"],
}


@pytest.mark.parametrize("line", FISH)
def test_fish_lists_what_fits_with_what_it_is_called(run: Run, line: str) -> None:
    assert of_fish(run, line) == FISH[line]
    assert not Path("owned").exists()


@pytest.mark.parametrize("shell", [*SHELLS, "fish"])
def test_a_script_is_one_that_its_shell_reads(run: Run, shell: str) -> None:
    Path("script").write_text(run("raci", "completion", shell).stdout)
    assert run(shell, "-n", "script").stderr == ""
