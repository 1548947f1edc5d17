#!/usr/bin/env python3
"""Writes the golden files beside this script: numbers of other widths than those of C, booleans, and chunks packed by the
filters that h5py and HDF5 bring along. Needs h5py; made with h5py 3.7 on HDF5 1.10.8, newest.h5 with h5py 3.16 on HDF5 2.0.

expected.tsv has a line for each array and step: file, step, group, name, VTK's type, and the values as HDF5 gives them back,
little-endian, in hexadecimal digits. Each array has NX x NY x NZ values, z slowest.
"""
import os

import h5py
import numpy as np
from h5py import h5d, h5p, h5s, h5t

HERE = os.path.dirname(os.path.abspath(__file__))
NX, NY, NZ = 5, 4, 3
SHAPE = (NZ, NY, NX)
CHUNK = (2, 3, 2)
NAMES = {"u1": "UInt8", "i1": "Int8", "i2": "Int16", "u2": "UInt16", "i4": "Int32", "i8": "Int64", "f4": "Float32", "f8": "Float64"}
LINES = []


class Golden:
    """An image that is being written. Nothing is kept of chunks, so that what is read back went through their filters."""

    def __init__(self, name, steps=None):
        self.name = name
        self.file = h5py.File(os.path.join(HERE, name + ".h5"), "w", libver="latest", rdcc_nbytes=0)
        self.root = self.file.create_group("VTKHDF")
        self.root.attrs["Version"] = np.array([2, 0], "i4")
        self.root.attrs["Type"] = np.bytes_(b"ImageData")
        self.root.attrs["WholeExtent"] = np.array([0, NX - 1, 0, NY - 1, 0, NZ - 1], "i4")
        self.root.attrs["Origin"] = np.zeros(3)
        self.root.attrs["Spacing"] = np.ones(3)
        self.root.attrs["Direction"] = np.eye(3).ravel()
        self.points = self.root.create_group("PointData")
        self.steps = steps
        if steps:
            group = self.root.create_group("Steps")
            group.attrs["NSteps"] = np.int64(steps)
            group["Values"] = np.arange(steps, dtype="f8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def put(self, name, values, dtype, stored=None, packed=False, **storage):
        """dtype: VTK's type; stored: a type of h5py's low-level interface; packed: by N-bit."""
        if stored is None:
            self.points.create_dataset(name, data=values, **storage)
        else:
            low_level(self.points, name, values, stored, packed, **storage)
        self.expect("PointData", name, dtype)

    def expect(self, group, name, dtype):
        dataset = self.root[group][name]
        if isinstance(dataset.id.get_type(), h5t.TypeEnumID):
            values = dataset[...].astype(dtype)
        else:
            values = np.empty(dataset.shape, dtype)
            dataset.id.read(h5s.ALL, h5s.ALL, values)
        for step, slab in enumerate(values if self.steps else [values]):
            line = (self.name, step, group, name, NAMES[dtype], np.ascontiguousarray(slab).tobytes().hex())
            LINES.append("\t".join(map(str, line)))


def low_level(group, name, values, stored, packed, chunks=None, shuffle=False, compression=None, fletcher32=False):
    create = h5p.create(h5p.DATASET_CREATE)
    if chunks:
        create.set_chunk(chunks)
    if packed:
        create.set_filter(h5py.h5z.FILTER_NBIT, 0, ())
    if shuffle:
        create.set_shuffle()
    if compression:
        create.set_deflate(compression)
    if fletcher32:
        create.set_fletcher32()
    dataset = h5d.create(group.id, name.encode(), stored, h5s.create_simple(values.shape), create)
    dataset.write(h5s.ALL, h5s.ALL, np.ascontiguousarray(values))


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


def draw(shape=SHAPE):
    """Numbers of 16 bits of all kinds: the least, the largest, and the infinite among them."""
    values = np.random.default_rng(1).standard_normal(shape) * 2.0 ** np.random.default_rng(2).integers(-24, 15, shape)
    values.flat[:8] = 0.0, -0.0, 65504, -65504, 2.0**-24, -(2.0**-14), np.inf, -np.inf
    return values


def count(bits, shape=SHAPE, signed=True):
    low = -1 << bits - 1 if signed else 0
    values = np.random.default_rng(3).integers(low, low + (1 << bits) - 1, shape, "i8", endpoint=True)
    values.flat[:2] = low, low + (1 << bits) - 1
    return values


def widths():
    with Golden("widths") as f:
        f.put("float16", draw().astype("<f2"), "f4")
        f.put("float16 big-endian", draw().astype(">f2"), "f4", chunks=CHUNK, compression=1, shuffle=True)
        f.put("bfloat16", draw(), "f4", floats(h5t.IEEE_F32LE, 2, 8, 7))
        f.put("20-bit float", draw(), "f4", floats(h5t.IEEE_F32BE, 4, 6, 13, 7, 40))
        f.put("40-bit float", draw(), "f8", floats(h5t.IEEE_F64LE, 5, 11, 28), chunks=CHUNK)
        f.put("boolean", count(9) > 0, "u1")
        f.put("12-bit integer", count(12), "i2", integers(h5t.STD_I16LE, 12, 3))
        f.put("7-bit integer", count(7), "i1", integers(h5t.STD_I32BE, 7, 20))
        f.put("16-bit integer", count(16, signed=False), "u2", integers(h5t.STD_U32BE, 16, 16), chunks=CHUNK)
        f.put("24-bit integer", count(24), "i4", integers(h5t.STD_I32LE, 24, 0, 3))
        f.put("33-bit integer", count(33), "i8", integers(h5t.STD_I64BE, 33, 5, 5))


def filters():
    regular = (np.arange(np.prod(SHAPE)) // 7).reshape(SHAPE)
    with Golden("filters") as f:
        whole = {"chunks": CHUNK, "shuffle": True, "fletcher32": True}
        f.put("lzf", regular, "i8", chunks=SHAPE, compression="lzf")
        f.put("lzf long", regular * 0 + 3, "i8", chunks=(9, 9, 9), maxshape=(9, 9, 9), compression="lzf")
        f.put("lzf all", regular, "i8", compression="lzf", **whole)
        f.put("lzf left out", count(62), "i8", chunks=CHUNK, compression="lzf")
        f.put("scaled", count(11).astype("i4"), "i4", chunks=CHUNK, scaleoffset=0)
        f.put("scaled same", regular.astype("i2") * 0 - 9, "i2", chunks=CHUNK, scaleoffset=0, fillvalue=5)
        f.put("scaled fill", np.where(regular % 3, count(11), 17).astype(">i4"), "i4", chunks=CHUNK, scaleoffset=0, fillvalue=17)
        f.put("scaled all fill", regular.astype("u1") * 0 + 4, "u1", chunks=CHUNK, scaleoffset=0, fillvalue=4)
        f.put("scaled by none", count(62), "i8", chunks=CHUNK, scaleoffset=0)
        f.put("scaled whole", count(16).astype("i2"), "i2", chunks=CHUNK, scaleoffset=16)
        decimals = np.random.default_rng(4).standard_normal(SHAPE) * 40
        f.put("decimals", decimals.astype("f4"), "f4", chunks=CHUNK, scaleoffset=2)
        f.put("decimals fill", np.where(decimals > 0, decimals, -99.0).astype(">f8"), "f8", chunks=CHUNK, scaleoffset=3, fillvalue=-99.0)
        f.put("decimals none", decimals * 1e9, "f8", chunks=CHUNK, scaleoffset=9)
        f.put("scaled gzip", count(11), "i8", chunks=CHUNK, scaleoffset=0, shuffle=True, compression=9)
        f.put("decimals lzf", decimals, "f8", chunks=CHUNK, scaleoffset=1, shuffle=True, compression="lzf")
        f.put("bits", count(12), "i2", integers(h5t.STD_I16LE, 12, 3), True, chunks=CHUNK)
        f.put("bits big-endian", count(33), "i8", integers(h5t.STD_I64BE, 33, 30), True, chunks=CHUNK)
        f.put("bits all", count(32), "i4", h5t.STD_I32LE, True, chunks=CHUNK)
        f.put("bits float", draw(), "f4", floats(h5t.IEEE_F32LE, 4, 6, 13, 7, 40), True, chunks=CHUNK)
        f.put("bits gzip", count(12), "i2", integers(h5t.STD_I16BE, 12, 3), True, compression=9, **whole)
        f.points.create_dataset("bits never", SHAPE, "f2", chunks=CHUNK, fillvalue=1.5)
        f.expect("PointData", "bits never", "f4")


def series():
    with Golden("series", 3) as f:
        slabs = (3,) + SHAPE
        chunk = (1,) + SHAPE
        f.put("half", draw(slabs).astype("f2"), "f4", chunks=chunk, compression="lzf")
        f.put("boolean", count(9, slabs) > 0, "u1")
        f.put("scaled", count(11, slabs), "i8", chunks=chunk, scaleoffset=0)
        fields = f.root.create_group("FieldData")
        offsets = f.root["Steps"].create_group("FieldDataOffsets")
        for name, values, dtype in (("half", np.array([0.5, -2, 1e-3], "f2"), "f4"), ("boolean", np.array([True, False, True]), "u1")):
            fields[name] = values
            offsets[name] = np.arange(3)
            f.expect("FieldData", name, dtype)


def newest():
    """What is made of other types has datatype messages of version 5 with HDF5 2.0, of 3 and 4 with older ones."""
    with Golden("newest", 2) as f:
        slabs = (2,) + SHAPE
        f.put("boolean", count(9, slabs) > 0, "u1", chunks=(1,) + SHAPE, compression=1)
        f.put("half", draw(slabs).astype("f2"), "f4")
        cells = f.root.create_group("CellData")
        cells["boolean"] = count(9, (2, NZ - 1, NY - 1, NX - 1)) > 0
        f.expect("CellData", "boolean", "u1")
        fields = f.root.create_group("FieldData")
        fields["boolean"] = np.array([True, False])
        f.root["Steps"].create_group("FieldDataOffsets")["boolean"] = np.arange(2)
        f.expect("FieldData", "boolean", "u1")


if __name__ == "__main__":
    newest()
    widths()
    filters()
    series()
    with open(os.path.join(HERE, "expected.tsv"), "w") as out:
        out.write("\n".join(LINES) + "\n")
