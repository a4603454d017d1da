"""A matrix as a workbook to work in: drop-downs, a column that checks while one types, and ids for the way back.

Texts from the file are written as strings only; formulas are made of our own words, places and defined names.
"""

import datetime
import io
import zipfile

from raci_cli.errors import RaciError
from raci_cli.reports.views import View
from raci_cli.text import visible

# The years before have no four digits in the file's own properties.
_FIRST_MOMENT = datetime.datetime(1900, 1, 1)  # noqa: DTZ001 - written as UTC
# The first moment that the entries of a zip file can have.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write(_name: str, _format: str, view: View) -> bytes:
    """The workbook of a matrix: the sheets Matrix, How to read, and the hidden _raci.

    RaciError where XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as missing:
        raise RaciError("xlsx needs XlsxWriter, which is not installed", "pip install 'raci-cli[xlsx]'") from missing
    from raci_cli.reports.workbook import guide, ids, matrix
    from raci_cli.reports.workbook.looks import Looks
    from raci_cli.reports.workbook.plan import Plan
    from raci_cli.reports.workbook.sheet import Sheet

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    plan, looks = Plan(view), Looks(book)
    sheets = [book.add_worksheet(name, worksheet_class=Sheet) for name in ("Matrix", "How to read", "_raci")]
    for part, sheet in zip((matrix, guide, ids), sheets, strict=True):
        part.write(book, sheet, plan, looks)
    as_of = max(datetime.datetime.fromisoformat(view["as_of"]), _FIRST_MOMENT)
    title = f"{view['project']['name'] or 'No name'}: who does what"
    book.set_properties({"title": visible(title)[:255], "created": as_of})
    book.close()
    return _same_everywhere(made.getvalue())


def _same_everywhere(made: bytes) -> bytes:
    """The same bytes on every system and with every compressor: entries name neither, and are stored as they are."""
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(stored, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = _UNIX
            after.writestr(entry, before.read(name))
    return stored.getvalue()
