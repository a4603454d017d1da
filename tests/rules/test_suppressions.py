"""Comments that say to ignore a finding: what they cover, when they hold, and what is wrong with them."""

import datetime
import time

import pytest
from helpers import CLEAN, TODAY, project, reading, text_of
from hostile import HOSTILE, INVISIBLE

from raci_cli.findings import Finding, Severity
from raci_cli.rules.comments import can_suppress
from raci_cli.rules.manual import whole
from raci_cli.rules.registry import RULES, Settings
from raci_cli.rules.run import find

SETTINGS = Settings(TODAY)
WHY = "-- the board decides in January"
HEAD = "raci: 1\nproject: {name: Demo}\ngoals: {demo: {measure: steps done}}\n"


def all_of(text: str, settings: Settings = SETTINGS) -> list[Finding]:
    return find(reading(text), settings)


def active(text: str, settings: Settings = SETTINGS) -> list[str]:
    return [finding.code for finding in all_of(text, settings) if finding.active]


def quiet(text: str, settings: Settings = SETTINGS) -> list[tuple[str, str]]:
    return [(finding.code, finding.suppressed) for finding in all_of(text, settings) if finding.suppressed]


def ownerless(*, above: str = "", beside: str = "") -> str:
    """A project with one step that nobody owns, found on the line of the step."""
    comment = "".join(f"  {line}\n" for line in above.splitlines())
    return f"{HEAD}steps:\n{comment}  vendor:{beside}\n    title: Choose a vendor\n"


def overdue(comment: str) -> str:
    return f"{CLEAN}    due: 2026-11-01 {comment}\n"


def test_without_a_comment_the_findings_are_as_they_were() -> None:
    assert active(ownerless()) == ["RACI101", "RACI103"]
    assert quiet(ownerless()) == []


@pytest.mark.parametrize("rule", ["RACI101", "no-accountable"])
@pytest.mark.parametrize("beside", [True, False])
def test_a_finding_is_ignored_on_its_line_or_the_line_above(rule: str, *, beside: bool) -> None:
    comment = f"# raci: ignore[{rule}] {WHY}"
    text = ownerless(beside=f" {comment}") if beside else ownerless(above=comment)
    assert active(text) == ["RACI103"]
    assert quiet(text) == [("RACI101", "the board decides in January")]


def test_a_finding_that_is_ignored_keeps_its_severity_and_place() -> None:
    plain = next(one for one in all_of(ownerless()) if one.code == "RACI101")
    ignored = next(one for one in all_of(ownerless(beside=f" # raci: ignore[RACI101] {WHY}")) if one.suppressed)
    assert ignored._replace(suppressed="") == plain


def test_several_rules_in_one_comment_and_several_comments_above() -> None:
    both = ownerless(above=f"# raci: ignore[RACI101, no-responsible] {WHY}")
    each = ownerless(above=f"# raci: ignore[RACI101] {WHY}\n# a word\n# raci: ignore[RACI103] {WHY}")
    assert active(both) == active(each) == []
    assert len(quiet(both)) == len(quiet(each)) == 2


@pytest.mark.parametrize(
    "comment",
    [
        f"#raci:ignore[RACI305]{WHY.replace('--', ' --')}",
        f"#  raci:  ignore [ RACI305 ,RACI305 ]  {WHY}",
        f"#\traci:\tignore[RACI305]\t{WHY}\t",
        "# raci: ignore[RACI305] --why not",
        "# raci: ignore[RACI305] -- why -- and why again",
        f"# moved # raci: ignore[RACI305] {WHY}",
    ],
)
def test_blanks_do_not_matter(comment: str) -> None:
    assert active(overdue(comment)) == []
    assert len(quiet(overdue(comment))) == 1


@pytest.mark.parametrize(
    "comment",
    [
        f"# ignore[RACI305] {WHY}",
        f"# raci: ignored[RACI305] {WHY}",
        f"# RACI: ignore[RACI305] {WHY}",
        f"# raci ignore[RACI305] {WHY}",
        f"# see raci: ignore[RACI305] {WHY}",
    ],
)
def test_what_is_another_comment_says_nothing(comment: str) -> None:
    assert active(overdue(comment)) == ["RACI305"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_of_any_kind_and_a_byte_order_mark(newline: str) -> None:
    text = "\ufeff" + overdue(f"# raci: ignore[RACI305] {WHY}").replace("\n", newline)
    assert quiet(text) == [("RACI305", "the board decides in January")]


def test_a_comment_beside_something_does_not_reach_the_next_line() -> None:
    text = ownerless().replace("steps:\n", f"steps:  # raci: ignore[RACI101] {WHY}\n")
    assert active(text) == ["RACI901", "RACI101", "RACI103"]


def test_a_comment_reaches_no_further_than_the_next_line() -> None:
    text = ownerless().replace("steps:\n", f"# raci: ignore[RACI101] {WHY}\nsteps:\n")
    assert active(text) == ["RACI901", "RACI101", "RACI103"]
    below = ownerless().replace("  vendor:\n", f"  vendor:\n    # raci: ignore[RACI101] {WHY}\n")
    assert active(below) == ["RACI101", "RACI103", "RACI901"]


def test_a_comment_covers_all_findings_of_the_rule_on_its_line() -> None:
    steps = "steps: {one: {title: One, accountable: zed}, two: {title: Two, accountable: zed}}"
    text = f"{HEAD}{steps} # raci: ignore[RACI201] {WHY}\n"
    assert active(text) == []
    assert len(quiet(text)) == 2


@pytest.mark.parametrize(
    "place",
    [
        "    notes: '{}'\n",
        '    notes: " {} "\n',
        "    notes: |\n      {}\n",
        "    notes: >-\n      A word.\n      {}\n",
        "    notes: 'a\n      {}'\n",
    ],
)
def test_what_stands_in_a_text_ignores_nothing(place: str) -> None:
    words = f"# raci: ignore[RACI305] {WHY}"
    text = CLEAN + place.format(words) + "    due: 2026-11-01\n"
    assert active(text) == ["RACI305"]


@pytest.mark.parametrize("reason", ["", " ", "--", "-- ", "-- .", "-- ---", "- why", "— why", ": why", "because"])
def test_without_a_reason_it_has_no_effect_and_is_an_error(reason: str) -> None:
    found = all_of(overdue(f"# raci: ignore[RACI305] {reason}"))
    assert [one.code for one in found if one.active] == ["RACI305", "RACI903"]
    told = found[-1]
    assert (told.severity, told.message) == (Severity.ERROR, "ignoring RACI305 needs a reason")
    assert told.help == "write # raci: ignore[RACI101] -- why"


@pytest.mark.parametrize("reason", ["\u3164", "\u200c\u200d", "\u00a0", "…"])
def test_a_reason_that_nobody_can_read_is_none(reason: str) -> None:
    assert active(overdue(f"# raci: ignore[RACI305] -- {reason}")) == ["RACI305", "RACI903"]


def test_a_reason_may_be_in_any_script() -> None:
    assert quiet(overdue("# raci: ignore[RACI305] -- 予算待ち")) == [("RACI305", "予算待ち")]


@pytest.mark.parametrize(
    "until, today, holds",
    [("2026-12-01", "2026-12-01", True), ("2026-12-01", "2026-12-02", False), ("2027-01-31", "2026-12-01", True)],
)
def test_it_holds_to_the_end_of_its_day(until: str, today: str, *, holds: bool) -> None:
    settings = Settings(datetime.date.fromisoformat(today))
    text = overdue(f"# raci: ignore[RACI305] until={until} {WHY}")
    assert active(text, settings) == ([] if holds else ["RACI305", "RACI904"])


def test_one_that_has_expired_says_when() -> None:
    found = all_of(overdue(f"# raci: ignore[RACI305] until=2026-01-31 {WHY}"))[-1]
    assert (found.code, found.severity) == ("RACI904", Severity.ERROR)
    assert found.message == "ignoring RACI305 ended on 2026-01-31"


@pytest.mark.parametrize("until", ["until=", "until=soon", "until=2027-02-30", "until=2027-1-1 x", "for ever"])
def test_a_day_that_is_none_has_passed(until: str) -> None:
    found = all_of(overdue(f"# raci: ignore[RACI305] {until} {WHY}"))
    assert [one.code for one in found if one.active] == ["RACI305", "RACI904"]
    assert "ends on no date" in found[-1].message


@pytest.mark.parametrize(
    "rules, message, help_",
    [
        ("[RACI3O5]", "there is no rule 'RACI3O5'", "did you mean RACI305?"),
        ("[overdeu]", "there is no rule 'overdeu'", "did you mean overdue?"),
        ("[RACI3]", "there is no rule 'RACI3'", ""),
        ("[]", "no rule is named", "write # raci: ignore[RACI101] -- why"),
        ("", "no rule is named", "write # raci: ignore[RACI101] -- why"),
        ("-file", "no rule is named", ""),
        (" RACI305", "no rule is named", ""),
        ("[RACI305", "no rule is named", ""),
        ("[*]", "there is no rule '*'", "write # raci: ignore[RACI101] -- why"),
    ],
)
def test_no_such_rule_is_an_error_and_ignores_nothing(rules: str, message: str, help_: str) -> None:
    found = all_of(overdue(f"# raci: ignore{rules} {WHY}"))
    assert [one.code for one in found if one.active] == ["RACI305", "RACI902"]
    assert (found[-1].severity, found[-1].message) == (Severity.ERROR, message)
    assert help_ in found[-1].help


def test_of_several_rules_each_is_judged_alone() -> None:
    text = overdue(f"# raci: ignore[RACI305,RACI3O5,RACI201] {WHY}")
    assert active(text) == ["RACI901", "RACI902"]
    assert quiet(text) == [("RACI305", "the board decides in January")]


def test_one_that_ignores_nothing_is_a_warning_at_its_place() -> None:
    found = all_of(f"{CLEAN}  # raci: ignore[RACI101] {WHY}  \n")
    assert [(one.code, one.severity, one.message) for one in found] == [
        ("RACI901", Severity.WARNING, "RACI101 is not found here")
    ]
    span = found[0].span
    assert span
    assert (span.line, span.column, span.end_line) == (17, 3, 17)
    assert span.end_column == 3 + len(f"# raci: ignore[RACI101] {WHY}")


def test_a_rule_that_did_not_run_is_not_called_unused() -> None:
    text = f"{CLEAN}  # raci: ignore[RACI101] {WHY}\n"
    assert active(text, Settings(TODAY, {"RACI101": Severity.OFF})) == []
    assert active(text, Settings(TODAY, through="kickoff")) == []
    assert active(text.replace("RACI101", "RACI201"), Settings(TODAY, through="kickoff")) == ["RACI901"]


def test_a_file_that_cannot_be_used_is_spared_words_on_its_comments() -> None:
    text = overdue(f"# raci: ignore[RACI101] {WHY}")
    assert active(text.replace("raci: 1", "raci: 2")) == ["RACI005"]
    assert active(text + "x: [\n") == ["RACI001"]


@pytest.mark.parametrize("code", sorted(code for code in RULES if not can_suppress(code)))
def test_what_a_file_cannot_be_trusted_without_is_never_ignored(code: str) -> None:
    found = all_of(f"{CLEAN}# raci: ignore[{code}] {WHY}\n")
    assert [(one.code, one.message) for one in found] == [("RACI901", f"{code} cannot be ignored")]


def test_which_rules_can_be_ignored() -> None:
    assert not any(can_suppress(code) for code in RULES if code.startswith(("RACI0", "RACI9")))
    assert not can_suppress("RACI301")
    assert all(can_suppress(code) for code in RULES if code.startswith(("RACI1", "RACI2")))


def test_a_content_error_is_not_ignored() -> None:
    text = f"{CLEAN}    colour: red # raci: ignore[RACI003] {WHY}\n"
    assert active(text) == ["RACI003", "RACI901"]


def test_a_comment_cannot_ignore_what_is_said_of_comments() -> None:
    text = f"{CLEAN}# raci: ignore[RACI901] {WHY}\n# raci: ignore[RACI305] {WHY}\n"
    assert active(text) == ["RACI901", "RACI901"]


@pytest.mark.parametrize("code", ["RACI901", "RACI902", "RACI903", "RACI904"])
def test_the_rules_on_comments_can_be_weighed(code: str) -> None:
    words = {
        "RACI901": f"[RACI101] {WHY}",
        "RACI902": "[x]",
        "RACI903": "[RACI305]",
        "RACI904": f"[RACI305] until=x {WHY}",
    }
    text = overdue(f"# raci: ignore{words[code]}")
    assert code not in active(text, Settings(TODAY, {code: Severity.OFF}))
    found = all_of(text, Settings(TODAY, {code: Severity.INFO}))
    assert [one.severity for one in found if one.code == code] == [Severity.INFO]


def test_what_is_enforced_is_not_ignored() -> None:
    settings = Settings(TODAY, {"RACI305": Severity.OFF}, enforced=frozenset(("RACI305",)))
    found = all_of(overdue(f"# raci: ignore[RACI305] {WHY}"), settings)
    assert [(one.code, one.severity) for one in found] == [("RACI305", Severity.ERROR), ("RACI901", Severity.WARNING)]
    assert found[1].message == "RACI305 is enforced here and cannot be ignored"
    assert all(one.active for one in found)


def test_a_word_of_any_kind_is_told_in_one_finding() -> None:
    for text in (*HOSTILE, *INVISIBLE):
        word = text.translate(dict.fromkeys(map(ord, "\r\n],")))
        try:
            found = all_of(overdue(f"# raci: ignore[{word}] until={word} -- {word}"))
        except UnicodeEncodeError:  # no file holds a lone surrogate
            continue
        assert {one.code for one in found} <= {"RACI001", "RACI305", "RACI902"}


def test_twenty_thousand_comments_take_no_time() -> None:
    stacked = f"  # raci: ignore[RACI101] {WHY}\n" * 20_000
    spread = "".join(f"  s{n}:\n    title: T # raci: ignore[RACI103,x{n}] {WHY}\n" for n in range(5_000))
    words = f"# raci: ignore[{','.join(['RACI101', 'RACI201'] * 40_000)}] {WHY}"
    steps = ", ".join(f"s{n}: {{title: T, accountable: zed}}" for n in range(4_000))
    line = f"raci: 1\nproject: {{name: Demo}}\nsteps: {{{steps}}} {words}\n"
    for text in (ownerless(above=stacked), f"{ownerless()}{spread}", line):
        before = time.process_time()
        assert all_of(text)
        assert time.process_time() - before < 10


def test_accountability_up_to_a_step() -> None:
    text = text_of("""
        raci: 1
        project: {name: Demo}
        people: {ana: Ana}
        goals: {demo: {measure: steps done}}
        steps:
          one: {title: One, accountable: ana}
          two: {title: Two, informed: [ana]}
          three: {title: Three, accountable: zed, due: 2026-11-01}
          four: {title: Four}
    """)
    assert project(text).steps[2].id == "three"
    assert active(text, Settings(TODAY, through="one")) == ["RACI201", "RACI305"]
    assert active(text, Settings(TODAY, through="2")) == ["RACI101", "RACI103", "RACI201", "RACI305"]
    assert active(text, Settings(TODAY, through="f")) == active(text)


def test_a_step_that_could_not_be_read_does_not_move_the_end() -> None:
    text = f"{HEAD}steps:\n  one: text\n  two: {{title: Two}}\n  three: {{title: Three}}\n"
    assert active(text, Settings(TODAY, through="two")) == ["RACI004", "RACI101", "RACI103"]


def test_a_scheme_without_an_owner_does_not_escape_what_is_enforced() -> None:
    text = f"{CLEAN}scheme: {{roles: {{accountable: {{letter: A}}, informed: {{letter: I}}}}}}\n"
    assert active(text) == []
    found = all_of(text, Settings(TODAY, enforced=frozenset(("RACI101",))))
    assert [(one.code, one.severity, one.message) for one in found] == [
        ("RACI101", Severity.ERROR, "no role of the scheme answers for a step")
    ]
    assert found[0].path == ("scheme",)


def test_sponsors_that_nobody_is_own_nothing() -> None:
    text = CLEAN.replace("accountable: ana", "accountable: sponsors")
    assert set(active(text)) == {"RACI101", "RACI103"}
    assert active(text + "sponsors: [bob]\n") == []


@pytest.mark.parametrize("code", ["RACI901", "RACI902", "RACI903", "RACI904"])
def test_the_examples_of_the_manual_fail_and_pass(code: str) -> None:
    manual = RULES[code].manual
    assert manual.failing.startswith("steps:\n  # raci: ignore[")
    assert code in active(whole(manual.failing))
    assert not {code, "RACI101", "RACI305"} & set(active(whole(manual.passing)))
