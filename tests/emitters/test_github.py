"""Annotations, as the runner of GitHub Actions reads them."""

import itertools
from pathlib import Path

import pytest
from emitters.samples import finding, one, sample, span, with_quiet
from hypothesis import given
from hypothesis import strategies as st
from runners import Command, github_commands

from raci_cli.emitters.github import emit
from raci_cli.findings import Checked, Finding
from raci_cli.text import Look, visible


def annotations(*files: Checked) -> list[Command]:
    """What the runner reads; every line must be a command."""
    output = emit(files, Look())
    commands = github_commands(output)
    assert len(commands) == output.count("\n")
    return commands


def test_a_finding_is_an_annotation_at_its_place() -> None:
    assert annotations(sample())[0] == Command(
        "error",
        {
            "file": "raci.yaml",
            "line": "7",
            "endLine": "7",
            "col": "37",
            "endColumn": "41",
            "title": "RACI201 unknown-party",
        },
        "'anna' is neither a person nor a team\nhelp: did you mean ana?",
    )


def test_a_note_is_a_notice() -> None:
    assert [command.name for command in annotations(sample())] == ["error", "warning", "notice", "error"]


def test_the_help_is_a_line_of_its_own_with_its_command() -> None:
    text = annotations(sample("plans/raci.yaml"))[1].text
    assert text.splitlines()[1] == "help: name who does the work: raci assign two -R it -f plans/raci.yaml"
    assert annotations(*one(finding()))[0].text == "what is wrong"


def test_what_does_not_count_is_left_out() -> None:
    assert [command.name for command in annotations(with_quiet())] == ["error", "error"]


def test_nothing_found_is_nothing_said() -> None:
    assert emit([], Look()) == ""
    assert emit([Checked("raci.yaml", (), {})], Look()) == ""


def test_a_path_is_that_below_the_working_folder() -> None:
    files = [Checked(str(Path.cwd() / "plans/raci.yaml"), (finding(),), {}), *one(finding(), "./a,b:c%.yaml")]
    assert [command.properties["file"] for command in annotations(*files)] == ["plans/raci.yaml", "a,b:c%.yaml"]


def test_a_place_of_several_lines_has_no_columns() -> None:
    (command,) = annotations(*one(finding(place=span(3, 8, 4, end_line=5))))
    assert {key: value for key, value in command.properties.items() if key not in ("file", "title")} == {
        "line": "3",
        "endLine": "5",
    }


def test_a_finding_without_a_place_stands_at_the_start() -> None:
    (command,) = annotations(*one(finding()))
    assert [command.properties[key] for key in ("line", "endLine", "col", "endColumn")] == ["1"] * 4


def many(**numbers: int) -> list[Checked]:
    """So many findings of each severity, one a line, in two files."""
    found = [severity for severity, number in numbers.items() for _ in range(number)]
    placed = tuple(finding(severity, span(line, 1, 2)) for line, severity in enumerate(found, 1))
    return [Checked("a.raci.yaml", placed[:5], {}), Checked("b.raci.yaml", placed[5:], {})]


@pytest.mark.parametrize("severity, name", [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_ten_of_a_kind_are_shown(severity: str, name: str) -> None:
    assert [command.name for command in annotations(*many(**{severity: 10}))] == [name] * 10


def test_more_are_counted_where_the_first_of_them_stands() -> None:
    *shown, more = annotations(*many(error=12, warning=11))
    assert [command.name for command in shown] == ["error"] * 10 + ["warning"] * 10
    assert more.name == "notice"
    assert more.text == "3 more: 2 errors and 1 warning; raci check --output-format concise lists them all"
    assert (more.properties["file"], more.properties["line"], more.properties["title"]) == ("b.raci.yaml", "11", "raci")


def test_what_counts_the_rest_is_one_of_ten_notices() -> None:
    *shown, more = annotations(*many(error=11, info=10))
    assert [command.name for command in shown] == ["error"] * 10 + ["notice"] * 9
    assert more.text.startswith("2 more: 1 error and 1 note;")


@pytest.mark.parametrize("message", ["x" * 9_000, "%" * 9_000, "%\n:," * 3_000, "漢" * 9_000])
@pytest.mark.parametrize("file", ["raci.yaml", "%" * 500])
def test_a_line_has_at_most_4096_characters_and_no_half_escape(message: str, file: str) -> None:
    for length in range(4):
        found = finding(message="a" * length + message)
        (line,) = emit(one(found, file), Look()).splitlines()
        assert 4_090 <= len(line) <= 4_096
        (command,) = github_commands(line)
        assert command.text.endswith("…")
        assert visible(found.message).startswith(command.text[:-1])


def test_a_very_long_path_leaves_room_for_words() -> None:
    (command,) = annotations(*one(finding(), "p" * 5_000))
    assert command.text == "what is wrong"
    assert command.properties["file"] == "p" * 5_000


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read_back_by_the_runner(message: str, file: str) -> None:
    (command,) = annotations(*one(finding(message=message, help_=file), f"x/{file}/y"))
    assert command.text == visible(message) + (f"\nhelp: {visible(file)}" if file else "")
    assert command.properties["title"] == "RACI201 unknown-party"


@pytest.mark.parametrize("signs", list(itertools.product(["%", "\n", ":", ",", "0A", "="], repeat=3)))
def test_a_path_is_read_back_by_the_runner(signs: tuple[str, ...]) -> None:
    file = f"a{''.join(signs)}b"
    (command,) = annotations(Checked(file, (Finding("RACI201", (), "x"),), {}))
    assert command.properties["file"] == visible(file)
