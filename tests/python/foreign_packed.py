"""Numbers of other widths than those of C, booleans, and chunks that h5py's and HDF5's own filters have packed.

A family of make_foreign.py each. The right values are those that HDF5 gives back, in the type that VTK takes them for.
"""

import h5py
import numpy
from h5py import h5d, h5p, h5s, h5t

from foreign import EXTENT, NAMES, Foreign, cells, points
from foreign_series import Series

SHAPE = points(EXTENT)
CHUNK = (2, 3, 4)
NBIT, SCALEOFFSET = 5, 6
SEEDS = range(40)


class Packed(Foreign):
    """Chunks are not kept as they were before the filters: what is read back is what they make of it."""

    def __init__(self, title, extent=EXTENT, **attributes):
        super().__init__(title, extent, create={"rdcc_nbytes": 0}, **attributes)

    def put(self, name, values, stored=None, group="PointData", **storage):
        """stored: a type of h5py's low-level interface, or none for that of the values."""
        put(self.root.require_group(group), name, values, stored, **storage)
        dataset = self.root[group][name]
        self.note(group, name, delivered(dataset))


def put(group, name, values, stored=None, chunks=None, nbit=False, **filters):
    if stored is None and not nbit:
        return group.create_dataset(name, data=values, chunks=chunks, **filters)
    create = h5p.create(h5p.DATASET_CREATE)
    if chunks:
        create.set_chunk(chunks)
    if nbit:
        create.set_filter(NBIT, 0, ())
    if filters.get("shuffle"):
        create.set_shuffle()
    if "compression" in filters:
        create.set_deflate(4) if filters["compression"] == "gzip" else create.set_filter(32000, h5py.h5z.FLAG_OPTIONAL, ())
    if filters.get("fletcher32"):
        create.set_fletcher32()
    stored = stored or h5t.py_create(values.dtype)
    dataset = h5d.create(group.id, name.encode(), stored, h5s.create_simple(values.shape), create)
    dataset.write(h5s.ALL, h5s.ALL, numpy.ascontiguousarray(values))


def delivered(dataset):
    """What HDF5 makes of it, in VTK's type: the smallest one that has all bits.

    Integers are read as such of 64 bits, in their own byte order: where HDF5 has nothing but that to change, it forgets the
    signs of those with unused bits.
    """
    stored = dataset.id.get_type()
    if isinstance(stored, h5t.TypeEnumID):
        return dataset[...].astype("u1")
    elif isinstance(stored, h5t.TypeFloatID):
        dtype = "f4" if stored.get_size() <= 4 else "f8"
    else:
        bits = next(bits for bits in (8, 16, 32, 64) if bits >= stored.get_precision())
        dtype = ("u" if stored.get_sign() == h5t.SGN_NONE else "i") + str(bits // 8)
    order = ">" if stored.get_order() == h5t.ORDER_BE else "<"
    values = numpy.empty(dataset.shape, order + (dtype if dtype[0] == "f" else dtype[0] + "8"))
    dataset.id.read(h5s.ALL, h5s.ALL, values)
    return values.astype(dtype)


def integers(base, precision, offset=0, size=None):
    stored = base.copy()
    stored.set_precision(precision)
    stored.set_offset(offset)
    if size:
        stored.set_size(size)
    return stored


def floats(base, size, exponent, mantissa, offset=0, bias=None):
    stored = base.copy()
    stored.set_fields(exponent + mantissa, mantissa, exponent, 0, mantissa)
    stored.set_precision(1 + exponent + mantissa)
    stored.set_offset(offset)
    stored.set_size(size)
    stored.set_ebias((1 << exponent - 1) - 1 if bias is None else bias)
    return stored


def within(bits, signed, random, shape=SHAPE):
    """Integers of so many bits, the least and the greatest of them too."""
    low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    values = random.integers(low, high, shape, "i8" if signed else "u8", endpoint=True)
    values.flat[:2] = low, high
    return values


def decimals(random, shape=SHAPE, dtype="f8"):
    """Of all magnitudes that 16 bits have, and 0; none that is no number."""
    values = random.standard_normal(shape) * 2.0 ** random.integers(-24, 15, shape)
    values.flat[:6] = 0.0, -0.0, 65504, -65504, 2.0**-24, 2.0**-14
    return values.astype(dtype)


def other_widths():
    random = numpy.random.default_rng(1)
    for title, dtype in (("float16", "<f2"), ("float16, big-endian", ">f2")):
        with Packed(title) as f:
            f.put("plain", decimals(random, dtype=dtype))
            f.put("chunks", decimals(random, dtype=dtype), chunks=CHUNK, compression="gzip", shuffle=True)
            f.put("vectors", decimals(random, SHAPE + (3,), dtype))
    with Packed("float16, cells") as f:
        f.put("cells", decimals(random, cells(EXTENT), "f2"), group="CellData")
    with Packed("float16, infinite") as f:
        f.put("infinite", numpy.where(decimals(random) > 0, numpy.inf, -numpy.inf).astype("f2"))
    for order, f32, f64 in (("", h5t.IEEE_F32LE, h5t.IEEE_F64LE), (", big-endian", h5t.IEEE_F32BE, h5t.IEEE_F64BE)):
        with Packed("bfloat16" + order) as f:
            f.put("bfloat16", decimals(random), floats(f32, 2, 8, 7))
        with Packed("floats of 24 to 56 bits" + order) as f:
            f.put("24 bits", decimals(random), floats(f32, 3, 8, 15))
            f.put("20 of 32 bits", decimals(random), floats(f32, 4, 6, 13, 7, 40), chunks=CHUNK)
            f.put("40 bits", decimals(random), floats(f64, 5, 11, 28), chunks=CHUNK, compression="gzip")
            f.put("34 of 56 bits", decimals(random), floats(f64, 7, 9, 24, 11))
    for order, i16, i32, u32, i64, u64 in (
        ("", h5t.STD_I16LE, h5t.STD_I32LE, h5t.STD_U32LE, h5t.STD_I64LE, h5t.STD_U64LE),
        (", big-endian", h5t.STD_I16BE, h5t.STD_I32BE, h5t.STD_U32BE, h5t.STD_I64BE, h5t.STD_U64BE),
    ):
        with Packed("integers of some of their bits" + order) as f:
            f.put("12 of 16", within(12, True, random), integers(i16, 12, 3))
            f.put("20 of 32", within(20, True, random), integers(i32, 20, 4), chunks=CHUNK)
            f.put("16 of 32", within(16, False, random), integers(u32, 16, 16), chunks=CHUNK, shuffle=True)
            f.put("33 of 64", within(33, True, random), integers(i64, 33, 31))
            f.put("63 of 64", within(63, False, random), integers(u64, 63, 1))
        with Packed("integers of 3, 5, 6 and 7 bytes" + order) as f:
            f.put("3", within(24, True, random), integers(i32, 24, 0, 3))
            f.put("5", within(40, True, random), integers(i64, 40, 0, 5), chunks=CHUNK)
            f.put("6", within(48, False, random), integers(u64, 48, 0, 6), chunks=CHUNK, compression="gzip")
            f.put("30 of 56", within(30, True, random), integers(i64, 30, 5, 7))
        with Packed("less than half of the bits" + order) as f:
            f.put("10 of 32", within(10, True, random), integers(i32, 10, 3))
    with Packed("field data, float16") as f:
        values = decimals(random, (7,), "f2")
        put(f.root.create_group("FieldData"), "f", values)
        f.fields.append(field("f", values.astype("f4")))
    with Packed("field data, 12 of 16 bits") as f:
        values = within(12, True, random, (7, 2))
        put(f.root.create_group("FieldData"), "f", values, integers(h5t.STD_I16LE, 12, 3), chunks=(2, 2), nbit=True)
        f.fields.append(field("f", values.astype("i2")))
    with Series("series, float16", create={"rdcc_nbytes": 0}) as f:
        slabs = decimals(random, (3,) + points(f.extent), "f2")
        put(f.root.create_group("PointData"), "a", slabs, chunks=(1,) + points(f.extent), compression="gzip")
        f.deliver("a", slabs.astype("f4"), "PointData", None, 1)


def field(name, values):
    return {
        "name": name,
        "type": NAMES[values.dtype.str[1:]],
        "components": values.shape[1] if values.ndim == 2 else 1,
        "hex": values.tobytes().hex(),
    }


def booleans():
    random = numpy.random.default_rng(2)
    fault = ["/PointData/b|booleans"]
    with Packed("booleans", faults=fault) as f:
        f.put("b", decimals(random) > 0)
    with Packed("booleans, packed", faults=fault) as f:
        f.put("b", decimals(random) > 0, chunks=CHUNK, compression="gzip", fletcher32=True)
    with Packed("booleans, never written", faults=fault) as f:
        f.root.create_group("PointData").create_dataset("b", SHAPE, bool, fillvalue=True)
        f.note("PointData", "b", numpy.ones(SHAPE, "u1"))
    with Packed("field data, booleans", faults=["/FieldData/b|booleans"]) as f:
        put(f.root.create_group("FieldData"), "b", numpy.array([True, False, True]))
        f.fields.append(field("b", numpy.array([1, 0, 1], "u1")))
    with Series("series, booleans", create={"rdcc_nbytes": 0}, faults=["/PointData/a|booleans"]) as f:
        slabs = decimals(random, (3,) + points(f.extent)) > 0
        put(f.root.create_group("PointData"), "a", slabs)
        f.deliver("a", slabs.astype("u1"), "PointData", None, 1)


def lzf():
    random = numpy.random.default_rng(3)
    regular = numpy.arange(numpy.prod(SHAPE)).reshape(SHAPE) // 7
    for title, filters in (
        ("lzf", {}),
        ("shuffle and lzf", {"shuffle": True}),
        ("shuffle, lzf and fletcher32", {"shuffle": True, "fletcher32": True}),
    ):
        with Packed(title) as f:
            f.put("regular", regular, chunks=CHUNK, compression="lzf", **filters)
            f.put("one chunk", regular.astype("f4"), chunks=SHAPE, compression="lzf", **filters)
    with Packed("lzf, incompressible") as f:
        f.put("random", within(64, True, random), chunks=CHUNK, compression="lzf")


def scale_offset():
    random = numpy.random.default_rng(4)
    for title, bits in (("integers", 5), ("integers, in all their bits", 64)):
        with Packed(title) as f:
            for name in NAMES:
                if name[0] != "f":
                    drawn = within(min(bits, 8 * int(name[1])), name[0] == "i", random)
                    f.put(name, drawn.astype(name), chunks=CHUNK, scaleoffset=0)
    with Packed("integers, all the same") as f:
        f.put("same", numpy.full(SHAPE, -7, "i4"), chunks=CHUNK, scaleoffset=0)
        f.put("fill value", numpy.full(SHAPE, 9, "i4"), chunks=CHUNK, scaleoffset=0, fillvalue=9)
    with Packed("integers, big-endian, with a fill value") as f:
        values = within(12, True, random)
        f.put("a", numpy.where(values % 3, values, 17).astype(">i4"), chunks=CHUNK, scaleoffset=0, fillvalue=17)
    with Packed("so many bits") as f:
        f.put("a", within(9, False, random).astype("u2"), chunks=CHUNK, scaleoffset=10)
        f.put("all", within(16, False, random).astype("u2"), chunks=CHUNK, scaleoffset=16)
    with Packed("decimal places") as f:
        for dtype in ("<f4", ">f4", "<f8", ">f8"):
            for places in (1, 3):
                f.put(f"{dtype} {places}", (random.standard_normal(SHAPE) * 40).astype(dtype), chunks=CHUNK, scaleoffset=places)
    with Packed("decimal places, with a fill value") as f:
        values = random.standard_normal(SHAPE) * 40
        f.put("a", numpy.where(values > 0, values, -999.0), chunks=CHUNK, scaleoffset=2, fillvalue=-999.0)
        f.put("same", numpy.full(SHAPE, 2.5), chunks=CHUNK, scaleoffset=2)
    for compression in ("gzip", "lzf"):
        with Packed(f"with shuffle and {compression}") as f:
            whole = {"chunks": CHUNK, "shuffle": True, "compression": compression}
            f.put("i4", within(12, True, random).astype("i4"), scaleoffset=0, **whole)
            f.put("f8", random.standard_normal(SHAPE), scaleoffset=2, **whole)
            f.put("same", numpy.full(SHAPE, 5, "i8"), scaleoffset=0, **whole)


def n_bit():
    random = numpy.random.default_rng(5)
    for order, i16, i32, u64, f32 in (
        ("", h5t.STD_I16LE, h5t.STD_I32LE, h5t.STD_U64LE, h5t.IEEE_F32LE),
        (", big-endian", h5t.STD_I16BE, h5t.STD_I32BE, h5t.STD_U64BE, h5t.IEEE_F32BE),
    ):
        with Packed("integers and floats" + order) as f:
            f.put("12 of 16", within(12, True, random), integers(i16, 12, 3), chunks=CHUNK, nbit=True)
            f.put("19 of 32", within(19, True, random), integers(i32, 19, 13), chunks=CHUNK, nbit=True)
            f.put("40 of 64", within(40, False, random), integers(u64, 40, 9), chunks=CHUNK, nbit=True)
            f.put("20 of 32", decimals(random), floats(f32, 4, 6, 13, 7, 40), chunks=CHUNK, nbit=True)
    with Packed("with shuffle, gzip and fletcher32") as f:
        more = {"chunks": CHUNK, "nbit": True, "shuffle": True, "compression": "gzip", "fletcher32": True}
        f.put("12 of 16", within(12, True, random), integers(h5t.STD_I16LE, 12, 3), **more)
    with Packed("all bits") as f:
        f.put("i4", within(32, True, random).astype("i4"), chunks=CHUNK, nbit=True)


def at_random():
    """Any of these: of each seed a file, its arrays drawn from it."""
    for seed in SEEDS:
        random = numpy.random.default_rng(1000 + seed)
        extent = tuple(int(n) for size in random.integers(1, 9, 3) for n in (0, size))
        with Packed(f"seed {seed}", extent, judged=False) as f:
            for number in range(12):
                draw_array(f, f"a{number}", random)


def draw_array(f, name, random):
    shape = points(f.extent)
    filters = {}
    if random.random() < 0.8:
        filters["chunks"] = tuple(int(random.integers(1, n + 1)) for n in shape)
        filters["shuffle"] = bool(random.random() < 0.5)
        filters["fletcher32"] = bool(random.random() < 0.3)
        compression = random.choice(["none", "gzip", "lzf"])
        if compression != "none":
            filters["compression"] = str(compression)
    kind = random.choice(["integers", "floats", "half", "boolean", "scaled integers", "scaled floats"])
    if kind == "half":
        f.put(name, decimals(random, shape, random.choice(["<f2", ">f2"])), **filters)
    elif kind == "boolean":
        f.put(name, decimals(random, shape) > random.choice([-1e9, 0, 1e-3, 1e9]), **filters)
    elif kind.startswith("scaled"):
        filters |= {"chunks": filters.get("chunks", shape), "fletcher32": False}
        f.put(name, **scaled(kind, random, shape), **filters)
    else:
        filters["nbit"] = bool("chunks" in filters and random.random() < 0.7)
        f.put(name, *(reduced_integers if kind == "integers" else reduced_floats)(random, shape), **filters)


def scaled(kind, random, shape):
    if kind == "scaled floats":
        dtype = numpy.dtype(str(random.choice(["<f4", ">f4", "<f8", ">f8"])))
        values = (random.standard_normal(shape) * 10.0 ** random.integers(-2, 4)).astype(dtype)
        scale = int(random.integers(0, 5))
    else:
        dtype = numpy.dtype(str(random.choice(list("<>"))) + str(random.choice([name for name in NAMES if name[0] != "f"])))
        bits = int(random.integers(1, 8 * dtype.itemsize + 1))
        values = within(bits, dtype.kind == "i", random, shape).astype(dtype)
        scale = 0
    storage = {"values": values, "scaleoffset": scale}
    if random.random() < 0.5:
        storage["fillvalue"] = values.flat[0]
        values[random.random(shape) < 0.3] = values.flat[0]
    return storage


def reduced_integers(random, shape):
    size = int(random.integers(1, 9))
    precision = int(random.integers(1, 8 * size + 1))
    offset = int(random.integers(0, 8 * size - precision + 1))
    signed = bool(random.random() < 0.5) and precision > 1
    base = {
        (True, "<"): h5t.STD_I64LE,
        (True, ">"): h5t.STD_I64BE,
        (False, "<"): h5t.STD_U64LE,
        (False, ">"): h5t.STD_U64BE,
    }[signed, str(random.choice(list("<>")))]
    return within(precision, signed, random, shape), integers(base, precision, offset, size)


def reduced_floats(random, shape):
    size = int(random.integers(2, 9))
    exponent = int(random.integers(4, 9 if size <= 4 else 12))
    mantissa = int(random.integers(1, min(8 * size - exponent, 24 if size <= 4 else 53)))
    offset = int(random.integers(0, 8 * size - exponent - mantissa))
    base = h5t.IEEE_F64LE if random.random() < 0.5 else h5t.IEEE_F64BE
    return decimals(random, shape), floats(base, size, exponent, mantissa, offset)


FAMILIES = {
    "odd types, other widths": other_widths,
    "odd types, booleans": booleans,
    "odd types and filters, lzf": lzf,
    "odd types and filters, scale-offset": scale_offset,
    "odd types and filters, N-bit": n_bit,
    "odd types and filters, at random": at_random,
}
