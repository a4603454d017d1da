"""Settings of a check, as the file gives them."""

import pytest
from helpers import CLEAN, TODAY, project

from raci_cli.checking.config import Wanted, fail_level, settings_for
from raci_cli.findings import Severity
from raci_cli.rules.registry import Settings


def test_without_a_project_the_defaults_hold() -> None:
    assert settings_for(None, TODAY) == Settings(TODAY, {}, strict=False)


def test_a_file_that_says_nothing_has_the_defaults() -> None:
    assert settings_for(project(CLEAN), TODAY) == Settings(TODAY, {}, strict=False)


def test_the_file_sets_severities_by_code_and_name_and_strictness() -> None:
    text = CLEAN + "check: {strict: true, severity: {RACI305: error, no-responsible: off}}\n"
    severity = {"RACI305": Severity.ERROR, "RACI103": Severity.OFF}
    assert settings_for(project(text), TODAY) == Settings(TODAY, severity, strict=True)


def test_what_the_format_refuses_sets_nothing() -> None:
    text = CLEAN + "check: {strict: maybe, severity: {RACI305: loud}}\n"
    assert settings_for(project(text), TODAY) == Settings(TODAY, {}, strict=False)


@pytest.mark.parametrize(
    "typed, config, level",
    [
        (Wanted(), Wanted(), "error"),
        (Wanted(), Wanted(fail_level=Severity.WARNING), "warning"),
        (Wanted(), Wanted(fail_level=Severity.OFF), "off"),
        (Wanted(fail_level=Severity.INFO), Wanted(fail_level=Severity.OFF), "info"),
        (Wanted(enforce=frozenset({"RACI101"})), Wanted(fail_level=Severity.OFF), "error"),
        (Wanted(enforce=frozenset({"RACI101"})), Wanted(fail_level=Severity.WARNING), "warning"),
        (Wanted(enforce=frozenset({"RACI101"}), fail_level=Severity.OFF), Wanted(), "off"),
    ],
)
def test_a_config_file_does_not_let_pass_what_the_command_line_enforces(
    typed: Wanted, config: Wanted, level: str
) -> None:
    assert fail_level(typed, config) is Severity(level)
