"""Reads a .vital file from standard input by the published description of the format alone ("Vital File Format",
vitaldb/vitalutils), and prints what it finds as JSON. Knows nothing of the program that wrote it. Stops with an error
at anything the description does not allow: a packet longer or shorter than what it holds, a record of a track nobody
announced, a text that is no UTF-8."""
import gzip
import io
import json
import math
import struct
import sys

FORMATS = {1: "<f", 2: "<d", 3: "<b", 4: "<B", 5: "<h", 6: "<H", 7: "<i", 8: "<I"}
WAVE, NUMBER, TEXT = 1, 2, 5


class Bytes:
    def __init__(self, data):
        self.stream = io.BytesIO(data)
        self.left = len(data)

    def take(self, count):
        if count > self.left:
            raise ValueError(f"{count} bytes wanted, {self.left} left")
        self.left -= count
        return self.stream.read(count)

    def one(self, form):
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def text(self):
        return self.take(self.one("<I")).decode("utf-8")


def known(value):
    return None if isinstance(value, float) and math.isnan(value) else value


def header(data):
    if data.take(4) != b"VITA":
        raise ValueError("no VITA at the start")
    found = {"version": data.one("<I")}
    rest = Bytes(data.take(data.one("<H")))
    found |= {"tzbias": rest.one("<h"), "instance": rest.one("<I"), "program": rest.one("<I")}
    if rest.left >= 16:
        found |= {"start": rest.one("<d"), "end": rest.one("<d")}
    return found


def device(data):
    return data.one("<I"), {"type": data.text(), "name": data.text(), "port": data.text()}


def track(data):
    number = data.one("<H")
    kind, form = data.one("<B"), data.one("<B")
    return number, {
        "kind": kind,
        "format": form,
        "name": data.text(),
        "unit": data.text(),
        "min": data.one("<f"),
        "max": data.one("<f"),
        "color": data.one("<I"),
        "rate": data.one("<f"),
        "gain": data.one("<d"),
        "offset": data.one("<d"),
        "monitor": data.one("<B"),
        "device": data.one("<I"),
        "records": [],
    }


def record(data, tracks):
    info = Bytes(data.take(data.one("<H")))
    at = info.one("<d")
    one = tracks[info.one("<H")]
    form = FORMATS.get(one["format"])
    if one["kind"] == WAVE:
        count = data.one("<I")
        raw = data.take(count * struct.calcsize(form))
        value = [known(item) for (item,) in struct.iter_unpack(form, raw)]
    elif one["kind"] == NUMBER:
        value = known(data.one(form))
    elif one["kind"] == TEXT:
        data.one("<I")
        value = data.text()
    else:
        raise ValueError(f"no such kind of track: {one['kind']}")
    one["records"].append({"at": at, "value": value})


def main():
    zipped = sys.stdin.buffer.read()
    data = Bytes(gzip.decompress(zipped))
    found = {"gzip": list(zipped[:10]), "header": header(data), "devices": {}, "tracks": {}}
    while data.left:
        kind = data.one("<b")
        packet = Bytes(data.take(data.one("<I")))
        if kind == 9:
            number, one = device(packet)
            found["devices"][number] = one
        elif kind == 0:
            number, one = track(packet)
            found["tracks"][number] = one
        elif kind == 1:
            record(packet, found["tracks"])
        else:
            raise ValueError(f"no such packet: {kind}")
        if packet.left:
            raise ValueError(f"{packet.left} bytes too many in a packet of kind {kind}")
    json.dump(found, sys.stdout)


main()
