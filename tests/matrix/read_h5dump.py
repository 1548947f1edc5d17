"""Says what h5dump makes of files: a path a line in standard input, answered by a line of JSON each.

Strings, which it cannot write in binary, are only dumped.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile

GROUPS = {"PointData": "POINT", "CellData": "CELL", "FieldData": "FIELD"}


def h5dump(*arguments):
    return subprocess.run(["h5dump", *arguments], check=True, capture_output=True, timeout=600).stdout.decode("utf-8")


def describe(path, group, name, scratch, part=lambda shape: []):
    """part: the options that choose a part of a dataset of a shape."""
    dataset = f"/VTKHDF/{group}/{name}"
    found = {"association": GROUPS[group], "name": name}
    header = h5dump("-H", "-d", dataset, path)
    if "H5T_STRING" in header:
        h5dump("-d", dataset, path)
        return found
    shape = re.search(r"DATASPACE +SIMPLE \{ \( ([0-9, ]+) \)", header)[1].split(", ")
    h5dump("-d", dataset, *part(shape), "-b", "LE", "-o", scratch, path)
    with open(scratch, "rb") as values:
        return found | {"sha256": hashlib.sha256(values.read()).hexdigest()}


def numbers(path, option, place):
    """Those of a dataset (-d) or an attribute (-a)."""
    data = re.search(r"DATA \{(.*?)\}", h5dump("-y", "-w", "0", option, place, path), re.DOTALL)[1]
    return [float(number) for number in data.replace(",", " ").split()]


def slab(first):
    return lambda shape: ["-s", ",".join([first] + ["0"] * (len(shape) - 1)), "-c", ",".join(["1"] + shape[1:])]


def read(path, scratch):
    """The steps of a file; an image without time is one."""
    h5dump(path)
    names = h5dump("-n", path)
    datasets = [d for d in re.findall(r"^ dataset +/VTKHDF/(\w+)/(.*)$", names, re.MULTILINE) if d[0] in GROUPS]
    if " /VTKHDF/Steps/Values" not in names:
        return [{"arrays": [describe(path, group, name, scratch) for group, name in datasets]}]
    steps = []
    for k, time in enumerate(numbers(path, "-d", "/VTKHDF/Steps/Values")):
        arrays = []
        for group, name in datasets:
            place = f"/VTKHDF/Steps/{group}Offsets/{name}"
            first = int(numbers(path, "-d", place)[k]) if f" {place}\n" in names else k
            arrays.append(describe(path, group, name, scratch, slab(str(first))))
        steps.append({"time": time, "arrays": arrays})
    return steps


with tempfile.NamedTemporaryFile() as scratch:
    for line in sys.stdin:
        try:
            answer = {"can_read": True, "steps": read(line.rstrip("\n"), scratch.name), "messages": ""}
        except subprocess.SubprocessError as e:
            answer = {"can_read": False, "steps": [], "messages": f"ERROR: {e} {e.stderr}"}
        print(json.dumps(answer), flush=True)
