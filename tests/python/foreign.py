"""A VTKHDF file that is being written by h5py into the folder named first on the command line, and the account of it."""

import pathlib
import sys

import h5py
import numpy
from h5py import h5s, h5t

NAMES = {
    "i1": "Int8",
    "u1": "UInt8",
    "i2": "Int16",
    "u2": "UInt16",
    "i4": "Int32",
    "u4": "UInt32",
    "i8": "Int64",
    "u8": "UInt64",
    "f4": "Float32",
    "f8": "Float64",
}
EXTENT = (0, 8, 0, 6, 0, 4)
IDENTITY = (1, 0, 0, 0, 1, 0, 0, 0, 1)
FOLDER = pathlib.Path(sys.argv[1])
MANIFEST = []


def points(extent):
    """The shape of a point array, in HDF5's order."""
    return tuple(extent[i + 1] - extent[i] + 1 for i in (4, 2, 0))


def cells(extent):
    return tuple(max(n - 1, 1) for n in points(extent))


def draw(shape, dtype="f8", seed=0):
    """Any bits but those of a NaN, whose comparison is another suite's."""
    dtype = numpy.dtype(dtype)
    random = numpy.random.default_rng(seed)
    if dtype.kind == "f":
        return (random.standard_normal(shape) * 1e6).astype(dtype)
    limits = numpy.iinfo(dtype)
    return random.integers(limits.min, limits.max, shape, dtype.newbyteorder("="), endpoint=True).astype(dtype)


class Foreign:
    """A file that is being written, and the account of it."""

    def __init__(self, title, extent=EXTENT, libver="earliest", create={}, header=True, expect="same", judged=None, faults=(), **attributes):
        name = f"{len(MANIFEST)}.vtkhdf"
        self.file = h5py.File(FOLDER / name, "w", libver=libver, **create)
        self.extent = extent
        self.account = {
            "title": title,
            "file": name,
            "expect": expect,
            "judged": expect != "refused" if judged is None else judged,
            "faults": list(faults),
            "extent": list(extent),
            "origin": [1.5, -2.25, 1e-3],
            "spacing": [0.1, 0.25, 1e5],
            "direction": list(IDENTITY),
            "arrays": [],
            "fields": [],
        }
        self.arrays = self.account["arrays"]
        self.fields = self.account["fields"]
        self.values = 0
        MANIFEST.append(self.account)
        if header:
            self.root = self.file.create_group("VTKHDF")
            self.header(**attributes)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def header(self, version=numpy.array([1, 0], "i4"), extent_type="i4", number_type="f8", type_string=None):
        attributes = self.root.attrs
        attributes["Version"] = version
        if type_string is None:
            type_string = numpy.bytes_("ImageData")
        set_string(self.root, *type_string) if isinstance(type_string, tuple) else attributes.create("Type", type_string)
        attributes["WholeExtent"] = numpy.array(self.extent, extent_type)
        for name in ("origin", "spacing", "direction"):
            values = numpy.array(self.account[name], number_type)
            attributes[name.capitalize()] = values
            self.account[name] = [float(v) for v in values]

    def note(self, group, name, values, dims=None, components=1):
        """Puts an array on the account; dims and components where the stored shape does not tell."""
        values = numpy.asarray(values)
        if dims is None:
            dims = values.shape[2::-1]
            components = values.shape[3] if values.ndim == 4 else 1
        self.values += 1
        self.arrays.append(
            {
                "association": {"PointData": "POINT", "CellData": "CELL"}[group],
                "name": name,
                "type": NAMES[values.dtype.str[1:]],
                "dimensions": [int(n) for n in dims],
                "components": int(components),
            }
            | self.content(numpy.ascontiguousarray(values, values.dtype.newbyteorder("<")).tobytes())
        )

    def content(self, values):
        """Small ones stand in the account itself."""
        if len(values) <= 512:
            return {"hex": values.hex()}
        bin_file = f"{self.account['file']}-{self.values}.bin"
        (FOLDER / bin_file).write_bytes(values)
        return {"bin": bin_file}

    def step(self):
        """What is noted from here on belongs to the next time step."""
        self.arrays = []
        self.fields = []
        self.account.setdefault("steps", []).append({"arrays": self.arrays, "fields": self.fields})

    def add(self, name, values, group="PointData", dims=None, components=1, **storage):
        dataset = self.root.require_group(group).create_dataset(name, data=values, **storage)
        self.note(group, name, values, dims, components)
        return dataset

    def add_plain(self):
        """So that there is something to be found beside what is special."""
        self.add("plain", draw(points(self.extent)))


def set_string(group, value, charset, padding, size):
    """A fixed-length string attribute with all that h5py's own way leaves to itself."""
    stored = h5t.C_S1.copy()
    stored.set_size(size)
    stored.set_cset(charset)
    stored.set_strpad(padding)
    attribute = h5py.h5a.create(group.id, b"Type", stored, h5s.create(h5s.SCALAR))
    attribute.write(numpy.array(value, f"S{size}"), mtype=stored)
