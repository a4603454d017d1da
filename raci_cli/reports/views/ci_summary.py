"""What a pipeline shows of a project: never more than a summary page takes."""

from typing import Any

from raci_cli.findings import Severity, tally
from raci_cli.model.state import is_closed
from raci_cli.reports.verdict import verdict
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import findings, head, work_data
from raci_cli.reports.views.status import progress
from raci_cli.text import short

# A page takes 1 MiB, and an escape may make twelve bytes of a character: so long may a text be, and so many may stand
# in a list, that 900 KiB are never reached. `because` and messages are the long ones.
LONGEST, LONG, MOST, NAMES = 120, 300, 100, 3
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def view(asked: Asked) -> View:
    """What a pipeline shows: the verdict, errors first, then the open steps, cut where a summary page would overflow.

    verdict; progress; counts: {error, warning, info}; findings: at most 100 as in the status view, errors first;
    findings_more: how many are left out; open: at most 100 [{number, id, title, status, ongoing, due, late, because,
    owners: at most three names, owners_more}]; open_more. Texts end after 300 characters, names after 120, with …;
    scheme.roles are those that own, at most three.
    """
    project, as_of = asked.project, asked.as_of
    ranked = sorted(findings(asked.checked), key=lambda one: [level.value for level in _ORDER].index(one["severity"]))
    open_steps = [step for step in project.steps if not is_closed(project, step)]
    shown = head(asked)
    roles = [role for role in shown["scheme"]["roles"] if role["owns"]]
    whole = {
        **shown,
        "scheme": {**shown["scheme"], "roles": roles[:NAMES]},
        "verdict": verdict(project, as_of),
        "progress": progress(project, as_of),
        "counts": {severity.value: number for severity, number in tally(asked.checked.findings).items()},
        "findings": ranked[:MOST],
        "findings_more": max(0, len(ranked) - MOST),
        "open": [_row(work_data(project, step, step, as_of)) for step in open_steps[:MOST]],
        "open_more": max(0, len(open_steps) - MOST),
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


_LONG_KEYS = frozenset(("message", "help", "command", "summary", "why", "computed_why", "because"))
