"""Comments that say to ignore a finding: `# raci: ignore[RACI101] until=2027-01-31 -- the board decides in January`."""

from collections.abc import Iterable, Sequence

from raci_cli.clock import parse_date
from raci_cli.document.nodes import Tree
from raci_cli.findings import Finding, Severity
from raci_cli.rules.comments import Suppression, can_suppress, suppressions
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import RULES, Settings, is_off, meant, rule
from raci_cli.text import MOST_SUGGESTIONS, quoted

_HOW = "write # raci: ignore[RACI101] -- why"


@rule("RACI901", "unused-suppression", Severity.WARNING)
def unused_suppression(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A comment says to ignore what is not found there.

    What: the rule finds nothing on the line of the comment or, where the comment has a line of its own, on the line
    below it. Findings about the file itself (RACI001 to RACI006, RACI301) cannot be ignored.

    Why: the next person takes the comment for the truth, and it would hide a finding that comes later.

    Fix: delete the comment.

    Failing:
        steps:
          # raci: ignore[RACI101] -- the board decides in January
          vendor: {title: Choose a vendor, accountable: dana, informed: [lee]}

    Passing:
        steps:
          vendor: {title: Choose a vendor, accountable: dana, informed: [lee]}
    """
    return ()


@rule("RACI902", "unknown-suppression", Severity.ERROR)
def unknown_suppression(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A comment says to ignore a rule that does not exist, or no rule at all.

    Why: a misspelt code ignores nothing, and nobody notices. To ignore everything at once is not possible.

    Fix: name the rules in brackets, by code or name, with commas between them.

    Failing:
        steps:
          # raci: ignore[RACI191] -- the board decides in January
          vendor: {title: Choose a vendor, accountable: dana, informed: [lee]}

    Passing:
        steps:
          # raci: ignore[RACI101] -- the board decides in January
          vendor: {title: Choose a vendor, informed: [dana, lee]}
    """
    return ()


@rule("RACI903", "suppression-without-reason", Severity.ERROR)
def suppression_without_reason(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A comment says to ignore a finding and does not say why; it has no effect.

    Why: whoever reads it later cannot tell whether it still holds.

    Fix: add two dashes and the reason.

    Failing:
        steps:
          # raci: ignore[RACI305]
          problem: {title: State the problem, accountable: dana, informed: [lee], due: 2020-01-31}

    Passing:
        steps:
          # raci: ignore[RACI305] -- the date moves with the budget, which is decided in May
          problem: {title: State the problem, accountable: dana, informed: [lee], due: 2020-01-31}
    """
    return ()


@rule("RACI904", "expired-suppression", Severity.ERROR)
def expired_suppression(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A comment says to ignore a finding until a day that has passed; it has no effect any more.

    Why: the day was the promise to have mended it by then.

    Fix: mend what was ignored and delete the comment, or agree on another day.

    Failing:
        steps:
          # raci: ignore[RACI305] until=2020-02-29 -- the date moves with the budget
          problem: {title: State the problem, accountable: dana, informed: [lee], due: 2020-01-31}

    Passing:
        steps:
          # raci: ignore[RACI305] until=2099-12-31 -- the date moves with the budget
          problem: {title: State the problem, accountable: dana, informed: [lee], due: 2020-01-31}
    """
    return ()


def suppressed(findings: Sequence[Finding], tree: Tree, settings: Settings) -> list[Finding]:
    """The findings, those that a comment covers with its reason, and findings about the comments themselves.

    What a comment says of a rule that is off, or that was not run, is not called unused.
    """
    given = list(suppressions(tree))
    if not given:
        return list(findings)
    places = {(finding.code, finding.span.line) for finding in findings if finding.span}
    reasons: dict[tuple[str | None, int], str] = {}
    for one in given:
        if one.holds(settings):
            for line in one.lines:
                reasons.setdefault((one.code, line), one.reason)
    found = [
        finding._replace(suppressed=reasons.get((finding.code, finding.span.line), "")) if finding.span else finding
        for finding in findings
    ]
    suggestions = 0
    for one in given:
        suggestions += one.code is None
        used = any((one.code, line) in places for line in one.lines)
        told = _told(one, settings, used=used, suggest=suggestions <= MOST_SUGGESTIONS)
        if told is not None:
            found.append(told._replace(severity=RULES[told.code].weight(settings)))
    return found


def _told(one: Suppression, settings: Settings, *, used: bool, suggest: bool) -> Finding | None:
    """What is wrong with a suppression, of which the first is told."""
    if one.code is None:
        return _unknown(one, suggest=suggest)
    if not can_suppress(one.code):
        return _finding("RACI901", one, f"{one.code} cannot be ignored", "mend it, and delete the comment")
    if one.code in settings.enforced:
        return _finding("RACI901", one, f"{one.code} is enforced here and cannot be ignored", "delete the comment")
    if not one.reason:
        return _finding("RACI903", one, f"ignoring {one.code} needs a reason", _HOW)
    if one.expired(settings):
        since = (
            f"ended on {one.until}" if parse_date(one.until or "") else f"ends on no date: {quoted(one.until or '')}"
        )
        return _finding("RACI904", one, f"ignoring {one.code} {since}", "mend what it hides, or agree on another day")
    unused = not used and not is_off(one.code, settings)
    return _finding("RACI901", one, f"{one.code} is not found here", "delete the comment") if unused else None


def _unknown(one: Suppression, *, suggest: bool) -> Finding:
    what = f"there is no rule {quoted(one.word)}" if one.word else "no rule is named"
    help_ = meant(one.word) if one.word and suggest else ""
    return _finding("RACI902", one, what, help_ or _HOW)


def _finding(code: str, one: Suppression, message: str, help_: str) -> Finding:
    return Finding(code, ("ignore", one.code or one.word), message, help_, span=one.span)
