"""pre-commit, with the hook of this checkout, in a repository of somebody else."""

from pathlib import Path

import pytest
from helpers import CLEAN, ROOT
from integration.consumers import BAD, commit, git, git_repository, passes, run, snippet, tool, with_our_place

HOOK = "raci-check"


def tried(repository: Path) -> tuple[int, str]:
    """The exit code and the words of pre-commit, which installs this checkout and runs its hook."""
    command = (tool("pre-commit"), "try-repo", str(ROOT), HOOK, "--verbose", "--color", "never")
    ran = run(*command, cwd=repository)
    return ran.returncode, ran.stdout + ran.stderr


def test_a_step_without_an_owner_fails(tmp_path: Path) -> None:
    code, said = tried(git_repository(tmp_path / "theirs", raci_yaml=BAD))
    assert code == 1
    assert "- exit code: 1" in said
    assert "error[RACI101]: nobody is accountable for step 1 'Kick-off'" in said


def test_a_good_project_passes(tmp_path: Path) -> None:
    code, said = tried(git_repository(tmp_path / "theirs", raci_yaml=CLEAN))
    assert code == 0, said
    assert "1 file checked: 0 errors" in said


def test_a_deleted_project_file_fails(tmp_path: Path) -> None:
    repository = git_repository(tmp_path / "theirs", raci_yaml=CLEAN, notes_md="x\n")
    (repository / "raci.yaml").unlink()
    git(repository, "add", "--all")
    code, said = tried(repository)
    assert code == 1
    assert "- exit code: 3" in said
    assert "error: no project file found" in said


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """A repository with the configuration of docs/ci.md, and its hooks installed."""
    repository = git_repository(tmp_path / "theirs", raci_yaml=CLEAN)
    text = with_our_place(snippet(".pre-commit-config.yaml"), str(ROOT))
    (repository / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    passes(tool("pre-commit"), "install", cwd=repository)
    return repository


def test_the_configuration_of_the_page_lets_only_good_commits_through(guarded: Path) -> None:
    commit(guarded)
    start = git(guarded, "rev-parse", "HEAD")
    (guarded / "raci.yaml").write_text(BAD, encoding="utf-8")
    with pytest.raises(AssertionError, match="RACI101"):
        commit(guarded)
    (guarded / "raci.yaml").unlink()
    with pytest.raises(AssertionError, match="no project file found"):
        commit(guarded)
    assert git(guarded, "rev-parse", "HEAD") == start
    (guarded / "raci.yaml").write_text(CLEAN + "    due: 2027-01-01\n", encoding="utf-8")
    commit(guarded)
    assert git(guarded, "rev-parse", "HEAD") != start
