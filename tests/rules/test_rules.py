"""Every rule by its twins, a failing and a passing file, and what all rules have in common."""

import re
from collections import Counter
from pathlib import Path

import pytest
from helpers import CLEAN, TODAY, codes, findings, reading, text_of

from raci_cli.checking.config import settings_for
from raci_cli.checking.selection import severities
from raci_cli.findings import Finding, Severity
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import RULES, Settings, rule
from raci_cli.rules.run import find

FOLDER = Path(__file__).parent
# `# raci-test: 7:3` is the line and column of the finding; `# raci-test: 7:3 RACI999` allows another code beside it.
HEADING = re.compile(r"# raci-test: (?P<line>\d+):(?P<column>\d+)(?P<others>( RACI\d{3})*)")
TWINS = sorted(path.name for path in FOLDER.glob("RACI*") if path.is_dir())
# What is off until a file asks for it, as its twins do.
ASKED = {"RACI110": Severity.ERROR, "RACI207": Severity.WARNING}
FIXED = {"RACI001", "RACI002", "RACI003", "RACI004", "RACI005", "RACI006", "RACI301"}


def text_in(code: str, name: str) -> str:
    return (FOLDER / code / name).read_text(encoding="utf-8")


def found_by(text: str, **severity: Severity) -> list[Finding]:
    given = severities({word: level.value for word, level in severity.items()})
    return find(reading(text), Settings(TODAY, given))


def test_every_rule_has_its_twins() -> None:
    assert TWINS
    assert set(TWINS) == set(RULES)
    assert all((FOLDER / code / name).is_file() for code in TWINS for name in ("bad.yaml", "good.yaml"))


@pytest.mark.parametrize("code", TWINS)
def test_a_bad_file_has_its_finding_at_its_place(code: str) -> None:
    text = text_in(code, "bad.yaml")
    heading = HEADING.match(text)
    assert heading, "the first line says where the finding is"
    found = findings(text)
    assert {finding.code for finding in found} - set(heading["others"].split()) == {code}
    spans = [finding.span for finding in found if finding.code == code]
    assert [(span.line, span.column) for span in spans if span] == [(int(heading["line"]), int(heading["column"]))]


@pytest.mark.parametrize("code", TWINS)
def test_a_good_file_has_no_finding(code: str) -> None:
    assert findings(text_in(code, "good.yaml")) == []


@pytest.mark.parametrize("code", TWINS)
def test_twins_differ_by_at_most_three_lines(code: str) -> None:
    bad, good = (Counter(text_in(code, name).splitlines()[1:]) for name in ("bad.yaml", "good.yaml"))
    assert 1 <= ((bad - good) + (good - bad)).total() <= 3


@pytest.mark.parametrize("code", TWINS)
def test_a_finding_has_the_severity_of_its_rule_and_says_what_to_do(code: str) -> None:
    found = next(finding for finding in findings(text_in(code, "bad.yaml")) if finding.code == code)
    assert found.severity is ASKED.get(code, RULES[code].severity)
    assert found.message
    assert found.help or code == "RACI001", "a parser knows no remedy"


@pytest.mark.parametrize("code", sorted(FIXED))
@pytest.mark.parametrize("severity", [Severity.OFF, Severity.INFO])
def test_what_a_file_could_not_be_read_without_keeps_its_severity(code: str, severity: Severity) -> None:
    text = text_in(code, "bad.yaml")
    found = find(reading(text), Settings(TODAY, {code: severity}))
    assert [finding.severity for finding in found if finding.code == code] == [Severity.ERROR]


@pytest.mark.parametrize("code", sorted(set(TWINS) - FIXED))
@pytest.mark.parametrize("by", ["code", "name"])
def test_any_other_rule_can_be_switched_off_and_raised(code: str, by: str) -> None:
    text, key = text_in(code, "bad.yaml"), getattr(RULES[code], by)
    assert code not in [finding.code for finding in found_by(text, **{key: Severity.OFF})]
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        found = found_by(text, **{key: severity})
        assert [finding.severity for finding in found if finding.code == code] == [severity]


def test_the_file_itself_sets_severities() -> None:
    text = text_in("RACI305", "bad.yaml")
    found = findings(text + "check: {severity: {RACI305: error}}\n")
    assert [(finding.code, finding.severity) for finding in found] == [("RACI305", Severity.ERROR)]
    assert codes(text + "check: {severity: {RACI305: off}}\n") == []
    assert codes(text_in("RACI102", "bad.yaml") + "check: {severity: {too-many-accountable: off}}\n") == []
    unread = reading(text_in("RACI004", "bad.yaml") + "check: {severity: {RACI004: off, invalid-value: info}}\n")
    found = find(unread, settings_for(unread.project, TODAY))
    assert [(finding.code, finding.severity) for finding in found] == [("RACI004", Severity.ERROR)]


@pytest.mark.parametrize("name", sorted(known.name for known in RULES.values() if "-" not in known.name))
def test_a_rule_with_a_name_of_one_word_can_be_set_by_it(name: str) -> None:
    assert codes(f"{CLEAN}check: {{severity: {{{name}: off}}}}\n") == []


def test_a_code_beats_a_name() -> None:
    found = findings(text_in("RACI305", "bad.yaml") + "check: {severity: {RACI305: error, overdue: off}}\n")
    assert [finding.severity for finding in found] == [Severity.ERROR]


def test_findings_come_in_the_order_of_the_file() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana}
        steps:
          one: {title: One, responsible: ana, due: 2026-11-01}
          two: {title: Two, accountable: nobody-known}
          three: {title: Three, accountable: ana, due: 2026-11-01, needs: [four]}
    """)
    assert codes(text) == ["RACI403", "RACI101", "RACI305", "RACI201", "RACI305", "RACI302"]


def test_nothing_is_wrong_with_a_clean_project() -> None:
    assert findings(CLEAN) == []


def test_codes_and_names_are_unique_and_in_form() -> None:
    names = [known.name for known in RULES.values()]
    assert len(set(names)) == len(names) == len(RULES)
    assert all(re.fullmatch(r"RACI\d{3}", code) and known.code == code for code, known in RULES.items())
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+|syntax|overdue", name) for name in names)


def test_families_register_their_rules_in_the_order_of_their_codes() -> None:
    families: dict[str, list[str]] = {}
    for known in RULES.values():
        families.setdefault(known.check.__module__, []).append(known.code)
    assert len(families) > 1
    assert all(codes == sorted(codes) for codes in families.values())


@pytest.mark.parametrize("code, name", [("RACI101", "quite-new"), ("RACI999", "no-accountable")])
def test_a_rule_is_registered_once(code: str, name: str) -> None:
    def check(_facts: Facts, _settings: Settings) -> list[Finding]:
        return []

    before = dict(RULES)
    with pytest.raises(ValueError, match="registered twice"):
        rule(code, name, Severity.ERROR)(check)
    assert before == RULES


def test_registering_returns_the_function_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(_facts: Facts, _settings: Settings) -> list[Finding]:
        return []

    monkeypatch.setattr("raci_cli.rules.registry.RULES", {})
    assert rule("RACI999", "quite-new", Severity.OFF)(check) is check
