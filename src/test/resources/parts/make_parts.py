#!/usr/bin/env python3
"""Writes images whose data stand elsewhere in odd ways, honest and hostile, beside this script.

Needs numpy and h5py on HDF5 1 or 2. What h5py must read of them is checked here; the tests have the same values as
formulas.
"""
import os
import shutil
import struct
import tempfile

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
UNLIMITED = h5py.h5s.UNLIMITED
V110 = ("v110", "v110")


def new(name):
    return h5py.File(os.path.join(HERE, name), "w", libver=V110)


def header(f, shape, steps=None):
    g = f.create_group("VTKHDF")
    g.attrs["Version"] = np.array([1, 0] if steps is None else [2, 0], "i8")
    g.attrs.create("Type", np.bytes_("ImageData"), dtype=h5py.string_dtype("ascii", 9))
    z, y, x = shape
    g.attrs["WholeExtent"] = np.array([0, x - 1, 0, y - 1, 0, z - 1], "i8")
    g.attrs["Origin"] = np.zeros(3)
    g.attrs["Spacing"] = np.ones(3)
    g.attrs["Direction"] = np.eye(3).ravel()
    if steps:
        g.create_group("Steps").attrs["NSteps"] = np.int64(steps)
    return g.create_group("PointData")


def numbers(shape, dtype="i4"):
    return np.arange(np.prod(shape), dtype=dtype).reshape(shape)


def requires(name, path, expected):
    with h5py.File(os.path.join(HERE, name)) as f:
        assert (f[path][...] == expected).all(), (name, path, f[path][...])


def mapped(group, name, shape, dtype, *mappings, fill=None, maxshape=None):
    """A virtual dataset: of each mapping the selection here, the names, and a shape or selection there."""
    dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    if fill is not None:
        dcpl.set_fill_value(np.array(fill, dtype))
    for here, file, dataset, there in mappings:
        source = h5py.h5s.create_simple(there) if isinstance(there, tuple) else there
        dcpl.set_virtual(here, file.encode(), dataset.encode(), source)
    space = h5py.h5s.create_simple(shape, maxshape or shape)
    h5py.h5d.create(group.id, name.encode(), h5py.h5t.py_create(np.dtype(dtype)), space, dcpl)


def selection(shape, start, count=None, stride=None, block=None, maxshape=None):
    space = h5py.h5s.create_simple(shape, maxshape or shape)
    space.select_hyperslab(start, count or (1,) * len(shape), stride, block)
    return space


def interleaved():
    """70 parts, each every 70th column, and as many that are unions of boxes."""
    shape, parts = (2, 3, 140), 70
    data = numbers(shape)
    with new("interleaved.vtkhdf") as f:
        p = header(f, shape)
        grids, unions = [], []
        for k in range(parts):
            f["p%d" % k] = data[:, :, k::parts]
            here = selection(shape, (0, 0, k), (2, 3, 2), (1, 1, parts))
            grids.append((here, ".", "p%d" % k, (2, 3, 2)))
            union = selection(shape, (0, 0, k), (2, 3, 1), (1, 1, 1))
            other = parts + (k + 1) % parts
            union.select_hyperslab((0, 0, other), (2, 3, 1), (1, 1, 1), op=h5py.h5s.SELECT_OR)
            f["u%d" % k] = data[:, :, sorted((k, other))]
            unions.append((union, ".", "u%d" % k, (2, 3, 2)))
        mapped(p, "grids", shape, "i4", *grids)
        mapped(p, "unions", shape, "i4", *unions)
    requires("interleaved.vtkhdf", "VTKHDF/PointData/grids", data)
    requires("interleaved.vtkhdf", "VTKHDF/PointData/unions", data)


def gap():
    """Numbered parts 0, 1 and 3, and a fixed one far behind: HDF5 looks for none behind the first that is missing."""
    for n in (0, 1, 3):
        with new("gap%d.h5" % n) as f:
            f["d"] = np.full((1, 2, 2), n + 1, "i2")
    for name, far in (("gap", 6), ("far", 2000000000)):
        with new(name + ".vtkhdf") as f:
            p = header(f, (6, 2, 2))
            shape, most = (far, 2, 2), (UNLIMITED, 2, 2)
            mapped(
                p,
                "a",
                shape,
                "i2",
                (selection(shape, (0, 0, 0), (UNLIMITED, 1, 1), (1, 1, 1), (1, 2, 2), most), "gap%b.h5", "d", (1, 2, 2)),
                (selection(shape, (far - 1, 0, 0), None, None, (1, 2, 2), most), "gap3.h5", "d", (1, 2, 2)),
                fill=-1,
                maxshape=most,
            )
    expected = np.array([1, 2, -1, -1, -1, 4], "i2")[:, None, None]
    requires("gap.vtkhdf", "VTKHDF/PointData/a", expected)


def up_and_down():
    """The number of a part in a name that leads back out of the folder which it names."""
    with new("up.vtkhdf") as f:
        p = header(f, (3, 2, 2))
        shape, most = (3, 2, 2), (UNLIMITED, 2, 2)
        here = selection(shape, (0, 0, 0), (UNLIMITED, 1, 1), (1, 1, 1), (1, 2, 2), most)
        mapped(p, "a", shape, "i2", (here, "%b/../gap0.h5", "d", (1, 2, 2)), maxshape=most)


def again_and_again():
    """Twelve levels of five datasets without an end, each made of all of the next level."""
    width, depth = 5, 12
    with new("levels.vtkhdf") as f:
        p = header(f, (1, 1, 1))
        f["leaf"] = np.ones((1, 1, 1), "i2")
        shape, most = (1, 1, 1), (UNLIMITED, 1, 1)
        endless = lambda: selection(shape, (0, 0, 0), (UNLIMITED, 1, 1), (1, 1, 1), (1, 1, 1), most)
        for level in range(depth, 0, -1):
            for number in range(width if level > 1 else 1):
                parts = ["leaf" if level == depth else "L%d_%d" % (level + 1, k) for k in range(width)]
                name = "L%d_%d" % (level, number) if level > 1 else "a"
                group = f if level > 1 else p
                mapped(group, name, shape, "i2", *((endless(), ".", part, endless()) for part in parts), maxshape=most)


def lookup3(data):
    """The checksum of HDF5's metadata, by Bob Jenkins."""
    mask = 0xFFFFFFFF
    rot = lambda x, k: ((x << k) | (x >> (32 - k))) & mask
    a = b = c = (0xDEADBEEF + len(data)) & mask
    at = 0
    while len(data) - at > 12:
        x, y, z = struct.unpack_from("<III", data, at)
        a, b, c = (a + x) & mask, (b + y) & mask, (c + z) & mask
        for k, i in ((4, 0), (6, 1), (8, 2), (16, 0), (19, 1), (4, 2)):
            if i == 0:
                a = ((a - c) & mask) ^ rot(c, k)
                c = (c + b) & mask
            elif i == 1:
                b = ((b - a) & mask) ^ rot(a, k)
                a = (a + c) & mask
            else:
                c = ((c - b) & mask) ^ rot(b, k)
                b = (b + a) & mask
        at += 12
    if at == len(data):
        return c
    x, y, z = struct.unpack("<III", data[at:].ljust(12, b"\0"))
    a, b, c = (a + x) & mask, (b + y) & mask, (c + z) & mask
    c = ((c ^ b) - rot(b, 14)) & mask
    a = ((a ^ c) - rot(c, 11)) & mask
    b = ((b ^ a) - rot(a, 25)) & mask
    c = ((c ^ b) - rot(b, 16)) & mask
    a = ((a ^ c) - rot(c, 4)) & mask
    b = ((b ^ a) - rot(a, 14)) & mask
    return ((c ^ b) - rot(b, 24)) & mask


def overlapping():
    """A union of 3,000 boxes that HDF5 would never write: all of them in one another."""
    count = 3000
    shape = (2 * count + 4, 2, 2)
    path = os.path.join(HERE, "overlapping.vtkhdf")
    with h5py.File(path, "w", libver="earliest") as f:
        here = selection(shape, (0, 0, 0), (count, 1, 1), (2, 1, 1), (1, 1, 1))
        here.select_hyperslab((2 * count + 1, 1, 1), (1, 1, 1), op=h5py.h5s.SELECT_OR)
        mapped(header(f, shape), "a", shape, "i2", (here, "nowhere.h5", "d", (here.get_select_npoints(),)))
    with open(path, "r+b") as f:
        data = bytearray(f.read())
        names = b"nowhere.h5\0d\0"
        start = data.find(names) - 9
        at = start + 9 + len(names) + 16  # Behind the selection there, which is all.
        kind, version = struct.unpack_from("<II", data, at)
        assert (kind, version) == (2, 1)
        rank, blocks = struct.unpack_from("<II", data, at + 16)
        assert rank == 3
        corners = np.zeros((blocks, 6), "<u4")
        corners[:, 0] = np.arange(blocks)
        corners[:, 3] = 2 * count + 2 - np.arange(blocks)
        end = at + 24 + corners.nbytes
        data[at + 24 : end] = corners.tobytes()
        struct.pack_into("<I", data, end, lookup3(bytes(data[start:end])))
        f.seek(0)
        f.write(data)


def fields():
    """Field arrays that are virtual, of all kinds of numbers, each of a part of other numbers and of none."""
    with new("fields.h5") as f:
        f["be"] = np.array([[1.5, 2, 3], [4, 5, 6]], ">f4")
        f["half"] = np.array([1.5, 2, -3], "<f2")
        f["short"] = numbers(6, ">i2")
        f["bool"] = np.array([True, False, True])
        three = h5py.h5t.STD_I32BE.copy()
        three.set_precision(24)
        three.set_size(3)
        packed = h5py.h5d.create(f.id, b"three", three, h5py.h5s.create_simple((4,)))
        packed.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([-70000, 2, 3, 4], "i4"))
    wanted = {
        "be8": ("be", (2, 3), ">f8", (4, 3), 7.5),
        "le2": ("be", (2, 3), "<i2", (4, 3), -2),
        "half": ("half", (3,), "<f2", (3,), None),
        "half8": ("half", (3,), "<f8", (5,), 0.5),
        "long": ("short", (6,), ">i8", (8,), 9),
        "byte": ("short", (6,), "i1", (6,), None),
        "three": ("three", (4,), ">i4", (5,), 77),
        "bool": ("bool", (3,), "?", (3,), None),
        "lost": ("short", (6,), ">i4", (6,), 9),
    }
    with new("fields.vtkhdf") as f:
        header(f, (2, 2, 2))["a"] = np.zeros((2, 2, 2), "f4")
        group = f["VTKHDF"].create_group("FieldData")
        for name, (source, size, dtype, shape, fill) in wanted.items():
            layout = h5py.VirtualLayout(shape, dtype)
            file = "no.h5" if name == "lost" else "fields.h5"
            layout[: size[0]] = h5py.VirtualSource(file, source, size)
            group.create_virtual_dataset(name, layout, fillvalue=fill)
    with h5py.File(os.path.join(HERE, "fields.vtkhdf")) as f:
        for name, data in f["VTKHDF/FieldData"].items():
            print(name, data[...].ravel().tolist())


def tables():
    """Time series whose times, or whose places of an array, stand in a file that is not there."""
    for name, lost in (("times", "Values"), ("offsets", "PointDataOffsets/a")):
        with new("lost-%s.vtkhdf" % name) as f:
            header(f, (2, 2, 2), 3)["a"] = numbers((3, 2, 2, 2), "f4")
            steps = f["VTKHDF/Steps"]
            for table, kind in (("Values", "f8"), ("PointDataOffsets/a", "i8")):
                if table == lost:
                    layout = h5py.VirtualLayout((3,), kind)
                    layout[:] = h5py.VirtualSource("no.h5", "t", (3,))
                    steps.create_virtual_dataset(table, layout)
                else:
                    steps[table] = np.arange(3, dtype=kind)


def series():
    """A series of three steps, each in a file of its own, of which two are not there; one is no HDF5."""
    with new("step0.h5") as f:
        f["d"] = numbers((2, 2, 2), "f4")
    with open(os.path.join(HERE, "step2.h5"), "w") as f:
        f.write("no HDF5\n")
    with new("series.vtkhdf") as f:
        p = header(f, (2, 2, 2), 4)
        f["VTKHDF/Steps/Values"] = np.arange(4.0)
        layout = h5py.VirtualLayout((4, 2, 2, 2), "f4")
        for step in range(4):
            layout[step] = h5py.VirtualSource("step%d.h5" % step, "d", (2, 2, 2))
        p.create_virtual_dataset("a", layout)


def field_of_steps():
    """A series with a field array whose second step has a missing part."""
    with new("field-series.vtkhdf") as f:
        header(f, (2, 2, 2), 2)["a"] = numbers((2, 2, 2, 2), "f4")
        f["first"] = np.array([1.5, 2.5])
        layout = h5py.VirtualLayout((4,), "f8")
        layout[:2] = h5py.VirtualSource(".", "first", (2,))
        layout[2:] = h5py.VirtualSource("second.vtkhdf", "d", (2,))
        f["VTKHDF"].create_group("FieldData").create_virtual_dataset("f", layout, fillvalue=-1)
        steps = f["VTKHDF/Steps"]
        steps["Values"] = np.arange(2.0)
        steps["FieldDataOffsets/f"] = np.array([0, 2])
        steps["FieldDataSizes/f"] = np.array([[1, 2], [1, 2]])
    requires("field-series.vtkhdf", "VTKHDF/FieldData/f", [1.5, 2.5, -1, -1])


def external():
    """Links to other files: a dataset, one of a file that links on, one of nothing, and a circle."""
    with new("linked.h5") as f:
        f["d"] = numbers((2, 2, 2), "i4")
        f["on"] = h5py.ExternalLink("links.vtkhdf", "/VTKHDF/PointData/own")
        f["circle"] = h5py.ExternalLink("links.vtkhdf", "/VTKHDF/PointData/circle")
        f["soft"] = h5py.SoftLink("/d")
        layout = h5py.VirtualLayout((2, 2, 2), "i4")
        layout[...] = h5py.VirtualSource(".", "d", (2, 2, 2))
        f.create_virtual_dataset("virtual", layout)
    with new("links.vtkhdf") as f:
        p = header(f, (2, 2, 2))
        p["own"] = numbers((2, 2, 2), "i4") + 100
        for name in ("d", "on", "circle", "soft", "virtual", "nothing"):
            p[name] = h5py.ExternalLink("linked.h5", "/" + name)
        p["nowhere"] = h5py.ExternalLink("no.h5", "/d")
    for name in ("d", "soft", "virtual"):
        requires("links.vtkhdf", "VTKHDF/PointData/" + name, numbers((2, 2, 2)))
    requires("links.vtkhdf", "VTKHDF/PointData/on", numbers((2, 2, 2)) + 100)
    with new("whole.vtkhdf") as f:
        f["VTKHDF"] = h5py.ExternalLink("links.vtkhdf", "/VTKHDF")


def far_apart():
    """Endless mappings whose blocks are so far apart that the next one is behind the largest index."""
    with new("far-apart.vtkhdf") as f:
        p = header(f, (2, 2, 2))
        p["a"] = numbers((2, 2, 2), "i2")
        for number in range(3):
            f["d%d" % number] = np.full((1, 2, 2), number, "i2")
        f.create_dataset("long", data=np.zeros((10, 2, 2), "i2"), maxshape=(None, 2, 2), chunks=(1, 2, 2))
        shape, most = (2, 2, 2), (UNLIMITED, 2, 2)
        there = selection((10, 2, 2), (0, 0, 0), (UNLIMITED, 1, 1), (1, 1, 1), (1, 2, 2), most)
        for exponent in (60, 61, 62):
            here = selection(shape, (0, 0, 0), (UNLIMITED, 1, 1), (2**exponent, 1, 1), (1, 2, 2), most)
            mapped(p, "endless%d" % exponent, shape, "i2", (here, ".", "long", there), maxshape=most)
        here = selection(shape, (2**62, 0, 0), (UNLIMITED, 1, 1), (2**62, 1, 1), (1, 2, 2), most)
        mapped(p, "numbered", shape, "i2", (here, ".", "d%b", (1, 2, 2)), maxshape=most)


def numbered():
    """40 mappings without an end, each of a column of 60 numbered parts: more than a copy holds at a time."""
    rows, columns = 60, 40
    shape, most = (rows, 1, columns), (UNLIMITED, 1, columns)
    data = numbers(shape, "i2")
    with new("numbered.vtkhdf") as f:
        for row in range(rows):
            f["d%d" % row] = data[row]
        mappings = []
        for column in range(columns):
            here = selection(shape, (0, 0, column), (UNLIMITED, 1, 1), (1, 1, 1), (1, 1, 1), most)
            mappings.append((here, ".", "d%b", selection((1, columns), (0, column))))
        mapped(header(f, shape), "a", shape, "i2", *mappings, maxshape=most)
    requires("numbered.vtkhdf", "VTKHDF/PointData/a", data)


def between():
    """2,000 elements, each of 15 that are in one another, each of 600 parts between one another: 36,000,000 looks."""
    elements, covers, parts, repeats = 2000, 15, 600, 10
    with new("between.vtkhdf") as f:
        p = header(f, (2, 1, elements // 2))
        f["leaf"] = np.zeros(repeats, "i1")
        inner, outer = (parts * repeats,), (2, 1, elements // 2)
        mapped(f, "inner", inner, "i1", *(
            (selection(inner, (k,), (repeats,), (parts,)), ".", "leaf", (repeats,)) for k in range(parts)
        ))
        mapped(f, "covers", inner, "i1", *((selection(inner, (0,), inner), ".", "inner", inner) for _ in range(covers)))
        there = selection(inner, (parts,), (elements,), (2,))
        mapped(p, "a", outer, "i1", (selection(outer, (0, 0, 0), outer), ".", "covers", there))


def names():
    """A name of a file that ends as that of a folder, and one from the root, which a test puts in the place of 'x's."""
    with new("slash.vtkhdf") as f:
        shape = (2, 2, 2)
        mapped(header(f, shape), "a", shape, "f4", (selection(shape, (0, 0, 0), shape), "step0.h5/", "d", shape))
    requires("slash.vtkhdf", "VTKHDF/PointData/a", np.zeros((2, 2, 2)))
    with new("lost.vtkhdf") as f:
        p = header(f, (2, 2, 2))
        p["soft"] = h5py.SoftLink("/nothing")
        p["text"] = h5py.ExternalLink("text.h5", "/d")
        mapped(p, "up", shape, "f4", (selection(shape, (0, 0, 0), shape), "../up.h5", "d", shape))
    with new("text.h5") as f:
        f["d"] = np.zeros(shape, "S4")
    path = os.path.join(HERE, "absolute.vtkhdf")
    with h5py.File(path, "w", libver="earliest") as f:  # So that there is no checksum.
        header(f, (2, 2, 2))["a"] = h5py.ExternalLink("x" * 250 + "/gone/linked.h5", "/d")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(HERE, "linked.h5"), folder)
        with open(path, "rb") as f:
            data = f.read().replace(b"x" * 250, folder.encode().ljust(250, b"/"))
        moved = os.path.join(folder, "absolute.vtkhdf")
        with open(moved, "wb") as f:
            f.write(data)
        with h5py.File(moved) as f:
            assert (f["VTKHDF/PointData/a"][...] == numbers((2, 2, 2))).all()


if __name__ == "__main__":
    for write in (
        interleaved, gap, up_and_down, again_and_again, overlapping, fields, tables, series, external,
        field_of_steps, far_apart, numbered, between, names,
    ):  # fmt: skip
        write()
