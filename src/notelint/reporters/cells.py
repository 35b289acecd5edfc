"""Rows of a table for a spreadsheet: RFC 4180, and no cell that a spreadsheet takes for a formula.

A byte order mark stands before the first row, since Excel takes a file without one for text in an old encoding.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from notelint.reporters.style import Style

MARK = "\ufeff"
_FORMULAS = tuple("=+-@＝＋－＠")  # what opens a formula in Excel, LibreOffice or Google Sheets
_STYLE = Style()


def row(values: Iterable[object]) -> str:
    """One row with its line end; each value on one line, without control characters."""
    line = io.StringIO()
    csv.writer(line).writerow([_cell(value) for value in values])
    return line.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    text = _STYLE.show(str(value))
    return f"'{text}" if text.startswith(_FORMULAS) else text
