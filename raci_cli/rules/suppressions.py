"""Comments that say to ignore a finding: `# raci: ignore[RACI101] until=2027-01-31 -- the board decides in January`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from raci_cli.clock import parse_date
from raci_cli.document.comments import comments
from raci_cli.document.nodes import Tree
from raci_cli.findings import Finding, Severity, Span
from raci_cli.model.project import Project
from raci_cli.rules.registry import RULES, Settings, rule
from raci_cli.text import MOST_SUGGESTIONS, did_you_mean, quoted

_COMMENT = re.compile(r"(?<!\S)#[ \t]*raci:[ \t]*ignore\b(?P<rest>[^\n\r]*)")
_REST = re.compile(r"[ \t]*\[(?P<rules>[^\]]*)\](?P<settings>.*?)(?:[ \t]--[ \t]*(?P<reason>.*))?$")
_UNTIL = re.compile(r"[ \t]*until=(?P<until>\S*)[ \t]*")
_HOW = "write # raci: ignore[RACI101] -- why"


@rule("RACI901", "unused-suppression", Severity.WARNING)
def unused_suppression(_project: Project, _settings: Settings) -> Iterable[Finding]:
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
def unknown_suppression(_project: Project, _settings: Settings) -> Iterable[Finding]:
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
def suppression_without_reason(_project: Project, _settings: Settings) -> Iterable[Finding]:
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
def expired_suppression(_project: Project, _settings: Settings) -> Iterable[Finding]:
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


@dataclass(frozen=True)
class _Suppression:
    """One rule that one comment names: `lines` are those that it covers."""

    word: str
    code: str | None
    lines: frozenset[int]
    span: Span
    reason: str
    until: str | None

    def expired(self, settings: Settings) -> bool:
        day = parse_date(self.until) if self.until is not None else None
        return self.until is not None and (day is None or day < settings.as_of)

    def holds(self, settings: Settings) -> bool:
        allowed = self.code is not None and can_suppress(self.code) and self.code not in settings.enforced
        return allowed and bool(self.reason) and not self.expired(settings)


def can_suppress(code: str) -> bool:
    """Whether a comment may ignore this rule: not what the file could not be trusted without, nor these rules here."""
    return not RULES[code].fixed and code < "RACI900"


def suppressed(findings: Sequence[Finding], tree: Tree, settings: Settings) -> list[Finding]:
    """The findings, those that a comment covers with its reason, and findings about the comments themselves.

    What a comment says of a rule that is off, or that was not run, is not called unused.
    """
    given = list(_suppressions(tree))
    if not given:
        return list(findings)
    found: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        covering = [
            one for one in given if finding.code == one.code and finding.span and finding.span.line in one.lines
        ]
        used.update(id(one) for one in covering)
        reason = next((one.reason for one in covering if one.holds(settings)), "")
        found.append(replace(finding, suppressed=reason))
    suggestions = 0
    for one in given:
        suggestions += one.code is None
        told = _told(one, settings, used=id(one) in used, suggest=suggestions <= MOST_SUGGESTIONS)
        if told is not None:
            found.append(replace(told, severity=RULES[told.code].weight(settings)))
    return found


def _told(one: _Suppression, settings: Settings, *, used: bool, suggest: bool) -> Finding | None:
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
    unused = not used and not _is_off(one.code, settings)
    return _finding("RACI901", one, f"{one.code} is not found here", "delete the comment") if unused else None


def _unknown(one: _Suppression, *, suggest: bool) -> Finding:
    names = [*RULES, *(known.name for known in RULES.values())]
    what = f"there is no rule {quoted(one.word)}" if one.word else "no rule is named"
    help_ = did_you_mean(one.word, names) if one.word and suggest else ""
    return _finding("RACI902", one, what, help_ or _HOW)


def _is_off(code: str, settings: Settings) -> bool:
    return RULES[code].weight(settings) is Severity.OFF or (settings.through is not None and code.startswith("RACI1"))


def _finding(code: str, one: _Suppression, message: str, help_: str) -> Finding:
    return Finding(code, ("ignore", one.code or one.word), message, help_, span=one.span)


def _suppressions(tree: Tree) -> Iterator[_Suppression]:
    for comment in comments(tree, _COMMENT):
        rest = _REST.match(comment["rest"])
        until = _UNTIL.fullmatch(rest["settings"]) if rest else None
        span = tree.source.span(comment.start(), len(comment[0].rstrip()) + comment.start())
        lines = _covered(tree, span)
        reason = (rest["reason"] or "").strip() if rest else ""
        words = [word.strip() for word in rest["rules"].split(",")] if rest else [""]
        day = until["until"] if until else (rest["settings"].strip() or None) if rest else None
        for word in words:
            yield _Suppression(word, _code(word), lines, span, reason, day)


def _code(word: str) -> str | None:
    if word in RULES:
        return word
    return next((known.code for known in RULES.values() if known.name == word), None)


def _covered(tree: Tree, span: Span) -> frozenset[int]:
    """Its own line; where it has it alone, the next one that is more than a comment."""
    source = tree.source
    if source.line(span.line)[: span.column - 1].strip():
        return frozenset((span.line,))
    line = span.line + 1
    while source.line(line).lstrip().startswith("#"):
        line += 1
    return frozenset((span.line, line))
