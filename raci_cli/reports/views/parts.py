"""Every view has project {name, summary, size, start, due, days_left, lead}, as_of, scheme {name, roles}, and source.

Dates are texts (YYYY-MM-DD) or null, days whole numbers. source: {file, content (a hash of the text), version}. A role:
{name, letter, meaning, colour, owns, works}; those of the scheme have min and max (null: any number) too. A party:
{id, name}. A work, which is a step or task: {id (`step.task`), number, title, task, phase, status, closed, ongoing,
start, due, done, late (days), because (why it is blocked), notes, roles: [a role with parties: [party]],
owners: [name], candidates: [name], tasks_open, tasks}.
"""

import datetime
import hashlib
from collections.abc import Sequence

from raci_cli import __version__
from raci_cli.checking.commands import command_line
from raci_cli.findings import Checked, Severity, path_text
from raci_cli.history.difference import changes
from raci_cli.model.project import Party, Project, Step, Task
from raci_cli.model.scheme import Role
from raci_cli.model.state import days_late, held_roles, is_closed, owners, step_late
from raci_cli.reports.views import Asked, View


def head(asked: Asked) -> View:
    """project, as_of, scheme, and where it comes from: file, content (hash of the text), version of the program."""
    project, as_of, checked, text = asked.project, asked.as_of, asked.checked, asked.text
    return {
        "project": {
            "name": project.name,
            "summary": project.summary,
            "size": project.size,
            "start": iso(project.start),
            "due": iso(project.due),
            "days_left": (project.due - as_of).days if project.due else None,
            "lead": named(project, project.lead),
        },
        "as_of": as_of.isoformat(),
        "scheme": {"name": project.scheme.name, "roles": [bounded(role) for role in project.scheme.roles]},
        "source": {
            "file": checked.file,
            "content": hashlib.sha256(text.encode()).hexdigest()[:12],
            "version": __version__,
        },
    }


def role_data(role: Role) -> View:
    shown = {"name": role.name, "letter": role.letter, "meaning": role.meaning, "colour": role.colour}
    return {**shown, "owns": role.owns, "works": role.works}


def bounded(role: Role) -> View:
    """A role with the number of parties that it needs and takes."""
    return {**role_data(role), "min": role.min, "max": role.max}


def iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def named(project: Project, id_: str | None) -> View | None:
    return None if id_ is None else {"id": id_, "name": project.name_of(id_)}


def party_data(party: Party, project: Project) -> View:
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "team": named(project, party.team),
        "title": party.title,
        "active": party.active,
    }


def work_data(project: Project, step: Step, work: Task, as_of: datetime.date) -> View:
    """A step or task: id (`step.task`), number, title, status, dates, late (days), because, roles with parties."""
    held = held_roles(project.scheme, step, work)
    task = work is not step
    return {
        "id": f"{step.id}.{work.id}" if task else step.id,
        "number": "" if task else str(step.number),
        "title": work.title,
        "task": task,
        "phase": work.phase or step.phase,
        "status": work.status,
        "closed": is_closed(project, work) or (task and step.closed),
        "ongoing": work.ongoing,
        "start": iso(work.start),
        "due": iso(work.due),
        "done": iso(work.done),
        "late": (0 if step.closed else days_late(work, as_of)) if task else step_late(step, as_of),
        "because": work.blocked,
        "notes": work.notes,
        "roles": [holders_data(project, role, held.get(role.name, ())) for role in project.scheme.roles],
        "owners": [project.name_of(party) for party in owners(project, held)],
        "candidates": [project.name_of(party) for party in work.candidates],
        "tasks_open": 0 if task else sum(not inner.closed for inner in step.tasks),
        "tasks": 0 if task else len(step.tasks),
    }


def holders_data(project: Project, role: Role, parties: Sequence[str]) -> View:
    return {**role_data(role), "parties": [named(project, party) for party in parties]}


def findings(checked: Checked) -> list[View]:
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "help": finding.help,
            "command": command_line(finding, checked.file),
            "line": finding.span.line if finding.span else 1,
        }
        for finding in checked.findings
        if finding.severity is not Severity.OFF
    ]


def changed(asked: Asked) -> View | None:
    """What has changed since the earlier state that was asked for."""
    if asked.earlier is None:
        return None
    found = [
        {
            "path": path_text(one.path),
            "about": one.about,
            "what": one.what,
            "old": one.old,
            "new": one.new,
            "text": one.text,
        }
        for one in changes(asked.earlier, asked.project)
    ]
    return {"since": asked.since, "changes": found}
