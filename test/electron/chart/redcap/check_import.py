"""Reads a data dictionary (first argument) and a file to be imported (standard input) as REDCap's help describes them,
and prints the row with everything that does not fit. Knows nothing of the program that wrote them."""
import csv
import io
import json
import re
import sys

COLUMNS = (
    "Variable / Field Name|Form Name|Section Header|Field Type|Field Label|Choices, Calculations, OR Slider Labels|"
    "Field Note|Text Validation Type OR Show Slider Number|Text Validation Min|Text Validation Max|Identifier?|"
    "Branching Logic (Show field only if...)|Required Field?|Custom Alignment|Question Number (surveys only)|"
    "Matrix Group Name|Matrix Ranking?|Field Annotation"
).split("|")
NAME = re.compile(r"[a-z](?:_?[a-z0-9])*")
VALIDATIONS = {
    "": re.compile(r".*", re.S),
    "number": re.compile(r"-?\d+(\.\d+)?"),
    "integer": re.compile(r"-?\d+"),
    "date_ymd": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
}


def table(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        head, *lines = table(file.read())
    wrong = []
    if head != COLUMNS:
        wrong.append("the columns of the dictionary")
    fields = {}
    for cells in lines:
        if len(cells) != len(COLUMNS):
            wrong.append(f"{cells[0]}: {len(cells)} cells")
        one = dict(zip(COLUMNS, cells))
        name = one["Variable / Field Name"]
        if name in fields or not NAME.fullmatch(name) or len(name) > 26:
            wrong.append(f"{name}: a name that REDCap does not take, or twice")
        choices = one["Choices, Calculations, OR Slider Labels"]
        if (one["Field Type"] == "dropdown") != (choices != ""):
            wrong.append(f"{name}: choices")
        if one["Field Type"] not in ("text", "notes", "dropdown", "yesno"):
            wrong.append(f"{name}: type")
        if one["Identifier?"] not in ("", "y"):
            wrong.append(f"{name}: identifier")
        fields[name] = one
    names, *rows = table(sys.stdin.buffer.read().decode("utf-8"))
    if names != list(fields) or len(rows) != 1 or len(rows[0]) != len(names):
        wrong.append("the columns of the row")
    row = dict(zip(names, rows[0]))
    for name, value in row.items():
        one = fields[name]
        kind = one["Field Type"]
        if value == "":
            continue
        if not VALIDATIONS[one["Text Validation Type OR Show Slider Number"]].fullmatch(value):
            wrong.append(f"{name}: {value}")
        if one["Text Validation Min"] and float(value) < float(one["Text Validation Min"]):
            wrong.append(f"{name}: {value} is too little")
        codes = [part.split(", ", 1)[0] for part in one["Choices, Calculations, OR Slider Labels"].split(" | ")]
        if kind == "dropdown" and (value not in codes or not all(re.fullmatch(r"\w+", code) for code in codes)):
            wrong.append(f"{name}: {value} is no choice")
        if kind == "yesno" and value not in ("0", "1"):
            wrong.append(f"{name}: {value} is neither yes nor no")
        if kind == "text" and ("\n" in value or "\r" in value):
            wrong.append(f"{name}: more than one line")
    flagged = [name for name, one in fields.items() if one["Identifier?"] == "y"]
    json.dump({"wrong": wrong, "row": row, "flagged": flagged, "forms": sorted({one["Form Name"] for one in fields.values()})}, sys.stdout)


main()
