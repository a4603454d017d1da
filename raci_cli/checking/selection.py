"""Rules as people name them: by code, by the start of codes, or by name."""

from collections.abc import Iterable, Mapping

import raci_cli.rules.run  # noqa: F401 - registers the rules
from raci_cli.errors import UsageError
from raci_cli.findings import Severity
from raci_cli.rules.registry import RULES
from raci_cli.text import did_you_mean, quoted

_LEVELS = {level.value: level for level in Severity}


def rules_named(word: str) -> frozenset[str]:
    """The codes that `RACI101`, `RACI1` or `no-accountable` stands for; UsageError where there is none."""
    wanted = word.strip()
    by_name = frozenset(rule.code for rule in RULES.values() if rule.name == wanted.lower())
    by_code = frozenset(code for code in RULES if wanted and code.startswith(wanted.upper()))
    if not (found := by_name or by_code):
        known = [*RULES, *(rule.name for rule in RULES.values())]
        raise UsageError(f"there is no rule {quoted(word)}", help=did_you_mean(wanted, known) or "see raci rule --all")
    return found


def rules_listed(words: Iterable[str]) -> frozenset[str]:
    """The codes of several words, each of which may be a list with commas."""
    named = (rules_named(word) for words_ in words for word in words_.split(","))
    return frozenset(code for codes in named for code in codes)


def one_rule(word: str) -> str:
    """The code of exactly one rule, by code or name."""
    found = rules_named(word)
    if len(found) > 1:
        raise UsageError(f"{quoted(word)} stands for {len(found)} rules", help="name one of them: see raci rule --all")
    return next(iter(found))


def level_named(word: str, what: str) -> Severity:
    """The severity of that name; UsageError where there is none."""
    if word not in _LEVELS:
        help_ = did_you_mean(word, _LEVELS) or f"one of {', '.join(_LEVELS)}"
        raise UsageError(f"{what} is no severity: {quoted(word)}", help=help_)
    return _LEVELS[word]


def severities(pairs: Mapping[str, str]) -> dict[str, Severity]:
    """Severity by code, where rules are named as people do; the more exact word wins."""
    found: dict[str, Severity] = {}
    for word, level in sorted(pairs.items(), key=lambda pair: -len(rules_named(pair[0]))):
        severity = level_named(level, f"the severity of {word}")
        for code in sorted(rules_named(word)):
            if not RULES[code].fixed:
                found[code] = severity
            elif len(rules_named(word)) == 1 and severity is not Severity.ERROR:
                raise UsageError(f"{code} is always an error", help="the file could not be trusted otherwise")
    return found
