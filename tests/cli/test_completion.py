"""`raci completion`."""

from typing import Any

import pytest

from raci_cli import resources


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_asks_raci_and_says_how_it_is_loaded(raci: Any, shell: str) -> None:
    ran = raci("completion", shell)
    assert (ran.code, ran.out) == (0, resources.completion(shell))
    assert f"command raci __complete {shell} " in ran.out
    assert f"raci completion {shell}" in ran.out
    assert "2>/dev/null" in ran.out
    assert "eval " not in "".join(line for line in ran.out.splitlines() if not line.startswith("#"))


def test_a_shell_that_is_not_known(raci: Any) -> None:
    ran = raci("completion", "fsh")
    assert (ran.code, ran.err) == (2, "error: there is no completion for 'fsh'\n  did you mean fish?\n")
    assert "shells: bash, zsh, fish" in raci("completion", "tcsh").err
