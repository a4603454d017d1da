"""Projects in the shipped schemes."""

from collections.abc import Mapping

from raci_cli.model.scheme import Scheme
from raci_cli.model.schemes import SCHEMES

PEOPLE = ("ann", "bob", "cy", "dot", "eve", "gil", "fay")
# The words of all schemes, of which a project should hear only its own.
WORDS = frozenset(role.name for scheme in SCHEMES.values() for role in scheme.roles)


def full(scheme: Scheme) -> dict[str, str]:
    """A person for each role."""
    return dict(zip(scheme.names, PEOPLE, strict=False))


def text_in(scheme: str, *steps: Mapping[str, str], more: str = "") -> str:
    """A project with a step for each mapping of role to parties, as YAML has them; `more` ends the head of the file."""
    people = ", ".join(f"{id_}: {id_.title()}" for id_ in PEOPLE)
    lines = [f"raci: 1\nproject: {{name: Demo}}\nscheme: {scheme}\npeople: {{{people}}}\n{more}steps:\n"]
    for number, held in enumerate(steps, 1):
        roles = "".join(f", {name}: {who}" for name, who in held.items())
        lines.append(f"  s{number}: {{title: Step {number}{roles}}}\n")
    return "".join(lines)
