"""The documentation says what the program does: every console block is run, every table compared."""

import os
import re
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


@pytest.fixture
def raci_yaml(readme: str) -> str:
    return readme.partition("```yaml\n")[2].partition("```")[0]


def test_the_yaml_has_no_findings(raci_yaml: str) -> None:
    assert reading(raci_yaml).findings == ()


def test_every_command_is_in_the_table(readme: str) -> None:
    assert len(COMMANDS) > 8
    missing = [name for name in COMMANDS if f"| `raci {name}" not in readme]
    assert not missing


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
