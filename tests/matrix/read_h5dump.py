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


def values(path, dataset, scratch):
    """All of a dataset; None of strings, which are only dumped."""
    header = h5dump("-H", "-d", dataset, path)
    if "H5T_STRING" in header:
        h5dump("-d", dataset, path)
        return None
    h5dump("-d", dataset, "-b", "LE", "-o", scratch, path)
    with open(scratch, "rb") as found:
        return found.read()


def describe(group, name, found):
    return {"association": GROUPS[group], "name": name} | ({} if found is None else {"sha256": hashlib.sha256(found).hexdigest()})


def numbers(path, dataset):
    data = re.search(r"DATA \{(.*?)\}", h5dump("-y", "-w", "0", "-d", dataset, path), re.DOTALL)[1]
    return [float(number) for number in data.replace(",", " ").split()]


def rows(path, dataset):
    """The length of the first axis."""
    return int(re.search(r"DATASPACE +SIMPLE \{ \( ([0-9]+)", h5dump("-H", "-d", dataset, path))[1])


def read(path, scratch):
    """The steps of a file; an image without time is one."""
    h5dump(path)
    names = h5dump("-n", path)
    datasets = [d for d in re.findall(r"^ dataset +/VTKHDF/(\w+)/(.*)$", names, re.MULTILINE) if d[0] in GROUPS]
    if " /VTKHDF/Steps/Values\n" not in names:
        return [{"arrays": [describe(g, n, values(path, f"/VTKHDF/{g}/{n}", scratch)) for g, n in datasets]}]
    times = numbers(path, "/VTKHDF/Steps/Values")
    steps = [{"time": time, "arrays": []} for time in times]
    for group, name in datasets:
        dataset = f"/VTKHDF/{group}/{name}"
        found = values(path, dataset, scratch)
        offsets, sizes = (f"/VTKHDF/Steps/{group}{kind}/{name}" for kind in ("Offsets", "Sizes"))
        first = [int(n) for n in numbers(path, offsets)] if f" {offsets}\n" in names else range(len(times))
        tuples = [int(n) for n in numbers(path, sizes)[1::2]] if f" {sizes}\n" in names else [1] * len(times)
        row = len(found) // rows(path, dataset) if found else 0
        for k, step in enumerate(steps):
            if tuples[k] > 0:
                part = None if found is None else found[first[k] * row : (first[k] + tuples[k]) * row]
                step["arrays"].append(describe(group, name, part))
    return steps


with tempfile.NamedTemporaryFile() as scratch:
    for line in sys.stdin:
        try:
            answer = {"can_read": True, "steps": read(line.rstrip("\n"), scratch.name), "messages": ""}
        except subprocess.SubprocessError as e:
            answer = {"can_read": False, "steps": [], "messages": f"ERROR: {e} {e.stderr}"}
        print(json.dumps(answer), flush=True)
