"""Which files a command means: the one named, the nearest, those in a folder."""

import os
from pathlib import Path

import pytest

from raci_cli.checking.discovery import git_root, is_default, nearest, project_files, refuse_outside
from raci_cli.errors import ExitCode, RaciError


def make(*files: str) -> None:
    """Files, and folders where the name ends in a slash."""
    for name in files:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.write_text("raci: 1\n", encoding="utf-8")


def ignore(file: str, *patterns: str) -> None:
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{pattern}\n" for pattern in patterns), encoding="utf-8")


def found(*paths: str) -> list[str]:
    return [file.as_posix() for file in project_files([Path(path) for path in paths])]


def enter(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder)


def test_the_file_given_beats_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    make("raci.yaml")
    monkeypatch.setenv("RACI_FILE", "named.yaml")
    assert nearest(Path("given.yaml")) == Path("given.yaml")


def test_the_environment_beats_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    make("raci.yaml")
    monkeypatch.setenv("RACI_FILE", "named.yaml")
    assert nearest() == Path("named.yaml")
    assert found() == ["named.yaml"]
    monkeypatch.setenv("RACI_FILE", "")
    assert nearest() == Path("raci.yaml")


@pytest.mark.parametrize("folder, file", [(".", "raci.yaml"), ("a", "../raci.yaml"), ("a/b/c", "../../../raci.yaml")])
def test_the_nearest_is_looked_for_upward(folder: str, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make("raci.yaml", ".git/")
    enter(folder, monkeypatch)
    assert nearest().as_posix() == file
    assert found() == [file]


def test_the_nearer_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    make("raci.yaml", "a/raci.yaml")
    enter("a/b", monkeypatch)
    assert nearest().as_posix() == "../raci.yaml"


@pytest.mark.parametrize("git", ["a/.git/", "a/.git"])
def test_the_search_stops_at_the_git_root(git: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make("raci.yaml", git)
    enter("a/b", monkeypatch)
    with pytest.raises(RaciError) as caught:
        nearest()
    assert str(caught.value) == "no raci.yaml here or above"
    assert caught.value.code == ExitCode.CANNOT
    assert "raci init" in caught.value.help
    assert "-f FILE" in caught.value.help


def test_the_root_of_the_repository_itself_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/raci.yaml", "a/.git/")
    enter("a/b", monkeypatch)
    assert nearest().as_posix() == "../raci.yaml"


def test_a_file_of_any_kind_is_nearest_and_judged_later() -> None:
    Path("raci.yaml").symlink_to("gone.yaml")
    assert nearest() == Path("raci.yaml")


def test_a_working_folder_that_is_gone_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    enter("gone", monkeypatch)
    Path("../gone").rmdir()
    with pytest.raises(RaciError, match="the working folder cannot be read: No such file"):
        nearest()


@pytest.mark.parametrize(
    "file, expected",
    [
        ("raci.yaml", True),
        ("./raci.yaml", True),
        ("../raci.yaml", True),
        ("../../raci.yaml", True),
        ("a/raci.yaml", False),
        ("../a/raci.yaml", False),
        ("/raci.yaml", False),
        ("x.raci.yaml", False),
        ("-", True),
    ],
)
def test_the_default_is_the_file_found_without_being_told(file: str, *, expected: bool) -> None:
    assert is_default(file) is expected


def test_with_a_file_in_the_environment_none_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RACI_FILE", "raci.yaml")
    assert not is_default("raci.yaml")


def test_files_that_are_named_are_taken_whatever_they_are_called() -> None:
    make("plan.yml", "raci.yaml")
    assert found("plan.yml", "not-there.yaml", "-") == ["plan.yml", "not-there.yaml", "-"]


def test_a_folder_is_searched_for_project_files_in_order() -> None:
    make("b/raci.yaml", "a/z.raci.yaml", "a/raci.yaml", "a/b/c/raci.yaml", "raci.yaml")
    make("a/raci.yml", "a/other.yaml", "a/raci.yaml.bak", "a/notraci.yaml", "a/myraci.yaml")
    assert found(".") == ["raci.yaml", "a/raci.yaml", "a/z.raci.yaml", "a/b/c/raci.yaml", "b/raci.yaml"]
    assert found("a") == ["a/raci.yaml", "a/z.raci.yaml", "a/b/c/raci.yaml"]
    assert found("b", "a/b") == ["b/raci.yaml", "a/b/c/raci.yaml"]


def test_without_paths_or_a_nearest_file_the_folder_is_searched() -> None:
    make(".git/", "a/raci.yaml", "x.raci.yaml")
    assert found() == ["x.raci.yaml", "a/raci.yaml"]


def test_nothing_found_is_an_empty_list() -> None:
    make(".git/", "a/")
    assert found() == found("a") == []


def test_each_file_is_named_once() -> None:
    make("a/raci.yaml", "raci.yaml")
    assert found("a", "a/raci.yaml", "raci.yaml", "a") == ["a/raci.yaml", "raci.yaml"]
    assert found("raci.yaml", str(Path("raci.yaml").resolve()), "a/../raci.yaml") == ["raci.yaml"]


@pytest.mark.parametrize(
    "patterns, left",
    [
        ([], ["raci.yaml", "a/raci.yaml", "a/x.raci.yaml", "a/b/raci.yaml"]),
        (["*.raci.yaml"], ["raci.yaml", "a/raci.yaml", "a/b/raci.yaml"]),
        (["/raci.yaml"], ["a/raci.yaml", "a/x.raci.yaml", "a/b/raci.yaml"]),
        (["a/"], ["raci.yaml"]),
        (["a"], ["raci.yaml"]),
        (["b/"], ["raci.yaml", "a/raci.yaml", "a/x.raci.yaml"]),
        (["a/*", "!a/b/"], ["raci.yaml", "a/b/raci.yaml"]),
        (["*.yaml", "!a/raci.yaml"], ["a/raci.yaml"]),
        (["a/", "!a/raci.yaml"], ["raci.yaml"]),
        (["# a", "", "**/b/"], ["raci.yaml", "a/raci.yaml", "a/x.raci.yaml"]),
    ],
)
def test_what_git_ignores_is_left_out(patterns: list[str], left: list[str]) -> None:
    make(".git/", "raci.yaml", "a/raci.yaml", "a/x.raci.yaml", "a/b/raci.yaml")
    ignore(".gitignore", *patterns)
    assert found(".") == left


def test_a_nearer_gitignore_decides_over_one_above() -> None:
    make(".git/", "a/raci.yaml", "b/raci.yaml", "b/x.raci.yaml")
    ignore(".gitignore", "raci.yaml")
    ignore("b/.gitignore", "!raci.yaml", "x.raci.yaml")
    assert found(".") == ["b/raci.yaml"]


def test_a_gitignore_above_the_folder_holds_too(monkeypatch: pytest.MonkeyPatch) -> None:
    make(".git/", "a/b/raci.yaml", "a/b/keep.raci.yaml")
    ignore(".gitignore", "a/b/raci.yaml")
    assert found("a/b") == ["a/b/keep.raci.yaml"]
    enter("a", monkeypatch)
    assert found(".") == ["b/keep.raci.yaml"]


def test_a_gitignore_above_the_repository_means_nothing() -> None:
    make("inner/.git/", "inner/raci.yaml")
    ignore(".gitignore", "*")
    assert found("inner") == ["inner/raci.yaml"]


def test_without_a_repository_the_gitignore_of_the_folder_holds() -> None:
    make("a/raci.yaml", "a/b/raci.yaml")
    ignore("a/.gitignore", "b")
    assert found("a") == ["a/raci.yaml"]


def test_a_file_that_is_named_is_taken_though_git_ignores_it() -> None:
    make(".git/", "raci.yaml")
    ignore(".gitignore", "*")
    assert found("raci.yaml") == ["raci.yaml"]


def test_a_gitignore_of_any_bytes_is_read() -> None:
    make(".git/", "raci.yaml", "a/raci.yaml")
    Path(".gitignore").write_bytes(b"\xff\xfe\n/a\n\x00\n")
    assert found(".") == ["raci.yaml"]


def test_a_pattern_that_git_passes_over_is_passed_over() -> None:
    make(".git/", "raci.yaml", "old/raci.yaml")
    ignore(".gitignore", "!", "old")
    assert found(".") == ["raci.yaml"]


def test_a_pattern_that_could_be_tried_for_minutes_is_passed_over() -> None:
    make(".git/", "raci.yaml", f"{'a' * 120}/raci.yaml")
    ignore(".gitignore", "*a*a*a*a*a*a*a*ab")
    assert len(found(".")) == 2


def test_a_gitignore_behind_a_link_out_of_the_repository_is_not_read() -> None:
    make("top/.git/", "top/raci.yaml")
    Path("patterns").write_text("raci.yaml\n")
    Path("top/.gitignore").symlink_to("../patterns")
    assert found("top") == ["top/raci.yaml"]


def test_the_git_folder_is_not_searched() -> None:
    make(".git/raci.yaml", "raci.yaml", "a/.git/x.raci.yaml")
    assert found(".") == ["raci.yaml"]


def test_other_hidden_folders_are_searched() -> None:
    make(".plans/raci.yaml")
    assert found(".") == [".plans/raci.yaml"]


def test_a_linked_folder_is_not_followed() -> None:
    make("a/raci.yaml", "top/.git/")
    Path("top/link").symlink_to("../a")
    Path("top/loop").symlink_to(".")
    assert found("top") == []


@pytest.mark.parametrize("git", [True, False])
def test_a_link_that_leaves_is_left_out_and_one_that_stays_is_kept(*, git: bool) -> None:
    make("out.yaml", "top/real/plan.yaml", *(["top/.git/"] if git else []))
    Path("top/raci.yaml").symlink_to("../out.yaml")
    Path("top/real/raci.yaml").symlink_to("plan.yaml")
    assert found("top") == ["top/real/raci.yaml"]


def test_a_link_out_of_the_folder_but_inside_the_repository_is_kept() -> None:
    make(".git/", "a/plan.yaml", "b/")
    Path("b/raci.yaml").symlink_to("../a/plan.yaml")
    assert found("b") == ["b/raci.yaml"]


def test_a_link_that_leaves_the_repository_is_refused() -> None:
    make("out/raci.yaml", "top/.git/")
    Path("top/raci.yaml").symlink_to("../out/raci.yaml")
    Path("top/folder").symlink_to("../out")
    for named in (Path("top/raci.yaml"), Path("top/folder/raci.yaml"), Path("top/folder")):
        with pytest.raises(RaciError, match="is a link that leaves the repository") as caught:
            refuse_outside(named)
        assert caught.value.help == "check the file that it points to"
    with pytest.raises(RaciError, match="leaves the repository"):
        project_files([Path("top/folder")])


def test_a_link_may_be_named_where_there_is_no_repository_or_it_stays_inside() -> None:
    make("out.yaml", "top/.git/", "top/plan.yaml", "free/")
    Path("free/raci.yaml").symlink_to("../out.yaml")
    Path("top/raci.yaml").symlink_to("plan.yaml")
    assert found("free/raci.yaml", "top/raci.yaml") == ["free/raci.yaml", "top/raci.yaml"]


def test_a_folder_that_cannot_be_listed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    make("a/raci.yaml")
    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(RaciError, match="cannot list a: Permission denied"):
        project_files([Path("a")])


def test_the_top_of_a_work_tree() -> None:
    make("top/.git/", "top/a/b/", "inner/.git")
    assert git_root(Path("top/a/b")) == Path("top").resolve()
    assert git_root(Path("inner")) == Path("inner").resolve()
    Path("link").symlink_to("top/a")
    assert git_root(Path("link")) == Path("top").resolve()
