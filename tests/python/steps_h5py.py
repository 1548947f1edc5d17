"""Reads time series with h5py, whole, as they are at that moment.

Their names stand in standard input, one a line; each is answered by one line of JSON: of each step the time, for each point
and cell array the CRC-32 of each slice, and the values of each field array; or {"error": ...}.
"""

import json
import sys
import zlib

import h5py
import numpy


def series(file):
    root = file["VTKHDF"]
    times, offsets, sizes = axis(root)
    slabs = {}

    def slices(path, step):
        dataset = root[path]
        slab = offsets(path, step)
        if (path, slab) not in slabs:
            values = dataset[()] if slab is None else dataset[slab]
            slabs[path, slab] = [zlib.crc32(values[k].tobytes()) for k in range(values.shape[0])]
        return slabs[path, slab]

    def field(name, step):
        dataset = root["FieldData/" + name]
        first = offsets("FieldData/" + name, step)
        values = dataset[()] if first is None else dataset[first : first + sizes(name, step)]
        if dataset.dtype.hasobject:
            return [value.decode() for value in values.ravel()]
        return values.ravel().astype(float).tolist()

    return [
        {
            "time": float(time),
            "slices": {
                name: slices(group + "/" + name, step) for group in ("PointData", "CellData") for name in root[group]
            },
            "fields": {name: field(name, step) for name in root["FieldData"]},
        }
        for step, time in enumerate(times)
    ]


def axis(root):
    """The times; where the values of a step are, None if there are no others; how many of a field array there are."""
    if "Steps" not in root:
        has_step = len(root["PointData"]) + len(root["CellData"]) > 0
        times = root["FieldData/TimeValue"][()].ravel() if has_step else []
        return times, lambda path, step: None, None
    steps = root["Steps"]
    times = steps["Values"][()]
    count = int(numpy.ravel(steps.attrs["NSteps"])[0])

    def of_steps(path):
        values = steps[path][()]
        if len(values) != count:
            raise ValueError(f"{len(values)} values of {path}, NSteps {count}")
        return values

    of_steps("Values")
    known = {}

    def offsets(path, step):
        group, name = path.split("/")
        group += "Offsets"
        if path not in known:
            known[path] = of_steps(group + "/" + name) if group in steps and name in steps[group] else range(count)
        return int(known[path][step])

    def sizes(name, step):
        if "FieldDataSizes" not in steps or name not in steps["FieldDataSizes"]:
            return 1
        return int(of_steps("FieldDataSizes/" + name)[step][1])

    return times, offsets, sizes


for line in sys.stdin:
    try:
        with h5py.File(line.rstrip("\n"), "r") as opened:
            answer = {"steps": series(opened)}
    except Exception as problem:
        answer = {"error": repr(problem)}
    print(json.dumps(answer), flush=True)
