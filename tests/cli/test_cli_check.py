"""`raci check`."""

import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN

BROKEN = CLEAN.replace("accountable: bob", "accountable: zed")


def test_clean_is_0(raci: Any, clean: Path) -> None:
    ran = raci("check")
    assert (ran.code, ran.out, ran.err) == (0, "1 file checked: 0 errors, 0 warnings, 0 notes\n", "")


def test_an_error_is_1_with_place_caret_and_help(raci: Any, clean: Path) -> None:
    clean.write_text(BROKEN)
    ran = raci("check")
    assert ran.code == 1
    assert ran.out == (
        "error[RACI201]: 'zed' is neither a person nor a team\n"
        "  --> raci.yaml:15:18\n"
        "   |\n"
        "15 |     accountable: zed\n"
        "   |                  ^^^\n"
        "   = help: add them: raci add person zed NAME\n"
        "\n"
        "1 file checked: 1 error, 0 warnings, 0 notes\n"
    )


def test_the_day_can_be_set(raci: Any, clean: Path) -> None:
    clean.write_text(CLEAN + "    due: 2026-11-30\n")
    assert "RACI305" not in raci("check", "--as-of", "2026-11-30").out
    assert raci("check", "--as-of", "30.11.2026").code == 2


def test_a_folder_is_searched(raci: Any, clean: Path) -> None:
    Path("sub").mkdir()
    Path("sub/launch.raci.yaml").write_text(BROKEN)
    Path("sub/other.yaml").write_text("not: ours\n")
    ran = raci("check", ".")
    assert ran.code == 1
    assert "sub/launch.raci.yaml:15:18" in ran.out
    assert "raci add person zed NAME -f sub/launch.raci.yaml" in ran.out
    assert ran.out.endswith("2 files checked: 1 error, 0 warnings, 0 notes\n")


def test_json_on_stdout(raci: Any, clean: Path) -> None:
    clean.write_text(BROKEN)
    for words in (["--output-format", "json"], ["--json"]):
        data = json.loads(raci("check", *words).out)
        assert data["version"] == 1
        assert [finding["code"] for finding in data["findings"]] == ["RACI201"]


def test_json_in_a_file_besides_the_text(raci: Any, clean: Path) -> None:
    ran = raci("check", "--output-format", "json=found.json")
    assert ran.out.startswith("1 file checked")
    assert json.loads(Path("found.json").read_text())["summary"]["error"] == 0
    assert clean.read_text() == CLEAN


@pytest.mark.parametrize(
    "words, said",
    [
        (["--output-format", "jsn"], "did you mean json?"),
        (["--output-format", "json="], "no file is named"),
        (["--output-format", "json", "--output-format", "text"], "only one format"),
    ],
)
def test_formats_that_cannot_be_meant_are_2(raci: Any, clean: Path, words: list[str], said: str) -> None:
    ran = raci("check", str(clean), *words)
    assert ran.code == 2
    assert said in ran.err


def _stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_dash_is_stdin(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, BROKEN)
    ran = raci("check", "-")
    assert ran.code == 1
    assert "--> -:15:18" in ran.out


def test_the_text_of_a_file_that_is_no_project_is_not_shown(raci: Any) -> None:
    Path("secret.yaml").write_text("password: [hunter2\n")
    ran = raci("check", "secret.yaml")
    assert ran.code == 3
    assert "hunter2" not in ran.out + ran.err


def test_the_line_of_a_broken_project_is_shown(raci: Any, clean: Path) -> None:
    clean.write_text(CLEAN + "  third: [\n")
    ran = raci("check")
    assert ran.code == 3
    assert "error[RACI001]: not YAML" in ran.out


def test_colour_only_where_it_is_wanted(raci: Any, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean.write_text(BROKEN)
    assert "\x1b" not in raci("check").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror[RACI201]\x1b[0m" in raci("check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in raci("check").out


def test_the_output_never_takes_the_place_of_the_project(raci: Any, clean: Path) -> None:
    for words in (
        ["check", "--output-format", "json=raci.yaml"],
        ["report", "status", "-o", "raci.yaml", "--format", "md"],
    ):
        ran = raci(*words)
        assert ran.code == 2
        assert "is the project file itself" in ran.err
        assert clean.read_text() == CLEAN


def test_blank_lines_and_wrong_names_by_the_thousand_are_told_at_once(raci: Any, clean: Path) -> None:
    clean.write_text("\n" * 300_000)
    assert raci("check").code == 3
    steps = "".join(f"  s{n}: {{title: S, accountable: anna{n}, needs: [step-{n}x]}}\n" for n in range(2000))
    people = "".join(f"  anna-{n}: A\n" for n in range(2000))
    clean.write_text(f"raci: 1\nproject: {{name: X}}\npeople:\n{people}steps:\n{steps}")
    before = time.process_time()
    assert raci("check", "--json").code == 1
    assert time.process_time() - before < 10
