"""What a pipeline shows of a project: never more than a summary page takes."""

from typing import Any

from raci_cli.findings import Severity, tally
from raci_cli.model.state import is_closed
from raci_cli.reports.verdict import verdict
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import findings, head, work_data
from raci_cli.reports.views.status import progress
from raci_cli.text import json_text, short

# A summary page takes 1 MiB for all that a job says. Texts and lists are cut so that 900 KiB are never reached, however
# they are escaped: JSON takes up to twelve bytes for a character, Markdown five for one of ASCII, else eleven.
LONGEST, LONG, NAMES = 120, 300, 3
MOST, MOST_JSON = (100, 50, 25, 12), 400 * 1024
_LONG_KEYS = frozenset(("message", "help", "command", "summary", "why", "computed_why", "because"))
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.OFF)


def view(asked: Asked) -> View:
    """What a pipeline shows: the verdict, errors first, then the open steps, cut where a summary page would overflow.

    verdict; progress; counts: {error, warning, info}; findings: at most 100 as in the status view, errors first;
    findings_more: how many are left out; open: at most 100 [{number, id, title, status, ongoing, due, late, because,
    owners: at most three names, owners_more}]; open_more. Reasons and messages end after 300 characters, other texts
    after 120, with …; where that is still too much, lists are shorter. scheme.roles: those that own, at most three.
    """
    found = _page(asked, MOST[0])
    for most in MOST[1:]:
        if len(json_text(found)) <= MOST_JSON:
            break
        found = _page(asked, most)
    return found


def _page(asked: Asked, most: int) -> View:
    project, as_of, checked = asked.project, asked.as_of, asked.checked
    active = [finding for finding in checked.findings if finding.severity is not Severity.OFF]
    ranked = sorted(active, key=lambda finding: _ORDER.index(finding.severity))
    open_steps = [step for step in project.steps if not is_closed(project, step)]
    shown = head(asked)
    roles = [role for role in shown["scheme"]["roles"] if role["owns"]]
    whole = {
        **shown,
        "scheme": {**shown["scheme"], "roles": roles[:NAMES]},
        "verdict": verdict(project, as_of),
        "progress": progress(project, as_of),
        "counts": {severity.value: number for severity, number in tally(active).items()},
        "findings": findings(checked._replace(findings=tuple(ranked[:most]))),
        "findings_more": max(0, len(ranked) - most),
        "open": [_row(work_data(project, step, step, as_of)) for step in open_steps[:most]],
        "open_more": max(0, len(open_steps) - most),
    }
    cut: View = _cut(whole)
    return cut


def _row(step: View) -> View:
    row = {key: step[key] for key in ("number", "id", "title", "status", "ongoing", "due", "late", "because")}
    names = step["owners"]
    return {**row, "owners": names[:NAMES], "owners_more": max(0, len(names) - NAMES)}


def _cut(data: Any, longest: int = LONGEST) -> Any:
    """The same with no text longer than a page can take."""
    if isinstance(data, str):
        return short(data, longest)
    if isinstance(data, dict):
        return {key: _cut(value, LONG if key in _LONG_KEYS else LONGEST) for key, value in data.items()}
    return [_cut(value) for value in data] if isinstance(data, list) else data
