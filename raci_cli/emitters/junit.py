"""JUnit XML, which CI servers show as a list of tests: a suite a file, a failed test a finding."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from raci_cli.emitters.parts import place, said
from raci_cli.findings import Checked, Finding, path_text
from raci_cli.rules.registry import RULES
from raci_cli.text import Look, visible

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def emit(files: Sequence[Checked], _look: Look) -> str:
    """One document in ASCII, whatever the encoding of the output."""
    lines = [_HEAD, f"<testsuites{_totals('raci', files)}>", *(line for one in files for line in _suite(one))]
    text = "".join(f"{line}\n" for line in [*lines, "</testsuites>"])
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _suite(checked: Checked) -> Iterator[str]:
    yield f"  <testsuite{_totals(checked.file, [checked])}>"
    seen: Counter[str] = Counter()
    for finding in checked.findings:
        name = f"{finding.code} {RULES[finding.code].name} {path_text(finding.path)}".strip()
        seen[name] += 1  # of tests with one name, some servers show the first alone
        yield from _failure(finding, checked.file, f"{name} ({seen[name]})" if seen[name] > 1 else name)
    if not checked.findings:
        yield f"    <testcase{_attributes(name='raci check', classname=checked.file, time='0')}/>"
    yield "  </testsuite>"


def _failure(finding: Finding, file: str, name: str) -> Iterator[str]:
    span = place(finding)
    text = visible(f"{file}:{span.line}:{span.column}: {finding.code} {said(finding, file)}")
    failure = _attributes(type=finding.severity.value, message=finding.message)
    yield f"    <testcase{_attributes(name=name, classname=file, time='0')}>"
    yield f"      <failure{failure}>{escape(text, quote=False)}</failure>"
    yield "    </testcase>"


def _totals(name: str, files: Sequence[Checked]) -> str:
    failures = sum(len(checked.findings) for checked in files)
    tests = sum(len(checked.findings) or 1 for checked in files)
    return _attributes(name=name, tests=str(tests), failures=str(failures), errors="0", time="0")


def _attributes(**values: str) -> str:
    pairs = ((key, escape(visible(value), quote=False).replace('"', "&quot;")) for key, value in values.items())
    return "".join(f' {key}="{value}"' for key, value in pairs)
