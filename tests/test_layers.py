"""Each layer imports only those below it, and each library, the disk and the streams have their owners."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import raci_cli

PACKAGE = Path(raci_cli.__file__).parent
# From the bottom up; a module may import its own layer and those before it.
LAYERS = [
    {"errors"},
    {"text", "cells", "clock", "garbage", "guard", "latin", "resources", "findings"},
    {"document"},
    {"model"},
    {"rules"},
    {"checking"},
    {"changes", "history"},
    {"lifecycles", "newcomers"},
    {"emitters", "importers", "reports"},
    {"cli"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
APART = [{"rules", "reports"}, {"emitters", "reports"}, {"importers", "reports"}, {"importers", "emitters"}]
# What every layer may import beside those below it: the version.
VERSION = "raci_cli"
OWNERS = {
    "yaml": ("document",),
    "filelock": ("document.locks",),
    "jinja2": ("reports.render", "reports.jailed"),
    "markupsafe": ("reports.render",),
    "typer": ("cli",),
    "pathspec": ("checking.discovery",),
    "tomllib": ("checking.configfile",),
    "tomli": ("checking.configfile",),
    "xlsxwriter": ("reports.workbook",),
    "icalendar": ("reports.calendar",),
    "rich.cells": ("cells",),
    "python_calamine": ("importers.workbook",),
    "markdown_it": ("importers.markdown", "importers.inline", "importers.pipes"),
}
# What importers.archive opens are the files in a zip that is in memory.
DISK_OWNERS = (
    "importers.archive",
    "document.store",
    "resources",
    "checking.discovery",
    "reports.render",
    "reports.printing",
    "cli",
)
STREAM_OWNERS = ("cli",)
DISK_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "unlink", "mkdir", "rename", "touch", "rmdir",
    "symlink_to", "hardlink_to",
}  # fmt: skip


def is_in(module: str, owners: tuple[str, ...]) -> bool:
    return any(module == owner or module.startswith(f"{owner}.") for owner in owners)


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The modules that a module imports anywhere in it, each with a name taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from ((node.module or "", alias.name) for alias in node.names)


def layer_breaks(module: str, tree: ast.AST) -> Iterator[str]:
    layer = module.partition(".")[0]
    for source, name in imported(tree):
        if source.partition(".")[0] != "raci_cli" or (source == VERSION and name.startswith("__")):
            continue
        other = f"{source}.{name}".split(".")[1]
        apart = any({layer, other} == pair for pair in APART)
        if apart or LEVEL.get(other, len(LAYERS)) > LEVEL[layer]:
            yield f"{module} imports {other}"


def library_breaks(module: str, tree: ast.AST) -> Iterator[str]:
    for source, name in imported(tree):
        full = f"{source}.{name}" if source == "rich" else source
        known = next((library for library in OWNERS if full == library or full.startswith(f"{library}.")), None)
        if known and not is_in(module, OWNERS[known]):
            yield f"{module} imports {known}"
        if known is None and full.partition(".")[0] == "rich":
            yield f"{module} imports {full}"


def call_breaks(module: str, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        method = called.rpartition(".")[2]
        if called in ("print", "sys.exit", "exit", "quit", "input") and not is_in(module, STREAM_OWNERS):
            yield f"{module} calls {called}"
        on_disk = called in ("open", "os.open", "io.open", "os.replace", "os.rename") or (
            isinstance(node.func, ast.Attribute) and method in DISK_METHODS
        )
        if on_disk and not is_in(module, DISK_OWNERS):
            yield f"{module} calls {called}"


def breaks(module: str, source: str) -> list[str]:
    """Every rule of the layers that a module breaks."""
    tree = ast.parse(source)
    return [*layer_breaks(module, tree), *library_breaks(module, tree), *call_breaks(module, tree)]


def modules() -> dict[str, str]:
    """The source of every module by its name below the package; the package itself and `__main__` are above all."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name not in ("", "__main__"):
            found[name] = path.read_text(encoding="utf-8")
    return found


def test_every_module_keeps_to_its_layer() -> None:
    found = modules()
    assert len(found) > 40
    assert [broken for name, source in found.items() for broken in breaks(name, source)] == []


def test_every_layer_is_known_and_has_a_module() -> None:
    assert {name.partition(".")[0] for name in modules()} == set(LEVEL)


def test_owners_are_modules_that_use_what_they_own() -> None:
    found = modules()
    for library, owners in OWNERS.items():
        for owner in owners:
            sources = [source for name, source in found.items() if is_in(name, (owner,))]
            names = {name for source in sources for name, _ in imported(ast.parse(source))}
            assert any(name == library or name.startswith(f"{library}.") for name in names), (library, owner)


def test_the_package_itself_imports_nothing() -> None:
    assert list(imported(ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "module, source, broken",
    [
        ("errors", "from raci_cli.text import visible", "errors imports text"),
        ("document.nodes", "from raci_cli.model.reader import read", "document.nodes imports model"),
        ("document.nodes", "import raci_cli.model.reader", "document.nodes imports model"),
        ("model.reader", "from raci_cli import rules", "model.reader imports rules"),
        ("model.reader", "def f():\n    from raci_cli.cli import main", "model.reader imports cli"),
        ("rules.flow", "from raci_cli.reports import words", "rules.flow imports reports"),
        ("reports.views", "from raci_cli.rules.registry import RULES", "reports.views imports rules"),
        ("reports.views", "from raci_cli.emitters import emitter", "reports.views imports emitters"),
        ("changes.add", "from raci_cli.unheard_of import x", "changes.add imports unheard_of"),
        ("rules.flow", "import yaml", "rules.flow imports yaml"),
        ("document.store", "from filelock import FileLock", "document.store imports filelock"),
        ("model.reader", "from yaml._yaml import CParser", "model.reader imports yaml"),
        ("reports.views", "from jinja2 import Environment", "reports.views imports jinja2"),
        ("reports.page", "from markupsafe import Markup", "reports.page imports markupsafe"),
        ("reports.calendar", "import xlsxwriter.utility", "reports.calendar imports xlsxwriter"),
        ("reports.sheets", "from icalendar import Event", "reports.sheets imports icalendar"),
        ("lifecycles", "import typer", "lifecycles imports typer"),
        ("checking.config", "import pathspec", "checking.config imports pathspec"),
        ("rules.wording", "from rich.cells import cell_len", "rules.wording imports rich.cells"),
        ("emitters.full", "from rich.console import Console", "emitters.full imports rich.console"),
        ("cli.terminal", "from rich import console", "cli.terminal imports rich.console"),
        ("rules.flow", "print('x')", "rules.flow calls print"),
        ("document.store", "sys.exit(1)", "document.store calls sys.exit"),
        ("rules.flow", "open('x')", "rules.flow calls open"),
        ("lifecycles", "Path('x').read_text()", "lifecycles calls Path('x').read_text"),
        ("reports.layout", "(folder / 'x').write_bytes(b'')", "reports.layout calls (folder / 'x').write_bytes"),
        ("model.reader", "os.open('x', 0)", "model.reader calls os.open"),
    ],
)
def test_a_break_is_detected(module: str, source: str, broken: str) -> None:
    assert breaks(module, source) == [broken]


@pytest.mark.parametrize(
    "module, source",
    [
        ("reports.views", "from raci_cli import __version__"),
        ("emitters.full", "from raci_cli.checking.discovery import is_default\nfrom raci_cli.cells import cell_len"),
        ("emitters.json", "from raci_cli.rules.registry import RULES"),
        ("cli.check", "import typer\nfrom raci_cli.reports.render import render\nprint(open('x'))"),
        ("rules.flow", "from raci_cli.rules.registry import rule\nimport datetime"),
        ("document.store", "os.open('x', 0)"),
    ],
)
def test_what_is_allowed_is_no_break(module: str, source: str) -> None:
    assert breaks(module, source) == []
