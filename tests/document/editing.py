"""The verbs of the tests of edits."""

from helpers import LIMITS

from raci_cli.document.edits import Change, edit
from raci_cli.document.nodes import Tree, compose
from raci_cli.document.source import decode


def tree_of(text: str) -> Tree:
    return compose(decode("raci.yaml", text.encode(), LIMITS), LIMITS)


def edited(text: str, *changes: Change) -> str:
    return edit(tree_of(text), changes, LIMITS).source.encode().decode()
