"""Says what h5py makes of files, array by array: a path a line in standard input, answered by a line of JSON each."""

import hashlib
import json
import sys

import h5py

GROUPS = {"PointData": "POINT", "CellData": "CELL", "FieldData": "FIELD"}
KINDS = {"i": "Int", "u": "UInt", "f": "Float"}


def describe(association, name, dataset, part=()):
    found = {"association": association, "name": name}
    if h5py.check_string_dtype(dataset.dtype):
        strings = dataset.asstr("utf-8")[part] if dataset.size else []
        content = b"".join(s.encode("utf-8") + b"\0" for s in strings)
        return found | {"type": "String", "tuples": len(strings), "sha256": hashlib.sha256(content).hexdigest()}
    values = dataset[part].astype(dataset.dtype.newbyteorder("<"))
    type_name = f"{KINDS[dataset.dtype.kind]}{8 * dataset.dtype.itemsize}"
    return found | {"type": type_name, "sha256": hashlib.sha256(values.tobytes()).hexdigest()}


def datasets(root):
    for group in GROUPS:
        if group in root:
            for name, dataset in root[group].items():
                yield group, name, dataset


def read(path):
    """The steps of a file; an image without time is one."""
    with h5py.File(path, "r") as file:
        root = file["VTKHDF"]
        geometry = {name.lower(): root.attrs[name].tolist() for name in ("Origin", "Spacing", "Direction")}
        geometry["extent"] = root.attrs["WholeExtent"].tolist()
        if "Steps" not in root:
            return [geometry | {"arrays": [describe(GROUPS[group], name, dataset) for group, name, dataset in datasets(root)]}]
        steps = root["Steps"]
        count = int(steps.attrs["NSteps"])
        assert steps["Values"].shape == (count,), steps["Values"].shape
        return [geometry | {"time": steps["Values"][k], "arrays": list(step(root, steps, k))} for k in range(count)]


def step(root, steps, k):
    for group, name, dataset in datasets(root):
        offsets = steps.get(f"{group}Offsets/{name}")
        first = k if offsets is None else int(offsets[k])
        if group == "FieldData":
            sizes = steps.get(f"FieldDataSizes/{name}")
            tuples = 1 if sizes is None else int(sizes[k][1])
            if tuples > 0:
                yield describe(GROUPS[group], name, dataset, slice(first, first + tuples))
        else:
            yield describe(GROUPS[group], name, dataset, first)


for line in sys.stdin:
    try:
        answer = {"can_read": True, "steps": read(line.rstrip("\n")), "messages": ""}
    except Exception as e:
        answer = {"can_read": False, "steps": [], "messages": f"ERROR: {e!r}"}
    print(json.dumps(answer), flush=True)
