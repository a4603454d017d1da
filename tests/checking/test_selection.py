"""Rules as people name them."""

import time

import pytest
from hostile import HOSTILE

from raci_cli.checking.selection import level_named, rules_listed, rules_named, rules_one_by_one, severities
from raci_cli.errors import ExitCode, UsageError
from raci_cli.findings import Severity
from raci_cli.rules.registry import RULES
from raci_cli.text import visible


@pytest.mark.parametrize("word", ["RACI101", "raci101", " RACI101 ", "no-accountable", "No-Accountable"])
def test_a_code_or_a_name_is_one_rule(word: str) -> None:
    assert rules_named(word) == {"RACI101"}


def test_the_start_of_codes_is_all_of_them() -> None:
    assert rules_named("RACI3") == {code for code in RULES if code.startswith("RACI3")} > {"RACI302", "RACI305"}
    assert rules_named("RACI30") == {code for code in RULES if code.startswith("RACI30")}
    assert rules_named("raci") == set(RULES)


@pytest.mark.parametrize(
    "word, help_",
    [
        ("RACI3O5", "did you mean RACI305?"),
        ("RACI3055", "did you mean RACI305?"),
        ("overdu", "did you mean overdue?"),
        ("no-acountable", "did you mean no-accountable?"),
        ("no", "raci rule --all lists them"),
        ("", "raci rule --all lists them"),
        (" ", "raci rule --all lists them"),
        ("xyz", "raci rule --all lists them"),
        ("101", ""),
        ("RACI1O1", "did you mean RACI101?"),
        ("RACI1011", "did you mean RACI101?"),
        ("RACI999", "raci rule --all lists them"),
        ("X42", "raci rule --all lists them"),
    ],
)
def test_no_such_rule_is_a_misuse_with_the_nearest(word: str, help_: str) -> None:
    with pytest.raises(UsageError, match="there is no rule") as caught:
        rules_named(word)
    assert caught.value.code == ExitCode.USAGE
    assert caught.value.help.startswith(help_)


def test_words_are_lists_with_commas() -> None:
    assert rules_listed(["RACI101, overdue", "RACI201"]) == {"RACI101", "RACI305", "RACI201"}
    assert rules_listed([]) == frozenset()
    for words in (["RACI101,"], [","], ["RACI101,,RACI305"], [""]):
        with pytest.raises(UsageError):
            rules_listed(words)


def test_only_whole_words_name_one_rule() -> None:
    assert rules_one_by_one(["RACI101,RACI3", "overdue", "raci2"]) == {"RACI101", "RACI305"}
    alone = next(code for code in RULES if not any(other != code and other[:6] == code[:6] for other in RULES))
    assert rules_named(alone[:6]) == {alone}
    assert rules_one_by_one([alone[:6]]) == frozenset()


@pytest.mark.parametrize("level", list(Severity))
def test_a_severity_by_its_name(level: Severity) -> None:
    assert level_named(level.value, "it") is level


@pytest.mark.parametrize(
    "word, help_",
    [("eror", "did you mean error?"), ("Error", "did you mean error?"), ("", "one of error, warning, info, off")],
)
def test_no_such_severity_is_a_misuse(word: str, help_: str) -> None:
    with pytest.raises(UsageError, match="--fail-level is no severity") as caught:
        level_named(word, "--fail-level")
    assert caught.value.help == help_


@pytest.mark.parametrize("turn", [1, -1])
def test_the_more_exact_word_wins_and_a_code_over_a_name(turn: int) -> None:
    pairs = [("RACI", "info"), ("RACI3", "warning"), ("overdue", "off"), ("RACI305", "error")][::turn]
    found = severities(dict(pairs))
    assert found["RACI305"] is Severity.ERROR
    assert found["RACI302"] is Severity.WARNING
    assert found["RACI101"] is Severity.INFO


def test_what_is_always_an_error_is_refused_by_name_and_passed_over_in_a_crowd() -> None:
    assert "RACI001" not in severities({"RACI0": "off", "RACI": "info"})
    assert "RACI001" not in severities({"RACI001": "error"})
    for word in ("RACI001", "syntax", "RACI301"):
        with pytest.raises(UsageError, match="is always an error") as caught:
            severities({word: "off"})
        assert caught.value.help == "the file could not be trusted otherwise"


def test_words_of_any_kind_are_refused_in_one_line_that_can_be_shown() -> None:
    for text in HOSTILE:
        for act in (
            lambda text=text: rules_named(text + "!"),
            lambda text=text: level_named(text + "!", "it"),
            lambda text=text: severities({"RACI305": text + "!"}),
        ):
            with pytest.raises(UsageError) as caught:
                act()
            assert len(visible(str(caught.value))) < 1_000


def test_tens_of_thousands_of_words_take_no_time() -> None:
    before = time.process_time()
    assert rules_listed(["RACI101," * 100_000 + "overdue"]) == {"RACI101", "RACI305"}
    assert severities({" " * n + "RACI305": "error" for n in range(2_000)}) == {"RACI305": Severity.ERROR}
    assert time.process_time() - before < 5
