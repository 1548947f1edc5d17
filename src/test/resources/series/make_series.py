#!/usr/bin/env python3
"""Writes time series beside this script, and expected.tsv, which says what is in them. Needs h5py; made with h5py 3.7 on
HDF5 1.10.8; those with v200 in their names, which it leaves as they are if HDF5 is older, with h5py 3.16 on HDF5 2.0.0.

In slab s of an array the value at point or cell x, y, z and component c, counted from 0, is x + 7 y + 31 z + 101 c + 503 s,
wrapped around in types that cannot hold it. A line of expected.tsv is one of

    times    file  the times of the steps
    refused  file  how the message begins, behind the file's name
    array    file  association  name  type  components  the slab of each step
    broken   file  association  name  the steps at which it cannot be read  a part of the message

A slab of f reads as the fill value 7. Fields are told in SeriesFieldsTest, the other values here are read again by h5py and
must be as told.
"""
import os

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
NX, NY, NZ = 5, 4, 3
TYPES = {"i1": "Int8", "u1": "UInt8", "i2": "Int16", "i4": "Int32", "i8": "Int64", "u8": "UInt64", "f4": "Float32", "f8": "Float64"}
IS_NEW = h5py.version.hdf5_version_tuple >= (2,)
LINES = {}


def tell(*columns):
    LINES.setdefault(columns[1], []).append("\t".join(str(c) for c in columns))


def values(slabs, dtype="f4", shape=(NZ, NY, NX), components=0):
    s, z, y, x, c = np.indices((slabs,) + shape + (max(1, components),))
    v = (x + 7 * y + 31 * z + 101 * c + 503 * s).astype(dtype)
    return v if components else v[..., 0]


class Series:
    """A file with its group Steps, closed at the end of a with statement."""

    def __init__(self, name, steps, extent=None, times=None, version=(2, 0), nsteps=None, **options):
        self.name = name
        self.steps = steps
        self.file = h5py.File(os.path.join(HERE, name + ".h5"), "w", **options)
        self.group = g = self.file.create_group("VTKHDF")
        g.attrs["Type"] = np.bytes_(b"ImageData")
        g.attrs["Version"] = np.array(version, "i8")
        g.attrs["WholeExtent"] = np.array(extent or [0, NX - 1, 0, NY - 1, 0, NZ - 1], "i4")
        g.attrs["Origin"] = np.zeros(3)
        g.attrs["Spacing"] = np.ones(3)
        g.attrs["Direction"] = np.eye(3).ravel()
        for kind in ("PointData", "CellData", "FieldData"):
            g.create_group(kind)
        self.time = g.create_group("Steps")
        self.time.attrs["NSteps"] = np.int64(steps) if nsteps is None else nsteps
        self.values = np.arange(steps) * 0.5 - 1 if times is None else times
        if self.values is not False:
            self.time["Values"] = self.values

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.file.close()

    def tell_times(self, times=None):
        tell("times", self.name, ",".join(repr(float(t)) for t in (np.ravel(self.values) if times is None else times)))

    def places(self, name, data, group="PointData", kind="Offsets", **options):
        self.time.require_group(group + kind).create_dataset(name, data=data, **options)

    def put(self, name, data, slabs=None, group="PointData", offsets=None, components=1, **options):
        """An array whose slab at each step is told."""
        d = self.group[group].create_dataset(name, data=data, **options)
        if offsets is not None:
            self.places(name, offsets, group)
        self.tell_array(name, d.dtype, range(self.steps) if slabs is None else slabs, group, components)
        return d

    def tell_array(self, name, dtype, slabs, group="PointData", components=1):
        kind = "point" if group == "PointData" else "cell"
        tell("array", self.name, kind, name, TYPES[dtype.kind + str(dtype.itemsize)], components, ",".join(map(str, slabs)))

    def broken(self, name, steps, message, group="PointData"):
        kind = "point" if group == "PointData" else "cell"
        tell("broken", self.name, kind, name, ",".join(map(str, steps)), message)


def layouts(name, libver):
    with Series(name, 3, libver=libver) as s:
        s.tell_times()
        v, vec = values(3), values(3, "f8", components=3)
        every = [("step", (1, NZ, NY, NX)), ("slice", (1, 1, NY, NX)), ("bricks", (1, 2, 3, 2)), ("two steps", (2, 1, NY, NX))]
        every += [("two steps of bricks", (2, 2, 3, 2)), ("all", (3, NZ, NY, NX)), ("larger", (4, 4, 8, 8))]
        grows = [("fixed", None), ("grows", (None, NZ, NY, NX)), ("grows everywhere", (None,) * 4), ("grows along x", (3, NZ, NY, None))]
        filters = [("", {}), (" gzip", dict(compression=1, shuffle=True))]
        s.put("contiguous", v)
        s.put("contiguous vector", vec, components=3)
        for label, chunk in every:
            for growth, maxshape in grows:
                for filter_name, options in filters:
                    if label == "larger" and growth != "grows everywhere":
                        continue
                    s.put(f"{label} {growth}{filter_name}", v, chunks=chunk, maxshape=maxshape, **options)
        s.put("vector", vec, components=3, chunks=(1, 2, 3, 2, 2), compression=1, fletcher32=True)
        s.put("vector big-endian", values(3, ">i2", components=2), components=2, chunks=(1, 1, NY, NX, 2), shuffle=True, compression=1)
        cells = values(3, "i4", (NZ - 1, NY - 1, NX - 1))
        s.put("cells", cells, group="CellData")
        s.put("cell bricks", cells, group="CellData", chunks=(1, 2, 2, 2), compression=4)
        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_chunk((1, 1, 2, 3))
        dcpl.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        low_level(s, "allocated early", v, dcpl)
        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_layout(h5py.h5d.COMPACT)
        low_level(s, "compact", v, dcpl)


def low_level(s, name, data, dcpl):
    space = h5py.h5s.create_simple(data.shape)
    d = h5py.h5d.create(s.group["PointData"].id, name.encode(), h5py.h5t.py_create(data.dtype), space, dcpl)
    d.write(h5py.h5s.ALL, h5py.h5s.ALL, np.ascontiguousarray(data))
    s.tell_array(name, data.dtype, range(s.steps))


def slabs():
    with Series("slabs", 4) as s:
        s.tell_times()
        s.put("own", values(4))
        s.put("own, told", values(4), offsets=np.arange(4))
        s.put("again", values(2), [0, 0, 1, 0], offsets=[0, 0, 1, 0])
        s.put("backwards", values(4), [3, 2, 1, 0], offsets=[3, 2, 1, 0], chunks=(1, NZ, NY, NX), compression=1)
        s.put("constant", values(1), [0] * 4, offsets=[0] * 4)
        s.put("constant vector", values(1, "f8", components=3), [0] * 4, offsets=[0] * 4, components=3)
        s.put("one offset more", values(4), [1, 0, 3, 2], offsets=[1, 0, 3, 2, 9])
        s.put("of 8 bits", values(4), [1, 0, 3, 2], offsets=np.array([1, 0, 3, 2], "i1"))
        s.put("of 16 bits", values(4), [1, 0, 3, 2], offsets=np.array([1, 0, 3, 2], ">u2"))
        s.put("of 64 bits", values(4), [1, 0, 3, 2], offsets=np.array([1, 0, 3, 2], "u8"))
        s.put("fractions", values(4), [1, 0, 3, 2], offsets=np.array([1, 0, 3, 2], "f8"))
        s.put("column", values(4), [1, 0, 3, 2], offsets=np.array([[1], [0], [3], [2]]))
        s.put("cells", values(4, "i2", (NZ - 1, NY - 1, NX - 1)), [2, 2, 0, 1], group="CellData", offsets=[2, 2, 0, 1])
        s.group["PointData"].create_dataset("chunked offsets", data=values(4))
        s.places("chunked offsets", [1, 0, 3, 2, 0], chunks=(25000,), maxshape=(None,), compression=1)
        s.tell_array("chunked offsets", np.dtype("f4"), [1, 0, 3, 2])
        for label, options in (
            ("contiguous", {}),
            ("fixed", dict(chunks=(1, 2, NY, NX))),
            ("fixed gzip", dict(chunks=(1, 2, NY, NX), compression=1)),
            ("grows", dict(chunks=(1, 2, NY, NX), maxshape=(None, NZ, NY, NX))),
            ("tree", dict(chunks=(1, 2, NY, NX), maxshape=(None, None, NY, NX))),
        ):
            d = s.group["PointData"].create_dataset("reserved " + label, shape=(9, NZ, NY, NX), dtype="f4", fillvalue=7, **options)
            told = [8, "f", "f", 1]
            if label == "contiguous":
                told[1:3] = 0, 5
                d[...] = values(9)
            else:
                d[1] = values(9)[1]
                d[8] = values(9)[8]
            s.places("reserved " + label, [8, 0, 5, 1])
            s.tell_array("reserved " + label, d.dtype, told)
        never = s.group["PointData"].create_dataset("never", shape=(4, NZ, NY, NX), dtype="f4", fillvalue=7)
        s.tell_array("never", never.dtype, "ffff")


def flaws():
    with Series("flaws", 3) as s:
        s.tell_times()
        p = s.group["PointData"]
        s.put("good", values(3))
        p["rank 3"] = values(1)[0]
        s.broken("rank 3", [0, 1, 2], "expected one that holds 5 x 4 x 3 tuples (x, y, z) in each slab of an axis for time in front")
        s.put("too few", values(2), [0, 1, "x"])
        s.broken("too few", [2], "found 2 slabs along the axis for time, expected at least 3, as step 2 takes that of index 2")
        s.put("once beyond", values(3), [0, "x", 2], offsets=[0, 3, 2])
        s.broken("once beyond", [1], "found 3 slabs along the axis for time, expected at least 4, as step 1")
        s.put("far beyond", values(3), [0, "x", 2], offsets=np.array([0, 1 << 62, 2], "i8"))
        s.broken("far beyond", [1], "expected at least 4611686018427387905")
        for label, offsets, message in (
            ("short", [1, 0], "Offsets/short: found 2 numbers, expected 3, for the steps that NSteps tells"),
            ("negative", [0, -1, 2], "Offsets/negative: found -1 for step 1, expected an integer of 0 or more"),
            ("huge", np.array([0, 1, (1 << 64) - 1], "u8"), "for step 2, expected an integer of 0 or more"),
            ("fractional", [0, 1.5, 2], "found 1.5 for step 1, expected an integer of 0 or more"),
            ("not numbers", [0, np.nan, 2], "found NaN for step 1, expected an integer of 0 or more"),
            ("text", np.array([b"0", b"1", b"2"]), "Offsets/text: found elements of"),
            ("pairs", [[0, 0], [1, 1], [2, 2]], "Offsets/pairs: found numbers of shape [3, 2], expected 3"),
            ("cube", np.zeros((3, 1, 1)), "Offsets/cube: found"),
            ("scalar", 1, "Offsets/scalar: found numbers of shape [], expected 3"),
            ("nothing", h5py.Empty("i8"), "Offsets/nothing: found numbers of shape [], expected 3"),
        ):
            p[label] = values(3)
            s.places(label, offsets)
            s.broken(label, [0, 1, 2], message)
        p["group"] = values(3)
        s.time["PointDataOffsets"].create_group("group")
        s.broken("group", [0, 1, 2], "Offsets/group: found an object without")
        p["nowhere"] = values(3)
        s.time["PointDataOffsets/nowhere"] = h5py.SoftLink("/nothing")
        s.broken("nowhere", [0, 1, 2], "Offsets/nowhere: found a link that leads nowhere")
        p["outside"] = values(3)
        s.time["PointDataOffsets/outside"] = h5py.ExternalLink("other.h5", "/offsets")
        s.broken("outside", [0, 1, 2], "a link to 'other.h5:/offsets'")


def times():
    for label, told in (
        ("int", np.array([-3, 0, 7], "i4")),
        ("uint8", np.array([0, 200, 255], "u1")),
        ("float32", np.array([0.1, 0.2, 0.3], "f4")),
        ("big-endian", np.array([0.1, 0.2, 0.3], ">f8")),
        ("column", np.array([[1.0], [2.0], [4.0]])),
        ("negative", np.array([-1e300, -1e-300, -0.0])),
    ):
        with Series("times-" + label, 3, times=told) as s:
            s.tell_times(told.astype("f8").ravel() + 0.0)
            s.put("a", values(3))
    with Series("times-chunked", 3, times=False) as s:
        s.time.create_dataset("Values", data=[0.0, 1.0, 3.0], chunks=(1000,), maxshape=(None,), compression=1)
        s.tell_times([0, 1, 3])
        s.put("a", values(3))
    for label, count in (("array", np.array([3], "i2")), ("uint8", np.uint8(3)), ("big-endian", np.array(3, ">i8"))):
        with Series("count-" + label, 3, nsteps=count) as s:
            s.tell_times()
            s.put("a", values(3))
    big = 1 << 53
    for label, told, message in (
        ("longer", np.arange(5.0), "/VTKHDF/Steps/Values: found 5 numbers, expected 3, for the steps that NSteps tells"),
        ("shorter", np.arange(2.0), "/VTKHDF/Steps/Values: found 2 numbers, expected 3, for the steps that NSteps tells"),
        ("decreasing", np.array([0, 2, 1.0]), "/VTKHDF/Steps/Values: found the time 1.0 of step 2 after 2.0, expected times that increase"),
        ("equal", np.array([0, 2, 2.0]), "/VTKHDF/Steps/Values: found the time 2.0 of step 2 after 2.0, expected times that increase"),
        ("too fine", np.array([0, big, big + 1]), "/VTKHDF/Steps/Values: found the time 9.007199254740992E15 of step 2 after"),
        ("nan", np.array([0, np.nan, 2]), "/VTKHDF/Steps/Values: found the time NaN of step 1 after 0.0, expected times that increase"),
        ("nan-first", np.array([np.nan, 1, 2]), "/VTKHDF/Steps/Values: found the time NaN of step 0, expected times that increase"),
        ("pairs", np.zeros((3, 2)), "/VTKHDF/Steps/Values: found numbers of shape [3, 2], expected 3"),
        ("scalar", np.float64(1), "/VTKHDF/Steps/Values: found numbers of shape [], expected 3"),
        ("text", np.array([b"0", b"1", b"2"]), "/VTKHDF/Steps/Values: found elements of"),
        ("nothing", h5py.Empty("f8"), "/VTKHDF/Steps/Values: found numbers of shape [], expected 3"),
        ("missing", False, "/VTKHDF/Steps: found no dataset Values, expected one"),
        ("empty", np.zeros(0), "/VTKHDF/Steps/Values: found 0 numbers, expected 3"),
    ):
        with Series("refused-" + label.replace(" ", "-"), 3, times=told) as s:
            tell("refused", s.name, message)
            s.group["PointData"]["a"] = values(3)
    for label, count, message in (
        ("2e31", np.int64(1 << 31), "/VTKHDF/Steps@NSteps: found 2.147483648E9, expected an integer of 32 bits"),
        ("1e12", np.int64(10**12), "/VTKHDF/Steps@NSteps: found 1.0E12, expected an integer of 32 bits"),
        ("2e31-1", np.int64((1 << 31) - 1), "/VTKHDF/Steps/Values: found a step table of 17179869176 bytes in a file of"),
        ("1e8", np.int64(10**8), "/VTKHDF/Steps/Values: found a step table of 800000000 bytes in a file of"),
        ("many", np.array([3, 3]), "/VTKHDF/Steps@NSteps: found 2 numbers, expected 1"),
        ("text", np.bytes_(b"3"), "/VTKHDF/Steps@NSteps: found elements of"),
    ):
        with Series("refused-count-" + label, 3, nsteps=count, times=False) as s:
            n = int(count) if label[:1].isdigit() else 3
            s.time.create_dataset("Values", shape=(n,), dtype="f8", chunks=(1000,), maxshape=(None,))
            tell("refused", s.name, message)
            s.group["PointData"]["a"] = values(3)


def flat():
    """What VTK reads of flat images, with the axis for time in front, and what it does not and is as clear."""
    for name, (nx, ny, nz), forms in (
        ("flat-z", (5, 4, 1), {"plain": (4, 5), "full": (1, 4, 5)}),
        ("flat-y", (5, 1, 3), {"plain": (3, 5), "full": (3, 1, 5)}),
        ("flat-x", (1, 4, 3), {"plain": (3, 4, 1), "short": (3, 4)}),
        ("line-x", (5, 1, 1), {"plain": (5,), "full": (1, 1, 5)}),
        ("line-y", (1, 4, 1), {"plain": (4, 1), "full": (1, 4, 1), "short": (4,)}),
        ("line-z", (1, 1, 3), {"plain": (3,), "full": (3, 1, 1)}),
        ("point", (1, 1, 1), {"plain": (1,), "full": (1, 1, 1)}),
    ):
        with Series(name, 2, extent=[0, nx - 1, 0, ny - 1, 0, nz - 1]) as s:
            s.tell_times()
            for label, shape in forms.items():
                full = values(2, "i4", (nz, ny, nx))
                s.put(label, full.reshape((2,) + shape), offsets=[1, 0], slabs=[1, 0])
                if len(shape) > 1 or label == "plain" and name != "flat-x":
                    vec = values(2, "i4", (nz, ny, nx), 2)
                    s.put(label + " vector", vec.reshape((2,) + shape + (2,)), components=2)
            cells = [max(1, n - 1) for n in (nz, ny, nx)]
            shape = [n for n, points in zip(cells, (nz, ny, nx)) if points > 1 or name == "flat-x"] or [1]
            s.put("cells", values(2, "i2", tuple(cells)).reshape([2] + shape), group="CellData")


def extents():
    with Series("extent", 2, extent=[2, 6, 1, 4, 3, 5]) as s:
        s.tell_times()
        s.put("own points", values(2))
        corner = np.zeros((2, 7, 6, 9), "f4")
        corner[:, :3, :4, :5] = -1
        absolute = corner.copy()
        absolute[:, 3:6, 1:5, 2:7] = values(2)
        s.put("absolute", absolute)
    with Series("corner", 2) as s:
        s.tell_times()
        larger = np.full((3, 7, 6, 9), -1, "f4")
        larger[:2, :NZ, :NY, :NX] = values(2)
        s.put("corner", larger)
        s.put("corner bricks", larger, chunks=(1, 2, 3, 4), compression=1)


def single():
    """Of one step the shape tells whether there is an axis for time."""
    for label, told, time in (
        ("", [2.5], 2.5),
        ("-missing", False, 0.75),
        ("-two", [1.0, 2.0], 1.0),
        ("-nan", [np.nan], 0.75),
        ("-empty", [], 0.75),
        ("-scalar", 4.0, 4.0),
        ("-nothing", h5py.Empty("f8"), 0.75),
    ):
        with Series("single" + label, 1, times=told) as s:
            s.tell_times([time])
            s.put("plain", values(1)[0])
            s.put("plain vector", values(1, components=3)[0], components=3)
            s.put("leading", values(1), chunks=(1, NZ, NY, NX), maxshape=(None, NZ, NY, NX))
            s.put("leading vector", values(1, components=3), components=3)
            s.put("later slab", values(4), [2], offsets=[2])
            s.group["PointData"]["beyond"] = values(1)
            s.places("beyond", [1])
            s.broken("beyond", [0], "found 1 slabs along the axis for time, expected at least 2")
            s.group["FieldData"]["TimeValue"] = [0.75]
    with Series("none", 0, times=[]) as s:
        s.tell_times([0])
        s.put("plain", values(1)[0])
        LINES[s.name][-1] += "0"
        s.group["PointData"]["leading"] = values(1)
        s.broken("leading", [0], "found a dataset of shape [1, 3, 4, 5]")


def fields():
    with Series("fields", 4) as s:
        s.tell_times()
        s.put("a", values(4))
        f = s.group["FieldData"]

        def field(name, data, offsets=None, sizes=None, **options):
            f.create_dataset(name, data=data, **options)
            if offsets is not None:
                s.places(name, offsets, "FieldData")
            if sizes is not None:
                s.places(name, sizes, "FieldData", "Sizes")

        numbers = np.arange(12) * 1.5
        field("one a step", numbers[:4], range(4))
        field("one for all", numbers[:1], [0] * 4)
        field("backwards", numbers[:4], [3, 2, 1, 0])
        field("one offset more", numbers[:4], [0, 1, 2, 3, 4])
        field("tuples", numbers.reshape(4, 3).astype("f4"), [1, 1, 3, 0])
        field("several", np.arange(10, dtype=">i4"), [0, 3, 3, 9], [[1, 3], [1, 6], [1, 0], [1, 1]])
        field("several tuples", np.arange(20, dtype="u2").reshape(10, 2), [0, 4, 8, 9], np.array([[2, 4], [2, 4], [2, 1], [2, 1]], "i4"))
        field("now and then", numbers[:2], [0, 0, 1, 7], [[1, 1], [0, 0], [1, 1], [0, 0]])
        field("portable list", np.arange(5.0)[None], [0] * 4)
        field("whole", np.arange(6.0))
        field("scalar", np.float64(8))
        field("scalar again", np.float64(8), [0] * 4)
        field("Time", numbers[:4], range(4))
        field("chunked", np.arange(8), range(0, 8, 2), [[1, 2]] * 4, chunks=(3,), compression=1, maxshape=(None,))
        words = np.array([b"zero", b"one", b"", "drei \u00e4".encode()], object)
        field("words", words, range(4), dtype=h5py.string_dtype("ascii"))
        field("many words", words, [0, 1, 0, 2], [[1, 1], [1, 3], [0, 0], [1, 2]], dtype=h5py.string_dtype("ascii"))
        field("fixed words", np.array([b"alpha", b"beta", b"gamma", b"delta"]), range(4))
        field("nothing", h5py.Empty("f8"), range(4))
        field("beyond", numbers[:3], range(4))
        field("far beyond", numbers[:3], [0, 1, (1 << 63) - 1, 2])
        field("too many", numbers[:4], range(4), [[1, 1], [1, 3], [1, 3], [1, 1]])
        field("vast", numbers[:4], range(4), [[1, 1], [1, (1 << 63) - 1], [1, 1], [1, 1]])
        field("other components", numbers.reshape(4, 3), range(4), [[3, 1], [2, 1], [4, 1], [1, 3]])
        field("few offsets", numbers[:4], range(3))
        field("few sizes", numbers[:4], range(4), [[1, 1]] * 3)
        field("negative", numbers[:4], [0, -1, 2, 3])
        field("negative sizes", numbers[:4], range(4), [[1, 1], [1, -1], [1, 1], [1, 1]])
        field("list of sizes", numbers[:4], range(4), [1, 1, 1, 1])
        field("sizes alone", numbers[:4], None, [[1, 1]] * 4)
        field("rank 3", np.zeros((4, 2, 2)), range(4))


def active():
    with Series("active", 2) as s:
        s.tell_times()
        s.put("pressure", values(2))
        s.put("velocity", values(2, components=3), components=3)
        s.group["PointData/pressure"].attrs["Attribute"] = "Scalars"
        s.group["PointData"].attrs["Vectors"] = "velocity"


def many_steps():
    """400 steps, of which each is one of 64 slabs: 128 MiB of values. In array a (b) all values of a chunk are 10 s + z / 16 (plus 1000)."""
    n, steps = 64, 400
    with Series("many-steps", steps, extent=[0, n - 1] * 3, libver=("v110", "v110")) as s:
        for name, base in (("a", 0), ("b", 1000)):
            shape = (64, n, n, n)
            d = s.group["PointData"].create_dataset(name, shape, "f4", chunks=(1, 16, n, n), compression=9, shuffle=True)
            for slab in range(64):
                values = base + 10 * slab + np.arange(n) // 16
                d[slab] = np.broadcast_to(values[:, None, None], (n, n, n))
            s.places(name, np.arange(steps) * 7 % 64)


def check():
    """h5py finds in each file what is told of it."""
    for lines in LINES.values():
        for line in lines:
            columns = line.split("\t")
            if columns[0] != "array" or columns[1].split("-")[0] in ("flat", "line", "point", "extent", "corner"):
                continue
            _, name, kind, array, type_name, components, told = columns
            with h5py.File(os.path.join(HERE, name + ".h5"), "r") as f:
                data = f["VTKHDF"][kind.capitalize() + "Data"][array]
                shape = (NZ, NY, NX) if kind == "point" else (NZ - 1, NY - 1, NX - 1)
                c = int(components) if int(components) > 1 else 0
                for slab in told.split(","):
                    if slab.isdigit():
                        found = data[int(slab)] if data.ndim == 4 + (c > 0) else data[...]
                        assert np.array_equal(found, values(int(slab) + 1, data.dtype, shape, c)[-1]), (name, array)
                    elif slab == "f":
                        assert np.all(data[0 if array == "never" else 5] == 7), (name, array)


def write_lines():
    """Those of the files that were not made now stay."""
    file = os.path.join(HERE, "expected.tsv")
    kept = open(file).readlines() if os.path.exists(file) else []
    kept = [line for line in kept if ("v200" in line.split("\t")[1]) != IS_NEW]
    with open(file, "w") as f:
        f.writelines(sorted(kept + [line + "\n" for lines in LINES.values() for line in lines]))


def main():
    if IS_NEW:
        layouts("layouts-v200", ("v200", "v200"))
        check()
        write_lines()
        return
    layouts("layouts-earliest", "earliest")
    layouts("layouts-v110", ("v110", "v110"))
    slabs()
    flaws()
    times()
    flat()
    extents()
    single()
    fields()
    active()
    many_steps()
    check()
    write_lines()


if __name__ == "__main__":
    main()
