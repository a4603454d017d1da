"""The rules by code; a rule is registered where it is written, and nowhere else."""

import datetime
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from raci_cli.findings import Finding, Severity
from raci_cli.model.project import Project
from raci_cli.model.reader import UNUSABLE


@dataclass(frozen=True)
class Settings:
    """What a check goes by: the day, severities by rule code or name, whether an owner counts as doing the work."""

    as_of: datetime.date
    severity: Mapping[str, Severity] = field(default_factory=dict)
    strict: bool = False


Check: TypeAlias = Callable[[Project, Settings], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """Identity, default severity and manual of a rule, and the function that finds."""

    code: str
    name: str
    severity: Severity
    manual: str
    check: Check

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.partition("\n")[0]

    @property
    def fixed(self) -> bool:
        """Whether its severity cannot be changed: the file could not be read otherwise."""
        return self.code < "RACI100" or self.code in UNUSABLE


RULES: dict[str, Rule] = {}


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Check]:
    """Register a function as the rule of that code."""

    def register(check: Check) -> Check:
        if code in RULES or any(other.name == name for other in RULES.values()):
            raise ValueError(f"{code} {name} is registered twice")
        RULES[code] = Rule(code, name, severity, inspect.getdoc(check) or "", check)
        return check

    return register
