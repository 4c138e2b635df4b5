"""Reads a workbook from standard input with openpyxl and prints it as JSON: every sheet, every cell with its kind."""
import io
import json
import sys
from datetime import datetime

from openpyxl import load_workbook


def cell(one):
    value = one.value
    if isinstance(value, datetime):
        # Excel keeps days; openpyxl rounds them to the millisecond or so.
        return {"at": value.isoformat(sep=" ", timespec="milliseconds"), "format": one.number_format}
    if one.data_type == "f":
        return {"formula": value}
    return value


book = load_workbook(io.BytesIO(sys.stdin.buffer.read()))
json.dump(
    [
        {
            "name": sheet.title,
            "frozen": sheet.freeze_panes,
            "boldHead": all(one.font.b for one in sheet[1]),
            "widths": [sheet.column_dimensions[one.column_letter].width for one in sheet[1]],
            "rows": [[cell(one) for one in row] for row in sheet.iter_rows()],
        }
        for sheet in book.worksheets
    ],
    sys.stdout,
)
