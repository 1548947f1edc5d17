"""Says what h5py makes of files, array by array: a path a line in standard input, answered by a line of JSON each."""

import hashlib
import json
import sys

import h5py

GROUPS = {"PointData": "POINT", "CellData": "CELL", "FieldData": "FIELD"}
KINDS = {"i": "Int", "u": "UInt", "f": "Float"}


def describe(association, name, dataset):
    found = {"association": association, "name": name}
    if h5py.check_string_dtype(dataset.dtype):
        strings = dataset.asstr("utf-8")[()] if dataset.size else []
        content = b"".join(s.encode("utf-8") + b"\0" for s in strings)
        return found | {"type": "String", "tuples": len(strings), "sha256": hashlib.sha256(content).hexdigest()}
    values = dataset[()].astype(dataset.dtype.newbyteorder("<"))
    type_name = f"{KINDS[dataset.dtype.kind]}{8 * dataset.dtype.itemsize}"
    return found | {"type": type_name, "sha256": hashlib.sha256(values.tobytes()).hexdigest()}


def read(path):
    with h5py.File(path, "r") as file:
        root = file["VTKHDF"]
        return {
            "extent": root.attrs["WholeExtent"].tolist(),
            "origin": root.attrs["Origin"].tolist(),
            "spacing": root.attrs["Spacing"].tolist(),
            "direction": root.attrs["Direction"].tolist(),
            "arrays": [
                describe(association, name, dataset)
                for group, association in GROUPS.items()
                if group in root
                for name, dataset in root[group].items()
            ],
        }


for line in sys.stdin:
    try:
        answer = {"can_read": True, "steps": [read(line.rstrip("\n"))], "messages": ""}
    except Exception as e:
        answer = {"can_read": False, "steps": [], "messages": f"ERROR: {e!r}"}
    print(json.dumps(answer), flush=True)
