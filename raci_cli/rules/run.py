"""Every rule over one reading: severities, places, order."""

from dataclasses import replace

import raci_cli.rules.accountability
import raci_cli.rules.alignment
import raci_cli.rules.approval
import raci_cli.rules.crowds
import raci_cli.rules.dates
import raci_cli.rules.flow
import raci_cli.rules.joint
import raci_cli.rules.load
import raci_cli.rules.names
import raci_cli.rules.order
import raci_cli.rules.owners
import raci_cli.rules.parties
import raci_cli.rules.progress
import raci_cli.rules.reading
import raci_cli.rules.roles  # noqa: F401 - importing a family registers its rules
from raci_cli.findings import Finding, Severity, in_order
from raci_cli.model.lookup import find_step
from raci_cli.model.project import Project
from raci_cli.model.reader import Reading
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import RULES, Settings
from raci_cli.rules.suppressions import suppressed


def find(reading: Reading, settings: Settings) -> list[Finding]:
    """All findings about a file that are not off, placed and in order; also those that a comment suppresses."""
    found = list(reading.findings)
    if reading.project is not None:
        found += _found(reading.project, settings)
    placed = [one for finding in found if (one := _placed(finding, reading, settings))]
    if reading.project is not None and reading.tree is not None:
        about = suppressed(placed, reading.tree, settings)
        placed = [one for one in about if one.severity is not Severity.OFF]
    return in_order(placed)


def _found(project: Project, settings: Settings) -> list[Finding]:
    """What the rules find that are on; accountability only up to the step that the settings name."""
    facts = Facts(project)
    part = facts if settings.through is None else Facts(_up_to(project, settings.through))
    return [
        finding
        for rule in RULES.values()
        if settings.severity.get(rule.code) is not Severity.OFF or rule.code in settings.enforced
        for finding in rule.check(part if rule.code.startswith("RACI1") else facts, settings)
    ]


def _up_to(project: Project, word: str) -> Project:
    """The project without the steps behind one, as it is named on the command line."""
    last = find_step(project, word).number
    return replace(project, steps=tuple(step for step in project.steps if step.number <= last))


def _placed(finding: Finding, reading: Reading, settings: Settings) -> Finding | None:
    severity = RULES[finding.code].weight(settings, finding.opted)
    if severity is Severity.OFF:
        return None
    tree = reading.tree
    if finding.span or tree is None:
        return finding.placed(None, severity)
    path = tree.exact(finding.path)
    return finding.placed(tree.span(path, finding.at), severity, path)
