"""Time series of images, in every way that a file can hold them. A family of make_foreign.py each."""

import h5py
import numpy
from h5py import h5d, h5p, h5s, h5t

from foreign import EXTENT, FOLDER, NAMES, Foreign, cells, draw, points

SMALL = (0, 3, 0, 2, 0, 1)
SHAPE = points(SMALL)
TIMES = (0.0, 0.5, 2.0)
# x flat and y flat, …: as long as two points where they are not.
FLAT = {
    "flat z": (0, 3, 0, 2, 0, 0),
    "flat y": (0, 3, 0, 0, 0, 2),
    "flat x": (0, 0, 0, 3, 0, 2),
    "line along x": (0, 3, 0, 0, 0, 0),
    "line along y": (0, 0, 0, 3, 0, 0),
    "line along z": (0, 0, 0, 0, 0, 3),
    "point": (0, 0, 0, 0, 0, 0),
}


class Series(Foreign):
    """A time series that is being written, and the account of it."""

    def __init__(self, title, extent=SMALL, times=TIMES, version=(2, 0), **attributes):
        super().__init__(title, extent, version=numpy.array(version, "i8"), **attributes)
        self.account["times"] = list(times)
        self.steps = self.root.create_group("Steps")
        self.steps.attrs["NSteps"] = numpy.int64(len(times))
        self.steps["Values"] = numpy.array(times, "f8")
        for _ in times:
            self.step()

    def replace(self, name, values, **storage):
        """Stores a dataset of Steps in another way."""
        del self.steps[name]
        self.steps.create_dataset(name, data=values, **storage)

    def put(self, name="a", slabs=None, group="PointData", stored=None, offsets=None, order=None, components=1, **storage):
        """Adds an array.

        slabs: the values, time first, z, y, x and the components after it; stored: the shape that they are stored in,
        if it is another; offsets: as stored; order: which slab belongs to which step, if it is neither the offsets nor
        the step's own.
        """
        shape = points(self.extent) if group == "PointData" else cells(self.extent)
        if slabs is None:
            slabs = draw((len(self.account["steps"]),) + shape + ((components,) if components > 1 else ()))
        values = slabs if stored is None else slabs.reshape(stored)
        dataset = self.root.require_group(group).create_dataset(name, data=values, **storage)
        if offsets is not None:
            self.offsets(name, offsets, group)
            order = offsets if order is None else order
        self.deliver(name, slabs, group, order, components)
        return dataset

    def offsets(self, name, numbers, group="PointData", kind="Offsets", dtype="i8", **storage):
        data = numpy.array(numbers, dtype)
        return self.steps.require_group(group + kind).create_dataset(name, data=data, **storage)

    def deliver(self, name, slabs, group="PointData", order=None, components=1):
        """Notes what there is of an array at each step."""
        for i, step in enumerate(self.account["steps"]):
            self.arrays = step["arrays"]
            values = slabs[i if order is None else order[i]]
            self.note(group, name, values, dims=values.shape[2::-1], components=components)

    def field(self, name, values, tuples, offsets=(0, 1, 2), sizes=None, **storage):
        """Adds a field array; tuples: what there is of it at each step, or None."""
        self.root.require_group("FieldData").create_dataset(name, data=values, **storage)
        if offsets is not None:
            self.offsets(name, offsets, "FieldData")
        if sizes is not None:
            self.offsets(name, sizes, "FieldData", "Sizes")
        for step, found in zip(self.account["steps"], tuples):
            if found is None:
                continue
            if isinstance(found, list):
                step["fields"].append({"name": name, "strings": found})
                continue
            native = found.astype(found.dtype.newbyteorder("<"))
            components = found.shape[1] if found.ndim == 2 else 1
            type_name = NAMES[found.dtype.str[1:]]
            step["fields"].append(
                {"name": name, "type": type_name, "components": components, "hex": native.tobytes().hex()}
            )


FILTERS = {
    "plain": {},
    "gzip": {"compression": "gzip", "shuffle": True},
    "all filters": {"compression": "gzip", "compression_opts": 1, "shuffle": True, "fletcher32": True},
}


def storages():
    """Chunks and their indexes."""
    shape = (3,) + points(EXTENT)
    chunks = {
        "step": (1,) + shape[1:],
        "slice": (1, 1) + shape[2:],
        "brick": (1, 2, 3, 4),
        "across time": (2, 1) + shape[2:],
        "all": shape,
        "single values": (1, 1, 1, 1),
    }
    growing = {"fixed": None, "growing": (None,) + shape[1:], "growing along all axes": (None,) * 4}
    for libver in ("earliest", "v110", "latest"):
        for how, greatest in growing.items():
            for name, filters in FILTERS.items():
                with Series(f"{libver}: chunks, {how}, {name}", EXTENT, libver=libver) as f:
                    for kind, chunk in chunks.items():
                        f.put(kind, draw(shape, "f4"), chunks=chunk, maxshape=greatest, **filters)
                    more = greatest and greatest + (3,)
                    f.put("x 3", draw(shape + (3,), "i2"), components=3, chunks=(1, 1, 7, 9, 2), maxshape=more, **filters)
                    cell = draw((3,) + cells(EXTENT), "u1")
                    more = greatest and (None,) * greatest.count(None) + cell.shape[greatest.count(None) :]
                    f.put("cell", cell, "CellData", chunks=(1, 2, 6, 8), maxshape=more, **filters)
        with Series(f"{libver}: contiguous and compact", libver=libver) as f:
            f.put("contiguous")
            slabs = draw((3,) + SHAPE, "f4")
            create = h5p.create(h5p.DATASET_CREATE)
            create.set_layout(h5d.COMPACT)
            space = h5s.create_simple(slabs.shape)
            compact = h5d.create(f.root["PointData"].id, b"compact", h5t.py_create(slabs.dtype), space, create)
            compact.write(h5s.ALL, h5s.ALL, slabs)
            f.deliver("compact", slabs)
    for title, offsets in (("in order", None), ("backwards", list(range(99, -1, -1)))):
        with Series(f"100 steps, {title}", times=[0.1 * i for i in range(100)], libver="v110") as f:
            f.put(slabs=draw((100,) + SHAPE, "i2"), offsets=offsets, chunks=(1,) + SHAPE, maxshape=(None,) + SHAPE)


def contents():
    for order in "<>":
        dtypes = [name if name[1] == "1" else order + name for name in NAMES]
        for group, shape in (("PointData", SHAPE), ("CellData", cells(SMALL))):
            for components in (1, 3):
                with Series(f"all types, {order}, {group}, components: {components}") as f:
                    for dtype in dtypes:
                        slabs = draw((3,) + shape + ((3,) if components == 3 else ()), dtype)
                        f.put(dtype[-2:], slabs, group, components=components)
    for components in (2, 9, 12):
        with Series(f"components: {components}") as f:
            f.put(components=components)
            f.put("c", group="CellData", components=components)
    for group, shape in (("PointData", SHAPE), ("CellData", cells(SMALL))):
        with Series(f"{group}, an axis for one component") as f:
            f.put(group=group, stored=(3,) + shape + (1,))
    with Series("active arrays") as f:
        f.put("s").attrs["Attribute"] = numpy.bytes_("Scalars")
        f.put("v", components=3).attrs["Attribute"] = numpy.bytes_("Vectors")
        f.account["active"] = [["POINT", "SCALARS", "s"], ["POINT", "VECTORS", "v"]]
    with Series("many arrays", libver="v110") as f:
        for i in range(60):
            f.put(f"array {i}", draw((3,) + SHAPE, "u1", i), offsets=[i % 3, (i + 1) % 3, 0])
    with Series("links") as f:
        slabs = draw((3,) + SHAPE)
        f.file["elsewhere"] = slabs
        f.root.create_group("PointData")["soft"] = h5py.SoftLink("/elsewhere")
        f.root["PointData/hard"] = f.file["elsewhere"]
        f.offsets("soft", [2, 1, 0])
        f.steps["PointDataOffsets/hard"] = f.steps["PointDataOffsets/soft"]
        f.deliver("hard", slabs, order=[2, 1, 0])
        f.deliver("soft", slabs, order=[2, 1, 0])
    with Series("no arrays"):
        pass
    with Series("empty groups", libver="v110") as f:
        for group in ("PointData", "CellData", "FieldData"):
            f.root.create_group(group)
            f.steps.create_group(group + "Offsets")


def headers():
    for version in ((1, 0), (2, 0), (2, 2), (2, 8), (2, 9), (3, 0)):
        with Series(f"Version {version[0]}.{version[1]}", version=version) as f:
            f.put(offsets=[2, 1, 0])
    for title, count in {
        "a list of one": numpy.array([3], "i8"),
        "UInt8": numpy.uint8(3),
        "Int32, big-endian": numpy.array(3, ">i4"),
    }.items():
        with Series(f"NSteps {title}") as f:
            f.put()
            f.steps.attrs["NSteps"] = count
    # VTK writes both over one number.
    with Series("NSteps, a list of two", faults=["/Steps@NSteps"], expect="unjudged", judged=False) as f:
        f.put()
        f.steps.attrs["NSteps"] = numpy.array([3, 3])
    with Series("NSteps missing", faults=["/Steps"], expect="unjudged") as f:
        f.put()
        del f.steps.attrs["NSteps"]
    with Series("two steps", times=(0.0, 1.0)) as f:
        f.put(offsets=[1, 0])
    for title, slabs, stored in (
        ("without an axis for time", 1, SHAPE),
        ("of one slab, no offsets", 1, (1,) + SHAPE),
    ):
        with Series(f"two steps {title}", times=(0.0, 1.0), faults=["/PointData/a"], expect="refused", judged=True) as f:
            f.put(slabs=draw((slabs,) + SHAPE), stored=stored, order=[0, 0])
    with Series("two steps of the same slab and time", times=(1.0, 1.0), faults=["/Steps/Values"], expect="refused", judged=True) as f:
        f.put(slabs=draw((1,) + SHAPE), offsets=[0, 0])
    for title, values in (("no Values", None), ("3 Values", TIMES), ("200 Values", range(200)), ("NaN in Values", [numpy.nan])):
        with Foreign(f"one step, {title}", SMALL, version=numpy.array([2, 0], "i8")) as f:
            f.add_plain()
            del f.account["faults"]
            steps = f.root.create_group("Steps")
            steps.attrs["NSteps"] = numpy.int64(1)
            if values is not None:
                steps["Values"] = numpy.array(values, "f8")
    with Foreign("one step, three slabs", SMALL, version=numpy.array([2, 0], "i8"), expect="unjudged", judged=True) as f:
        f.root.create_group("PointData")["a"] = slabs = draw((3,) + SHAPE)
        f.note("PointData", "a", slabs[0])
        del f.account["faults"]
        f.root.create_group("Steps").attrs["NSteps"] = numpy.int64(1)
        f.root["Steps/Values"] = numpy.array([0.0])


def time_lists():
    """In which ways the list of times, and that of slabs, may be stored."""
    several = {
        "chunked": {"chunks": (2,)},
        "growing, large chunk": {"chunks": (25000,), "maxshape": (None,)},
        "gzip": {"chunks": (2,), "maxshape": (None,), "compression": "gzip", "shuffle": True, "fletcher32": True},
    }
    for libver in ("earliest", "v110"):
        for title, storage in several.items():
            with Series(f"{libver}: Values {title}", libver=libver) as f:
                f.put()
                f.replace("Values", numpy.array(TIMES), **storage)
            for rows in (3, 4):
                with Series(f"{libver}: {rows} offsets, {title}", libver=libver) as f:
                    f.put(order=[2, 1, 0])
                    f.offsets("a", [2, 1, 0, 3][:rows], **storage)
    for dtype in (">f8", "f4", "i8", "u2"):
        with Series(f"Values {dtype}", times=(1.0, 2.0, 3.0)) as f:
            f.put()
            f.replace("Values", numpy.array([1, 2, 3], dtype))
    for title, times in (
        ("close together", (1e9, numpy.nextafter(1e9, 2e9), 2e9)),
        ("tenths, as VTK 9.7 writes them", [float(numpy.float32(0.1 * i)) for i in range(3)]),
        ("zero and less", (-1e-300, 0.0, 5e-324)),
        ("large", (-1e308, 0.0, 1e308)),
    ):
        with Series(f"times: {title}", times=times) as f:
            f.put(offsets=[1, 2, 0])


def slabs():
    """Slabs that several steps share, and those that no step has."""
    for group, shape in (("PointData", SHAPE), ("CellData", cells(SMALL))):
        for title, stored, offsets in (
            ("shared: 0 0 1 0", 2, [0, 0, 1, 0]),
            ("backwards: 3 2 1 0", 4, [3, 2, 1, 0]),
            ("any order: 2 0 3 1", 4, [2, 0, 3, 1]),
            ("constant: 0 0 0 0", 1, [0, 0, 0, 0]),
            ("constant, the last of three", 3, [2, 2, 2, 2]),
            ("reserved, no offsets", 9, None),
            ("reserved, offsets", 9, [8, 0, 0, 7]),
        ):
            with Series(f"{group}, {title}", times=(0.0, 1.0, 2.0, 3.0)) as f:
                f.put(slabs=draw((stored,) + shape), group=group, offsets=offsets)
        for title, storage in {
            "chunks": {"chunks": (1,) + shape},
            "growing": {"chunks": (1,) + shape, "maxshape": (None,) + shape},
            "gzip": {"chunks": (2,) + shape, "maxshape": (None,) + shape, "compression": "gzip"},
            "contiguous": {},
        }.items():
            for fill in (None, -7.5, float("nan")):
                with Series(f"{group}, never written: {title}, fill {fill}", libver="v110") as f:
                    values = numpy.full((6,) + shape, 0.0 if fill is None else fill)
                    dataset = f.root.create_group(group).create_dataset("a", values.shape, "f8", fillvalue=fill, **storage)
                    f.offsets("a", [0, 4, 5], group)
                    if storage:
                        dataset[0] = values[0] = draw(shape)
                        dataset[4] = values[4] = draw(shape, seed=1)
                    f.deliver("a", values, group, [0, 4, 5])
        for title, numbers, dtype in (
            ("far beyond, 2^31", [0, 2, 2**31], "i8"),
            ("far beyond, 2^40", [0, 2, 2**40], "i8"),
            ("far beyond, 2^40 - 1", [0, 2, 2**40 - 1], "i8"),
            ("far beyond, 2^40 + 99", [0, 2, 2**40 + 99], "i8"),
            ("beyond all numbers", [0, 2, 2**64 - 1], "u8"),
            ("far below", [0, 2, -(2**40)], "i8"),
            ("NaN", [0, 2, numpy.nan], "f8"),
            ("fractions", [0.5, 2.25, 1.75], "f8"),
        ):
            faults = [f"/{group}/a" if "far beyond" in title else f"/Steps/{group}Offsets/a"]
            # There is no right slab; neither the first nor that of the step is, which VTK falls back to.
            with Series(f"{group}, offsets {title}", expect="refused", judged=True, faults=faults) as f:
                f.put(group=group, order=[0, 2, 1])
                f.offsets("a", numbers, group, dtype=dtype)
    with Series("offsets of one array of two") as f:
        f.put("a", offsets=[2, 1, 0])
        f.put("b")
    with Series("offsets of an array that is not there") as f:
        f.put("a")
        f.offsets("b", [0, 1, 2])
    with Series("other offsets for points and cells of one name") as f:
        f.put("a", offsets=[2, 1, 0])
        f.put("a", group="CellData", offsets=[1, 1, 2])
    with Series("larger than the extent") as f:
        values = draw((3, 4, 5, 6))
        f.root.create_group("PointData")["a"] = values
        f.deliver("a", values[:, :2, :3, :4])
    with Series("smaller than the extent", faults=["/PointData/a"], expect="refused", judged=True) as f:
        f.put(slabs=draw((3, 2, 3, 3)))


def extents():
    for extent in ((2, 5, 3, 5, 4, 5), (-2, 1, -5, -3, -1, 1), (2, 5, -5, -3, 0, 1)):
        for group, shape in (("PointData", points(extent)), ("CellData", cells(extent))):
            with Series(f"{extent}, {group}", extent) as f:
                f.put(group=group, offsets=[2, 1, 0])
    with Series("(2, 5, 3, 5, 4, 5), dataset counted from 0", (2, 5, 3, 5, 4, 5)) as f:
        values = draw((3, 6, 6, 6))
        f.root.create_group("PointData")["a"] = values
        f.deliver("a", values[:, 4:, 3:, 2:])
    for title, extent in FLAT.items():
        for group, shape in (("PointData", points(extent)), ("CellData", cells(extent))):
            for components in (1, 3):
                tail = (3,) if components == 3 else ()
                with Series(f"{title}, as VTK 9.7 has it, {group}, components: {components}", extent) as f:
                    f.put(group=group, components=components, stored=(3,) + without_flat(extent, shape) + tail)
                if components == 1:
                    with Series(f"{title}, all axes, {group}", extent) as f:
                        f.put(group=group)
    for title, direction in (
        ("direction", [0.6, -0.8, 0.0, 0.8, 0.6, 0.0, 0.0, 0.0, 1.0]),
        ("mirrored direction", [-1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]),
    ):
        for steps in (2, 3):
            with Series(f"{title}, steps: {steps}", times=TIMES[:steps]) as f:
                f.root.attrs["Direction"] = f.account["direction"] = direction
                f.put(offsets=list(range(steps)))
                f.put(group="CellData")
    with Series("flat z, gzip, offsets", FLAT["flat z"], libver="v110") as f:
        f.put(stored=(3, 3, 4), offsets=[2, 1, 0], chunks=(1, 2, 2), compression="gzip", maxshape=(None, 3, 4))
    for title, extent in (("flat z", FLAT["flat z"]), ("flat x", FLAT["flat x"])):
        constant = f"{title}, constant without an axis for time"
        with Series(constant, extent, faults=["/PointData/a"], expect="refused", judged=True) as f:
            f.put(slabs=draw((1,) + points(extent)), stored=without_flat(extent, points(extent)), order=[0, 0, 0])


def without_flat(extent, shape):
    """Without the axes of one point, but with x where it is flat beside y."""
    n = points(extent)
    kept = [axis for axis in range(3) if n[axis] > 1 or axis == 2 and (n[1] > 1 or max(n) == 1)]
    return tuple(shape[axis] for axis in kept)


def fields():
    n = numpy.arange(24.0)
    ascii_tagged = h5py.string_dtype("ascii")
    absent = ["/Steps/FieldDataSizes/f"]
    with_sizes = [[1, 1]] * 3
    for title, values, tuples, offsets, sizes, faults in (
        ("backwards", n[:3], [n[2:3], n[1:2], n[:1]], [2, 1, 0], None, []),
        ("shared", n[:3], [n[:1], n[:1], n[2:3]], [0, 0, 2], with_sizes, []),
        ("several tuples, any order", n[:6], [n[4:6], n[:2], n[2:4]], [4, 0, 2], [[1, 2]] * 3, []),
        ("several tuples, overlapping", n[:6], [n[:4], n[1:5], n[2:6]], [0, 1, 2], [[1, 4]] * 3, []),
        ("one column", n[:3].reshape(3, 1), [n[:1], n[1:2], n[2:3]], [0, 1, 2], None, []),
        ("one column, sizes", n[:3].reshape(3, 1), [n[:1], n[1:2], n[2:3]], [0, 1, 2], with_sizes, []),
        ("sizes for one step more", n[:3], [n[:1], n[1:2], n[2:3]], [0, 1, 2], [[1, 1]] * 4, []),
        ("sizes, one column", n[:3], [n[:1], n[1:2], n[2:3]], [0, 1, 2], [[1], [1], [1]], absent),
        ("sizes, one column of twos", n[:6], [n[:2], n[2:4], n[4:6]], [0, 2, 4], [[2], [2], [2]], absent),
        ("sizes, three columns", n[:3], [n[:1], n[1:2], n[2:3]], [0, 1, 2], [[1, 1, 1]] * 3, absent),
        ("sizes, rank 1", n[:3], [n[:1], n[1:2], n[2:3]], [0, 1, 2], [1, 1, 1], absent),
        ("sizes, none", n[:3], [n[:1], n[1:2], n[2:3]], [0, 1, 2], numpy.zeros((0, 2)), absent),
        ("absent where the array ends", n[:2], [n[:1], n[1:2], None], [0, 1, 2], [[1, 1], [1, 1], [0, 0]], absent),
        ("no values, sizes", n[:0], [None] * 3, [0, 0, 0], [[0, 0]] * 3, []),
        ("never the first", n[:3], [None, n[:1], n[1:2]], [0, 0, 1], [[0, 0], [1, 1], [1, 1]], []),
        ("only the last", n[:3], [None, None, n[:2]], [0, 0, 0], [[0, 0], [0, 0], [1, 2]], []),
        ("negative offsets", n[:3], [n[:1], n[1:2], n[2:3]], [0, 1, -1], None, ["/Steps/FieldDataOffsets/f"]),
        ("far beyond", n[:3], [n[:1], n[1:2], n[2:3]], [0, 1, 2**40], None, ["/FieldData/f"]),
        ("rank 3", n.reshape(3, 4, 2), [None] * 3, [0, 1, 2], None, ["/FieldData/f"]),
    ):
        expect = "refused" if faults and "absent" not in title else "same"
        with Series(f"field: {title}", faults=faults, expect=expect, judged=True) as f:
            f.put()
            f.field("f", values, tuples, offsets, sizes)
    with Series("fields of all types") as f:
        f.put()
        for name in NAMES:
            values = draw((3,), name)
            f.field(name, values, [values[:1], values[1:2], values[2:]])
            big = draw((3, 3), ">" + name if name[1] != "1" else name)
            f.field(name + " x 3", big, [big[:1], big[1:2], big[2:]])
    for libver in ("earliest", "v110"):
        with Series(f"{libver}: field in growing chunks, gzip", libver=libver) as f:
            f.put()
            f.field("f", n[:3], [n[:1], n[1:2], n[2:3]], chunks=(2,), maxshape=(None,), compression="gzip")
    with Series("field and cells", libver="v110") as f:
        f.put(group="CellData", offsets=[2, 1, 0])
        f.field("f", n[:3], [n[:1], n[1:2], n[2:3]])
    with Series("two fields, one absent at last", faults=absent) as f:
        f.put()
        f.field("e", n[:3], [n[:1], n[1:2], n[2:3]])
        f.field("f", n[:3], [n[:1], n[1:2], None], sizes=[[1, 1], [1, 1], [0, 0]])
    texts = [text.encode() for text in ("a", "", "Größe", "d" * 300, "e", "f")]
    words = [text.decode() for text in texts]
    for title, tuples, offsets, sizes, faults in (
        ("several, any order", [words[4:6], words[:2], words[2:4]], [4, 0, 2], [[1, 2]] * 3, []),
        ("other numbers of them", [words[:1], words[1:3], words[3:]], [0, 1, 3], [[1, 1], [1, 2], [1, 3]], []),
        ("always the first two", [words[:2]] * 3, [0, 0, 0], [[1, 2]] * 3, []),
        ("absent at first", [None, words[:1], words[:1]], [0, 0, 0], [[0, 0], [1, 1], [1, 1]], []),
        ("absent at last", [words[:1], words[:1], None], [0, 0, 0], [[1, 1], [1, 1], [0, 0]], absent),
        ("always the second", [words[1:2]] * 3, [1, 1, 1], None, []),
        ("no offsets", [words] * 3, None, None, ["/FieldData/f"]),
        ("beyond", [words[:1], words[1:2], words[2:3]], [0, 1, 6], None, ["/FieldData/f"]),
        ("shorter offsets", [words[:1], words[1:2], words[2:3]], [0, 1], None, ["/Steps/FieldDataOffsets/f"]),
        ("negative offsets", [words[:1], words[1:2], words[2:3]], [0, 1, -1], None, ["/Steps/FieldDataOffsets/f"]),
        ("sizes of too many", [words[:1], words[1:2], words[2:3]], [0, 1, 2], [[1, 1], [1, 1], [1, 9]], ["/FieldData/f"]),
        ("sizes for fewer steps", [words[:1], words[1:2], words[2:3]], [0, 1, 2], [[1, 1]] * 2, absent),
    ):
        expect = "refused" if faults and not ("absent" in title or title == "no offsets") else "same"
        with Series(f"strings: {title}", faults=faults, expect=expect, judged=True) as f:
            f.put()
            f.field("f", texts, tuples, offsets, sizes, dtype=ascii_tagged)
    with Series("strings: a list of one, no offsets", faults=["/FieldData/f"]) as f:
        f.put()
        f.field("f", texts[:1], [words[:1]] * 3, None, dtype=ascii_tagged)
    with Series("strings: an empty list") as f:
        f.put()
        f.field("f", None, [None] * 3, [0, 0, 0], [[0, 0]] * 3, shape=(0,), dtype=ascii_tagged)
        del f.account["faults"]
    with Series("strings tagged as UTF-8", libver="v110") as f:
        f.put()
        f.field("f", words, [[w] for w in words[:3]], dtype=h5py.string_dtype("utf-8"))
    with Series("strings of fixed length") as f:
        f.put()
        f.field("f", numpy.array([b"a", b"bc", b"d"]), [["a"], ["bc"], ["d"]])


def virtual():
    """Steps in files of their own."""
    slabs = draw((3,) + SHAPE)
    for i, slab in enumerate(slabs):
        with h5py.File(FOLDER / f"step{i}.h5", "w") as part:
            part["a"] = slab[None]
    for libver in ("earliest", "v110"):
        for title, last, offsets in (
            ("a file a step", "step2.h5", None),
            ("a file a step, offsets", "step2.h5", [2, 1, 0]),
            ("the last step's file is missing", "step9.h5", None),
        ):
            faults = [f"/PointData/a|part {last}"] if "9" in last else []
            with Series(f"{title}, {libver}", libver=libver, faults=faults) as f:
                if faults:
                    f.account["lacking"] = ["a"]
                layout = h5py.VirtualLayout((3,) + SHAPE, "f8")
                for i in range(3):
                    layout[i] = h5py.VirtualSource(last if i == 2 else f"step{i}.h5", "a", shape=(1,) + SHAPE)[0]
                f.root.create_group("PointData").create_virtual_dataset("a", layout)
                if offsets:
                    f.offsets("a", offsets)
                f.deliver("a", slabs, order=offsets)
    with Series("as many files as there are", libver="v110") as f:
        create = h5p.create(h5p.DATASET_CREATE)
        target = h5s.create_simple((3,) + SHAPE, (h5s.UNLIMITED,) + SHAPE)
        target.select_hyperslab((0,) * 4, (h5s.UNLIMITED, 1, 1, 1), (1,) * 4, (1,) + SHAPE)
        create.set_virtual(target, b"step%b.h5", b"a", h5s.create_simple((1,) + SHAPE))
        space = h5s.create_simple((3,) + SHAPE, (h5s.UNLIMITED,) + SHAPE)
        h5d.create(f.root.create_group("PointData").id, b"a", h5t.IEEE_F64LE, space, create)
        f.deliver("a", slabs)


def hdf5_2():
    """With HDF5 2.0: what its newest way of storing does to the arrays of a series, and which ways are harmless."""
    chunk = (1,) + SHAPE
    gzip = {"chunks": chunk, "compression": "gzip"}
    for title, libver, storage, faults in (
        ("growing, gzip, latest", "latest", gzip | {"maxshape": (None,) + SHAPE}, ["/PointData/a"]),
        ("growing, shuffle, latest", "latest", {"chunks": chunk, "shuffle": True, "maxshape": (None,) + SHAPE}, ["/PointData/a"]),
        ("growing, no filter, latest", "latest", {"chunks": chunk, "maxshape": (None,) + SHAPE}, []),
        ("contiguous, latest", "latest", {}, []),
        ("growing, gzip, v114", "v114", gzip | {"maxshape": (None,) + SHAPE}, []),
        ("growing, gzip, ('v110', 'v200')", ("v110", "v200"), gzip | {"maxshape": (None,) + SHAPE}, []),
        ("growing, gzip, earliest", "earliest", gzip | {"maxshape": (None,) + SHAPE}, []),
    ):
        with Series(f"series, {title}", libver=libver, faults=faults) as f:
            f.put(offsets=[2, 1, 0], **storage)
            f.put("z")
    with Series("series, cells, gzip, latest", libver="latest", faults=["/CellData/a"]) as f:
        f.put("p")
        f.put(group="CellData", chunks=(1,) + cells(SMALL), compression="gzip")
    with Series("series, field gzip, latest", libver="latest", faults=["/FieldData/f"]) as f:
        f.put()
        n = numpy.arange(3.0)
        f.field("f", n, [n[:1], n[1:2], n[2:3]], chunks=(2,), compression="gzip")


FAMILIES = {
    "series, storage": storages,
    "series, contents": contents,
    "series, header": headers,
    "series, lists of times and slabs": time_lists,
    "series, slabs": slabs,
    "series, extent": extents,
    "series, fields": fields,
    "series, virtual": virtual,
}
