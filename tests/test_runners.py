"""The readers of commands that other tests judge by."""

import pytest
from runners import Command, azure_commands, github_commands


@pytest.mark.parametrize(
    "output, name",
    [
        ("::error::x", "error"),
        ("  ::set-output name=a::1", "set-output"),
        ("\u00a0::x::", "x"),
        ("a\r::warning::x", "warning"),
        ("said ##[group]x", "group"),
        ("::no end ##[error]", "error"),
    ],
)
def test_a_command_of_github_is_read(output: str, name: str) -> None:
    assert [command.name for command in github_commands(f"before\n{output}\nafter")] == [name]


@pytest.mark.parametrize("output", ["", "a::b::c", "::", "::error", "##[error", "## [error]", "##vso[a.b]"])
def test_what_is_no_command_of_github_is_not_read(output: str) -> None:
    assert github_commands(output) == []


def test_properties_and_text_are_undone() -> None:
    (command,) = github_commands("::error file=a%2Cb%3A%25,line=1,x=::50%25%0Athere%3A")
    assert command == Command("error", {"file": "a,b:%", "line": "1"}, "50%\nthere%3A")
    (command,) = azure_commands("see ##VSO[task.logissue type=error;sourcepath=a%3B%5D%AZP253B]50%AZP25%0A]")
    assert command == Command("task.logissue", {"type": "error", "sourcepath": "a;]%3B"}, "50%\n]")


def test_what_is_no_command_of_azure_is_not_read() -> None:
    assert azure_commands("##vso[task.complete\n##[error]x\n# #vso[a]\n::error::x") == []
