"""The manual pages: what they must have, and that their examples do what they say."""

import pytest
from helpers import TODAY, reading

from raci_cli.checking.config import settings_for
from raci_cli.findings import Finding, Severity
from raci_cli.rules.manual import manual_of, whole
from raci_cli.rules.registry import RULES, Settings
from raci_cli.rules.run import find


def found_in(example: str, code: str) -> list[Finding]:
    """The findings about an example, with its rule switched on and the settings that it makes."""
    read = reading(whole(example))
    given = settings_for(read.project, TODAY)
    on = {code: Severity.WARNING} if RULES[code].severity is Severity.OFF else {}
    found = find(read, Settings(TODAY, {**on, **given.severity}, given.strict, given.limits))
    return [finding for finding in found if finding.active]


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_failing_example_has_its_finding_and_no_other_error(code: str) -> None:
    found = found_in(RULES[code].manual.failing, code)
    assert code in {finding.code for finding in found}
    assert {finding.code for finding in found if finding.severity is Severity.ERROR} <= {code}


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_passing_example_has_neither_its_finding_nor_an_error(code: str) -> None:
    found = found_in(RULES[code].manual.passing, code)
    assert code not in {finding.code for finding in found}
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_an_example_is_short_and_a_manual_says_what_why_and_how(code: str) -> None:
    manual = RULES[code].manual
    assert manual.summary.endswith(".")
    assert manual.why
    assert manual.fix
    assert all(1 <= len(example.splitlines()) <= 8 for example in (manual.failing, manual.passing))


def test_the_parts_of_a_docstring() -> None:
    manual = manual_of(
        """Something is wrong.

        What: this
        and that.

        Why: it hurts.

        Fix: mend it.

        Failing:
            teams:
              it: IT
            steps: {}

        Passing:
            steps:
              one: {title: One}
        """
    )
    assert (manual.summary, manual.what) == ("Something is wrong.", "this and that.")
    assert (manual.why, manual.fix) == ("it hurts.", "mend it.")
    assert manual.failing == "teams:\n  it: IT\nsteps: {}"
    assert manual.passing == "steps:\n  one: {title: One}"


def test_what_a_docstring_leaves_out_is_empty() -> None:
    manual = manual_of("Something is wrong.\n\nWhy: it hurts.\n")
    assert (manual.what, manual.fix, manual.failing, manual.passing) == ("", "", "", "")


def test_an_example_becomes_a_whole_file() -> None:
    assert reading(whole("")).findings == ()
    text = whole("raci: 2\nteams: {ops: Operations}")
    assert text.count("raci:") == text.count("teams:") == 1
    assert text.startswith("project:")
    assert text.endswith("teams: {ops: Operations}\n")
