"""Holds what h5py says of a file against what is in it.

Requests stand in standard input, one JSON object a line; each is answered by one line: a JSON list of complaints.
"""

import json
import sys

import h5py
import numpy

DTYPES = {
    "Int8": "|i1",
    "UInt8": "|u1",
    "Int16": "<i2",
    "UInt16": "<u2",
    "Int32": "<i4",
    "UInt32": "<u4",
    "Int64": "<i8",
    "UInt64": "<u8",
    "Float32": "<f4",
    "Float64": "<f8",
}
FILTERS = {h5py.h5z.FILTER_SHUFFLE: "shuffle", h5py.h5z.FILTER_DEFLATE: "deflate", h5py.h5z.FILTER_FLETCHER32: "fletcher32"}


class Judge:
    def __init__(self, request):
        self.request = request
        self.complaints = []
        with open(request["bin"], "rb") as values:
            self.values = values.read()

    def expect(self, what, expected, found):
        if expected != found:
            self.complaints.append(f"{what}: found {found!r}, expected {expected!r}"[:500])

    def judge(self):
        with h5py.File(self.request["file"], "r") as file:
            self.expect("members of /", ["VTKHDF"], list(file))
            root = file["VTKHDF"]
            self.type_attribute(root)
            self.geometry(root)
            for group in ("PointData", "CellData", "FieldData"):
                self.names(root, group)
            for array in self.request["arrays"]:
                self.dataset(root[array["group"]].get(array["name"]), array)
            for group, roles in self.request["active"].items():
                self.active(root[group], roles)
        return self.complaints

    def type_attribute(self, root):
        attribute = h5py.h5a.open(root.id, b"Type")
        stored = attribute.get_type()
        self.expect("Type is a string", h5py.h5t.STRING, stored.get_class())
        self.expect("Type is of variable length", False, stored.is_variable_str())
        self.expect("size of Type", 9, stored.get_size())
        self.expect("padding of Type", h5py.h5t.STR_NULLPAD, stored.get_strpad())
        self.expect("character set of Type", h5py.h5t.CSET_ASCII, stored.get_cset())
        self.expect("shape of Type", (), attribute.shape)
        self.expect("Type", b"ImageData", bytes(root.attrs["Type"]))

    def geometry(self, root):
        self.integers(root, "Version", self.request["version"])
        self.integers(root, "WholeExtent", self.request["extent"])
        for name in ("Origin", "Spacing", "Direction"):
            found = root.attrs[name]
            self.expect(f"type of {name}", "<f8", found.dtype.str)
            expected = numpy.array(self.request[name.lower()], "<f8")
            self.expect(name, expected.tobytes(), found.tobytes())

    def integers(self, root, name, expected):
        found = root.attrs[name]
        self.expect(f"kind of {name}", "i", found.dtype.kind)
        self.expect(name, expected, found.tolist())

    def names(self, root, group):
        expected = sorted(a["name"] for a in self.request["arrays"] if a["group"] == group)
        self.expect(f"members of {group}", expected, sorted(root[group]) if group in root else [])

    def active(self, group, roles):
        found = {name: group.attrs[name] for name in group.attrs}
        found = {name: v.decode("utf-8") if isinstance(v, bytes) else str(v) for name, v in found.items()}
        self.expect(f"active arrays of {group.name}", roles, found)

    def dataset(self, dataset, expected):
        name = expected["group"] + "/" + expected["name"]
        if dataset is None:
            return self.complaints.append(f"{name} is missing")
        if "strings" in expected:
            return self.strings(dataset, name, expected["strings"])
        self.expect(f"type of {name}", DTYPES[expected["type"]], dataset.dtype.str)
        self.expect(f"shape of {name}", tuple(expected["shape"]), dataset.shape)
        self.expect(f"greatest shape of {name}", tuple(expected["shape"]), dataset.maxshape)
        if "filters" in expected:
            self.role(dataset, name, expected)
            self.storage(dataset, name, expected)
        first = expected["offset"]
        values = self.values[first : first + expected["length"]]
        if "slices" not in expected:
            return self.bytes(name, values, dataset[()].tobytes())
        size = len(values) // dataset.shape[0]
        for k in expected["slices"]:
            self.bytes(f"{name}, slice {k}", values[k * size : (k + 1) * size], dataset[k].tobytes())

    def role(self, dataset, name, expected):
        roles = self.request["active"][expected["group"]]
        own = [role for role, array in roles.items() if array == expected["name"]] or [None]
        found = dataset.attrs.get("Attribute")
        self.expect(f"{name} has one of its roles", True, (found and bytes(found).decode()) in own)

    def storage(self, dataset, name, expected):
        self.expect(f"{name} is virtual", "virtual" in expected, dataset.is_virtual)
        if dataset.is_virtual:
            return
        chunk = expected["chunk"] and tuple(expected["chunk"])
        self.expect(f"chunk of {name}", chunk, dataset.chunks)
        creation = dataset.id.get_create_plist()
        filters = [creation.get_filter(i) for i in range(creation.get_nfilters())]
        self.expect(f"filters of {name}", expected["filters"], [FILTERS.get(f[0], f[0]) for f in filters])
        if expected["gzip"]:
            levels = [f[2] for f in filters if f[0] == h5py.h5z.FILTER_DEFLATE]
            self.expect(f"gzip level of {name}", [(expected["gzip"],)], levels)

    def strings(self, dataset, name, expected):
        stored = dataset.id.get_type()
        self.expect(f"{name} is of variable length", True, stored.is_variable_str())
        self.expect(f"character set of {name}", h5py.h5t.CSET_ASCII, stored.get_cset())
        self.expect(f"shape of {name}", (len(expected),), dataset.shape)
        found = [v if isinstance(v, bytes) else str(v).encode("utf-8", "surrogateescape") for v in dataset[()]]
        self.expect(f"strings of {name}", [s.encode("utf-8") for s in expected], found)

    def bytes(self, name, expected, found):
        if expected != found:
            at = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b), min(len(expected), len(found)))
            self.complaints.append(
                f"values of {name}: {len(found)} bytes, expected {len(expected)}; they differ at byte {at}: "
                f"found {found[at : at + 8].hex()}, expected {expected[at : at + 8].hex()}"
            )


for line in sys.stdin:
    try:
        answer = Judge(json.loads(line)).judge()
    except Exception as e:
        answer = [f"{type(e).__name__}: {e}"]
    print(json.dumps(answer), flush=True)
