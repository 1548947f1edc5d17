#!/usr/bin/env python3
"""Writes the golden files beside this script. Needs h5py; made with h5py 3.7 on HDF5 1.10.8; those with v200 in
their names, which it leaves as they are if HDF5 is older, with h5py 3.16 on HDF5 2.0.0.

Unless its name says otherwise (partial, never, empty, extent), an array's value at point or cell x, y, z and component c, counted
from 0, is x + 7 y + 31 z + 101 c, wrapped around in types that cannot hold it.
"""
import ctypes
import os
import struct

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
NX, NY, NZ = 5, 4, 3
TYPES = ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"]


def values(dtype="f4", shape=(NZ, NY, NX), components=0):
    z, y, x, c = np.indices(shape + (max(1, components),))
    v = (x + 7 * y + 31 * z + 101 * c).astype(dtype)
    return v if components else v[..., 0]


def header(root, extent, version=(1, 0), type_name=np.bytes_(b"ImageData"), **numbers):
    g = root.create_group("VTKHDF")
    if type_name is not None:
        g.attrs["Type"] = type_name
    g.attrs["Version"] = np.array(version, "i8")
    g.attrs["WholeExtent"] = np.array(extent, "i4")
    g.attrs["Origin"] = np.array([1, 2, 3], "f8")
    g.attrs["Spacing"] = np.array([0.5, 0.25, 0.125], "f8")
    g.attrs["Direction"] = np.eye(3).ravel()
    for name, value in numbers.items():
        g.attrs[name] = value
    g.create_group("PointData")
    g.create_group("CellData")
    g.create_group("FieldData")
    return g


def new(name, **options):
    return h5py.File(os.path.join(HERE, name + ".h5"), "w", **options)


def extent_of(nx, ny, nz):
    return [0, nx - 1, 0, ny - 1, 0, nz - 1]


def low_level(group, name, data, dcpl):
    space = h5py.h5s.create_simple(data.shape)
    d = h5py.h5d.create(group.id, name.encode(), h5py.h5t.py_create(data.dtype), space, dcpl)
    d.write(h5py.h5s.ALL, h5py.h5s.ALL, np.ascontiguousarray(data))


def layouts(name, libver):
    with new(name, libver=libver) as f:
        g = header(f, extent_of(NX, NY, NZ))
        p = g["PointData"]
        v = values()
        vec = values("f8", components=3)
        p["contiguous"] = v
        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_layout(h5py.h5d.COMPACT)
        low_level(p, "compact", v, dcpl)
        p.create_dataset("single", data=v, chunks=v.shape)
        p.create_dataset("single gzip", data=v, chunks=v.shape, compression=9, shuffle=True)
        p.create_dataset("larger chunk", data=v, maxshape=(8, 8, 8), chunks=(4, 8, 8))
        p.create_dataset("edges", data=v, chunks=(2, 3, 2))
        p.create_dataset("edges gzip", data=v, chunks=(2, 3, 2), compression=1, shuffle=True, fletcher32=True)
        p.create_dataset("split components", data=vec, chunks=(2, 2, 3, 2), compression=1)
        p.create_dataset("room to grow", data=v, chunks=(2, 2, 2), maxshape=(7, 9, 11), compression=1)
        p.create_dataset("unlimited z", data=v, chunks=(1, 2, 2), maxshape=(None, 4, 9))
        p.create_dataset("unlimited y", data=vec, chunks=(1, 1, 2, 3), maxshape=(6, None, 5, 3), compression=1)
        p.create_dataset("unlimited x", data=v, chunks=(1, 1, 1), maxshape=(3, 6, None))
        p.create_dataset("unlimited all", data=v, chunks=(1, 1, 1), maxshape=(None, None, None))
        p.create_dataset("unlimited all gzip", data=v, chunks=(1, 2, 2), maxshape=(None, None, None), compression=1)
        p.create_dataset("checked", data=values("i2"), chunks=(1, 3, 5), fletcher32=True)
        p.create_dataset("shuffled", data=vec, chunks=(1, 4, 5, 3), shuffle=True)

        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_chunk((1, 2, 3))
        dcpl.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        low_level(p, "allocated early", v, dcpl)

        masked = p.create_dataset("masked", shape=v.shape, dtype="f4", chunks=(1, 4, 5), compression=1, shuffle=True)
        for z in range(NZ):
            masked.id.write_direct_chunk((z, 0, 0), v[z].tobytes(), filter_mask=3)

        g["CellData"].create_dataset("cells", data=values("u2", (NZ - 1, NY - 1, NX - 1)), chunks=(1, 3, 4), compression=4)


def partial(name, libver):
    """Only the chunk at the origin and the last one were written; fill value 7 where the name says so."""
    with new(name, libver=libver) as f:
        p = header(f, extent_of(NX, NY, NZ))["PointData"]
        v = values()
        for label, maxshape, options in [
            ("fixed", None, {}),
            ("fixed gzip", None, {"compression": 1}),
            ("extensible", (None, NY, NX), {}),
            ("tree", (None, None, NX), {}),
        ]:
            d = p.create_dataset("partial " + label, shape=v.shape, dtype="f4", chunks=(1, 2, 5), maxshape=maxshape, **options)
            d[0, :2] = v[0, :2]
            d[2, 2:] = v[2, 2:]
        p.create_dataset("never 7", shape=v.shape, dtype=">i2", chunks=(1, 2, 5), fillvalue=7)
        p.create_dataset("never 7 contiguous", shape=v.shape, dtype="f8", fillvalue=7)
        p.create_dataset("never", shape=v.shape, dtype="f8", chunks=(3, 2, 5))


def types():
    with new("types", userblock_size=512, libver=("earliest", "v110")) as f:
        g = header(f, extent_of(NX, NY, NZ))
        p = g["PointData"]
        for t in TYPES:
            p["le " + t] = values("<" + t)
            p["be " + t] = values(">" + t)
        p.create_dataset("be chunked", data=values(">f8", components=2), chunks=(1, 4, 5, 1), compression=1, shuffle=True)
        p["one component"] = values("f4", components=1)
        p["bad float16"] = values("f2")
        p["bad bool"] = np.zeros((NZ, NY, NX), bool)
        p["bad compound"] = np.zeros((NZ, NY, NX), [("a", "f4"), ("b", "i4")])
        p["bad long double"] = values(np.longdouble)
        p["bad string"] = np.full((NZ, NY, NX), b"text")
        p.create_dataset("bad lzf", data=values(), compression="lzf")
        p.create_dataset("bad scaleoffset", data=values("i4"), scaleoffset=0)
        layout = h5py.VirtualLayout((NZ, NY, NX), "f4")
        layout[...] = h5py.VirtualSource(".", "/VTKHDF/PointData/one component", (NZ, NY, NX))
        p.create_virtual_dataset("bad virtual", layout)
        p.create_dataset("empty", shape=(0, NY, NX), dtype="f4")
    path = os.path.join(HERE, "types.h5")
    with open(path, "r+b") as f:
        f.write(b"#!/bin/sh\n")


def flat():
    for name, n in [("flat-z", (5, 4, 1)), ("flat-zy", (5, 1, 1)), ("flat-y", (5, 1, 3)), ("flat-x", (1, 4, 3)), ("voxel", (1, 1, 1))]:
        nx, ny, nz = n
        with new(name) as f:
            p = header(f, extent_of(nx, ny, nz))["PointData"]
            full = values("i4", (nz, ny, nx))
            vec = values("i4", (nz, ny, nx), 2)
            p["full"] = full
            p["full vector"] = vec
            p["one component"] = full[..., None]
            if nz == 1:
                p["no z"] = full[0]
                p["no z vector"] = vec[0]
            if ny == 1:
                p["no y"] = full[:, 0]
                p["no y vector"] = vec[:, 0]
            if nz == 1 and ny == 1:
                p["only x"] = full[0, 0]
                p["only x vector"] = vec[0, 0]


def extents():
    with new("extent") as f:
        p = header(f, [2, 6, -1, 2, 3, 5])["PointData"]
        p["own points"] = values()
        larger = np.zeros((7, 6, 9), "f4")
        larger[:NZ, :NY, :NX] = values()
        p["corner"] = larger
    with new("extent-absolute") as f:
        p = header(f, [2, 6, 1, 4, 3, 5])["PointData"]
        p["own points"] = values()
        larger = np.full((7, 6, 9), -1, "f4")
        larger[3:6, 1:5, 2:7] = values()
        p["absolute"] = larger


def one_step():
    with new("one-step") as f:
        g = header(f, extent_of(NX, NY, NZ), version=(2, 8))
        p = g["PointData"]
        p.create_dataset("leading", data=values()[None], maxshape=(None, NZ, NY, NX), chunks=(1, NZ, NY, NX))
        p.create_dataset("leading vector", data=values("f8", components=3)[None])
        p["plain"] = values()
        s = g.create_group("Steps")
        s.attrs["NSteps"] = np.int64(1)
        s["Values"] = np.zeros(1, "f4")
    with new("two-steps") as f:
        g = header(f, extent_of(NX, NY, NZ), version=(2, 0))
        g["PointData"]["a"] = np.stack([values(), values()])
        g.create_group("Steps").attrs["NSteps"] = np.int64(2)


def text_type(length, padding, charset):
    t = h5py.h5t.C_S1.copy() if length is None else h5py.h5t.C_S1.copy()
    t.set_size(h5py.h5t.VARIABLE if length is None else length)
    t.set_strpad(padding)
    t.set_cset(charset)
    return t


def raw_type_attribute(group, text, padding, charset):
    """The attribute Type with exactly these bytes."""
    t = text_type(len(text), padding, charset)
    a = h5py.h5a.create(group.id, b"Type", t, h5py.h5s.create(h5py.h5s.SCALAR))
    a.write(np.array(text, dtype="S%d" % len(text)), mtype=t)


def odd_types():
    ascii_, utf8 = h5py.h5t.CSET_ASCII, h5py.h5t.CSET_UTF8
    cases = {
        "nul-terminated-utf8": (b"ImageData\0", h5py.h5t.STR_NULLTERM, utf8),
        "nul-padded": (b"ImageData\0\0\0\0", h5py.h5t.STR_NULLPAD, ascii_),
        "space-padded": (b"ImageData    ", h5py.h5t.STR_SPACEPAD, ascii_),
    }
    for name, case in cases.items():
        with new("type-" + name) as f:
            g = header(f, extent_of(NX, NY, NZ), type_name=None)
            raw_type_attribute(g, *case)
            g["PointData"]["a"] = values()
    for name, value in [("variable", "ImageData"), ("array", np.array([b"ImageData"])), ("missing", None)]:
        with new("type-" + name) as f:
            header(f, extent_of(NX, NY, NZ), type_name=value)["PointData"]["a"] = values()
    with new("type-unstructured") as f:
        f.create_group("VTKHDF").attrs["Type"] = np.bytes_(b"UnstructuredGrid")
    with new("type-number") as f:
        header(f, extent_of(NX, NY, NZ), type_name=7)


def odd_headers():
    with new("header-odd-numbers", libver="latest") as f:
        g = f.create_group("VTKHDF", track_order=True)
        g.attrs["Type"] = np.bytes_(b"ImageData")
        g.attrs["Version"] = np.array([2, 3], ">i2")
        g.attrs["WholeExtent"] = np.array(extent_of(NX, NY, NZ), ">f8")
        g.attrs["Origin"] = np.array([1, 2, 3], ">f4")
        g.attrs["Spacing"] = np.array([1, 2, 4], "u1")
        g.attrs["Direction"] = np.array([[0, 1, 0], [-1, 0, 0], [0, 0, 1]], "f4")
        for i in range(12):
            g.attrs["extra %d" % i] = i
        p = g.create_group("PointData")
        for i in range(20):
            p["dense %d" % i] = values()
    with new("header-bare") as f:
        g = f.create_group("VTKHDF")
        g.attrs["Version"] = np.array([1, 0])
        g.attrs["WholeExtent"] = np.array(extent_of(NX, NY, NZ))
    broken = {
        "no-version": lambda g: g.attrs.__delitem__("Version"),
        "no-extent": lambda g: g.attrs.__delitem__("WholeExtent"),
        "short-extent": lambda g: g.attrs.__setitem__("WholeExtent", np.arange(4)),
        "backward-extent": lambda g: g.attrs.__setitem__("WholeExtent", np.array([0, -1, 0, -1, 0, -1])),
        "fractional-extent": lambda g: g.attrs.__setitem__("WholeExtent", np.array([0, 1.5, 0, 1, 0, 1])),
        "huge-extent": lambda g: g.attrs.__setitem__("WholeExtent", np.array([0, 1 << 40, 0, 1, 0, 1])),
        "nan-spacing": lambda g: g.attrs.__setitem__("Spacing", np.array([1, np.nan, 1])),
        "text-origin": lambda g: g.attrs.__setitem__("Origin", "here"),
        "small-array": lambda g: g["PointData"].create_dataset("a", data=values()[:, :, 1:]),
        "rank-5": lambda g: g["PointData"].create_dataset("a", data=values()[None, None]),
    }
    for name, spoil in broken.items():
        with new("broken-" + name) as f:
            spoil(header(f, extent_of(NX, NY, NZ)))
    with new("broken-no-group") as f:
        f["something"] = 1
    with new("broken-group-is-dataset") as f:
        f["VTKHDF"] = 1


def links():
    for name, libver in [("links", "earliest"), ("links-latest", "latest")]:
        with new(name, libver=libver) as f:
            g = header(f, extent_of(NX, NY, NZ))
            f["elsewhere"] = values()
            p = g["PointData"]
            p["absolute"] = h5py.SoftLink("/elsewhere")
            p["relative"] = h5py.SoftLink("deeper/inside")
            p["twice"] = h5py.SoftLink("/VTKHDF/PointData/absolute")
            p["dangling"] = h5py.SoftLink("/nowhere")
            p["through a dataset"] = h5py.SoftLink("/elsewhere/a")
            p["itself"] = h5py.SoftLink("itself")
            p["external"] = h5py.ExternalLink("voxel.h5", "/VTKHDF/PointData/full")
            p.create_group("deeper")["inside"] = values("i2")
            p["Größe ∆"] = values()
            p["zz"] = values()


    with new("links-deep", libver="latest") as f:
        p = header(f, extent_of(1, 1, 1))["PointData"]
        p["0"] = values(shape=(1, 1, 1))
        for i in range(1, 1300):  # A B-tree of three levels holds more than 1149.
            p["%d" % i] = p["0"]


def fields():
    with new("fields") as f:
        g = header(f, extent_of(NX, NY, NZ))
        d = g["FieldData"]
        d["scalar"] = np.float64(4.5)
        d["list"] = np.arange(6, dtype=">i4")
        d["tuples"] = np.arange(6, dtype="u1").reshape(2, 3)
        d.create_dataset("chunked", data=np.arange(100, dtype="f4"), chunks=(30,), compression=1, shuffle=True)
        d.create_dataset("none", shape=(0,), dtype="f8")
        d.create_dataset("none of three", shape=(0, 3), dtype="f8")
        d["fixed"] = np.array([b"one", b"three"])
        d["variable utf8"] = np.array(["α", "", "beta"], h5py.string_dtype())
        d["variable ascii"] = np.array(["one", "two"], h5py.string_dtype("ascii"))
        d["bytes in ascii"] = np.array(["Grüße".encode(), b"x"], h5py.string_dtype("ascii"))
        d["latin1"] = np.array([b"Gr\xfc\xdfe"])
        d["one string"] = "alone"
        d.create_dataset("no strings", shape=(0,), dtype=h5py.string_dtype())
        d.create_dataset("chunked strings", data=np.array(["s%d" % i for i in range(7)], object), dtype=h5py.string_dtype(), chunks=(3,))
        d["bad rank"] = np.zeros((2, 2, 2))
        d["bad bool"] = np.zeros(2, bool)
        d["linked"] = h5py.SoftLink("list")


def active():
    with new("active") as f:
        g = header(f, extent_of(NX, NY, NZ), version=(2, 8))
        p, c = g["PointData"], g["CellData"]
        for name in ["s", "v", "n"]:
            p[name] = values(components=3)
        p["s"].attrs["Attribute"] = np.bytes_(b"SCALARS")
        p["n"].attrs["Attribute"] = "Nonsense"
        p.attrs["Scalars"] = "v"
        p.attrs["Vectors"] = np.bytes_(b"v")
        p.attrs["Normals"] = "not there"
        p.attrs["GlobalIds"] = 7
        c["s"] = values(shape=(NZ - 1, NY - 1, NX - 1))
        c.attrs["Scalars"] = "s"


def paged():
    """Indexes in pages: few of their chunks written."""
    n = 2500
    with new("paged-fixed", libver=("v110", "v110")) as f:
        p = header(f, extent_of(1, 1, n))["PointData"]
        d = p.create_dataset("partial", shape=(n, 1, 1), dtype="u1", chunks=(1, 1, 1), fillvalue=9)
        for z in (0, 1023, 2048, n - 1):
            d[z] = z % 251
    n = 140000
    with new("paged-extensible", libver=("v110", "v110")) as f:
        p = header(f, extent_of(1, 1, n))["PointData"]
        d = p.create_dataset("partial", shape=(n, 1, 1), dtype="u1", chunks=(1, 1, 1), maxshape=(None, 1, 1), fillvalue=9)
        for z in (0, 5, 300, 40000, 131055, 131056, 134000, n - 1):
            d[z] = z % 251


def edges():
    """Chunks that reach beyond the dataset have no filters: H5Pset_chunk_opts, which h5py does not offer."""
    with new("edge-chunks", libver=("v110", "v110")) as f:
        p = header(f, extent_of(NX, NY, NZ))["PointData"]
        libhdf5 = ctypes.CDLL(next(l.split()[-1] for l in open("/proc/self/maps") if "libhdf5" in l and "_hl" not in l))
        for name, chunk in (("bricks", (2, 3, 2)), ("slices", (1, NY, NX)), ("one", (NZ, NY, NX))):
            for filters in (("shuffle",), ("deflate",), ("shuffle", "deflate"), ("shuffle", "deflate", "fletcher32")):
                dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                dcpl.set_chunk(chunk)
                for filter in filters:
                    getattr(dcpl, "set_" + filter)(*[4] * (filter == "deflate"))
                assert libhdf5.H5Pset_chunk_opts(ctypes.c_int64(dcpl.id), ctypes.c_uint(2)) >= 0
                low_level(p, name + " " + " ".join(filters), values(), dcpl)


def committed():
    for name, libver in (("committed-earliest", "earliest"), ("committed-v110", ("v110", "v110"))):
        with new(name, libver=libver) as f:
            p = header(f, extent_of(NX, NY, NZ))["PointData"]
            for t in TYPES + [">f8"]:
                f["type of " + t] = np.dtype(t)
                p.create_dataset(t, data=values(t), dtype=f["type of " + t])


def never_written():
    """A single chunk with filters has neither address nor size then."""
    with new("never-written-chunk", libver=("v110", "v110")) as f:
        p = header(f, extent_of(NX, NY, NZ))["PointData"]
        p["beside"] = values()
        p.create_dataset("never", (NZ, NY, NX), "f4", chunks=(NZ, NY, NX), compression="gzip", fillvalue=9)
    n = 1 << 20
    for name, storage in (("huge-chunked", {"chunks": (1, 1, 64)}), ("huge-contiguous", {})):
        with new(name) as f:
            g = header(f, extent_of(n, n, n))
            g.attrs["Unfinished"] = np.array([1], "i4")
            g["PointData"].create_dataset("never", (n, n, n), "u1", **storage)


def odd_attributes():
    """Attributes of types that no reader of images needs, some in a heap of their own, beside arrays."""
    for name, libver in (("attributes-earliest", "earliest"), ("attributes-v110", ("v110", "v110"))):
        with new(name, libver=libver) as f:
            g = header(f, extent_of(NX, NY, NZ))
            p = g["PointData"]
            p["array"] = values()
            g["FieldData"]["field"] = np.arange(3)
            large = libver != "earliest"
            for o in (p, p["array"], g["FieldData"]["field"]) + (() if large else (g,)):
                o.attrs["Scalars"] = p["array"].regionref[0:1]
                o.attrs["yes"] = True
                o.attrs["nested"] = np.zeros(2, [("a", "f4"), ("s", "S5"), ("n", [("x", "i2")])])
                o.attrs["opaque"] = np.void(b"abc")
                for i in range(5 if large else 0):
                    o.attrs["large %d" % i] = np.zeros(600)


def odd_datasets():
    """One array that is as it should be, and whatever else HDF5 can hold beside it."""
    with new("odd-datasets") as f:
        g = header(f, extent_of(NX, NY, NZ))
        shape = (NZ, NY, NX)
        negative = h5py.enum_dtype({"a": -1, "b": 2}, "i4")
        big = h5py.enum_dtype({"a": -1, "b": 2}, ">i8")
        reference = np.dtype([("a", ">f8"), ("r", h5py.ref_dtype), ("v", h5py.vlen_dtype([("q", "i4"), ("z", h5py.string_dtype())]))])
        gap = np.dtype({"names": ["a", "b"], "formats": ["f4", "f4"], "offsets": [0, 70000], "itemsize": 70004})
        types = {
            "booleans": bool,
            "enumeration": negative,
            "enumeration big": big,
            "enumeration many": h5py.enum_dtype({"name%d" % i: i for i in range(300)}, "u2"),
            "compound": np.dtype([("a", ">f8"), ("b", ">f8", (2,)), ("e", big)]),
            "compound large": gap,
            "compound of references": reference,
            "lists": h5py.vlen_dtype(np.dtype([("e", negative)])),
            "references": h5py.ref_dtype,
            "regions": h5py.regionref_dtype,
            "opaque": np.dtype("V7"),
            "arrays": np.dtype(("f4", (2,))),
            "float16": "f2",
        }
        for group in (g["PointData"], g["FieldData"]):
            for name, dtype in types.items():
                group.create_dataset(name, shape=shape, dtype=dtype)
            for name, file_type in (("bits", h5py.h5t.STD_B16BE), ("odd integers", h5py.h5t.STD_I32LE.copy())):
                if name == "odd integers":
                    file_type.set_precision(20)
                h5py.h5d.create(group.id, name.encode(), file_type, h5py.h5s.create_simple(shape))
            group.create_dataset("more than 2^63", shape=(1 << 33, 1 << 20, 1 << 20), dtype="i4", chunks=(1, 1, 10))
            group.create_dataset("more than 2^63 in 4", shape=(2, 3, 4, 1 << 62), dtype="i8", chunks=(1, 1, 1, 10))
        p = g["PointData"]
        p["scale"] = np.arange(5.0)
        p["scale"].make_scale("x")
        p["good"] = values()
        p["good"].dims[2].attach_scale(p["scale"])
        p["null"] = h5py.Empty("f4")
        p["scalar"] = 7.5
        g["FieldData"]["good"] = np.arange(3)


def empty_cells():
    """A flat image has no layer of cells, and VTK's writer of some releases stores arrays of none."""
    with new("empty-cells") as f:
        g = header(f, extent_of(NX, NY, 1))
        g["PointData"]["p"] = values(shape=(1, NY, NX))
        g["CellData"].create_dataset("c", shape=(0, NY - 1, NX - 1), dtype="f8")
        g["CellData"].create_dataset("v", shape=(0, NY - 1, NX - 1, 3), dtype="f4", chunks=(1, 3, 4, 3), maxshape=(None, 3, 4, 3))


def shared_as_of_old():
    """References to committed datatypes as HDF5 wrote them up to 1.6: longer, so the messages behind one move."""
    path = os.path.join(HERE, "committed-old.h5")
    addresses = []
    with new("committed-old") as f:
        p = header(f, extent_of(NX, NY, NZ))["PointData"]
        f["type"] = np.dtype(">i2")
        f["pair"] = np.dtype([("a", "f4"), ("b", "i4")])
        p.create_dataset("numbers", data=values(">i2"), dtype=f["type"])
        p.create_dataset("pairs", shape=(NZ, NY, NX), dtype=f["pair"])
        p["beside"] = values()
        addresses = [h5py.h5o.get_info(p[name].id).addr for name in ("numbers", "pairs")]
    with open(path, "r+b") as f:
        for address in addresses:
            f.seek(address + 8)
            size = int.from_bytes(f.read(4), "little")
            f.seek(address + 16)
            messages = f.read(size)
            moved, at = b"", 0
            while at < size:
                kind, length = struct.unpack_from("<HH", messages, at)
                message = messages[at : at + 8 + length]
                at += 8 + length
                if kind == 3:
                    message = struct.pack("<HHBxxxBB6xQ", 3, 24, message[4], 1, 0, 0) + message[10:18]
                elif kind == 0 and length >= 8:
                    message = struct.pack("<HHBxxx", 0, length - 8, 0) + message[16:]
                moved += message
            assert len(moved) == size
            f.seek(address + 16)
            f.write(moved)
    with h5py.File(path, "r") as f:
        assert (f["VTKHDF/PointData/numbers"][...] == values(">i2")).all()
        assert f["VTKHDF/PointData/pairs"].dtype.names == ("a", "b")


def undeclared_names():
    """Names in UTF-8 that are declared as ASCII, as C programs do; they differ in nothing else."""
    with new("names-undeclared", libver=("v110", "v110")) as f:
        p = header(f, extent_of(NX, NY, NZ))["PointData"]
        p["inside"] = values()
        for name in ("ä", "ö", "∇"):
            h5py.h5o.link(p["inside"].id, p.id, name.encode())


def virtual():
    """Slices of a file that is there, of one that is not, of one that is no HDF5, and of one in another folder."""
    with new("virtual") as f:
        g = header(f, extent_of(3, 2, 4))
        f["part"] = np.zeros((2, 3))
        layout = h5py.VirtualLayout((4, 2, 3), "f8")
        for z, (name, dataset) in enumerate(
            ((".", "/part"), ("missing.h5", "a/b"), ("make_fixtures.py", "c"), ("../elsewhere.h5", "d"))
        ):
            layout[z] = h5py.VirtualSource(name, dataset, shape=(2, 3))
        g["PointData"].create_virtual_dataset("v", layout)


def mapped(group, name, shape, mappings, dtype="u1"):
    """A virtual dataset of whole datasets of this file and others, each from an index on."""
    layout = h5py.VirtualLayout(shape, dtype)
    for at, (file, dataset, size) in mappings:
        layout[tuple(slice(a, a + n) for a, n in zip(at, size))] = h5py.VirtualSource(file, dataset, size)
    group.create_virtual_dataset(name, layout, fillvalue=9)


def huge_virtual():
    """2^57 bytes that nobody has written, twice as many that are made of them, and the same again and again."""
    size = 1 << 19
    with new("virtual-huge", libver=("v110", "v110")) as f:
        p = header(f, extent_of(size, size, size))["PointData"]
        h5py.h5d.create(f.id, b"unwritten", h5py.h5t.STD_U8LE, h5py.h5s.create_simple((size, size, size)))
        f["corner"] = np.arange(1, 9, dtype="u1").reshape(2, 2, 2)
        whole = (size,) * 3
        mapped(p, "a", whole, [((0, 0, 0), (".", "unwritten", whole)), ((7, 7, 7), (".", "corner", (2, 2, 2)))])
        sparse = h5py.VirtualLayout(whole, "u1")
        sparse[:: 1 << 10, :: 1 << 9, :: 3] = h5py.VirtualSource(".", "unwritten", whole)[: 1 << 9, : 1 << 10, : (size + 2) // 3]
        p.create_virtual_dataset("sparse", sparse, fillvalue=5)
    with new("virtual-again", libver=("v110", "v110")) as f:
        p = header(f, extent_of(2, 2, 2))["PointData"]
        f["0"] = np.arange(8, dtype="u1").reshape(2, 2, 2)
        for level in range(1, 5):
            mapped(f, str(level), (2, 2, 2), [((0, 0, 0), (".", str(level - 1), (2, 2, 2)))] * 40)
        mapped(p, "twice", (2, 2, 2), [((0, 0, 0), (".", "1", (2, 2, 2)))] * 2)
        mapped(p, "again", (2, 2, 2), [((0, 0, 0), (".", "4", (2, 2, 2)))])


def many_parts():
    """Numbered parts, of which one is there, for a test to make more of it."""
    with new("virtual-many", libver=("v110", "v110")) as f:
        p = header(f, extent_of(3, 2, 1200))["PointData"]
        whole = h5py.h5s.create_simple((1, 2, 3), (h5py.h5s.UNLIMITED, 2, 3))
        whole.select_hyperslab((0, 0, 0), (h5py.h5s.UNLIMITED, 1, 1), None, (1, 2, 3))
        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_virtual(whole, b"many%b.h5", b"d", h5py.h5s.create_simple((2, 3)))
        space = h5py.h5s.create_simple((1, 2, 3), (h5py.h5s.UNLIMITED, 2, 3))
        h5py.h5d.create(p.id, b"v", h5py.h5t.STD_I16LE, space, dcpl)
    with new("many0") as f:
        f["d"] = np.arange(6, dtype="i2").reshape(2, 3)


if __name__ == "__main__":
    huge_virtual()
    many_parts()
    layouts("layouts-earliest", "earliest")
    layouts("layouts-v110", ("v110", "v110"))
    if h5py.version.hdf5_version_tuple >= (2,):
        layouts("layouts-v200", ("v200", "v200"))
        partial("partial-v200", ("v200", "v200"))
    partial("partial-earliest", "earliest")
    partial("partial-v110", ("v110", "v110"))
    types()
    flat()
    extents()
    one_step()
    odd_types()
    odd_headers()
    links()
    fields()
    active()
    paged()
    odd_datasets()
    empty_cells()
    shared_as_of_old()
    edges()
    committed()
    never_written()
    odd_attributes()
    undeclared_names()
    virtual()
