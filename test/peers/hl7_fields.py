"""Fields of HL7 v2 messages as python3-hl7 reads them: a JSON list of [message, ...] in, a list of fields out."""

import json
import sys

import hl7

# Segment, field, component: what the console reads one text from.
WANTED = [
    ("PID", 3, 1), ("PID", 5, 1), ("PID", 5, 2), ("PID", 7, 1), ("PV1", 19, 1), ("PV1", 3, 1), ("PV1", 3, 3),
    ("DG1", 3, 2), ("ORC", 2, 1), ("OBR", 4, 2),
]


def text(message, segment, field, component):
    try:
        # It takes the escapes out as well.
        return message.extract_field(segment, 1, field, 1, component, 1)
    except LookupError:
        return ""


def fields(raw):
    message = hl7.parse(raw)
    return {f"{s}-{f}.{c}": text(message, s, f, c) for s, f, c in WANTED}


json.dump([fields(raw) for raw in json.load(sys.stdin)], sys.stdout)
