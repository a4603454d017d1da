"""The pages about schemes and lifecycles: every file in them is checked, every command is run."""

import os
import re

import pytest
from console import replayed, sessions
from helpers import ROOT, compare, findings

from raci_cli.findings import Severity

PAGES = ("schemes", "lifecycles")


@pytest.mark.parametrize("page", PAGES)
def test_every_console_block_is_what_the_program_prints(
    page: str, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())
    path = ROOT / f"docs/{page}.md"
    compare(path, replayed(path.read_text(encoding="utf-8")), update=update)


def test_there_are_console_blocks() -> None:
    assert any(sessions((ROOT / f"docs/{page}.md").read_text(encoding="utf-8")) for page in PAGES)


def test_the_projects_of_the_page_about_schemes_have_no_error() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/schemes.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        assert [found for found in findings(block) if found.severity is Severity.ERROR] == []


def test_the_readme_leads_to_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = sorted(path.name for path in (ROOT / "docs").glob("*.md"))
    assert len(pages) >= 3
    assert [name for name in pages if f"(docs/{name})" not in readme] == []
