"""Writes the time series beside it, which break the rules of Steps one by one: make_series.py, with h5py on HDF5 1.10.

An image of 3 x 2 x 2 points each, three steps of the point array a, if it is not said otherwise.
"""

import pathlib

import h5py
import numpy

HERE = pathlib.Path(__file__).parent
SHAPE = (2, 2, 3)
TIMES = [0.0, 0.5, 2.0]
IDENTITY = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]
ASCII = h5py.string_dtype("ascii")


def series(name, times=TIMES, slabs=3, group="PointData", shape=SHAPE, direction=IDENTITY, **offsets):
    file = h5py.File(HERE / f"{name}.h5", "w", libver="v110")
    root = file.create_group("VTKHDF")
    root.attrs["Version"] = [2, 0]
    root.attrs["Type"] = numpy.bytes_("ImageData")
    root.attrs["WholeExtent"] = [0, 2, 0, 1, 0, 1]
    root.attrs["Origin"] = [0.0, 0.0, 0.0]
    root.attrs["Spacing"] = [1.0, 1.0, 1.0]
    root.attrs["Direction"] = direction
    stored = shape if slabs is None else (slabs,) + shape
    root.create_group(group)["a"] = numpy.arange(numpy.prod(stored), dtype="f4").reshape(stored)
    steps = root.create_group("Steps")
    steps.attrs["NSteps"] = 3
    if times is not None:
        steps["Values"] = times
    for name, numbers in offsets.items():
        steps[f"{name}/a"] = numbers
    return root


def field(name, values, offsets=(0, 1, 2), sizes=None, **storage):
    root = series(name)
    root.create_group("FieldData").create_dataset("f", data=values, **storage)
    if offsets is not None:
        root["Steps/FieldDataOffsets/f"] = offsets
    if sizes is not None:
        root["Steps/FieldDataSizes/f"] = sizes


series("good")
series("good-reversed", PointDataOffsets=[2, 1, 0])
series("good-constant", slabs=1, PointDataOffsets=[0, 0, 0])
series("good-shared", slabs=2, PointDataOffsets=[0, 1, 0])
series("good-reserved", slabs=5)
series("good-long-offsets", PointDataOffsets=[0, 1, 2, 3])
series("good-cells", group="CellData", shape=(1, 1, 2), slabs=1, CellDataOffsets=[0, 0, 0])
series("good-float-times", times=numpy.array([0, 0.1, 0.2], "f4"))
series("good-turned", direction=[0.6, -0.8, 0.0, 0.8, 0.6, 0.0, 0.0, 0.0, 1.0])
series("times-missing", times=None)
series("times-too-many", times=numpy.arange(200.0))
series("times-too-few", times=[0.0, 0.5])
series("times-decreasing", times=[2.0, 1.0, 0.0])
series("times-twice", times=[0.0, 0.0, 1.0])
series("times-nan", times=[0.0, numpy.nan, 1.0])
series("constant-rank-3", slabs=None)
series("constant-no-offsets", slabs=1)
series("offsets-short", PointDataOffsets=[0, 1])
series("offsets-beyond", PointDataOffsets=[0, 1, 3])
series("offsets-negative", PointDataOffsets=[0, 1, -1])
series("times-twice-same", times=[0.0, 0.5, 0.5], slabs=2, PointDataOffsets=[0, 1, 1])
series("offsets-wrapped", PointDataOffsets=[0, 1, 2**40 + 2])
series("offsets-no-number", PointDataOffsets=[0.0, 1.0, numpy.nan])
series("offsets-fraction", PointDataOffsets=[0.0, 1.5, 2.0])
field("field-good", [1.0, 2.0, 3.0])
field("field-no-offsets", [1.0, 2.0, 3.0], offsets=None)
field("field-tuples", numpy.arange(6.0), [0, 2, 4], [[1, 2]] * 3)
field("field-absent", [1.0, 2.0, 3.0], sizes=[[1, 1], [0, 0], [1, 1]])
field("field-absent-at-end", [1.0, 2.0], sizes=[[1, 1], [1, 1], [0, 0]])
field("field-sizes-short", [1.0, 2.0, 3.0], sizes=[[1, 1]] * 2)
field("field-sizes-ignored", numpy.arange(6.0), [0, 2, 4], [2, 2, 2])
field("field-negative", [1.0, 2.0, 3.0], [0, 1, -1])
field("field-strings-no-offsets", [b"a", b"b", b"c"], None, dtype=ASCII)
field("field-strings-beyond", [b"a", b"b", b"c"], [0, 1, 3], dtype=ASCII)
field("field-strings", [b"a", b"b", b"c"], dtype=ASCII)
field("field-same-string", [b"a"], [0, 0, 0], dtype=ASCII)
