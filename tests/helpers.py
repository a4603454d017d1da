"""The words that tests speak."""

import datetime
import subprocess
import textwrap
from collections.abc import Collection
from pathlib import Path
from typing import Any

from raci_cli.checking.config import settings_for
from raci_cli.document.nodes import compose
from raci_cli.document.source import Limits, Source
from raci_cli.findings import Checked, Finding
from raci_cli.model.project import Project
from raci_cli.model.reader import Reading, read
from raci_cli.rules.run import find

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 12, 1)
LIMITS = Limits()

# The smallest project in which nothing is wrong.
CLEAN = """\
raci: 1
project:
  name: Demo
people:
  ana: Ana
  bob: Bob
goals: {demo: {measure: steps done}}
steps:
  kickoff:
    title: Kick-off
    accountable: ana
    informed: [bob]
  second:
    title: Second
    accountable: bob
    informed: [ana]
"""


def text_of(source: str) -> str:
    """A text written with the indent of the code around it."""
    return textwrap.dedent(source).lstrip("\n")


def reading(text: str, name: str = "raci.yaml") -> Reading:
    return read(name, text.encode(), LIMITS)


def project(text: str) -> Project:
    found = reading(text)
    assert found.project is not None, found.findings
    return found.project


def findings(text: str, as_of: datetime.date = TODAY) -> list[Finding]:
    found = reading(text)
    return [finding for finding in find(found, settings_for(found.project, as_of)) if finding.active]


def findings_of(rules: Collection[str], text: str, as_of: datetime.date = TODAY) -> list[Finding]:
    """The findings of some rules alone: what others say of a small file is not what its test is about."""
    assert rules
    return [finding for finding in findings(text, as_of) if finding.code in rules]


def codes(text: str, as_of: datetime.date = TODAY) -> list[str]:
    return [finding.code for finding in findings(text, as_of)]


def data_of(text: str) -> Any:
    return compose(Source("raci.yaml", text), LIMITS).data


def checked(text: str, as_of: datetime.date = TODAY, file: str = "raci.yaml") -> Checked:
    source = Source(file, text)
    found = findings(text, as_of)
    return Checked(file, tuple(found), {f.span.line: source.line(f.span.line) for f in found if f.span})


def changed_lines(path: Path, before: str) -> list[str]:
    """The lines of a file that git shows as changed."""
    Path("before.yaml").write_text(before)
    command = ["git", "diff", "--no-index", "--unified=0", "--no-color", "before.yaml", str(path)]
    lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in lines[4:] if not line.startswith("@@")]


def compare(path: Path, text: str, *, update: bool) -> None:
    """A golden: compared, or rewritten with --update."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text, f"{path.name} differs; rewrite it with --update, and read its diff"
