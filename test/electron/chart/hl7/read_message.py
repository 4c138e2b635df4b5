"""A message as python3-hl7 reads it: bytes in, its character set as an argument, all its segments out as JSON.

A segment is a list of fields, a field a list of repetitions, a repetition a list of components, a component a list of
subcomponents, with their escapes taken out. With --ack CODE: the acknowledgement that it makes of the message.
"""

import json
import sys

import hl7

encoding = sys.argv[1]
message = hl7.parse(sys.stdin.buffer.read().decode(encoding))


def nested(value, depth):
    if depth == 0:
        return message.unescape(str(value))
    inner = [value] if isinstance(value, str) else list(value)
    return [nested(one, depth - 1) for one in inner]


if sys.argv[2:3] == ["--ack"]:
    sys.stdout.buffer.write(str(message.create_ack(sys.argv[3])).encode(encoding))
else:
    segments = [[nested(field, 3) for field in segment] for segment in message]
    json.dump(segments, sys.stdout)
