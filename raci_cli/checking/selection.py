"""Rules as people name them: by code, by the start of codes, or by name."""

from collections.abc import Iterable, Mapping

import raci_cli.rules.run  # noqa: F401 - registers the rules
from raci_cli.errors import UsageError
from raci_cli.findings import Severity
from raci_cli.rules.registry import RULES, meant
from raci_cli.text import did_you_mean, quoted

_LEVELS = {level.value: level for level in Severity}


def rules_named(word: str) -> frozenset[str]:
    """The codes that `RACI101`, `RACI1` or `no-accountable` stands for; UsageError where there is none."""
    wanted = word.strip()
    by_name = frozenset(rule.code for rule in RULES.values() if rule.name == wanted.lower())
    by_code = frozenset(code for code in RULES if wanted and code.startswith(wanted.upper()))
    if not (found := by_name or by_code):
        raise UsageError(f"there is no rule {quoted(word)}", help=meant(wanted) or "raci rule --all lists them")
    return found


def rules_listed(words: Iterable[str]) -> frozenset[str]:
    """The codes of several words, each of which may be a list with commas."""
    return frozenset(code for word in _each(words) for code in rules_named(word))


def rules_one_by_one(words: Iterable[str]) -> frozenset[str]:
    """The codes of those words that are a whole code or name."""
    return frozenset(code for word in _each(words) if _is_exact(word) for code in rules_named(word))


def _each(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word.strip() for listed in words for word in listed.split(","))


def _is_exact(word: str) -> bool:
    return word.upper() in RULES or any(rule.name == word.lower() for rule in RULES.values())


def level_named(word: str, what: str) -> Severity:
    """The severity of that name; UsageError where there is none."""
    if word not in _LEVELS:
        help_ = did_you_mean(word, _LEVELS) or f"one of {', '.join(_LEVELS)}"
        raise UsageError(f"{what} is no severity: {quoted(word)}", help=help_)
    return _LEVELS[word]


def severities(pairs: Mapping[str, str]) -> dict[str, Severity]:
    """Severity by code, where rules are named as people do; the more exact word wins, and a code over a name."""
    found: dict[str, Severity] = {}
    named = {word: rules_named(word) for word in pairs}
    for word in sorted(pairs, key=lambda word: (-len(named[word]), word.strip().upper() in RULES)):
        severity = level_named(pairs[word], f"the severity of {quoted(word)}")
        for code in sorted(named[word]):
            if not RULES[code].fixed:
                found[code] = severity
            elif _is_exact(word.strip()) and severity is not Severity.ERROR:
                raise UsageError(f"{code} is always an error", help="the file could not be trusted otherwise")
    return found
