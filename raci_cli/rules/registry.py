"""The rules by code; a rule is registered where it is written, and nowhere else."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from raci_cli.findings import Finding, Severity
from raci_cli.model.codes import LIMITS
from raci_cli.model.reader import UNUSABLE
from raci_cli.rules.facts import Facts
from raci_cli.rules.manual import Manual, manual_of
from raci_cli.text import did_you_mean

_NEAR, _NEAR_CODES = 0.6, 0.8
_EMPTY: Mapping[str, Any] = {}


class Settings(NamedTuple):
    """What a check goes by.

    `severity` by rule code; `limits` by rule name; `strict`: an owner does not count as doing the work; `enforced`: the
    codes that are errors whatever else is said; `through`: the step up to which accountability is checked, as typed.
    """

    as_of: datetime.date
    severity: Mapping[str, Severity] = _EMPTY
    strict: bool = False
    limits: Mapping[str, int] = _EMPTY
    enforced: frozenset[str] = frozenset()
    through: str | None = None

    def limit(self, name: str) -> int:
        """The threshold of a rule."""
        return self.limits.get(name, LIMITS[name])


Check: TypeAlias = Callable[[Facts, Settings], Iterable[Finding]]


class Rule(NamedTuple):
    """Identity and default severity of a rule, and the function that finds; its docstring is the manual page."""

    code: str
    name: str
    severity: Severity
    check: Check

    @property
    def manual(self) -> Manual:
        """What `raci rule`, the documentation and SARIF say of it."""
        return manual_of(self.check.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.summary

    @property
    def fixed(self) -> bool:
        """Whether its severity cannot be changed: the file could not be read otherwise."""
        return self.code < "RACI100" or self.code in UNUSABLE

    def weight(self, settings: Settings, opted: Severity | None = None) -> Severity:
        """The severity of its findings; `opted` is what the file asks for at their place."""
        if self.fixed:
            return self.severity
        if self.code in settings.enforced:
            return Severity.ERROR
        return settings.severity.get(self.code) or opted or self.severity


RULES: dict[str, Rule] = {}


def meant(word: str) -> str:
    """`did you mean RACI101?`, or nothing; of codes, two wrong figures are another code."""
    names = [*RULES, *(known.name for known in RULES.values())]
    return did_you_mean(word, names, _NEAR_CODES if re.match(r"\D+\d", word) else _NEAR)


def is_off(code: str, settings: Settings) -> bool:
    """Whether a rule finds nothing by these settings, or not everywhere; False for a code that is unknown."""
    if settings.through is not None and code.startswith("RACI1"):
        return True
    return code in RULES and RULES[code].weight(settings) is Severity.OFF


def speaks(code: str, settings: Settings) -> bool:
    """Whether a rule is on: only then may another leave a matter to it."""
    return RULES[code].weight(settings) is not Severity.OFF


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Check]:
    """Register a function as the rule of that code."""

    def register(check: Check) -> Check:
        if code in RULES or any(other.name == name for other in RULES.values()):
            raise ValueError(f"{code} {name} is registered twice")
        RULES[code] = Rule(code, name, severity, check)
        return check

    return register
