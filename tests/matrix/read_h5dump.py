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


def describe(path, group, name, scratch):
    dataset = f"/VTKHDF/{group}/{name}"
    found = {"association": GROUPS[group], "name": name}
    if "H5T_STRING" in h5dump("-H", "-d", dataset, path):
        h5dump("-d", dataset, path)
        return found
    h5dump("-d", dataset, "-b", "LE", "-o", scratch, path)
    with open(scratch, "rb") as values:
        return found | {"sha256": hashlib.sha256(values.read()).hexdigest()}


def read(path, scratch):
    h5dump(path)
    datasets = re.findall(r"^ dataset +/VTKHDF/(\w+)/(.*)$", h5dump("-n", path), re.MULTILINE)
    return {"arrays": [describe(path, group, name, scratch) for group, name in datasets if group in GROUPS]}


with tempfile.NamedTemporaryFile() as scratch:
    for line in sys.stdin:
        try:
            answer = {"can_read": True, "steps": [read(line.rstrip("\n"), scratch.name)], "messages": ""}
        except subprocess.SubprocessError as e:
            answer = {"can_read": False, "steps": [], "messages": f"ERROR: {e} {e.stderr}"}
        print(json.dumps(answer), flush=True)
