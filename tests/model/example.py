"""The example of the format, which uses every key of it."""

EXAMPLE = """\
raci: 1                        # format version, required

project:
  name: CRM replacement        # required
  summary: Replace the home-grown CRM before the contract ends.
  size: large                  # small | large; large asks for sponsors
  start: 2026-12-01
  due: 2027-03-31              # the launch that everybody works toward
  lead: maya                   # project manager
  budget: marketing            # whose money; a hint where a choice is contested
  verdict: {set: green, because: The date moved with the customer's consent.}   # overrides the computed one

scheme: raci                   # or an inline scheme

teams:
  marketing: Marketing         # short form: id: display name
  it: {name: IT, lead: lee}

people:                        # short form as for teams
  dana: {name: Dana Ortiz, team: marketing, title: CMO, email: dana@example.com}
  lee:  {name: Lee Wong, team: it, title: CIO, deputy: priya}
  priya: {name: Priya Raman, team: it}
  maya: {name: Maya Lindqvist, team: marketing, active: false}   # left: may not be A or R
  scout: {name: Scout, team: it, kind: agent}                    # software agent: may be R, never A
  vendor-desk: {name: Acme support, kind: external}              # outside the organisation: may be R, C, I

sponsors: [dana, lee]

goals:                         # shared figures that both sides commit to; service levels too
  sign-in: {measure: failed sign-ins, target: below 0.5 %, owners: [dana, lee], due: 2027-06-30, actual: 0.4 %,
    met: true}

glossary:
  lead: A person who asked to be contacted; not a visit.

steps:
  problem:
    title: Define the problem
    accountable: dana          # a person or team id, or a list of them
    responsible: [marketing]
    consulted: [it]
    informed: []
    status: done               # not-started (default) | in-progress | blocked | done | skipped
    start: 2026-12-01
    due: 2026-12-05
    done: 2026-12-04
    notes: One page, agreed with the CFO.
  vendor:
    title: Choose a vendor
    candidates: [marketing, it]   # undecided: who may become accountable
    hint: Who owns the budget?
    joint: [marketing, it]        # both must have a say: A, R or C
    agreed: {dana: 2026-12-18}    # who signed it off, when; a done joint step wants one from each side
    goals: [sign-in]              # what it serves
    independent: true             # who approves may not do the work
    phase: Choose                 # a heading in matrices and reports
    needs: [problem]              # step ids that must be done first
    guidance: |
      Both sides are on equal footing. The choice must solve the business need and meet IT's standards.
  testing:
    title: Testing
    accountable: it
    status: blocked
    blocked: waiting for the test licence since 2 March     # why; goes with status: blocked
    tasks:                        # one level; a task has a step's keys, and inherits the roles it does not set
      system-test: {title: System test, status: done}
      acceptance: {title: Acceptance, accountable: marketing, consulted: [it]}
  maintenance:
    title: Ongoing maintenance
    accountable: it
    ongoing: true                 # never done; not counted in progress
    until: testing                # or: lasts until that step is done

check:                            # how this project is checked
  severity: {RACI305: error, RACI113: off}
  limits: {many-responsible: 3}
  strict: true                    # an owner does not count as doing the work
"""

OWN_SCHEME = """\
raci: 1
project: {name: Own}
scheme:
  name: our-way
  roles:
    driver:   {letter: D, min: 1, max: 1, works: true, excludes: [helper]}
    approver: {letter: A, min: 1, max: 1, owns: true, person-only: true, colour: own}
    helper:   {letter: H, excludes: driver}
steps:
  one:
    title: One
    driver: dana
    approver: [lee]
    tasks:
      first: {title: First, helper: [dana, lee]}
"""
