"""Settings of a check, from where they may be given."""

import datetime

from raci_cli.findings import Severity
from raci_cli.model.project import Project
from raci_cli.rules.registry import Settings


def settings_for(project: Project | None, as_of: datetime.date) -> Settings:
    """The settings that a project file asks for."""
    if project is None:
        return Settings(as_of)
    severity = {rule: Severity(word) for rule, word in project.check.severity.items()}
    return Settings(as_of, severity, project.check.strict, project.check.limits)
