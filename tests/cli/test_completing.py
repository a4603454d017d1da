"""Which words a line can go on with."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from helpers import CLEAN, ROOT

from raci_cli.cli.app import COMMANDS, app_for
from raci_cli.cli.candidates import FREE, TABLE
from raci_cli.cli.completing import answer, parsed, split

BREAKS = " \t\n\"'><=;|&(:"


@pytest.fixture(autouse=True)
def _project() -> None:
    text = (ROOT / "examples/crm-replacement.raci.yaml").read_text(encoding="utf-8")
    Path("raci.yaml").write_text(text, encoding="utf-8")
    Path("demo.yaml").write_text(CLEAN, encoding="utf-8")


def asked(*words: str) -> tuple[list[str], list[str]]:
    """The flags and the candidates for the words behind `raci`."""
    flags, *lines = answer(["zsh", *words]).splitlines()
    return flags.split()[1:], [line.partition("\t")[0] for line in lines]


def candidates(*words: str) -> list[str]:
    return asked(*words)[1]


STEPS = ["problem", "outcomes", "requirements", "options", "vendor", "build", "project-management", "testing", "launch",
         "maintenance"]  # fmt: skip
TEAMS = ["marketing", "it"]
FORMS = ["html", "md", "text", "csv", "tsv", "xlsx", "json"]


@pytest.mark.parametrize(
    "words, found",
    [
        ([], list(COMMANDS)),
        ([""], list(COMMANDS)),
        (["ch"], ["check"]),
        (["add", ""], ["person", "team", "step", "task"]),
        (["assign", ""], STEPS),
        (["assign", "testing"], ["testing", "testing.system-test", "testing.acceptance"]),
        (["assign", "testing.a"], ["testing.acceptance"]),
        (["assign", "vendor", "b"], ["build", "build.sign-in", "build.history", "build.forms"]),
        (["assign", "vendor", "-A", "da"], ["dana"]),
        (["assign", "vendor", "-A", "dana", "-R", "da"], ["dana"]),
        (["assign", "vendor", "--accountable=da"], ["--accountable=dana"]),
        (["assign", "vendor", "--role", "a"], ["accountable="]),
        (["assign", "vendor", "--role", "accountable=mar"], ["accountable=marketing"]),
        (["assign", "vendor", "--acc"], ["--accountable"]),
        (["assign", "-A", "dana", "--", "v"], ["vendor"]),
        (["assign", "-Adana", "v"], ["vendor"]),
        (["assign", "-f", "demo.yaml", ""], ["kickoff", "second"]),
        (["assign", "--file=demo.yaml", ""], ["kickoff", "second"]),
        (["assign", "-fdemo.yaml", ""], ["kickoff", "second"]),
        (["assign", "", "-f"], ["-f"]),
        (["agree", "vendor", "da"], ["dana"]),
        (["mark", "v"], ["vendor"]),
        (["mark", "vendor", "i"], ["in-progress"]),
        (["mark", "vendor", "bl"], ["blocked"]),
        (["set", "v"], ["vendor"]),
        (["set", "vendor", "sta"], ["status=", "start="]),
        (["set", "vendor", "status=do"], ["status=done"]),
        (["set", "vendor", "status=done", "ne"], ["needs="]),
        (["set", "vendor", "needs=problem,op"], ["needs=problem,options"]),
        (["set", "vendor", "needs=options,op"], []),
        (["set", "vendor", "joint="], ["joint=marketing", "joint=it"]),
        (["set", "vendor", "accountable=da"], ["accountable=dana"]),
        (["set", "vendor", "ongoing="], ["ongoing=true", "ongoing=false"]),
        (["set", "vendor", "goals="], ["goals=answer-time", "goals=sign-in"]),
        (["set", "vendor", "notes="], []),
        (["unassign", "vendor", "--who", "da"], ["dana"]),
        (["rename", "ven"], ["vendor", "vendor-desk"]),
        (["rename", "vendor", ""], []),
        (["remove", "answ"], ["answer-time"]),
        (["remove", "vendor", "x"], []),
        (["add", "person", ""], []),
        (["add", "person", "x", "X", "--team", ""], TEAMS),
        (["add", "person", "x", "X", "--kind", "a"], ["agent"]),
        (["add", "task", "v"], ["vendor."]),
        (["add", "step", "x", "X", "--after", "v"], ["vendor"]),
        (["check", "--select", "RACI40"], [f"RACI40{number}" for number in range(1, 7)]),
        (["check", "--ignore", "RACI101,no-dep"], ["RACI101,no-deputy"]),
        (["check", "--enforce", "RACI101,RACI101"], []),
        (["check", "--severity", "no-dep"], ["no-deputy="]),
        (["check", "--severity", "no-deputy=e"], ["no-deputy=error"]),
        (["check", "--fail-level", ""], ["error", "warning", "info", "off"]),
        (["check", "--through", "v"], ["vendor"]),
        (["check", "demo.yaml", "--through", ""], ["kickoff", "second"]),
        (["check", "--output-format", "js"], ["json", "jsonl"]),
        (["rule", "no-dep"], ["no-deputy"]),
        (["report", "ti"], ["timeline"]),
        (["report", "matrix", "--format", ""], FORMS),
        (["report", "nope", "--format", ""], []),
        (["report", "--format", "t"], ["text"]),
        (["report", "--for", "da"], ["dana"]),
        (["report", "handover", "--step", "v"], ["vendor"]),
        (["schema", ""], ["project", "check"]),
        (["init", "--lifecycle", "bl"], ["blank"]),
        (["init", "--accountable", "vend"], ["vendor="]),
        (["init", "--accountable", "vendor=m"], ["vendor=marketing"]),
        (["init", "--lifecycle", "demo.yaml", "--accountable", "k"], ["kickoff="]),
        (["init", "--rename", ""], ["marketing=", "it="]),
        (["help", "form"], ["format"]),
        (["help", "chec"], ["check"]),
        (["import", "x", "--from", "md"], ["md"]),
        (["schemes", "dac"], ["daci"]),
        (["show", "ven"], ["vendor"]),
        (["who", "da"], ["dana"]),
        (["lifecycles", "onb"], ["onboarding"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["status", "x"], []),
        (["--v"], ["--version"]),
        (["nope", "x"], []),
        (["status", "--nope=x"], []),
    ],
    ids=lambda words: " ".join(words)[:40],
)  # fmt: skip
def test_a_line_goes_on_with(words: list[str], found: list[str]) -> None:
    assert candidates(*words) == found


def test_options_are_those_of_the_command_with_what_they_do() -> None:
    lines = answer(["fish", "matrix", "-"]).splitlines()
    assert lines[0] == "words"
    assert "--all\tAlso parties without any role." in lines
    assert lines[-2:] == ["-h\tShow the help and exit.", "--help\tShow the help and exit."]


@pytest.mark.parametrize(
    "words, flags",
    [
        (["assign", "v"], []),
        (["check", ""], ["files"]),
        (["check", "--baseline", ""], ["files"]),
        (["report", "-o", ""], ["files"]),
        (["init", "--lifecycle", ""], []),
        (["init", "--lifecycle", "./"], ["files"]),
        (["check", "--output-format", "sarif=x"], ["files"]),
        (["set", "vendor", "nee"], ["nospace"]),
        (["add", "task", "v"], ["nospace"]),
        (["mark", "vendor", "x"], []),
    ],
)
def test_files_are_for_the_shell_and_what_goes_on_takes_no_space(words: list[str], flags: list[str]) -> None:
    assert asked(*words)[0] == flags


@pytest.mark.parametrize(
    "line, found",
    [
        ("raci assign v", ["vendor"]),
        ("raci assign 'v", ["vendor"]),
        ("raci assign --accountable=da", ["dana"]),
        ("raci check --severity no-deputy=", ["error", "warning", "info", "off"]),
        ("raci set vendor needs=problem,op", ["problem,options"]),
        ("raci   as", ["assign"]),
        ("raci", []),
    ],
)
def test_bash_is_told_what_stands_behind_its_word_breaks(line: str, found: list[str]) -> None:
    lines = answer(["bash", BREAKS, line]).splitlines()[1:]
    assert [one.partition("\t")[0] for one in lines] == (found or list(COMMANDS))


def test_bash_without_word_breaks_is_told_whole_words() -> None:
    assert "--accountable=dana\tDana Ortiz\n" in answer(["bash", " \t\n", "raci assign --accountable=da"])


@pytest.mark.parametrize(
    "line, words",
    [
        ("", [""]),
        ("raci ", ["raci", ""]),
        ("raci a b", ["raci", "a", "b"]),
        ("raci 'a b' c", ["raci", "a b", "c"]),
        ('raci "a\\"b" \'c\\', ["raci", 'a"b', "c\\"]),
        ("raci a\\ b", ["raci", "a b"]),
        ("raci ''", ["raci", ""]),
        ("raci $(x) `y`\t;z", ["raci", "$(x)", "`y`", ";z"]),
        ("raci \\", ["raci", ""]),
    ],
)
def test_a_line_is_parted_and_never_carried_out(line: str, words: list[str]) -> None:
    assert split(line) == words


def test_what_stands_before_is_understood() -> None:
    command: Any = typer.main.get_command(app_for(["assign"])).commands["assign"]  # type: ignore[attr-defined]
    typed, pending, ended = parsed(command, ["a", "-A", "x", "--dry-run", "--file=y", "-Rz", "--nope", "--", "-b"])
    assert (typed.arguments, pending, ended) == (("a", "-b"), None, True)
    assert typed.options == {"accountable": "x", "file": "y", "responsible": "z"}
    assert parsed(command, ["-A"])[1].name == "accountable"


HOSTILE = "raci: 1\nproject: {name: x}\npeople: {ana: %s}\nsteps: {%s: {title: %s}, plain: {title: y}}\n"


@pytest.mark.parametrize(
    "title", ['"a\\tb\\nc"', '"\\e[2J"', '"\\u202e"', "$(touch owned)", "`touch owned`", "'%F{red}'"]
)
def test_a_name_is_only_ever_a_harmless_description(title: str) -> None:
    Path("raci.yaml").write_text(HOSTILE % (title, "odd", title), encoding="utf-8")
    for words in (["assign", ""], ["assign", "odd", "-A", ""]):
        for line in answer(["zsh", *words]).splitlines()[1:]:
            assert line.isprintable() or line.replace("\t", "", 1).isprintable()
            assert line.partition("\t")[0] in ("odd", "plain", "ana")


@pytest.mark.parametrize("id_", ["a b", "$(x)", "`x`", "-rf", "a;b", "a'b", '"a\\nb"', "*", "~root", "é"])
def test_an_id_that_is_none_is_no_candidate(id_: str) -> None:
    Path("raci.yaml").write_text(HOSTILE % ("Ana", f"'{id_}'" if '"' not in id_ else id_, "x"), encoding="utf-8")
    assert candidates("assign", "") in (["plain"], [])


def _unreadable() -> Iterator[tuple[str, str | None]]:
    yield from {
        "gone": None,
        "no YAML": "a: [",
        "empty": "",
        "no project": "- a\n",
        "steps that are none": "raci: 1\nsteps: 3\n",
    }.items()
    yield "more than is read", CLEAN + "#" * (1 << 18)


@pytest.mark.parametrize("text", dict(_unreadable()).values(), ids=dict(_unreadable()))
def test_where_nothing_can_be_read_nothing_is_said(raci: Any, text: str | None) -> None:
    Path("raci.yaml").unlink()
    if text is not None:
        Path("raci.yaml").write_text(text, encoding="utf-8")
    ran = raci("__complete", "zsh", "assign", "")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out in ("", "words\n")


def test_a_folder_a_pipe_and_a_loop_are_nothing_to_read(raci: Any) -> None:
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    for file in ("pipe", "loop", ".", "/dev/zero", "~nobody/raci.yaml", "\udcff", "x" * 5000):
        ran = raci("__complete", "zsh", "assign", "-f", file, "")
        assert (ran.code, ran.out, ran.err) == (0, "", ""), file


@pytest.mark.parametrize("words", [[], ["bash"], ["bash", "x"], ["zsh"], ["nope", "x"], ["zsh", "\0", "\ud800"]])
def test_whatever_is_asked_there_is_no_error(raci: Any, words: list[str]) -> None:
    ran = raci("__complete", *words)
    assert (ran.code, ran.err) == (0, "")


def test_without_a_home_and_with_a_variable_that_means_nothing(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setenv("RACI_MAX_BYTES", "soon")
    assert raci("__complete", "zsh", "assign", "ven").out.startswith("words\nvendor")
    monkeypatch.setenv("RACI_FILE", "demo.yaml")
    assert raci("__complete", "zsh", "assign", "k").out.startswith("words\nkickoff")


def _parameters(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for one in command.params:
        if one.param_type_name == "argument" or not one.is_flag:
            yield " ".join(path), one.metavar or one.name
    for name, below in getattr(command, "commands", {}).items():
        yield from _parameters(below, (*path, name))


def test_every_argument_and_option_is_completed_or_known_to_be_free() -> None:
    found = list(_parameters(typer.main.get_command(app_for(["--help", *COMMANDS]))))
    assert len(found) > 80
    words = {(command, metavar): {metavar, f"{command} {metavar}"} for command, metavar in found}
    assert [key for key, either in words.items() if not either & (set(TABLE) | FREE)] == []
    used = set().union(*words.values())
    assert (set(TABLE) | FREE) - used == set()
    assert set(TABLE) & FREE == set()


def test_a_word_of_the_table_is_one_that_the_command_takes(raci: Any) -> None:
    """What completion offers from lists of its own is what the commands know."""
    for kind in candidates("add", "person", "x", "X", "--kind", ""):
        assert raci("add", "person", f"new-{kind}", "New", "--kind", kind, "--dry-run").code == 0
    for kind in candidates("schema", ""):
        assert raci("schema", kind).code == 0
    for shell in candidates("completion", ""):
        assert raci("completion", shell).code == 0
    for level in candidates("check", "--fail-level", ""):
        assert raci("check", "--fail-level", level).code in (0, 1)
