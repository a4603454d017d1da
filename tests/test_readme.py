"""The documentation says what the program does: every console block is run, every table compared."""

import os
import re
import shlex
from pathlib import Path

import pytest
from console import Shell, replayed, sessions
from helpers import ROOT, compare, reading

import raci_cli.rules.run  # noqa: F401 - registers the rules
from raci_cli.cli.app import COMMANDS
from raci_cli.rules.registry import RULES

README = ROOT / "README.md"


@pytest.fixture
def readme() -> str:
    return README.read_text(encoding="utf-8")


def test_every_console_block_is_what_the_program_prints(
    readme: str, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())
    assert len(sessions(readme)) >= 3
    compare(README, replayed(readme), update=update)


WAY = "### From nothing to a green check"


def test_every_command_of_a_newcomer_stands_in_what_was_printed_before(readme: str) -> None:
    """From `pip install` on; only WHO stands for the newcomer's own word."""
    way = readme.partition(f"{WAY}\n")[2].partition("\n## ")[0]
    install, session = way.partition("```console")[0], sessions(way)[0]
    commands = [typed.command for typed in session if typed.command.startswith("raci")]
    assert "`pip install .`" in install
    assert 4 <= len(session) + 1 < 10
    assert (commands[0], commands[-1]) == ("raci", "raci check")
    assert "0 errors" in session[-1].output
    printed = ""
    for typed in session:
        if typed.command.startswith("raci "):
            assert any(_is_named(typed.command, line) for line in printed.splitlines()), typed.command
        printed += typed.output


def _is_named(command: str, line: str) -> bool:
    """Whether a line names a command literally, but for WHO."""
    named = re.search(r"raci [a-z]+.*?(?=  |$)", line)
    if named is None:
        return False
    typed, pattern = shlex.split(command), shlex.split(named[0])
    return len(typed) == len(pattern) and all(two in (one, "WHO") for one, two in zip(typed, pattern, strict=True))


def test_a_command_is_named_only_where_it_is() -> None:
    assert _is_named("raci check", "Next: raci check")
    assert _is_named("raci assign vendor -A it", "Next: raci assign vendor -A WHO")
    assert not _is_named("raci assign launch -A it", "Next: raci assign vendor -A WHO")
    assert not _is_named("raci check --quiet", "  raci check   what is wrong")
    assert not _is_named("raci check", "nothing")


@pytest.fixture
def raci_yaml(readme: str) -> str:
    return readme.partition("```yaml\n")[2].partition("```")[0]


def test_the_yaml_has_no_findings(raci_yaml: str) -> None:
    assert reading(raci_yaml).findings == ()


def test_every_command_is_in_the_table(readme: str) -> None:
    assert len(COMMANDS) > 8
    named = re.findall(r"^\| `raci ([a-z]+)", readme, flags=re.MULTILINE)
    assert named == list(COMMANDS), "one row a command, in their order"


def test_every_exit_code_is_in_the_table(readme: str) -> None:
    from raci_cli.errors import ExitCode

    assert [code for code in ExitCode if f"| {int(code)} |" not in readme] == []


def test_every_picture_is_there_and_small(readme: str) -> None:
    shown = re.findall(r"docs/[\w-]+\.(?:svg|png)", readme)
    assert sorted({ROOT / name for name in shown}) == sorted([*ROOT.glob("docs/*.png"), *ROOT.glob("docs/*.svg")])
    assert [name for name in shown if (ROOT / name).stat().st_size > 150 * 1024] == []


def test_every_example_has_its_line() -> None:
    text = (ROOT / "examples/README.md").read_text(encoding="utf-8")
    files = sorted(path.name for path in Path(ROOT / "examples").glob("*.raci.yaml"))
    assert len(files) >= 3
    assert [name for name in files if f"`{name}`" not in text] == []


def test_the_matrix_is_that_of_the_yaml_above(readme: str, raci_yaml: str, update: bool, tmp_path: Path) -> None:
    (tmp_path / "raci.yaml").write_text(raci_yaml, encoding="utf-8")
    printed = Shell().run(f"raci report matrix --format md -f {tmp_path / 'raci.yaml'}")
    table = "".join(line + "\n" for line in printed.splitlines() if line.startswith("|"))
    marked = "becomes this (`raci report matrix --format md`):\n\n"
    before, _, rest = readme.partition(marked)
    after = rest[rest.index("\nA step is") :]
    compare(README, before + marked + table + after, update=update)


def test_the_table_of_rules_is_the_registry(readme: str, update: bool) -> None:
    rows = (f"| {rule.code} | {rule.name} | {rule.severity.value} | {rule.summary} |\n" for rule in RULES.values())
    head = "| code | name | severity | finds |\n| --- | --- | --- | --- |\n"
    before, _, rest = readme.partition(head)
    after = rest[rest.index("\n`raci rule RACI101`") :]
    compare(README, before + head + "".join(sorted(rows)) + after, update=update)
