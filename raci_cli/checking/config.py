"""Settings of a check, from where they may be given: the command line, the project file, a config file, the default."""

import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple

from raci_cli.checking.selection import rules_listed, rules_one_by_one, severities
from raci_cli.findings import Severity
from raci_cli.model.codes import LIMITS, RULE_NAMES
from raci_cli.model.project import CheckSettings, Project
from raci_cli.rules.registry import RULES, Settings

DEFAULT_FAIL_LEVEL = Severity.ERROR
_EMPTY: Mapping[str, Any] = {}


class Wanted(NamedTuple):
    """What one source says of a check; None and empty where it says nothing.

    `severity` by rule code, `limits` by rule name; `select` are the only rules to run, `ignore` those not to run,
    `chosen` those of `select` that were named one by one; `enforce` those that stay errors whatever a project says.
    """

    severity: Mapping[str, Severity] = _EMPTY
    limits: Mapping[str, int] = _EMPTY
    strict: bool | None = None
    enforce: frozenset[str] = frozenset()
    select: frozenset[str] | None = None
    chosen: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_level: Severity | None = None

    def over(self, levels: Mapping[str, Severity]) -> dict[str, Severity]:
        """Severity by code, where this is said on top of what others say; what is not to run is off."""
        found = {**levels, **self.severity}
        for code in self.chosen - self.severity.keys():
            default = RULES[code].severity
            if found.get(code, default) is Severity.OFF:  # what is asked for by name runs
                found[code] = Severity.WARNING if default is Severity.OFF else default
        left_out = self.ignore if self.select is None else self.ignore | (RULES.keys() - self.select)
        return {**found, **dict.fromkeys(left_out, Severity.OFF)}

    def below(self, typed: "Wanted") -> "Wanted":
        """What still holds of this where `typed` says more: a list of rules takes the place of another."""
        left = self._replace(ignore=frozenset()) if typed.ignore else self
        return left._replace(select=None, chosen=frozenset()) if typed.select is not None else left


def wanted(
    *, select: list[str] | None = None, ignore: list[str] | None = None, severity: Mapping[str, str] | None = None,
    enforce: list[str] | None = None, **others: Any,
) -> Wanted:  # fmt: skip
    """What a source says, with rules named by code, start of codes, or name; UsageError where one does not exist."""
    return Wanted(
        severity=severities(severity or {}),
        select=rules_listed(select) if select else None,
        chosen=rules_one_by_one(select or []),
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
    levels = typed.over({**config.below(typed).over({}), **_by_code(own.severity)})
    return Settings(
        as_of, levels, strict=_strict(own, typed, config), limits=_limits(own, typed, config), enforced=enforced
    )


def _by_code(severity: Mapping[str, str]) -> dict[str, Severity]:
    """The severities of a project file by code; where a rule is named twice, its code beats its name."""
    codes = {name: code for code, name in RULE_NAMES.items()}
    named = {codes[word]: Severity(level) for word, level in severity.items() if word in codes}
    return {**named, **{word: Severity(level) for word, level in severity.items() if word not in codes}}


def _limits(own: CheckSettings, typed: Wanted, config: Wanted) -> dict[str, int]:
    """Thresholds by rule name; who a rule is enforced against may lower its threshold, and not raise it."""
    found: dict[str, int] = {}
    for limits, enforced in ((config.limits, typed.enforce), (own.limits, typed.enforce | config.enforce)):
        held = {RULE_NAMES[code] for code in enforced}
        for name, limit in limits.items():
            found[name] = min(limit, found.get(name, LIMITS[name])) if name in held else limit
    return {**found, **typed.limits}


def _strict(own: CheckSettings, typed: Wanted, config: Wanted) -> bool:
    if typed.strict is not None:
        return typed.strict
    if "RACI103" in typed.enforce | config.enforce and config.strict:
        return True
    return own.strict if own.strict is not None else bool(config.strict)


def fail_level(typed: Wanted, config: Wanted) -> Severity:
    """From which severity on findings make a check fail."""
    return typed.fail_level or config.fail_level or DEFAULT_FAIL_LEVEL


def shown(settings: Settings, level: Severity) -> dict[str, Any]:
    """The settings as data, for people who ask what holds."""
    return {
        "as-of": settings.as_of.isoformat(),
        "fail-level": level.value,
        "strict": settings.strict,
        "enforce": sorted(settings.enforced),
        "limits": {name: settings.limit(name) for name in LIMITS},
        "severity": {code: rule.weight(settings).value for code, rule in RULES.items()},
    }
