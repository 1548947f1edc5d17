"""Reads files with h5py, whole, as they are at that moment.

Their names stand in standard input, one a line; each is answered by one line of JSON: for each point and cell array the
CRC-32 of each slice, or {"error": ...}.
"""

import json
import sys
import zlib

import h5py


def slices(file):
    found = {}
    root = file["VTKHDF"]
    for group in ("PointData", "CellData"):
        for name, dataset in root[group].items():
            values = dataset[()]
            found[name] = [zlib.crc32(values[k].tobytes()) for k in range(values.shape[0])]
    for dataset in root["FieldData"].values():
        dataset[()]
    return found


for line in sys.stdin:
    try:
        with h5py.File(line.rstrip("\n"), "r") as opened:
            answer = slices(opened)
    except Exception as problem:
        answer = {"error": repr(problem)}
    print(json.dumps(answer), flush=True)
