"""`raci rule`."""

import json
from typing import Any

import pytest
from hostile import HOSTILE, acts

from raci_cli.rules.registry import RULES


def test_a_rule_is_explained_with_examples(raci: Any) -> None:
    ran = raci("rule", "RACI903")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "RACI903 suppression-without-reason (error)\n"
        "\n"
        "A comment says to ignore a finding and does not say why; it has no effect.\n"
        "\n"
        "Why: whoever reads it later cannot tell whether it still holds.\n"
        "\n"
        "Fix: add two dashes and the reason.\n"
        "\n"
        "Failing:\n"
        "  steps:\n"
        "    # raci: ignore[RACI305]\n"
        "    problem: {title: State the problem, accountable: dana, informed: [lee], due: 2020-01-31}\n"
        "\n"
        "Passing:\n"
        "  steps:\n"
        "    # raci: ignore[RACI305] -- the date moves with the budget, which is decided in May\n"
        "    problem: {title: State the problem, accountable: dana, informed: [lee], due: 2020-01-31}\n"
    )


@pytest.mark.parametrize("word", ["RACI101", "raci101", "no-accountable"])
def test_by_code_or_name(raci: Any, word: str) -> None:
    ran = raci("rule", word)
    assert ran.out.startswith("RACI101 no-accountable (error)\n\nNobody owns a step.\n")
    for heading in ("What: ", "Why: ", "Fix: "):
        assert f"\n\n{heading}" in ran.out


def test_several_and_the_start_of_codes_each_once_in_order(raci: Any) -> None:
    out = raci("rule", "overdue", "RACI10", "RACI101").out
    heads = [line.split()[0] for line in out.splitlines() if line.startswith("RACI")]
    assert heads == sorted({code for code in RULES if code.startswith("RACI10")} | {"RACI305"})


@pytest.mark.parametrize("code", sorted(RULES))
def test_no_rule_has_an_empty_heading(raci: Any, code: str) -> None:
    lines = raci("rule", code).out.splitlines()
    for heading in ("Failing:", "Passing:"):
        assert heading not in lines or lines[lines.index(heading) + 1].startswith("  ")


def test_all_of_them_a_line_each(raci: Any) -> None:
    ran = raci("rule", "--all")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert [line.split()[:3] for line in lines] == [
        [code, RULES[code].severity.value, RULES[code].name] for code in sorted(RULES)
    ]
    assert all(line.endswith(RULES[line[:7]].summary) for line in lines)
    assert raci("rule", "RACI101", "--all").out == ran.out


def test_as_data(raci: Any) -> None:
    (found,) = json.loads(raci("rule", "RACI904", "--json").out)
    assert found["code"] == "RACI904"
    assert found["name"] == "expired-suppression"
    assert found["severity"] == "error"
    assert set(found) == {"code", "name", "severity", "summary", "what", "why", "fix", "failing", "passing"}
    assert found["failing"].startswith("steps:\n  # raci: ignore[RACI305] until=2020-02-29")
    everything = json.loads(raci("rule", "--all", "--json").out)
    assert [one["code"] for one in everything] == sorted(RULES)


def test_lines_are_broken_where_a_terminal_ends(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    prose = raci("rule", "RACI103").out.partition("Failing:")[0]
    assert max(map(len, prose.splitlines()[2:])) > 0
    wrapped = [line for line in prose.split("\n\n")[2:] if "\n" in line]
    assert wrapped
    assert all(len(line) <= 40 for part in wrapped for line in part.splitlines())


@pytest.mark.parametrize(
    "words, said",
    [
        (["RACI191"], "did you mean RACI101?"),
        (["overdu"], "did you mean overdue?"),
        (["RACI101", "nope"], "there is no rule 'nope'"),
        ([""], "raci rule --all lists them"),
        ([], "such as raci rule RACI101"),
        (["--json"], "such as raci rule RACI101"),
    ],
)
def test_no_such_rule_is_2(raci: Any, words: list[str], said: str) -> None:
    ran = raci("rule", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_words_of_any_kind_are_2_and_harmless(raci: Any) -> None:
    for text in HOSTILE:
        ran = raci("rule", "--", text)
        assert ran.code == 2, ascii(text)
        assert acts(ran.out + ran.err) == []
        assert len(ran.err.splitlines()) <= 2
        assert len(ran.err) < 500
