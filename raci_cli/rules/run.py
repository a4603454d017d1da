"""Every rule over one reading: severities, places, order."""

import raci_cli.rules.accountability
import raci_cli.rules.flow
import raci_cli.rules.parties
import raci_cli.rules.reading  # noqa: F401 - importing a family registers its rules
from raci_cli.findings import Finding, Severity, in_order
from raci_cli.model.reader import Reading
from raci_cli.rules.registry import RULES, Settings


def find(reading: Reading, settings: Settings) -> list[Finding]:
    """All findings about a file that are not off, placed and in order."""
    found = list(reading.findings)
    if reading.project is not None:
        found += [finding for rule in RULES.values() for finding in rule.check(reading.project, settings)]
    return in_order(placed for finding in found if (placed := _placed(finding, reading, settings)))


def _placed(finding: Finding, reading: Reading, settings: Settings) -> Finding | None:
    severity = _severity(finding, settings)
    if severity is Severity.OFF:
        return None
    tree = reading.tree
    if finding.span or tree is None:
        return finding.placed(None, severity)
    path = tree.exact(finding.path)
    return finding.placed(tree.span(path, finding.at), severity, path)


def _severity(finding: Finding, settings: Settings) -> Severity:
    rule = RULES[finding.code]
    if rule.fixed:
        return rule.severity
    if finding.code in settings.enforced:
        return Severity.ERROR
    set_ = settings.severity.get(finding.code) or settings.severity.get(rule.name)
    return set_ or finding.opted or rule.severity
