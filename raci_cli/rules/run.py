"""Every rule over one reading: severities, places, order."""

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
from raci_cli.model.reader import Reading
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import RULES, Settings


def find(reading: Reading, settings: Settings) -> list[Finding]:
    """All findings about a file that are not off, placed and in order."""
    found = list(reading.findings)
    if reading.project is not None:
        facts = Facts(reading.project)
        found += [finding for rule in RULES.values() for finding in rule.check(facts, settings)]
    return in_order(placed for finding in found if (placed := _placed(finding, reading, settings)))


def _placed(finding: Finding, reading: Reading, settings: Settings) -> Finding | None:
    severity = RULES[finding.code].weight(settings, finding.opted)
    if severity is Severity.OFF:
        return None
    tree = reading.tree
    if finding.span or tree is None:
        return finding.placed(None, severity)
    path = tree.exact(finding.path)
    return finding.placed(tree.span(path, finding.at), severity, path)
