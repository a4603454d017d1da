"""Who is accountable for each step: kept in git, checked in CI, shown in reports."""

__version__ = "0.1.0"
