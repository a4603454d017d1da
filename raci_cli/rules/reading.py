"""What the reader finds; here the rules have their names and their manual."""

from collections.abc import Iterable

from raci_cli.findings import Finding, Severity
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import Settings, rule


@rule("RACI001", "syntax", Severity.ERROR)
def syntax(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """The file is not YAML, or not UTF-8 text.

    Why: what cannot be read cannot be checked, and a gate that cannot check must not pass.

    Fix: mend the place that is named; often it is an indent, a missing colon, or a colon inside a text without quotes.

    Failing:
        steps:
          build: {title: Build it, accountable: dana

    Passing:
        steps:
          build: {title: Build it, accountable: dana}
    """
    return ()


@rule("RACI002", "duplicate-key", Severity.ERROR)
def duplicate_key(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """The same key stands twice in one mapping.

    Why: YAML readers keep one of the two and say nothing, so half of what was written is lost.

    Fix: keep one of them; the finding names the line of the first.

    Failing:
        steps:
          build:
            title: Build it
            accountable: dana
            accountable: lee

    Passing:
        steps:
          build:
            title: Build it
            accountable: dana
    """
    return ()


@rule("RACI003", "unknown-key", Severity.ERROR)
def unknown_key(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A key that this format does not have.

    Why: a misspelt `acountable` would otherwise read as a step without an owner, or as nothing at all.

    Fix: take the key that is suggested, or put free text under `notes`.

    Failing:
        steps:
          build: {title: Build it, accountable: dana, remark: By the end of May}

    Passing:
        steps:
          build: {title: Build it, accountable: dana, notes: By the end of May}
    """
    return ()


@rule("RACI004", "invalid-value", Severity.ERROR)
def invalid_value(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A value of the wrong type, an unknown word, a date that does not exist, an id that is none.

    Why: reports and checks rely on what the values mean.

    Fix: the finding says what is allowed at this place.

    Failing:
        steps:
          build: {title: Build it, accountable: dana, due: end of May}

    Passing:
        steps:
          build: {title: Build it, accountable: dana, due: 2027-05-31}
    """
    return ()


@rule("RACI005", "unsupported-version", Severity.ERROR)
def unsupported_version(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """`raci:` is missing, or names a format that this program does not know.

    Why: the version says how the rest is meant; it also tells a project file from any other YAML.

    Fix: write `raci: 1` at the top, or update the program.

    Failing:
        raci: 2
        steps:
          build: {title: Build it, accountable: dana}

    Passing:
        raci: 1
        steps:
          build: {title: Build it, accountable: dana}
    """
    return ()


@rule("RACI006", "unsupported-yaml", Severity.ERROR)
def unsupported_yaml(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """YAML that the format does not take: tags, anchors, aliases, merge keys, several documents, more than the limits.

    Why: they make a file mean more than it shows, differ between YAML readers, and can make a reader run for minutes.

    Fix: write the values out. RACI_MAX_BYTES and RACI_MAX_NODES raise two of the limits for those who mean it.

    Failing:
        steps:
          build: {title: Build it, accountable: &owner dana}
          launch: {title: Launch it, accountable: *owner}

    Passing:
        steps:
          build: {title: Build it, accountable: dana}
          launch: {title: Launch it, accountable: dana}
    """
    return ()


@rule("RACI301", "no-steps", Severity.ERROR)
def no_steps(_facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """The project has no steps.

    Why: with nothing to check, nothing is in order: an empty list must not pass a gate.

    Fix: add the steps, or start from a lifecycle with `raci init`.

    Failing:
        steps: {}

    Passing:
        steps:
          build: {title: Build it, accountable: dana}
    """
    return ()
