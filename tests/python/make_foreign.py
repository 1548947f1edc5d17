"""Writes VTKHDF files in every way that HDF5 allows, and manifest.json with what is in them, into the given folder.

make_foreign.py FOLDER [FAMILY]...: only these families. What begins with "HDF5 2.0" is made only when it is named, because
it needs that library: the golden files in tests/src/test/resources/hdf5-2.0 are its, made with h5py 3.16 on HDF5 2.0.0.

"expect" says what our reader is to make of a file: "same", "unsupported", "refused", or "unjudged" where it may choose;
"judged" whether the file takes part in the comparison of readers; "faults" where, below /VTKHDF, our validator is to
find an error or something to warn of, behind a bar what it is to say; "lacking" the arrays that lack parts, as our reader is
to tell.
"""

import json
import sys

import h5py
import numpy
from h5py import h5d, h5p, h5s, h5t

import foreign_packed
import foreign_series
from foreign import EXTENT, FOLDER, IDENTITY, MANIFEST, NAMES, Foreign, cells, draw, points

FILTERS = {
    "plain": {},
    "gzip": {"compression": "gzip", "compression_opts": 4},
    "shuffle and gzip": {"compression": "gzip", "compression_opts": 9, "shuffle": True},
    "shuffle": {"shuffle": True},
    "fletcher32": {"fletcher32": True},
    "all three": {"compression": "gzip", "compression_opts": 1, "shuffle": True, "fletcher32": True},
}

INDEXES = {
    "single chunk": (None, lambda s: s),
    "fixed array, edge chunks": (None, lambda s: (2, 3, 4)),
    "fixed array, slices": (None, lambda s: (1, s[1], s[2])),
    "extensible array": (lambda s: (None, s[1], s[2]), lambda s: (2, 3, 4)),
    "extensible array along x": (lambda s: (s[0], s[1], None), lambda s: (1, 1, 1)),
    "version 2 B-tree": (lambda s: (None, None, None), lambda s: (2, 3, 4)),
}


def chunked_layouts():
    for libver in ("earliest", "v108", "v110", "latest"):
        for index, (greatest, chunk) in INDEXES.items():
            with Foreign(f"{libver}: {index}", libver=libver) as f:
                shape = points(f.extent)
                for name, filters in FILTERS.items():
                    for dtype in ("f4", "i2", ">f8"):
                        maxshape = greatest(shape) if greatest else None
                        values = draw(shape, dtype)
                        f.add(f"{name} {dtype}", values, chunks=chunk(shape), maxshape=maxshape, **filters)
                vectors = draw(shape + (3,), "f4")
                maxshape = greatest(shape) + (3,) if greatest else None
                f.add("vectors", vectors, chunks=chunk(shape) + (2,), maxshape=maxshape, shuffle=True)


def many_chunks():
    extent = (0, 39, 0, 39, 0, 19)
    for libver in ("earliest", "v110"):
        for name, filters in (("plain", {}), ("all three", FILTERS["all three"])):
            for growing in (None, (None, 40, 40), (None, None, 40)):
                with Foreign(f"{libver}: 8000 chunks, {name}, maxshape {growing}", extent, libver) as f:
                    f.add("a", draw(points(extent), "u2"), chunks=(2, 2, 1), maxshape=growing, **filters)


def implicit_index():
    with Foreign("implicit chunk index", libver="v110") as f:
        values = draw(points(f.extent))
        create = h5p.create(h5p.DATASET_CREATE)
        create.set_chunk((2, 3, 4))
        create.set_alloc_time(h5d.ALLOC_TIME_EARLY)
        low_level(f, "implicit", values, create)


def low_level(f, name, values, create, write=True):
    group = f.root.require_group("PointData")
    stored = h5t.py_create(values.dtype)
    dataset = h5d.create(group.id, name.encode(), stored, h5s.create_simple(values.shape), create)
    if write:
        dataset.write(h5s.ALL, h5s.ALL, values)
    f.note("PointData", name, values)
    return h5py.Dataset(dataset)


def other_layouts():
    for libver in ("earliest", "v108", "v110"):
        with Foreign(f"{libver}: contiguous and compact", libver=libver) as f:
            f.add("contiguous", draw(points(f.extent)))
            create = h5p.create(h5p.DATASET_CREATE)
            create.set_layout(h5d.COMPACT)
            low_level(f, "compact", draw(points(f.extent), "f4"), create)


def types():
    shapes = {"points": points(EXTENT), "points x 3": points(EXTENT) + (3,), "points x 1": points(EXTENT) + (1,)}
    for order in "<>":
        for title, shape in shapes.items():
            with Foreign(f"{title}, {order}") as f:
                for name in NAMES:
                    values = draw(shape, name if name[1] == "1" else order + name)
                    f.add(name, values, dims=points(EXTENT)[::-1], components=shape[3] if len(shape) > 3 else 1)
        with Foreign(f"cells, {order}") as f:
            for name in NAMES:
                dtype = name if name[1] == "1" else order + name
                f.add(name, draw(cells(EXTENT), dtype), "CellData", chunks=(1, 6, 8), compression="gzip")


def headers():
    big = numpy.array([1, 0], ">i8")
    with Foreign("Version int64", version=numpy.array([1, 0], "i8"), extent_type="i8", number_type="f4") as f:
        f.add_plain()
    with Foreign("big-endian header", version=big, extent_type=">i4", number_type=">f4") as f:
        f.add_plain()
    with Foreign("unsigned extent", version=numpy.array([1, 2], "u1"), extent_type="u8", number_type=">f8") as f:
        f.add_plain()
    with Foreign("Version 2.2 without Steps", version=numpy.array([2, 2], "i8")) as f:
        f.add_plain()
    strings = {
        "fixed ASCII": ("ImageData", h5t.CSET_ASCII, h5t.STR_NULLPAD, 9),
        "fixed UTF-8": ("ImageData", h5t.CSET_UTF8, h5t.STR_NULLPAD, 9),
        "NUL-terminated": ("ImageData", h5t.CSET_ASCII, h5t.STR_NULLTERM, 10),
        "NUL-terminated UTF-8": ("ImageData", h5t.CSET_UTF8, h5t.STR_NULLTERM, 10),
        "NUL-padded to 32": ("ImageData", h5t.CSET_ASCII, h5t.STR_NULLPAD, 32),
        "variable UTF-8": "ImageData",
    }
    for name, string in strings.items():
        for libver in ("earliest", "v110"):
            with Foreign(f"Type {name}, {libver}", libver=libver, type_string=string) as f:
                f.add_plain()
    with Foreign("no Type") as f:
        f.add_plain()
        del f.root.attrs["Type"]
    for name, default in (("Origin", [0, 0, 0]), ("Spacing", [1, 1, 1]), ("Direction", IDENTITY)):
        with Foreign(f"no {name}") as f:
            f.add_plain()
            del f.root.attrs[name]
            f.account[name.lower()] = list(default)
    with Foreign("Direction of rank 2") as f:
        f.add_plain()
        f.root.attrs["Direction"] = numpy.eye(3)
    with Foreign("many attributes, stored densely", libver="v110", header=False) as f:
        f.root = f.file.create_group("VTKHDF", track_order=True)
        for i in range(40):
            f.root.attrs[f"other {i}"] = numpy.arange(i)
        f.header()
        f.add_plain()


def places():
    for size in (512, 4096):
        with Foreign(f"user block of {size} bytes", create={"userblock_size": size}) as f:
            f.add_plain()
    with Foreign("soft and hard links") as f:
        f.file["elsewhere"] = draw(points(f.extent))
        group = f.root.create_group("PointData")
        group["soft"] = h5py.SoftLink("/elsewhere")
        group["hard"] = f.file["elsewhere"]
        for name in ("soft", "hard"):
            f.note("PointData", name, draw(points(f.extent)))
    with Foreign("soft link that leads nowhere") as f:
        f.root.create_group("PointData")["dangling"] = h5py.SoftLink("/nowhere")
        f.add_plain()
    with Foreign("link to another file") as f:
        values = draw(points(f.extent))
        with h5py.File(FOLDER / "elsewhere.h5", "w") as elsewhere:
            elsewhere["a"] = values
        f.root.create_group("PointData")["external"] = h5py.ExternalLink("elsewhere.h5", "/a")
        f.add_plain()
        f.note("PointData", "external", values)
    with Foreign("other groups beside and inside") as f:
        f.add_plain()
        f.root["PointData"].create_group("inner")["deep"] = 1
        f.root.create_group("Unknown")["x"] = 1
        f.file.create_group("elsewhere")["y"] = 1
    with Foreign("page-aligned file space", libver="v110", create={"fs_strategy": "page", "fs_persist": True}) as f:
        f.add_plain()
    for libver in ("earliest", "v110"):
        with Foreign(f"no groups at all, {libver}", libver=libver):
            pass
        with Foreign(f"empty groups, {libver}", libver=libver) as f:
            for name in ("PointData", "CellData", "FieldData"):
                f.root.create_group(name)


def extents():
    for extent in (
        (5, 12, 7, 11, 3, 9),
        (-5, 2, -7, -3, -9, 0),
        (0, 0, 0, 0, 0, 0),
        (0, 6, 0, 4, 0, 0),
        (0, 0, 0, 4, 0, 5),
        (0, 6, 0, 0, 0, 5),
        (3, 3, 0, 0, 0, 5),
        (0, 6, 0, 0, 0, 0),
        (2**31 - 5, 2**31 - 1, -(2**31), -(2**31) + 2, 0, 1),
    ):
        with Foreign(f"{extent}, points", extent) as f:
            f.add("scalars", draw(points(extent)))
        with Foreign(f"{extent}, points x 3", extent) as f:
            f.add("vectors", draw(points(extent) + (3,), "f4"))
        with Foreign(f"{extent}, cells", extent) as f:
            f.add("scalars", draw(cells(extent), "i2"), "CellData")


def flat_ranks():
    flat = (0, 6, 0, 4, 0, 0)
    with Foreign("flat z, rank 2, points", flat) as f:
        f.add("scalars", draw((5, 7)), dims=(7, 5, 1))
        f.add("vectors", draw((5, 7, 3)), dims=(7, 5, 1), components=3)
    with Foreign("flat z, rank 2, cells", flat) as f:
        f.add("scalars", draw((4, 6), "u1"), "CellData", dims=(6, 4, 1), chunks=(2, 5), compression="gzip")


def absolute_indices():
    """VTK takes the extent's start for an index into the dataset; what it reads are the last points of a larger one."""
    extent = (2, 8, 1, 6, 3, 4)
    for title, shape in (("as large as the extent", (2, 6, 7)), ("counted from 0", (5, 7, 9))):
        with Foreign(f"extent {extent}, dataset {title}", extent) as f:
            values = draw(shape)
            f.root.create_group("PointData")["a"] = values
            f.note("PointData", "a", values[-2:, -6:, -7:])


def other_sizes():
    with Foreign("larger than the extent") as f:
        values = draw((6, 9, 10))
        f.root.create_group("PointData")["a"] = values
        f.note("PointData", "a", values[:5, :7, :9])
    with Foreign("smaller than the extent", expect="refused", judged=True) as f:
        f.add("a", draw((4, 7, 9)))


def dense_groups():
    for libver in ("earliest", "v110"):
        for tracked in (False, True):
            with Foreign(f"200 arrays, {libver}, order tracked: {tracked}", (0, 2, 0, 1, 0, 1), libver) as f:
                f.root.create_group("PointData", track_order=tracked)
                for i in range(200):
                    f.add(f"array number {i}", draw(points(f.extent), "f4", i))


def holes():
    """Chunks that nobody wrote read as the fill value."""
    for libver in ("earliest", "v110"):
        for greatest in (None, (None, 7, 9), (None, None, 9)):
            with Foreign(f"chunks never written, {libver}, maxshape {greatest}", libver=libver) as f:
                shape = points(f.extent)
                for fill in (None, -7.5, float("nan")):
                    for name, filters in (("plain", {}), ("gzip", FILTERS["shuffle and gzip"])):
                        expected = numpy.full(shape, 0.0 if fill is None else fill)
                        storage = {"chunks": (2, 3, 4), "maxshape": greatest, "fillvalue": fill, "dtype": "f8", **filters}
                        group = f.root.require_group("PointData")
                        group.create_dataset(f"none {fill} {name}", shape, **storage)
                        f.note("PointData", f"none {fill} {name}", expected)
                        some = group.create_dataset(f"some {fill} {name}", shape, **storage)
                        some[1:3, 3:6, 2] = expected[1:3, 3:6, 2] = 5
                        f.note("PointData", f"some {fill} {name}", expected)
    with Foreign("contiguous, never written") as f:
        group = f.root.create_group("PointData")
        for fill in (None, 42):
            group.create_dataset(f"fill {fill}", points(f.extent), "i4", fillvalue=fill)
            f.note("PointData", f"fill {fill}", numpy.full(points(f.extent), fill or 0, "i4"))


def python_package():
    """As the Python package vtk-hdf lays its files out."""
    with Foreign("Python package", (0, 8, 0, 6, 0, 4), version=numpy.array([1, 0], "i8"), extent_type="i8") as f:
        for name in ("PointData", "CellData", "FieldData"):
            f.root.create_group(name)
        shape = points(f.extent)
        f.add("slices", draw(shape), chunks=(1, shape[1], shape[2]), compression="gzip")
        f.add("partial", draw(shape, "f4"), chunks=(1, shape[1], shape[2]))
        f.root["PointData"].attrs["Scalars"] = "slices"
        f.account["active"] = [["POINT", "SCALARS", "slices"]]
    with Foreign("active arrays in all kinds of strings") as f:
        f.add_plain()
        f.add("vectors", draw(points(f.extent) + (3,)))
        f.add("cell", draw(cells(f.extent)), "CellData")
        f.root["PointData"].attrs["Scalars"] = numpy.bytes_("plain")
        f.root["PointData"].attrs["Vectors"] = "vectors"
        f.root["CellData"].attrs["Scalars"] = numpy.bytes_("cell")
        f.account["active"] = [["POINT", "SCALARS", "plain"], ["POINT", "VECTORS", "vectors"], ["CELL", "SCALARS", "cell"]]


def fields():
    for libver in ("earliest", "v110"):
        with Foreign(f"field arrays, {libver}", libver=libver) as f:
            group = f.root.create_group("FieldData")
            texts = ["", "plain", "Größe", "速度", "x" * 5000]
            ascii_tagged = h5py.string_dtype("ascii")
            group.create_dataset("utf-8", data=texts, dtype=h5py.string_dtype("utf-8"))
            group.create_dataset("ascii", data=[t.encode() for t in texts], dtype=ascii_tagged)
            group.create_dataset("fixed", data=numpy.array(["ab", "c", ""], "S2"))
            group.create_dataset("no strings", shape=(0,), dtype=ascii_tagged)
            group.create_dataset("chunked", data=texts, dtype=h5py.string_dtype("utf-8"), chunks=(2,), compression="gzip")
            for name in ("utf-8", "ascii", "chunked"):
                f.fields.append({"name": name, "strings": texts})
            f.fields.append({"name": "fixed", "strings": ["ab", "c", ""]})
            f.fields.append({"name": "no strings", "strings": []})
            for name, values in {
                "rank 1": draw((7,), "f4"),
                "rank 2": draw((7, 3), ">i4"),
                "one column": draw((7, 1), "i8"),
                "empty": draw((0,), "u2"),
            }.items():
                group[name] = values
                native = values.astype(values.dtype.newbyteorder("<"))
                f.fields.append(
                    {
                        "name": name,
                        "type": NAMES[values.dtype.str[1:]],
                        "components": values.shape[1] if values.ndim == 2 else 1,
                        "hex": native.tobytes().hex(),
                    }
                )


def field_layouts():
    """One a file, because readers give up at the first that they cannot read."""
    ascii_tagged = h5py.string_dtype("ascii")
    utf8_tagged = h5py.string_dtype("utf-8")
    texts = ["", "plain", "x" * 50]
    for title, storage in {
        "rank 1": {"data": draw((7,), "f4")},
        "rank 2": {"data": draw((7, 3), ">i4")},
        "one column": {"data": draw((7, 1), "i8")},
        "no tuples": {"data": draw((0,), "u2")},
        "a scalar": {"data": draw((), "f8")},
        "chunked and growing": {"data": draw((7,), "f8"), "maxshape": (None,), "compression": "gzip"},
    }.items():
        with Foreign(f"numbers, {title}", expect="unjudged" if title == "a scalar" else "same") as f:
            f.add_plain()
            f.root.create_group("FieldData").create_dataset("f", **storage)
            values = storage["data"]
            native = values.astype(values.dtype.newbyteorder("<"))
            components = values.shape[1] if values.ndim == 2 else 1
            f.fields.append(
                {"name": "f", "type": NAMES[values.dtype.str[1:]], "components": components, "hex": native.tobytes().hex()}
            )
    for title, storage in {
        "variable ASCII": {"data": [t.encode() for t in texts], "dtype": ascii_tagged},
        "variable UTF-8": {"data": texts, "dtype": utf8_tagged},
        "fixed": {"data": numpy.array(texts, "S50")},
        "no strings": {"shape": (0,), "dtype": ascii_tagged},
        "a scalar": {"data": "plain", "dtype": ascii_tagged},
    }.items():
        with Foreign(f"strings, {title}", expect="unjudged" if title == "a scalar" else "same") as f:
            f.add_plain()
            f.root.create_group("FieldData").create_dataset("f", **storage)
            f.fields.append({"name": "f", "strings": {"no strings": [], "a scalar": ["plain"]}.get(title, texts)})


def one_step():
    """As VTK 9.7 writes one time step, and what else it may look like."""
    for title, count in (("a scalar", numpy.int64(1)), ("one element", numpy.array([1], "i4"))):
        with Foreign(f"rank 4, NSteps {title}", version=numpy.array([2, 8], "i8")) as f:
            f.add("a", draw(points(f.extent))[None], dims=points(f.extent)[::-1])
            add_steps(f, [0.0], count)
        with Foreign(f"rank 3, NSteps {title}", version=numpy.array([2, 0], "i8")) as f:
            f.add_plain()
            add_steps(f, [0.0], count)
    with Foreign("rank 5, growing, offsets", version=numpy.array([2, 8], "i8")) as f:
        shape = points(f.extent) + (3,)
        f.add("v", draw((1,) + shape, "f4"), dims=shape[2::-1], components=3, chunks=(1,) + shape, maxshape=(None,) + shape)
        add_steps(f, [0.0], PointDataOffsets={"v": [0, 1]})


def add_steps(f, values, count=None, **offsets):
    group = f.root.create_group("Steps")
    group.attrs["NSteps"] = numpy.int64(len(values)) if count is None else count
    group["Values"] = numpy.array(values, "f8")
    for name, arrays in offsets.items():
        for array, numbers in arrays.items():
            group.require_group(name)[array] = numpy.array(numbers, "i8")


def time_series():
    for title, group, extent, rank, offsets in (
        ("points", "PointData", EXTENT, 3, None),
        ("points, offsets", "PointData", EXTENT, 3, [0, 1, 2]),
        ("points, a slab used twice", "PointData", EXTENT, 3, [0, 1, 0]),
        ("cells, offsets", "CellData", EXTENT, 3, [0, 1, 2]),
        ("points x 3, offsets", "PointData", EXTENT, 4, [0, 1, 2]),
        ("flat z, rank 3, offsets", "PointData", (0, 8, 0, 6, 0, 0), 3, [0, 1, 2]),
    ):
        with temporal(title, extent=extent) as f:
            shape = points(extent) if group == "PointData" else cells(extent)
            stored = [n for n in shape if n > 1] + [3] * (rank - 3)
            slabs = draw([max(offsets or [2]) + 1] + stored)
            f.root.create_group(group)["a"] = slabs
            add_steps(f, [0.0, 0.5, 2.0], **({group.replace("Data", "DataOffsets"): {"a": offsets}} if offsets else {}))
            for i in offsets or range(3):
                f.step()
                f.note(group, "a", slabs[i], dims=shape[::-1], components=3 if rank == 4 else 1)
    with temporal("points and a field array") as f:
        slabs = draw((3,) + points(EXTENT))
        f.root.create_group("PointData")["a"] = slabs
        f.root.create_group("FieldData")["f"] = numpy.array([1.0, 2.0, 3.0])
        add_steps(f, [0.0, 0.5, 2.0], FieldDataOffsets={"f": [0, 1, 2]})
        for i in range(3):
            f.step()
            f.note("PointData", "a", slabs[i])
            f.fields.append({"name": "f", "type": "Float64", "components": 1, "hex": numpy.array(i + 1.0).tobytes().hex()})


def temporal(title, **attributes):
    return Foreign(title, version=numpy.array([2, 0], "i8"), judged=True, **attributes)


def add_three(f, name="a", times=(0.0, 0.5, 2.0), **offsets):
    """Three steps of a point array, with what is to be delivered of it."""
    slabs = draw((3,) + points(EXTENT))
    f.root.require_group("PointData")[name] = slabs
    add_steps(f, times, numpy.int64(3), **offsets)
    for values in slabs:
        f.step()
        f.note("PointData", name, values)
    return slabs


def times():
    """The list of times."""
    for title, values in {
        "200 for 3 steps": numpy.arange(200.0),
        "2 for 3 steps": numpy.arange(2.0),
        "1 for 3 steps": numpy.arange(1.0),
        "none": numpy.arange(0.0),
        "decreasing": numpy.array([2.0, 1.0, 0.0]),
        "not sorted": numpy.array([0.0, 2.0, 1.0]),
        "the same twice": numpy.array([0.0, 1.0, 1.0]),
        "NaN first": numpy.array([numpy.nan, 1.0, 2.0]),
        "NaN in the middle": numpy.array([0.0, numpy.nan, 2.0]),
        "NaN last": numpy.array([0.0, 1.0, numpy.nan]),
        "negative": numpy.array([-2.0, -1.0, 1.0]),
        "infinite last": numpy.array([0.0, 1.0, numpy.inf]),
        "Float32": numpy.array([0.0, 0.5, 2.0], "f4"),
        "Int32": numpy.array([0, 1, 2], ">i4"),
        "UInt8": numpy.array([0, 1, 2], "u1"),
        "one column": numpy.array([[0.0], [1.0], [2.0]]),
        "a matrix": numpy.arange(600.0).reshape(3, 200),
        "a scalar": numpy.array(1.0),
        "strings": numpy.array([b"0", b"1", b"2"]),
        "one less than one": numpy.array([0.0, 1.0, numpy.nextafter(1.0, 0)]),
        "one more than one": numpy.array([0.0, 1.0, numpy.nextafter(1.0, 2)]),
    }.items():
        good = title in ("negative", "infinite last", "Float32", "Int32", "UInt8", "one column", "one more than one")
        expect = "same" if good else "refused"
        with temporal(f"times: {title}", expect=expect, faults=[] if good else ["/Steps/Values"]) as f:
            add_three(f)
            del f.root["Steps/Values"]
            f.root["Steps/Values"] = values
    with temporal("times: missing", expect="refused", faults=["/Steps"]) as f:
        add_three(f)
        del f.root["Steps/Values"]
    for count in (numpy.int64(-1), numpy.int64(0), numpy.float64(3), numpy.bytes_("3")):
        fault = "/Steps@NSteps" if isinstance(count, bytes) else "/Steps"
        faults = [] if count == 3 else [fault]
        with Foreign(f"NSteps {count}", version=numpy.array([2, 0], "i8"), expect="unjudged", faults=faults) as f:
            add_three(f)
            f.root["Steps"].attrs["NSteps"] = count


def offsets():
    """Which slab belongs to which step."""
    for group in ("PointData", "CellData"):
        shape = points(EXTENT) if group == "PointData" else cells(EXTENT)
        for title, numbers, steps in (
            ("longer by 1", numpy.array([0, 1, 2, 3]), (0, 1, 2)),
            ("longer by 100", numpy.arange(103), (0, 1, 2)),
            ("shorter by 1", numpy.array([0, 1]), (0, 1, 2)),
            ("none", numpy.array([], "i8"), (0, 1, 2)),
            ("one column", numpy.array([[2], [1], [0]]), (2, 1, 0)),
            ("Int32", numpy.array([2, 1, 0], ">i4"), (2, 1, 0)),
            ("UInt8", numpy.array([2, 1, 0], "u1"), (2, 1, 0)),
            ("Float64", numpy.array([2.0, 1.0, 0.0]), (2, 1, 0)),
            ("negative", numpy.array([0, -1, 1]), (0, 1, 2)),
            ("beyond the slabs", numpy.array([0, 1, 3]), (0, 1, 2)),
            ("a scalar", numpy.int64(0), (0, 1, 2)),
            ("strings", numpy.array([b"0", b"1", b"2"]), (0, 1, 2)),
        ):
            bad = {"beyond the slabs": f"/{group}/a"} | dict.fromkeys(
                ("shorter by 1", "none", "negative", "a scalar", "strings"), f"/Steps/{group}Offsets/a"
            )
            expect = "refused" if title in bad else "same"
            with temporal(f"{group} offsets: {title}", expect=expect, faults=[bad[title]] if title in bad else []) as f:
                slabs = draw((3,) + shape)
                f.root.create_group(group)["a"] = slabs
                add_steps(f, [0.0, 0.5, 2.0])
                f.root["Steps"].create_group(group + "Offsets")["a"] = numbers
                for i in steps:
                    f.step()
                    f.note(group, "a", slabs[i])
        for title, stored, numbers in (
            ("one slab, offsets 0", (1,) + shape, [0, 0, 0]),
            ("one slab, no offsets", (1,) + shape, None),
            ("without an axis for time", shape, None),
            ("without an axis for time, offsets 0", shape, [0, 0, 0]),
        ):
            good = title == "one slab, offsets 0"
            expect = "same" if good else "refused"
            with temporal(f"{group} constant: {title}", expect=expect, faults=[] if good else [f"/{group}/a"]) as f:
                values = draw(stored)
                f.root.create_group(group)["a"] = values
                add_steps(f, [0.0, 0.5, 2.0], **({group + "Offsets": {"a": numbers}} if numbers else {}))
                for _ in range(3):
                    f.step()
                    f.note(group, "a", values.reshape(shape))


def temporal_fields():
    numbers = numpy.arange(24.0)
    bad = {
        "no offsets": ["/FieldData/f"],
        "no offsets, sizes": ["/FieldData/f"],
        "shorter offsets": ["/Steps/FieldDataOffsets/f"],
        "offsets beyond": ["/FieldData/f"],
        "sizes for fewer steps": ["/Steps/FieldDataSizes/f"],
        "sizes of more tuples than there are": ["/FieldData/f"],
        "sizes of other components": ["/Steps/FieldDataSizes/f"],
        "absent in the middle": ["/Steps/FieldDataSizes/f"],
        "absent at last": ["/Steps/FieldDataSizes/f"],
    }
    for title, values, first, sizes, steps in (
        ("one number a step", numbers[:3], [0, 1, 2], None, [[0], [1], [2]]),
        ("one number a step, sizes", numbers[:3], [0, 1, 2], [[1, 1]] * 3, [[0], [1], [2]]),
        ("one number for all", numbers[:1], [0, 0, 0], None, [[0], [0], [0]]),
        ("no offsets", numbers[:3], None, None, [[0, 1, 2]] * 3),
        ("no offsets, sizes", numbers[:3], None, [[1, 1]] * 3, [[0], [1], [2]]),
        ("shorter offsets", numbers[:3], [0, 1], None, [[0], [1], [2]]),
        ("longer offsets", numbers[:3], [0, 1, 2, 3], None, [[0], [1], [2]]),
        ("offsets beyond", numbers[:3], [0, 1, 3], None, [[0], [1], [2]]),
        ("several tuples, sizes", numbers[:6], [0, 2, 4], [[1, 2]] * 3, [[0, 1], [2, 3], [4, 5]]),
        ("several tuples, no sizes", numbers[:6], [0, 2, 4], None, [[0], [2], [4]]),
        ("other numbers of tuples", numbers[:6], [0, 1, 3], [[1, 1], [1, 2], [1, 3]], [[0], [1, 2], [3, 4, 5]]),
        ("components", numbers[:6].reshape(3, 2), [0, 1, 2], None, [[[0, 1]], [[2, 3]], [[4, 5]]]),
        ("components, sizes", numbers[:6].reshape(3, 2), [0, 1, 2], [[2, 1]] * 3, [[[0, 1]], [[2, 3]], [[4, 5]]]),
        ("tuples of components", numbers[:12].reshape(6, 2), [0, 2, 4], [[2, 2]] * 3,
         [[[0, 1], [2, 3]], [[4, 5], [6, 7]], [[8, 9], [10, 11]]]),
        ("a list in one tuple", numbers[:4].reshape(1, 4), [0, 0, 0], None, [[[0, 1, 2, 3]]] * 3),
        ("absent in the middle", numbers[:3], [0, 1, 2], [[1, 1], [0, 0], [1, 1]], [[0], None, [2]]),
        ("absent at first", numbers[:3], [0, 1, 2], [[0, 0], [1, 1], [1, 1]], [None, [1], [2]]),
        ("absent at last", numbers[:3], [0, 1, 2], [[1, 1], [1, 1], [0, 0]], [[0], [1], None]),
        ("absent always", numbers[:3], [0, 1, 2], [[0, 0]] * 3, [None, None, None]),
        ("sizes for fewer steps", numbers[:3], [0, 1, 2], [[1, 1]] * 2, [[0], [1], [2]]),
        ("sizes of more tuples than there are", numbers[:3], [0, 1, 2], [[1, 1], [1, 1], [1, 9]], [[0], [1], None]),
        ("sizes of other components", numbers[:6].reshape(3, 2), [0, 1, 2], [[1, 1]] * 3, [[[0, 1]], [[2, 3]], [[4, 5]]]),
    ):
        # Without offsets and sizes it is there at each step, all of it.
        expect = "same" if title.startswith("absent") or title == "no offsets" or title not in bad else "refused"
        with temporal(f"field, {title}", expect=expect, faults=bad.get(title, [])) as f:
            add_three(f, FieldDataOffsets={"f": first} if first else {}, FieldDataSizes={"f": sizes} if sizes else {})
            f.root.create_group("FieldData")["f"] = values
            for step, expected in zip(f.account["steps"], steps):
                if expected is not None:
                    tuples = numpy.array(expected, "f8")
                    components = tuples.shape[1] if tuples.ndim == 2 else 1
                    step["fields"].append(
                        {"name": "f", "type": "Float64", "components": components, "hex": tuples.tobytes().hex()}
                    )
    for title, sizes, firsts, texts in (
        ("strings", None, [0, 1, 2], [["a"], ["b"], ["c"]]),
        ("the same string", None, [0, 0, 0], [["a"]] * 3),
        ("lists of strings", [[1, 2]] * 3, [0, 2, 4], [["a", "b"], ["c", "d"], ["e", "f"]]),
    ):
        with temporal(f"field, {title}") as f:
            add_three(f, FieldDataOffsets={"f": firsts}, FieldDataSizes={"f": sizes} if sizes else {})
            ascii_tagged = h5py.string_dtype("ascii")
            f.root.create_group("FieldData").create_dataset("f", data=[b"a", b"b", b"c", b"d", b"e", b"f"], dtype=ascii_tagged)
            for step, strings in zip(f.account["steps"], texts):
                step["fields"].append({"name": "f", "strings": strings})
    with temporal("field called Time", faults=["/FieldData/Time"]) as f:
        add_three(f, FieldDataOffsets={"Time": [0, 1, 2]})
        f.root.create_group("FieldData")["Time"] = numpy.array([7.0, 8.0, 9.0])
        for i, step in enumerate(f.account["steps"]):
            step["fields"].append({"name": "Time", "type": "Float64", "components": 1, "hex": numpy.array(7.0 + i).tobytes().hex()})


def virtual_parts():
    """A virtual dataset over parts of which some are not there."""
    values = draw(points(EXTENT))
    slabs = {"part1.h5": values[:2], "part2.h5": values[2:4], "sub/part3.h5": values[4:]}
    (FOLDER / "sub").mkdir(exist_ok=True)
    for name, slab in slabs.items():
        with h5py.File(FOLDER / name, "w") as part:
            part["a"] = slab
    (FOLDER / "garbage.h5").write_bytes(b"no HDF5" * 100)
    for libver in ("earliest", "v110"):
        for title, renamed in {
            "all there": {},
            "a file is missing": {"part2.h5": ("none.h5", "a")},
            "a file of a missing folder": {"part2.h5": ("none/part2.h5", "a")},
            "a dataset is missing": {"part2.h5": ("part2.h5", "b")},
            "a dataset of a missing group": {"part2.h5": ("part2.h5", "b/a")},
            "a part in this file is missing": {"part2.h5": (".", "/nowhere")},
            "all parts are missing": {name: ("none.h5", "a") for name in slabs},
            "a part is no HDF5": {"part2.h5": ("garbage.h5", "a")},
        }.items():
            lacking = ["part " + ":".join(part) for part in list(renamed.values())[:1]]
            faults = [f"/PointData/virtual|{text}" for text in lacking]
            with Foreign(f"{title}, {libver}", libver=libver, faults=faults) as f:
                f.add_plain()
                layout = h5py.VirtualLayout(values.shape, "f8")
                first = 0
                for name, slab in slabs.items():
                    file, dataset = renamed.get(name, (name, "a"))
                    layout[first : first + len(slab)] = h5py.VirtualSource(file, dataset, shape=slab.shape)
                    first += len(slab)
                f.root["PointData"].create_virtual_dataset("virtual", layout)
                if lacking:
                    f.account["lacking"] = ["virtual"]
                f.note("PointData", "virtual", values)


def roles():
    """Roles that VTK gives to no array of that many components; it delivers the array all the same."""
    for role, components in (("Vectors", 1), ("Normals", 6), ("TCoords", 6), ("Tensors", 3), ("Tangents", 1), ("GlobalIds", 3)):
        with Foreign(f"{role} of {components}", faults=["/PointData/a@Attribute"]) as f:
            f.add("a", draw(points(EXTENT) + ((components,) if components > 1 else ()))).attrs["Attribute"] = numpy.bytes_(role)
            f.account["active"] = [["POINT", {"GlobalIds": "GLOBAL_IDS"}.get(role, role.upper()), "a"]]
    for title, role, name, active in (
        ("an array that is not there", "Scalars", "absent", []),
        ("vectors of one component", "Vectors", "plain", [["POINT", "VECTORS", "plain"]]),
    ):
        with Foreign(f"active names: {title}", faults=[f"/PointData@{role}"]) as f:
            f.add_plain()
            f.root["PointData"].attrs[role] = name
            f.account["active"] = active


def odd_geometry():
    for title, name, value in (
        ("spacing 0 along x", "spacing", [0.0, 1.0, 1.0]),
        ("spacing 0 along y", "spacing", [1.0, 0.0, 1.0]),
        ("spacing 0 along z", "spacing", [1.0, 1.0, 0.0]),
        ("negative spacing", "spacing", [-1.0, 1.0, 1.0]),
        ("direction of zeros", "direction", [0.0] * 9),
        ("direction of ones", "direction", [1.0] * 9),
        ("direction in a plane", "direction", [1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0]),
        ("direction with a mirror", "direction", [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, -1.0]),
    ):
        good = "negative" in title or "mirror" in title
        with Foreign(title, faults=[] if good else ["@" + name.capitalize()]) as f:
            f.add_plain()
            f.root.attrs[name.capitalize()] = value
            f.account[name] = value


def unknown_filters():
    """Filters that no VTK has. Their chunks hold what nobody can decode: who does not have a filter does not get that far."""
    values = draw(points(EXTENT))
    for number, name in ((307, "bzip2"), (32001, "blosc"), (32004, "lz4"), (32015, "zstd"), (40000, "nobody's")):
        with Foreign(name, faults=["/PointData/beyond"]) as f:
            f.add_plain()
            create = h5p.create(h5p.DATASET_CREATE)
            create.set_chunk(values.shape)
            create.set_filter(number, h5py.h5z.FLAG_OPTIONAL)
            dataset = low_level(f, "beyond", values, create, write=False)
            dataset.id.write_direct_chunk((0, 0, 0), b"nobody knows" * 9, filter_mask=0)
            f.account["unsupported"] = ["beyond"]


def hdf5_2():
    """What HDF5 2.0 alone writes: data layout messages of version 5, for filtered chunks and virtual datasets."""
    extent = (0, 3, 0, 2, 0, 1)
    shape = points(extent)
    chunk = (1, 2, 2)
    gzip = {"chunks": chunk, "compression": "gzip"}
    for title, storage in {
        "plain": {},
        "chunks": {"chunks": chunk},
        "gzip": gzip,
        "shuffle": {"chunks": chunk, "shuffle": True},
        "fletcher32": {"chunks": chunk, "fletcher32": True},
        "gzip, one chunk": {"chunks": shape, "compression": "gzip"},
        "gzip, growing": gzip | {"maxshape": (None,) + shape[1:]},
        "gzip, growing along all axes": gzip | {"maxshape": (None, None, None)},
    }.items():
        faults = [] if title in ("plain", "chunks") else ["/PointData/filtered"]
        with Foreign(f"{title}, latest", extent, "latest", faults=faults) as f:
            f.add_plain()
            f.add("filtered", draw(shape), **storage)
            f.add("z", draw(shape, "i2"))
    for libver in ("v114", ("earliest", "v200"), ("v110", "v200")):
        with Foreign(f"gzip, {libver}", extent, libver) as f:
            f.add_plain()
            f.add("filtered", draw(shape), **gzip)
    with Foreign("cells, gzip, latest", extent, "latest", faults=["/CellData/filtered"]) as f:
        f.add_plain()
        f.add("filtered", draw(cells(extent)), "CellData", chunks=(1, 2, 2), compression="gzip")
    with Foreign("flat z, gzip, latest", (0, 3, 0, 2, 0, 0), "latest", faults=["/PointData/filtered"]) as f:
        f.add("filtered", draw((3, 4)), dims=(4, 3, 1), chunks=(2, 3), compression="gzip")
    with Foreign("the only array, gzip, latest", extent, "latest", faults=["/PointData/filtered"]) as f:
        f.add("filtered", draw(shape), **gzip)
    with Foreign("field array, gzip, latest", extent, "latest", faults=["/FieldData/f"]) as f:
        f.add_plain()
        f.root.create_group("FieldData").create_dataset("f", data=numpy.arange(9.0), chunks=(4,), compression="gzip")
        f.fields.append({"name": "f", "type": "Float64", "components": 1, "hex": numpy.arange(9.0).tobytes().hex()})
    with Foreign("virtual, latest", extent, "latest", faults=["/PointData/beyond"]) as f:
        f.add_plain()
        layout = h5py.VirtualLayout(shape, "f8")
        layout[:] = h5py.VirtualSource(f.root["PointData/plain"])
        f.root["PointData"].create_virtual_dataset("beyond", layout)
        f.note("PointData", "beyond", draw(shape))
    for what, place in {"a": "/PointData/a", "Values": "/Steps/Values", "offsets": "/Steps/PointDataOffsets/a"}.items():
        with temporal(f"three steps, {what} gzip, latest", extent=extent, libver="latest", faults=[place]) as f:
            slabs = draw((3,) + shape)
            f.root.create_group("PointData").create_dataset("a", data=slabs, **({"compression": "gzip"} if what == "a" else {}))
            steps = f.root.create_group("Steps")
            steps.attrs["NSteps"] = numpy.int64(3)
            filtered = {"chunks": (3,), "compression": "gzip"}
            steps.create_dataset("Values", data=[0.0, 1.0, 2.0], **(filtered if what == "Values" else {}))
            order = [2, 1, 0]
            steps.create_group("PointDataOffsets").create_dataset("a", data=order, **(filtered if what == "offsets" else {}))
            for i in order:
                f.step()
                f.note("PointData", "a", slabs[i])


def beyond_us():
    """What VTK may be able to read but we are not, beside an array that is fine."""
    values = draw(points(EXTENT))
    numbers = draw(points(EXTENT), "i4") // 1000
    elsewhere = [(str(FOLDER.resolve() / "external.raw"), 0, h5py.h5f.UNLIMITED)]
    for title, storage, noted in (
        ("enumeration", {"data": numbers % 3, "dtype": h5py.enum_dtype({"a": 0, "b": 1, "c": 2}, "i4")}, numbers % 3),
        ("complex", {"data": values.astype("c16")}, None),
        ("compound", {"data": numpy.zeros(values.shape, [("a", "i4"), ("b", "f8")])}, None),
        ("fixed strings", {"data": numpy.zeros(values.shape, "S3")}, None),
        ("strings", {"shape": values.shape, "dtype": h5py.string_dtype()}, None),
        ("values in another file", {"data": values, "external": elsewhere}, values),
    ):
        with Foreign(title, judged="external" not in storage) as f:
            f.add_plain()
            f.root["PointData"].create_dataset("beyond", **storage)
            f.account["unsupported"] = ["beyond"]
            if noted is not None:
                f.note("PointData", "beyond", noted)
    with Foreign("virtual") as f:
        f.add_plain()
        layout = h5py.VirtualLayout(values.shape, "f8")
        layout[:] = h5py.VirtualSource(f.root["PointData/plain"])
        f.root["PointData"].create_virtual_dataset("virtual", layout)
        f.note("PointData", "virtual", values)
    with Foreign("unstructured grid", type_string=numpy.bytes_("UnstructuredGrid"), expect="unsupported"):
        pass


def corrupt():
    with Foreign("no VTKHDF group", header=False, expect="refused"):
        pass
    for name in ("Version", "WholeExtent"):
        with Foreign(f"no {name}", expect="refused", judged=True) as f:
            f.add_plain()
            del f.root.attrs[name]
    for name, value in {
        "WholeExtent": [0, 8, 0, 6],
        "WholeExtent ": [0, 8, 5, 3, 0, 4],
        "Origin": [0.0, 0.0],
        "Spacing": [float("nan"), 1, 1],
        "Direction": numpy.eye(2),
        "Version": [1],
    }.items():
        with Foreign(f"{name} {value}", expect="refused") as f:
            f.add_plain()
            f.root.attrs[name.strip()] = value
    for shape in ((5, 7, 8), (5, 7), (5, 7, 9, 3, 2), (9, 7, 5), (4, 7, 9), ()):
        with Foreign(f"array of shape {shape}", expect="refused") as f:
            f.root.create_group("PointData")["a"] = draw(shape)


FAMILIES = {
    "chunks": chunked_layouts,
    "8000 chunks": many_chunks,
    "implicit chunk index": implicit_index,
    "contiguous and compact": other_layouts,
    "types": types,
    "header": headers,
    "places and links": places,
    "extent, rank 3": extents,
    "rank 2": flat_ranks,
    "absolute indices": absolute_indices,
    "dataset's size": other_sizes,
    "200 arrays": dense_groups,
    "never written": holes,
    "as Python writes": python_package,
    "all field arrays": fields,
    "field data": field_layouts,
    "one time step": one_step,
    "three time steps": time_series,
    "times of steps": times,
    "slabs of steps": offsets,
    "field data of steps": temporal_fields,
    "odd types and filters": beyond_us,
    "filters of others": unknown_filters,
    "virtual": virtual_parts,
    "roles": roles,
    "odd geometry": odd_geometry,
    "corrupt": corrupt,
    "HDF5 2.0": hdf5_2,
    "HDF5 2.0, series": foreign_series.hdf5_2,
} | foreign_packed.FAMILIES | foreign_series.FAMILIES
for family in sys.argv[2:] or [name for name in FAMILIES if not name.startswith("HDF5 2.0")]:
    first = len(MANIFEST)
    FAMILIES[family]()
    for account in MANIFEST[first:]:
        account["family"] = family
(FOLDER / "manifest.json").write_text(json.dumps(MANIFEST))
