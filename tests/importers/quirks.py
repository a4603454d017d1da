"""What matrices have been seen to do; each is shown by a sample, and stands in docs/importing.md."""

LAYOUTS = (
    "a step a row, a party a column",
    "a party a row, a step a column",
    "names under headings of roles",
    "full words as headings",
    "Responsible (R) as a heading",
    "role_responsible as a heading",
    "headings in other languages",
    "bullets under each step",
    "one file a role",
    "a party and its letter a row",
    "several tables with other columns in one document",
    "a ragged section row",
    "a section row in bold",
    "a section row of empty cells",
    "a phase merged down",
    "a person over a role in two heading rows",
    "columns of ids, notes, service levels and evidence",
    "a sheet that starts at C3 under a merged title",
    "a legend at the side",
    "several sheets",
    "a hidden sheet",
    "a saved wiki page",
)
CELLS = (
    "A/R", "R/A", "A / R", "R,A", "A, R", "RA", "AR", "CI", "**A**", "**R**, C", "R (veto)", "C (legal only)",
    "R/A(C)", "✓", "an empty cell", "-", "–", "—", "/", "N", "N/A", "А С І in Cyrillic", "spaces around letters",
    "2-14", "All", "the rest", "a slash in a party's name", "a slash between two parties", "full-width letters",
    "a formula", "a cell that cannot be read",
)  # fmt: skip
ROWS = (
    "a link in a title",
    "a code span in a title",
    "a number in a title",
    "<br> in a title",
    "the same title in two sections",
)
DECOYS = ("a table that is a legend", "parties named A, B, C", "prose that begins with I or C")
FILES = (
    "no separator row",
    "CRLF line ends",
    "a byte order mark",
    "Windows-1252",
    "UTF-16",
    "a .md that is a DOCX",
    "an empty file",
    "a zip bomb",
    "a formula guard ('=)",
    "an entity of a document's own",
)
LANGUAGES = ("English", "German", "French", "Spanish", "Portuguese", "Italian", "Russian")
SCHEMES = ("RASCI", "DACI", "RAPID", "CAIRO", "PACSI", "ARCI")
QUIRKS = (*LAYOUTS, *CELLS, *ROWS, *DECOYS, *FILES, *LANGUAGES, *SCHEMES)
