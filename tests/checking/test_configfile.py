"""Config files: which one counts, what may stand in it, and what is wrong with it."""

import os
import time
from pathlib import Path

import pytest
from hostile import HOSTILE, acts

from raci_cli.checking.config import NOTHING, Wanted
from raci_cli.checking.configfile import Known, config_for
from raci_cli.document import store
from raci_cli.errors import ExitCode, RaciError, UsageError
from raci_cli.findings import Severity
from raci_cli.text import visible

STRICT = "strict = true\n"


def put(file: str, text: str) -> None:
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def given(text: str, name: str = ".raci.toml") -> Wanted:
    put(name, text)
    return config_for(Path("raci.yaml"), {})[0]


def refused(text: str, name: str = ".raci.toml") -> UsageError:
    put(name, text)
    with pytest.raises(UsageError) as caught:
        config_for(Path("raci.yaml"), {})
    assert caught.value.code == ExitCode.USAGE
    assert str(caught.value).startswith(str(Path(name).absolute()))
    assert "\n" not in visible(str(caught.value))
    return caught.value


def where(file: str) -> str:
    """The config file that counts for a project file, from the working folder."""
    found = config_for(Path(file), {})[1]
    return os.path.relpath(found).replace(os.sep, "/") if found else ""


@pytest.fixture(autouse=True)
def _repository() -> None:
    Path(".git").mkdir()


def test_without_a_file_nothing_is_said() -> None:
    assert config_for(Path("a/raci.yaml"), {}) == (NOTHING, "")


def test_every_setting() -> None:
    found = given("""
        select = ["RACI3", "no-accountable"]
        ignore = ["RACI302"]
        enforce = ["RACI101,overdue"]
        strict = true
        fail-level = "warning"
        limits = {many-responsible = 4, crowded-step = 0}
        [severity]
        overdue = "error"
        RACI2 = "off"
    """)
    assert found.select is not None
    assert {"RACI101", "RACI305"} < found.select
    assert found.chosen == {"RACI101"}
    assert found.ignore == {"RACI302"}
    assert found.enforce == {"RACI101", "RACI305"}
    assert found.strict is True
    assert found.fail_level is Severity.WARNING
    assert found.limits == {"many-responsible": 4, "crowded-step": 0}
    assert found.severity["RACI305"] is Severity.ERROR
    assert found.severity["RACI201"] is Severity.OFF


def test_an_empty_file_says_nothing_and_counts() -> None:
    put(".raci.toml", STRICT)
    put("a/.raci.toml", "")
    assert config_for(Path("a/raci.yaml"), {})[0] == NOTHING
    assert where("a/raci.yaml") == "a/.raci.toml"


def test_the_closest_counts_alone() -> None:
    put(".raci.toml", STRICT)
    put("a/b/.raci.toml", 'fail-level = "info"\n')
    assert where("raci.yaml") == where("a/raci.yaml") == ".raci.toml"
    assert where("a/b/raci.yaml") == where("a/b/c/d/raci.yaml") == "a/b/.raci.toml"
    assert config_for(Path("a/b/raci.yaml"), {})[0] == Wanted(fail_level=Severity.INFO)


def test_a_project_table_counts_too() -> None:
    put("pyproject.toml", "[tool.raci]\nstrict = true\n[tool.raci.severity]\noverdue = 'error'\n")
    found, _ = config_for(Path("a/raci.yaml"), {})
    assert found == Wanted(strict=True, severity={"RACI305": Severity.ERROR})
    assert where("a/raci.yaml") == "pyproject.toml"


def test_a_file_of_its_own_beats_a_table_beside_it() -> None:
    put("pyproject.toml", "[tool.raci]\nstrict = false\n")
    put(".raci.toml", STRICT)
    assert where("raci.yaml") == ".raci.toml"


@pytest.mark.parametrize(
    "text", ["", "[tool.other]\nx = 1\n", "[project]\nname = 'raci-cli'\n", "tool = 'raci'\n", "[raci]\nx = 1\n"]
)
def test_a_project_file_of_python_without_the_table_is_passed_over(text: str) -> None:
    put(".raci.toml", STRICT)
    put("a/pyproject.toml", text)
    assert where("a/raci.yaml") == ".raci.toml"


def test_a_broken_file_that_is_not_about_raci_is_not_read() -> None:
    put("pyproject.toml", "[tool\n")
    assert config_for(Path("raci.yaml"), {}) == (NOTHING, "")


def test_an_empty_table_counts() -> None:
    put(".raci.toml", STRICT)
    put("a/pyproject.toml", "[tool.raci]\n")
    assert where("a/raci.yaml") == "a/pyproject.toml"


@pytest.mark.parametrize("git", ["folder", "file"])
def test_the_search_ends_at_the_git_root(git: str) -> None:
    put(".raci.toml", STRICT)
    put("a/b/x", "")
    if git == "folder":
        Path("a/.git").mkdir()
    else:
        put("a/.git", "gitdir: elsewhere\n")
    assert where("a/b/raci.yaml") == where("a/raci.yaml") == ""
    put("a/.raci.toml", STRICT)
    assert where("a/b/raci.yaml") == "a/.raci.toml"


def test_a_project_file_that_is_a_link_is_configured_where_it_stands() -> None:
    put("a/.raci.toml", STRICT)
    put("b/plan.yaml", "raci: 1\n")
    Path("a/raci.yaml").symlink_to("../b/plan.yaml")
    assert where("a/raci.yaml") == "a/.raci.toml"


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a link to nothing"])
def test_what_is_no_file_is_passed_over(kind: str) -> None:
    put("raci.yaml", "")
    if kind == "a folder":
        Path(".raci.toml").mkdir()
    elif kind == "a pipe":
        os.mkfifo(".raci.toml")
    else:
        Path(".raci.toml").symlink_to("gone")
    assert where("raci.yaml") == ""


@pytest.mark.parametrize("name", [".raci.toml", "pyproject.toml"])
def test_a_link_out_of_the_repository_is_refused_and_not_quoted(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("raci-password = 'hunter2'\n")
    Path(name).symlink_to(tmp_path / "secret")
    with pytest.raises(RaciError, match="is a link that leaves the repository") as caught:
        config_for(Path("raci.yaml"), {})
    assert caught.value.code == ExitCode.CANNOT
    assert "password" not in str(caught.value) + caught.value.help


def test_a_file_that_cannot_be_read_is_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(path: Path, _limit: int) -> bytes:
        raise RaciError(f"cannot read {path}: Permission denied")

    put(".raci.toml", STRICT)
    monkeypatch.setattr("raci_cli.document.store.read", unreadable)
    with pytest.raises(RaciError, match="Permission denied") as caught:
        config_for(Path("raci.yaml"), {})
    assert caught.value.code == ExitCode.CANNOT


@pytest.mark.parametrize(
    "text, message, help_",
    [
        ("strct = true", "there is no setting 'strct'", "did you mean strict?"),
        ("fail_level = 'error'", "there is no setting 'fail_level'", "did you mean fail-level?"),
        ("x = 1", "there is no setting 'x'", "keys: select, ignore, enforce, severity, limits, strict, fail-level"),
        ("[tool.raci]", "there is no setting 'tool'", "keys:"),
        ("strict = 1", "strict: must be true or false", ""),
        ("select = 'RACI101'", "select: must be a list of rules", 'such as ["RACI101"]'),
        ("ignore = [1]", "ignore: must be a list of rules", ""),
        ("enforce = ['RACI101', {}]", "enforce: must be a list of rules", ""),
        ("enforce = ['RACI191']", "there is no rule 'RACI191'", "did you mean RACI"),
        ("select = ['']", "there is no rule ''", ""),
        ("severity = ['RACI101']", "severity: must be a table of rules and severities", "error"),
        ("severity = {RACI305 = 1}", "severity: must be a table of rules and severities", ""),
        ("severity = {RACI305 = 'loud'}", "the severity of 'RACI305' is no severity: 'loud'", "one of error"),
        ("severity = {overdeu = 'error'}", "there is no rule 'overdeu'", "did you mean overdue?"),
        ("severity = {RACI001 = 'off'}", "RACI001 is always an error", ""),
        ("limits = {many-responsable = 1}", "limits: no rule 'many-responsable' has a limit", "many-responsible?"),
        ("limits = {no-accountable = 1}", "no rule 'no-accountable' has a limit", "one of many-responsible,"),
        ("limits = {many-responsible = -1}", "limits: must be a table of rules and numbers", ""),
        ("limits = {many-responsible = true}", "limits: must be a table of rules and numbers", ""),
        ("limits = {many-responsible = 1.5}", "limits: must be a table of rules and numbers", ""),
        ("limits = 3", "limits: must be a table of rules and numbers", "such as {many-responsible = 3}"),
        ("fail-level = 'never'", "fail-level: it is no severity: 'never'", "one of error, warning, info, off"),
        ("fail-level = 3", "fail-level: must be a severity", "error, warning or info"),
        ("strict = true\nstrict = false", "not TOML: ", ""),
        ("strict =", "not TOML: ", ""),
    ],
)
def test_what_makes_no_sense_is_a_misuse_with_a_remedy(text: str, message: str, help_: str) -> None:
    error = refused(text)
    assert message in str(error)
    assert help_ in error.help


@pytest.mark.parametrize("value", ["true", "'x'", "[]", "3"])
def test_the_table_must_be_a_table(value: str) -> None:
    assert "tool.raci must be a table" in str(refused(f"[tool]\nraci = {value}\n", "pyproject.toml"))


def test_the_table_is_judged_like_the_file() -> None:
    assert "there is no setting 'strct'" in str(refused("[tool.raci]\nstrct = true\n", "pyproject.toml"))


def test_bytes_of_any_kind_are_refused() -> None:
    for data in (b"\xff\xfe", b"strict = \x00true", b"\x80", b"strict = true\r", b"# \xe2\x80", os.urandom(5_000)):
        Path(".raci.toml").write_bytes(data)
        with pytest.raises(UsageError):
            config_for(Path("raci.yaml"), {})


def test_a_byte_order_mark_and_windows_line_ends_are_taken() -> None:
    Path(".raci.toml").write_bytes(b"\xef\xbb\xbfstrict = true\r\nselect = ['RACI1']\r\n")
    assert config_for(Path("raci.yaml"), {})[0].strict is True


@pytest.mark.parametrize(
    "text, message",
    [
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("x = " + "{a = " * 100_000, "nested too deeply"),
        (".".join("a" * 100_000) + " = 1", "more than 200 dots"),
        ("[" + ".".join("a" * 100_000) + "]", "more than 200 dots"),
        ("x = {" + ".".join("a" * 100_000) + " = 1}", "more than 200 dots"),
        ("limits = {many-responsible = " + "9" * 5_000 + "}", "a number is too long"),
        ("#" * 600_000, "larger than 524,288 bytes"),
        ("\n".join(".".join("abcdefgh" * 25) + f".k{n} = 1" for n in range(1_200)), "there is no setting 'a'"),
        ("\n".join(f"[[severity.x{n}]]" for n in range(20_000)), "must be a table"),
    ],
)
def test_a_file_made_to_take_long_is_refused_at_once(text: str, message: str) -> None:
    before = time.process_time()
    assert message in str(refused(text))
    assert time.process_time() - before < 10


def test_text_of_any_kind_is_refused_in_lines_that_can_be_shown() -> None:
    for text in HOSTILE:
        escaped = "".join(
            f"\\U{ord(one):08x}" if not one.isalnum() and not 0xD800 <= ord(one) < 0xE000 else one for one in text
        )
        for whole in (
            f'"{escaped}" = 1',
            f'select = ["{escaped}"]',
            f'severity = {{RACI305 = "{escaped}"}}',
            f"x{text}=",
        ):
            try:
                error = refused(whole)
            except UnicodeEncodeError:  # no file holds a lone surrogate
                continue
            shown = f"error: {visible(str(error))}\n  {visible(error.help)}\n"
            assert acts(shown) == []
            assert len(shown) < 1_500


def test_a_folder_of_any_name_is_no_obstacle() -> None:
    for name in ("x" * 5_000, "a/" * 2_500 + "b", "nul\x00", "\udcff", "line\nbreak"):
        assert config_for(Path(name, "raci.yaml"), {}) == (NOTHING, "")


def test_a_file_is_read_once_for_all_projects(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    put(".raci.toml", STRICT)
    whole = store.read

    def counted(path: Path, limit: int) -> bytes:
        read.append(path.name)
        return whole(path, limit)

    monkeypatch.setattr(store, "read", counted)
    known: Known = {}
    for number in range(10):
        assert config_for(Path(f"a{number}/b/raci.yaml"), known)[0].strict is True
    assert read == [".raci.toml"]
    put(".raci.toml", "x = 1\n")
    known.clear()
    for number in range(10):
        with pytest.raises(UsageError, match="there is no setting 'x'"):
            config_for(Path(f"a{number}/raci.yaml"), known)
    assert read == [".raci.toml"] * 2
