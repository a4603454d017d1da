"""Programs that take what raci gives: where they are, how they run, and the snippets of docs/ci.md that they judge."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers import CLEAN, ROOT

CI_PAGE = ROOT / "docs/ci.md"
BAD = CLEAN.replace("    accountable: ana\n", "    responsible: ana\n")
# Read before the tests are shielded from their surroundings.
NODE_MODULES = Path(os.environ.get("RACI_NODE_MODULES") or Path(sys.prefix, "node", "node_modules"))
# Nor does the home of a test have what pip has fetched before.
FETCHED = {"PIP_CACHE_DIR": os.environ.get("PIP_CACHE_DIR") or str(Path.home() / ".cache" / "pip")}
PATIENCE = 600
PROGRAM = (sys.executable, "-m", "raci_cli")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def tool(name: str) -> str:
    """The path of a program that pip installed beside this Python, or that is on PATH; the test fails without it."""
    beside = Path(sys.executable).parent
    found = shutil.which(name, path=f"{beside}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        pytest.fail(f"{name} is not installed: make integration installs what these tests need")
    return found


def node_program(name: str) -> list[str]:
    """The command of a program of a node package, from RACI_NODE_MODULES or beside this Python."""
    path = NODE_MODULES.absolute() / ".bin" / name
    if not path.exists():
        pytest.fail(f"{path} is missing: make integration installs what these tests need")
    return [tool("node"), str(path)]


def run(*command: str, cwd: Path | None = None, **variables: str) -> "subprocess.CompletedProcess[str]":
    """A program's exit code, stdout and stderr."""
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **FETCHED, **variables}, capture_output=True, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False,
    )  # fmt: skip


def passes(*command: str, cwd: Path | None = None, **variables: str) -> str:
    """What a program prints on both streams; it must end with 0."""
    ran = run(*command, cwd=cwd, **variables)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@dataclass(frozen=True)
class Snippet:
    """A code block of the page: its language, its text, and the file that its first line names, if it names one."""

    language: str
    text: str

    @property
    def file(self) -> str:
        named = re.match(r"(?:#|//) (\S+\.\w+|Jenkinsfile)\n", self.text)
        return named[1] if named else ""


def snippets() -> list[Snippet]:
    """The code blocks of docs/ci.md."""
    found = [Snippet(*match) for match in _FENCE.findall(CI_PAGE.read_text(encoding="utf-8"))]
    assert len(found) > 10
    return found


def snippet(file: str) -> str:
    """The text of the one code block that is for this file."""
    (text,) = [found.text for found in snippets() if found.file == file]
    return text


def with_our_place(text: str, place: str) -> str:
    """A snippet with this checkout and its last commit where the page has a place and a commit that stand for them."""
    revision = git(ROOT, "rev-parse", "HEAD").strip()
    for stands_for, real in (
        ("https://git.example.com/raci.git", place),
        ("0123456789abcdef" * 2 + "01234567", revision),
    ):
        assert stands_for in text
        text = text.replace(stands_for, real)
    return text


def git_repository(folder: Path, **files: str) -> Path:
    """A new repository with these files committed; `raci_yaml` stands for raci.yaml."""
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def git(folder: Path, *words: str) -> str:
    """What git says, as somebody who is nobody in particular."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
    return passes(tool("git"), *who, "-C", str(folder), *words)


def commit(folder: Path) -> None:
    """Commit all that there is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Test")
