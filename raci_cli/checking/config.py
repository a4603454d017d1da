"""Settings of a check, from where they may be given: the command line, the project file, a config file, the default."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from raci_cli.checking.selection import rules_listed, rules_named, severities
from raci_cli.findings import Severity
from raci_cli.model.codes import LIMITS, RULE_NAMES
from raci_cli.model.project import CheckSettings, Project
from raci_cli.rules.registry import RULES, Settings

DEFAULT_FAIL_LEVEL = Severity.ERROR


@dataclass(frozen=True)
class Wanted:
    """What one source says of a check; None and empty where it says nothing.

    `severity` by rule code, `limits` by rule name; `select` are the only rules to run, `ignore` those not to run,
    `chosen` those of `select` that were named one by one; `enforce` those that stay errors whatever a project says.
    """

    severity: Mapping[str, Severity] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    strict: bool | None = None
    enforce: frozenset[str] = frozenset()
    select: frozenset[str] | None = None
    chosen: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_level: Severity | None = None

    def levels(self) -> dict[str, Severity]:
        """Severity by code, with what is not to run as off."""
        left_out = set(self.ignore) if self.select is None else set(self.ignore) | (set(RULES) - self.select)
        return {**dict.fromkeys(left_out, Severity.OFF), **self.severity}


def wanted(
    *, select: list[str] | None = None, ignore: list[str] | None = None, severity: Mapping[str, str] | None = None,
    enforce: list[str] | None = None, **others: Any,
) -> Wanted:  # fmt: skip
    """What a source says, with rules named by code, start of codes, or name; UsageError where one does not exist."""
    exact = [word.strip() for words in select or [] for word in words.split(",") if len(rules_named(word)) == 1]
    return Wanted(
        severity=severities(severity or {}),
        select=rules_listed(select) if select else None,
        chosen=rules_listed(exact),
        ignore=rules_listed(ignore or []),
        enforce=rules_listed(enforce or []),
        **others,
    )


NOTHING = Wanted()


def settings_for(
    project: Project | None, as_of: datetime.date, typed: Wanted = NOTHING, config: Wanted = NOTHING
) -> Settings:
    """The settings for one project: what was typed wins over its file, that over the config, key by key."""
    own = project.check if project else CheckSettings()
    enforced = typed.enforce | config.enforce
    levels = {**config.levels(), **_by_code(own.severity), **typed.levels()}
    for code in typed.chosen | (config.chosen - set(_by_code(own.severity))):
        if levels.get(code, RULES[code].severity) is Severity.OFF:
            levels[code] = Severity.WARNING  # a rule that is off by default runs where it is asked for by name
    return Settings(
        as_of, levels, strict=_strict(own, typed, config), limits=_limits(own, typed, config), enforced=enforced
    )


def _by_code(severity: Mapping[str, str]) -> dict[str, Severity]:
    """The severities of a project file by code; where a rule is named twice, its code beats its name."""
    codes = {name: code for code, name in RULE_NAMES.items()}
    named = {codes[word]: Severity(level) for word, level in severity.items() if word in codes}
    return {**named, **{word: Severity(level) for word, level in severity.items() if word not in codes}}


def _limits(own: CheckSettings, typed: Wanted, config: Wanted) -> dict[str, int]:
    """Thresholds by rule name; those of an enforced rule are not the project's to move."""
    enforced = {RULE_NAMES[code] for code in typed.enforce | config.enforce}
    mine = {name: limit for name, limit in own.limits.items() if name not in enforced}
    return {**config.limits, **mine, **typed.limits}


def _strict(own: CheckSettings, typed: Wanted, config: Wanted) -> bool:
    if typed.strict is not None:
        return typed.strict
    if "RACI103" in typed.enforce | config.enforce and config.strict:
        return True
    return own.strict if own.strict is not None else bool(config.strict)


def fail_level(typed: Wanted, config: Wanted) -> Severity:
    """From which severity on findings make a check fail."""
    if typed.fail_level is not None:
        return typed.fail_level
    if config.fail_level is Severity.OFF and typed.enforce:
        return DEFAULT_FAIL_LEVEL  # a config file comes with a change, and may not let pass what is enforced on it
    return config.fail_level or DEFAULT_FAIL_LEVEL


def shown(settings: Settings, level: Severity) -> dict[str, Any]:
    """The settings as data, for people who ask what holds."""
    rules = {
        code: (Severity.ERROR if code in settings.enforced else settings.severity.get(code, rule.severity)).value
        for code, rule in RULES.items()
    }
    return {
        "as-of": settings.as_of.isoformat(),
        "fail-level": level.value,
        "strict": settings.strict,
        "enforce": sorted(settings.enforced),
        "limits": {name: settings.limit(name) for name in LIMITS},
        "severity": rules,
    }
