"""The shipped role schemes. Only a project that names one, or a command that lists them, imports this module."""

from raci_cli.model.scheme import RACI, Role, Scheme

_WIKIPEDIA = "https://en.wikipedia.org/wiki/Responsibility_assignment_matrix"
_RESPONSIBLE, _ACCOUNTABLE, _CONSULTED, _INFORMED = (role._replace(excludes=()) for role in RACI.roles)


def _scheme(name: str, summary: str, source: str, roles: tuple[Role, ...], *apart: str) -> Scheme:
    """A scheme; `apart` are groups of roles, by their letters, of which a party holds at most one."""
    letters = {role.letter: role.name for role in roles}
    excludes: dict[str, list[str]] = {}
    for group in apart:
        for letter in group:
            excludes.setdefault(letter, []).extend(letters[other] for other in group if other != letter)
    kept = {letter: tuple(name for name in letters.values() if name in others) for letter, others in excludes.items()}
    return Scheme(name, tuple(role._replace(excludes=kept.get(role.letter, ())) for role in roles), source, summary)


def _reordered(scheme: Scheme, letters: str, **changed: str) -> Scheme:
    """The same roles in the order of these letters, which are its name."""
    by_letter = {role.letter: role for role in scheme.roles}
    return scheme._replace(name=letters.lower(), roles=tuple(by_letter[letter] for letter in letters), **changed)


_RASCI = _scheme(
    "rasci",
    "RACI, where others lend a hand to those who do the work",
    "Responsibility assignment matrix: RASCI; https://en.wikipedia.org/wiki/RASIC",
    (
        _RESPONSIBLE,
        _ACCOUNTABLE,
        Role("support", "S", colour="support", meaning="helps those who do the work"),
        _CONSULTED,
        _INFORMED,
    ),
    "RSCI",
)
_CAIRO = _scheme(
    "cairo",
    "RACI, where it is said who stays out of it",
    f"Responsibility assignment matrix: CAIRO; {_WIKIPEDIA}",
    (
        _CONSULTED,
        _ACCOUNTABLE,
        _INFORMED,
        _RESPONSIBLE,
        Role("omitted", "O", colour="out", meaning="is left out on purpose"),
    ),
    "CIRO",
    "AO",
)
_ALL = (
    RACI,
    _reordered(
        RACI,
        "ARCI",
        summary="RACI, with who answers for it in front",
        source=f"Responsibility assignment matrix: RACI, also called ARCI; {_WIKIPEDIA}",
    ),
    _RASCI,
    _reordered(_RASCI, "RASIC"),
    _scheme(
        "raci-vs",
        "RACI, where results are verified and signed off",
        "Successful Delivery (Department of Finance and Personnel, Northern Ireland): RACI-VS; "
        "http://www.dfpni.gov.uk/index/procurement-2/successful-delivery/content_-_successful_delivery-raci.htm",
        (
            _RESPONSIBLE,
            _ACCOUNTABLE,
            _CONSULTED,
            _INFORMED,
            Role("verifier", "V", colour="verify", meaning="checks the result against its criteria"),
            Role("signatory", "S", max=1, colour="sign", meaning="approves the check, and lets the result go"),
        ),
        "RCIV",
        "VS",
        "RS",
    ),
    _scheme(
        "raciq",
        "RACI, where somebody reviews the quality",
        "Responsibility assignment matrix: RACIQ; https://alchetron.com/Responsibility-assignment-matrix",
        (
            _RESPONSIBLE,
            _ACCOUNTABLE,
            _CONSULTED,
            _INFORMED,
            Role("quality-reviewer", "Q", colour="verify", meaning="checks that the result is good enough"),
        ),
        "RCIQ",
    ),
    _CAIRO,
    _reordered(_CAIRO, "RACIO"),
    _scheme(
        "pacsi",
        "results that others may veto",
        f"Responsibility assignment matrix: PACSI; {_WIKIPEDIA}",
        (
            Role("performer", "P", works=True, colour="work", meaning="does the work"),
            _ACCOUNTABLE,
            Role("controller", "C", colour="verify", meaning="reviews the result, and may veto it"),
            Role("suggester", "S", colour="ask", meaning="gives advice, which does not bind"),
            _INFORMED,
        ),
        "PCSI",
    ),
    _scheme(
        "paris",
        "work that must be reviewed and signed off",
        "PMBOK Guide, 2000 edition (PMI, 2000), page 111: responsibility assignment matrix",
        (
            Role("participant", "P", works=True, colour="work", meaning="takes part in the work"),
            _ACCOUNTABLE,
            Role("reviewer", "R", colour="verify", meaning="must review it"),
            Role("input-provider", "I", colour="ask", meaning="must give input"),
            Role("signatory", "S", colour="sign", meaning="must sign it off"),
        ),
        "PRI",
        "PS",
    ),
    _scheme(
        "daci",
        "decisions that one person approves and one drives",
        "Atlassian Team Playbook: DACI; https://www.atlassian.com/team-playbook/plays/daci",
        (
            Role("driver", "D", min=1, max=1, works=True, colour="work", meaning="drives it to a decision"),
            Role("approver", "A", min=1, max=1, owns=True, person_only=True, colour="own", meaning="decides"),
            Role("contributor", "C", colour="ask", meaning="knows something about it, and is asked"),
            Role("informed", "I", colour="tell", meaning="is told what was decided"),
        ),
        "DCI",
    ),
    _scheme(
        "rapid",
        "large decisions, from the proposal to who carries them out",
        "Paul Rogers and Marcia Blenko: Who Has the D?, Harvard Business Review, January 2006",
        (
            Role("recommender", "R", min=1, max=1, works=True, colour="work", meaning="proposes what to do"),
            Role("agreer", "A", colour="sign", meaning="must agree to the proposal"),
            Role("performer", "P", works=True, colour="support", meaning="carries the decision out"),
            Role("input-provider", "I", colour="ask", meaning="knows facts, and is asked"),
            Role("decider", "D", min=1, max=1, owns=True, person_only=True, colour="own", meaning="decides"),
        ),
        "RAI",
        "AD",
    ),
    _scheme(
        "mocha",
        "work that one owner leads, with a manager behind",
        "The Management Center: Clarifying Responsibilities with MOCHA; "
        "https://managementcenter.org/resources/frequently-asked-questions-about-mocha",
        (
            Role("manager", "M", max=1, meaning="supports the owner, and holds them to it"),
            Role("owner", "O", min=1, max=1, owns=True, colour="own", meaning="answers for it"),
            Role("consulted", "C", colour="ask", meaning="is asked first"),
            Role("helper", "H", works=True, colour="work", meaning="does part of the work"),
            Role("approver", "A", colour="sign", meaning="signs the result off"),
        ),
        "MO",
        "MCH",
    ),
    _scheme(
        "dri",
        "one person who decides and answers, after listening to others",
        "GitLab Handbook: Directly Responsible Individuals; "
        "https://handbook.gitlab.com/handbook/people-group/directly-responsible-individuals/",
        (
            Role("directly-responsible", "D", min=1, max=1, owns=True, person_only=True, colour="own",
                 meaning="decides, and answers for it alone"),
            Role("consulted", "C", colour="ask", meaning="gives input, which does not bind"),
            Role("informed", "I", colour="tell", meaning="is told what was decided"),
        ),
        "CI",
    ),
)  # fmt: skip

SCHEMES: dict[str, Scheme] = {scheme.name: scheme for scheme in _ALL}
# The same roles under another name, in the order of its letters.
ALIASES = {"rasic": "rasci", "racio": "cairo"}
