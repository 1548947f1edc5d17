#!/usr/bin/env python3
"""Writes an image, beside this script, and what it becomes when it is shaped, by programs that nobody here wrote.

Needs numpy and VTK's Python package; made with numpy 1.24 and VTK 9.7.2. Regions and every n-th point are those of
vtkExtractVOI, the place of the first one that of vtkImageData; means, casts and the places of means are numpy's. cases.json names the options of each
case, and the geometry and arrays that come of them; values.bin has the values, little-endian, x fastest, in that order.
"""
import json
import os

import numpy as np
import vtk
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

HERE = os.path.dirname(os.path.abspath(__file__))
RANDOM = np.random.default_rng(7)
POINTS = (5, 6, 8)  # z, y, x
CELLS = (4, 5, 7)
START = (3, -2, 1)  # of the extent: x, y, z
SPACING = np.array([0.5, -0.25, 2.0])
ORIGIN = np.array([10.0, -20.0, 30.0])
DIRECTION = np.array([[0, -1, 0], [0.6, 0, -0.8], [0.8, 0, 0.6]])
VTK_TYPES = {
    "i1": vtk.vtkTypeInt8Array, "u1": vtk.vtkTypeUInt8Array, "i2": vtk.vtkTypeInt16Array,
    "u2": vtk.vtkTypeUInt16Array, "i4": vtk.vtkTypeInt32Array, "u4": vtk.vtkTypeUInt32Array,
    "i8": vtk.vtkTypeInt64Array, "u8": vtk.vtkTypeUInt64Array, "f4": vtk.vtkTypeFloat32Array,
    "f8": vtk.vtkTypeFloat64Array,
}
NAMES = {"i1": "Int8", "u1": "UInt8", "i2": "Int16", "u2": "UInt16", "i4": "Int32", "u4": "UInt32", "i8": "Int64",
         "u8": "UInt64", "f4": "Float32", "f8": "Float64"}


def code(values):
    return values.dtype.str[1:]


def random(kind, shape):
    if kind[0] == "f":
        return RANDOM.normal(0, 40, shape).astype(kind)
    info = np.iinfo(kind)
    return RANDOM.integers(info.min, info.max, shape, dtype=kind, endpoint=True)


def image(points, cells):
    made = vtk.vtkImageData()
    made.SetExtent(*[n for first, count in zip(START, POINTS[::-1]) for n in (first, first + count - 1)])
    made.SetOrigin(*ORIGIN)
    made.SetSpacing(*SPACING)
    made.SetDirectionMatrix(*DIRECTION.ravel())
    for data, arrays in ((made.GetPointData(), points), (made.GetCellData(), cells)):
        for name, values in arrays.items():
            flat = np.ascontiguousarray(values.reshape(-1, values.shape[3]))
            array = VTK_TYPES[code(values)]()
            array.DeepCopy(numpy_to_vtk(flat, deep=True))
            assert np.array_equal(vtk_to_numpy(array).reshape(flat.shape), flat)
            array.SetName(name)
            data.AddArray(array)
    return made


def write(name, made):
    writer = vtk.vtkXMLImageDataWriter()
    writer.SetFileName(os.path.join(HERE, name))
    writer.SetInputData(made)
    writer.SetDataModeToAppended()
    writer.EncodeAppendedDataOff()
    writer.SetCompressorTypeToNone()
    assert writer.Write() == 1


VALUES = open(os.path.join(HERE, "values.bin"), "wb")
CASES = []


def arrays_of(data, dimensions):
    for i in range(data.GetNumberOfArrays()):
        array = data.GetArray(i)
        values = vtk_to_numpy(array)
        yield array.GetName(), values.reshape(dimensions + (-1,))


def case(source, options, origin, spacing, dimensions, points, cells):
    """dimensions: of the points, z, y, x"""
    arrays = []
    for association, of in (("point", points), ("cell", cells)):
        for name, values in of.items():
            arrays.append({"association": association, "name": name, "type": NAMES[code(values)],
                           "components": values.shape[3], "bytes": values.nbytes})
            VALUES.write(np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<")).tobytes())
    CASES.append({"source": source, "options": options, "origin": list(origin), "spacing": list(spacing),
                  "dimensions": list(dimensions[::-1]), "arrays": arrays})


def position(index):
    """Of a point, counted from 0: x, y, z."""
    return ORIGIN + DIRECTION @ (SPACING * (np.array(START) + np.array(index)))


def extracted(source, made, options, box, every):
    """box: first and last of x, y and z"""
    voi = vtk.vtkExtractVOI()
    voi.SetInputData(made)
    voi.SetVOI(*[n + START[i // 2] for i, n in enumerate(box)])
    voi.SetSampleRate(*every)
    voi.Update()
    out = voi.GetOutput()
    dimensions = out.GetDimensions()[::-1]
    cells = tuple(max(n - 1, 1) for n in dimensions)
    # Not the output's own first point: vtkExtractVOI moves a part of an image that has a direction and no zero extent.
    corner = [n + first for n, first in zip(box[::2], START)]
    point = made.GetPoint(made.ComputePointId(corner))
    points_of = dict(arrays_of(out.GetPointData(), dimensions))
    cells_of = dict(arrays_of(out.GetCellData(), cells))
    case(source, options, point, out.GetSpacing(), dimensions, points_of, cells_of)


def blocks(values, block):
    """The means of complete blocks, z, y, x."""
    kept = [n // b for n, b in zip(values.shape, block)]
    cut = values[tuple(slice(0, k * b) for k, b in zip(kept, block))].astype("f8")
    split = cut.reshape(kept[0], block[0], kept[1], block[1], kept[2], block[2], values.shape[3])
    return split.mean(axis=(1, 3, 5))


def rounded(means, kind):
    return means.astype(kind) if kind[0] == "f" else np.rint(means).astype(kind)


points = {f"p-{kind}": random(kind, POINTS + (3 if kind in ("i2", "f4") else 1,)) for kind in VTK_TYPES}
cells = {f"c-{kind}": random(kind, CELLS + (2 if kind == "f8" else 1,)) for kind in ("u1", "i4", "f8")}
whole = image(points, cells)
write("image.vti", whole)

# Regions, and every n-th point.
WHOLE = (0, 7, 0, 5, 0, 4)
extracted("image.vti", whole, ["--region", "2:5,1:4,1:3"], (2, 5, 1, 4, 1, 3), (1, 1, 1))
extracted("image.vti", whole, ["--region", "0:7,0:5,0:4"], WHOLE, (1, 1, 1))
extracted("image.vti", whole, ["--region", ":,3:,:1"], (0, 7, 3, 5, 0, 1), (1, 1, 1))
extracted("image.vti", whole, ["--every", "3,2,2"], WHOLE, (3, 2, 2))
extracted("image.vti", whole, ["--every", "1,1,4"], WHOLE, (1, 1, 4))
extracted("image.vti", whole, ["--region", "1:7,0:5,1:4", "--every", "2"], (1, 7, 0, 5, 1, 4), (2, 2, 2))

# One layer: the points by numpy, too, as vtkExtractVOI takes other cells in other releases.
layer = {name: values[2:3, 1:4, 3:4] for name, values in points.items()}
case("image.vti", ["--region", "3,1:3,2"], position((3, 1, 2)), SPACING, (1, 3, 1), layer,
     {name: values[2:3, 1:3, 3:4] for name, values in cells.items()})
case("image.vti", ["--region", "7,5,4"], position((7, 5, 4)), SPACING, (1, 1, 1),
     {name: values[4:, 5:, 7:] for name, values in points.items()},
     {name: values[3:, 4:, 6:] for name, values in cells.items()})

# Means. Of 64-bit integers small ones: others lose digits on the way, by numpy as by anybody.
small = {name: values if values.dtype.itemsize < 8 or code(values)[0] == "f" else values >> np.array(14, values.dtype)
         for name, values in points.items()}
write("means.vti", image(small, {}))
for option, block in (("2,3,2", (2, 3, 2)), ("2", (2, 2, 2)), ("9,1,3", (3, 1, 8))):
    used = [min(b, n) for b, n in zip(block, POINTS)]
    means = {name: rounded(blocks(values, used), code(values)) for name, values in small.items()}
    case("means.vti", ["--every", option, "--reduce", "mean"], position([(b - 1) / 2 for b in used[::-1]]),
         SPACING * used[::-1], next(iter(means.values())).shape[:3], means, {})
means = {name: blocks(values, (2, 2, 2)).astype("f4") for name, values in small.items()}
case("means.vti", ["--every", "2", "--reduce", "mean", "--type", "float32"], position((0.5, 0.5, 0.5)), SPACING * 2,
     (2, 3, 4), means, {})
write("cells.vti", image({}, cells))
means = {name: rounded(blocks(values, (2, 2, 3)), code(values)) for name, values in cells.items()}
case("cells.vti", ["--every", "3,2,2", "--reduce", "mean"], position((0, 0, 0)), SPACING * [3, 2, 2], (3, 3, 3), {},
     means)

# Types. vtkExtractVOI would have nothing to say.
first = position((0, 0, 0))
case("image.vti", ["--type", "float64", "--type", "c-f8=float32"], first, SPACING, POINTS,
     {name: values.astype("f8") for name, values in points.items()},
     {name: values.astype("f4" if name == "c-f8" else "f8") for name, values in cells.items()})
case("image.vti", ["--type", "float32"], first, SPACING, POINTS,
     {name: values.astype("f4") for name, values in points.items()},
     {name: values.astype("f4") for name, values in cells.items()})


def clamped(values, kind):
    info = np.iinfo(kind)
    if code(values)[0] == "f":
        whole = np.rint(values.astype("f8"))
        return np.array([min(max(int(v), info.min), info.max) for v in whole.ravel()],
                        dtype=kind).reshape(values.shape)
    return np.array([min(max(int(v), info.min), info.max) for v in values.ravel()], dtype=kind).reshape(values.shape)


for kind in ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"):
    case("image.vti", ["--type", NAMES[kind].lower(), "--clamp"], first, SPACING, POINTS,
         {name: clamped(values, kind) for name, values in points.items()},
         {name: clamped(values, kind) for name, values in cells.items()})
floats = {name: points[name] for name in ("p-f4", "p-f8")}
case("image.vti", ["--array", "p-f4", "--array", "p-f8", "--scale", "100,-7", "--type", "int32"], first, SPACING,
     POINTS, {name: np.rint(values.astype("f8") * 100 - 7).astype("i4") for name, values in floats.items()}, {})
case("image.vti", ["--array", "p-f8", "--scale", "-400:400", "--type", "uint8"], first, SPACING, POINTS,
     {"p-f8": np.rint(points["p-f8"] * (255 / 800) + 400 * (255 / 800)).astype("u1")}, {})
case("image.vti", ["--array", "p-i2", "--array", "c-u1", "--scale", "point:p-i2=0.5"], first, SPACING, POINTS,
     {"p-i2": np.rint(points["p-i2"] * 0.5).astype("i2")}, {"c-u1": cells["c-u1"]})

# Names and places.
case("image.vti", ["--array", "p-u1", "--array", "c-u1", "--rename", "p-u1=ct", "--origin", "1,2,3", "--spacing",
                   "1,1.5,2"], (1, 2, 3), (1, 1.5, 2), POINTS, {"ct": points["p-u1"]}, {"c-u1": cells["c-u1"]})
case("image.vti", ["--array", "p-u1", "--spacing", "1,1,1"], first, (1, 1, 1), POINTS, {"p-u1": points["p-u1"]}, {})
extracted("image.vti", whole, ["--region", "2:5,1:4,1:3", "--keep-extent"], (2, 5, 1, 4, 1, 3), (1, 1, 1))

# Several at once: every n-th value and its type; means that are scaled in their own type; the ends of 64-bit integers.
case("image.vti", ["--every", "1", "--type", "float64"], first, SPACING, POINTS,
     {name: values.astype("f8") for name, values in points.items()},
     {name: values.astype("f8") for name, values in cells.items()})
scaled = {name: blocks(values, (2, 2, 2)) * 0.5 - 3 for name, values in small.items()}
case("means.vti", ["--every", "2", "--reduce", "mean", "--scale", "0.5,-3", "--clamp"], position((0.5, 0.5, 0.5)),
     SPACING * 2, (2, 3, 4),
     {name: values.astype(code(small[name])) if code(small[name])[0] == "f" else clamped(values, code(small[name]))
      for name, values in scaled.items()}, {})
ends = {name: points[name] for name in ("p-i8", "p-u8")}
case("image.vti", ["--array", "p-i8", "--array", "p-u8", "--scale", "1024", "--clamp"], first, SPACING, POINTS,
     {name: clamped(values * 1024.0, code(values)) for name, values in ends.items()}, {})

VALUES.close()
with open(os.path.join(HERE, "cases.json"), "w") as file:
    file.write("[\n " + ",\n ".join(json.dumps(one) for one in CASES) + "\n]\n")
