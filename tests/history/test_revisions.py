"""A file as it was, from git."""

import os
import subprocess
from pathlib import Path

import pytest
from helpers import CLEAN

from raci_cli.errors import RaciError, UsageError
from raci_cli.history.revisions import earlier

LIMIT = 1 << 20


def git(*words: str, day: str = "2026-11-20") -> None:
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ana"), ("EMAIL", "ana@example.com"), ("DATE", f"{day}T10:00:00Z"))
    }
    subprocess.run(["git", *words], check=True, capture_output=True, env={**os.environ, **who})


@pytest.fixture
def file() -> Path:
    """A file with three states: of 20 November, of 22 November, and as it is."""
    git("init", "-q", ".")
    path = Path("raci.yaml")
    for day in ("20", "22"):
        path.write_text(f"# of {day}\n" + CLEAN, encoding="utf-8")
        git("add", ".")
        git("commit", "-qm", day, day=f"2026-11-{day}")
    git("tag", "first", "HEAD~1")
    path.write_text("# now\n" + CLEAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "since, line",
    [
        ("HEAD", "# of 22"),
        ("HEAD~1", "# of 20"),
        ("first", "# of 20"),
        ("2026-11-23", "# of 22"),
        ("2026-11-22", "# of 20"),
    ],
)
def test_a_day_or_a_revision_finds_the_state(file: Path, since: str, line: str) -> None:
    found = earlier(file, since, LIMIT)
    assert found.data.decode().splitlines()[0] == line
    assert len(found.commit) == 12
    assert found.name == since


@pytest.mark.parametrize("since", ["2026-11-20", "gone", "", "--all", "-1", "HEAD:raci.yaml", "\n", "HEAD; reboot"])
def test_no_state_is_a_usage_error(file: Path, since: str) -> None:
    with pytest.raises(UsageError):
        earlier(file, since, LIMIT)


def test_a_file_that_was_not_there_is_told(file: Path) -> None:
    Path("new.raci.yaml").write_text(CLEAN, encoding="utf-8")
    with pytest.raises(UsageError, match="did not exist"):
        earlier(Path("new.raci.yaml"), "HEAD", LIMIT)


def test_a_file_below_and_through_a_link(file: Path) -> None:
    Path("sub").mkdir()
    Path("sub/x.yaml").write_text("# below\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "below", day="2026-11-24")
    Path("link.yaml").symlink_to("sub/x.yaml")
    assert earlier(Path("sub/x.yaml"), "HEAD", LIMIT).data == b"# below\n"
    assert earlier(Path("link.yaml"), "HEAD", LIMIT).data == b"# below\n"


def test_what_is_too_large_is_not_read(file: Path) -> None:
    with pytest.raises(RaciError, match="larger than 10 bytes"):
        earlier(file, "HEAD", 10)


def test_no_repository_and_no_git_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("raci.yaml").write_text(CLEAN, encoding="utf-8")
    with pytest.raises(UsageError, match="no git repository"):
        earlier(Path("raci.yaml"), "HEAD", LIMIT)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RaciError, match="git is not installed"):
        earlier(Path("raci.yaml"), "HEAD", LIMIT)


def test_nothing_of_the_repository_is_run(file: Path, tmp_path: Path) -> None:
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/PWNED\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    Path(".gitattributes").write_text("*.yaml diff=evil filter=evil\n", encoding="utf-8")
    for key in ("core.fsmonitor", "core.pager", "diff.evil.textconv", "filter.evil.smudge", "diff.external"):
        git("config", key, str(script))
    assert earlier(file, "HEAD", LIMIT).data.startswith(b"# of 22")
    assert earlier(file, "2026-11-23", LIMIT).data.startswith(b"# of 22")
    assert not (tmp_path / "PWNED").exists()


def test_variables_of_git_do_not_lead_elsewhere(file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert earlier(file, "HEAD", LIMIT).data.startswith(b"# of 22")
