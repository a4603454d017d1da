"""Role schemes as data: which roles a step has, and what each of them means. The shipped ones are in `schemes`."""

from typing import NamedTuple

_SHORT = {"responsible": "-R", "accountable": "-A", "consulted": "-C", "informed": "-I"}


class Role(NamedTuple):
    """One role of a scheme.

    `name` is its key in a step, `letter` stands for it in a matrix; `min` and `max` bound its parties (None: any
    number); whoever `owns` answers for the step, whoever `works` does it; a party holds at most one of a role and those
    that it `excludes`; `person_only` refuses teams and agents. `colour` is its look in reports, and says what its
    parties are there for: own, work, support (they help), ask, verify, sign, tell, out (they are left out on purpose)
    or plain.
    """

    name: str
    letter: str
    min: int = 0
    max: int | None = None
    owns: bool = False
    works: bool = False
    excludes: tuple[str, ...] = ()
    person_only: bool = False
    colour: str = "plain"
    meaning: str = ""


class Scheme(NamedTuple):
    """The roles of a project, in the order of their letters; what it is for, and where it is defined."""

    name: str
    roles: tuple[Role, ...]
    source: str = ""
    summary: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the roles."""
        return tuple([role.name for role in self.roles])

    def role(self, name: str) -> Role | None:
        """The role of that name."""
        return next((role for role in self.roles if role.name == name), None)

    @property
    def owners(self) -> tuple[Role, ...]:
        """The roles that answer for a step."""
        return tuple(role for role in self.roles if role.owns)

    @property
    def workers(self) -> tuple[Role, ...]:
        """The roles that do the work."""
        return tuple(role for role in self.roles if role.works)


RACI = Scheme(
    "raci",
    (
        Role(
            "responsible", "R", works=True, excludes=("consulted", "informed"), colour="work", meaning="does the work"
        ),
        Role("accountable", "A", min=1, max=1, owns=True, colour="own", meaning="answers for it"),
        Role("consulted", "C", excludes=("responsible", "informed"), colour="ask", meaning="is asked first"),
        Role("informed", "I", excludes=("responsible", "consulted"), colour="tell", meaning="is told after"),
    ),
    "PMBOK Guide, 6th edition (PMI, 2017), 9.1.2.2: RACI chart",
    "who does what, and who answers for it",
)


def option(role: Role, who: str) -> tuple[str, ...]:
    """The words of `raci assign` and `raci unassign` that name a party for a role."""
    return (_SHORT[role.name], who) if role.name in _SHORT else ("--role", f"{role.name}={who}")
