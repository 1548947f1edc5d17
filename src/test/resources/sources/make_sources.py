#!/usr/bin/env python3
"""Writes the same image in every form that is read, beside this script, with the right values of its arrays.

Needs numpy, h5py and VTK's Python package; made with numpy 1.24, h5py 3.7 on HDF5 1.10.8 and VTK 9.7.2. VTK reads what is
not VKTHDF again and must find the values that it was given; h5py does so with the rest.

Arrays are named after their type and number of components; values/ has the bytes of each, little-endian, x fastest, by
association and name. They are random, all bits of them. A file has a part of the arrays; which one differs from file to
file, so that each kind of file has each array somewhere.
"""
import os
import shutil

import h5py
import numpy as np
import vtk
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = {
    "Int8": ("i1", vtk.vtkTypeInt8Array),
    "UInt8": ("u1", vtk.vtkTypeUInt8Array),
    "Int16": ("i2", vtk.vtkTypeInt16Array),
    "UInt16": ("u2", vtk.vtkTypeUInt16Array),
    "Int32": ("i4", vtk.vtkTypeInt32Array),
    "UInt32": ("u4", vtk.vtkTypeUInt32Array),
    "Int64": ("i8", vtk.vtkTypeInt64Array),
    "UInt64": ("u8", vtk.vtkTypeUInt64Array),
    "Float32": ("f4", vtk.vtkTypeFloat32Array),
    "Float64": ("f8", vtk.vtkTypeFloat64Array),
}
POINTS = (5, 3, 4)  # z, y, x
CELLS = (4, 2, 3)
START = (2, -1, 3)  # of the extent: x, y, z
RANDOM = np.random.default_rng(1)


def random(dtype, shape):
    if dtype[0] == "f":
        # Legacy text has six digits.
        mantissas = RANDOM.uniform(-9.99, 9.99, np.prod(shape))
        exponents = RANDOM.integers(-12, 12, np.prod(shape))
        return np.array([f"{v:.5f}e{e}" for v, e in zip(mantissas, exponents)]).astype(dtype).reshape(shape)
    info = np.iinfo(dtype)
    return RANDOM.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)


VALUES = {
    (kind, name, components): random(dtype, shape + (components,))
    for kind, shape in (("point", POINTS), ("cell", CELLS))
    for name, (dtype, _) in TYPES.items()
    for components in (1, 3)
}


def array_name(name, components):
    return f"{name}x{components}"


def path(*parts):
    result = os.path.join(HERE, *parts)
    os.makedirs(os.path.dirname(result), exist_ok=True)
    return result


def arrays(number):
    """One of each type, of points and of cells in turn."""
    for i, name in enumerate(TYPES):
        kind = "point" if (i + number) % 2 == 0 else "cell"
        yield kind, name, 1 if (i // 2 + number // 2) % 2 == 0 else 3


def image(keys, low=None, high=None, start=START):
    """The part from point `low` to `high` (x, y, z)."""
    low = low or (0, 0, 0)
    high = high or (POINTS[2] - 1, POINTS[1] - 1, POINTS[0] - 1)
    result = vtk.vtkImageData()
    result.SetExtent([start[i // 2] + (low, high)[i % 2][i // 2] for i in range(6)])
    for kind, name, components in keys:
        ends = [h + 1 if kind == "point" else h for h in high]
        part = VALUES[kind, name, components][low[2] : ends[2], low[1] : ends[1], low[0] : ends[0]]
        array = TYPES[name][1]()
        array.SetNumberOfComponents(components)
        flat = np.ascontiguousarray(part).reshape(-1, components)
        array.SetNumberOfTuples(len(flat))
        vtk_to_numpy(array).reshape(flat.shape)[:] = flat
        array.SetName(array_name(name, components))
        (result.GetPointData() if kind == "point" else result.GetCellData()).AddArray(array)
    return result


def require_same(reader, file, keys):
    reader.SetFileName(file)
    reader.Update()
    found = reader.GetOutput()
    for kind, name, components in keys:
        data = found.GetPointData() if kind == "point" else found.GetCellData()
        array = data.GetArray(array_name(name, components))
        want = VALUES[kind, name, components]
        assert array.GetDataType() == TYPES[name][1]().GetDataType() or array.GetDataTypeSize() == want.itemsize
        assert np.array_equal(vtk_to_numpy(array).ravel(), want.ravel()), (file, kind, name)


COMPRESSORS = {"none": 0, "zlib": 1, "lz4": 2, "lzma": 3}


def write_vti(file, data, mode, compressor="none", bits=32, order="little", block=256):
    writer = vtk.vtkXMLImageDataWriter()
    writer.SetFileName(file)
    writer.SetInputData(data)
    if mode == "ascii":
        writer.SetDataModeToAscii()
    elif mode == "inline":
        writer.SetDataModeToBinary()
    else:
        writer.SetDataModeToAppended()
        writer.SetEncodeAppendedData(mode == "base64")
    writer.SetCompressorType(COMPRESSORS[compressor])
    writer.SetBlockSize(block)
    writer.SetHeaderType(bits)
    writer.SetByteOrder(0 if order == "big" else 1)
    assert writer.Write() == 1


def vti():
    number = 0
    for order in ("little", "big"):
        for bits in (32, 64):
            for mode in ("ascii", "inline", "base64", "raw"):
                for compressor in ("none",) if mode == "ascii" else COMPRESSORS:
                    keys = list(arrays(number))
                    file = path("vti", f"{mode}-{compressor}-u{bits}-{order}.vti")
                    write_vti(file, image(keys), mode, compressor, bits, order)
                    require_same(vtk.vtkXMLImageDataReader(), file, keys)
                    number += 1


PIECES = [((x, 0, z), (x + n, POINTS[1] - 1, z + 2)) for z in (0, 2) for x, n in ((0, 2), (2, 1))]


def grown(piece):
    last = (POINTS[2] - 1, POINTS[1] - 1, POINTS[0] - 1)
    low, high = piece
    return tuple(max(0, i - 1) for i in low), tuple(min(i + 1, n) for i, n in zip(high, last))


def extent(box):
    return " ".join(str(START[axis] + end[axis]) for axis in range(3) for end in box)


def pvti():
    forms = [("ascii",), ("raw",), ("inline", "zlib", 64, "big"), ("base64", "lz4", 32, "little")]
    for number, form in enumerate(forms):
        keys = list(arrays(number))[: 6 if number % 2 else None]
        larger = [grown(piece) for piece in PIECES]
        for folder, boxes in (("plain", PIECES), ("larger", larger)):
            for i, box in enumerate(boxes):
                write_vti(path("pvti", f"{form[0]}-{folder}-{i}.vti"), image(keys, *box), *form)
        for kind, folder, boxes in (("plain", "plain", PIECES), ("larger", "larger", PIECES), ("ghost", "larger", larger)):
            file = path("pvti", f"{form[0]}-{kind}.pvti")
            with open(file, "w") as out:
                whole = ((0, 0, 0), (POINTS[2] - 1, POINTS[1] - 1, POINTS[0] - 1))
                out.write('<VTKFile type="PImageData" version="1.0" byte_order="LittleEndian">\n')
                out.write(f'<PImageData WholeExtent="{extent(whole)}" GhostLevel="{int(kind == "ghost")}"')
                out.write(' Origin="0 0 0" Spacing="1 1 1">\n')
                for group in ("point", "cell"):
                    out.write(f"<P{group.capitalize()}Data>\n")
                    for key in keys:
                        if key[0] == group:
                            out.write(f'<PDataArray type="{key[1]}" Name="{array_name(*key[1:])}"')
                            out.write(f' NumberOfComponents="{key[2]}"/>\n')
                    out.write(f"</P{group.capitalize()}Data>\n")
                for i, box in enumerate(boxes):
                    out.write(f'<Piece Extent="{extent(box)}" Source="{form[0]}-{folder}-{i}.vti"/>\n')
                out.write("</PImageData>\n</VTKFile>\n")
            require_same(vtk.vtkXMLPImageDataReader(), file, keys)


def legacy():
    for mode in ("ascii", "binary"):
        for version in (42, 51):
            for number in range(2):
                keys = list(arrays(number))
                file = path("legacy", f"{mode}-{version}-{number}.vtk")
                writer = vtk.vtkStructuredPointsWriter()
                writer.SetFileName(file)
                writer.SetFileVersion(version)
                writer.SetInputData(image(keys))
                writer.SetFileTypeToASCII() if mode == "ascii" else writer.SetFileTypeToBinary()
                assert writer.Write() == 1
                require_same(vtk.vtkStructuredPointsReader(), file, keys)


def converted():
    """What becomes of another type: bits, vtkIdType in legacy files, colours."""
    count = np.prod(POINTS)
    bits = RANDOM.integers(0, 2, count, dtype="u1")
    ids = RANDOM.integers(-(2**31), 2**31, count, dtype="i8")
    colours = RANDOM.integers(0, 256, (count, 3), dtype="u1")
    for name, values in (("bits", bits), ("ids", ids), ("colours", colours)):
        values.astype(values.dtype.newbyteorder("<")).tofile(path("values", f"point-{name}.bin"))
    for mode in ("ascii", "binary"):
        text = mode == "ascii"
        file = path("legacy", f"{mode}-converted.vtk")
        with open(file, "wb") as out:
            out.write(f"# vtk DataFile Version 3.0\nconverted\n{mode.upper()}\nDATASET STRUCTURED_POINTS\n".encode())
            out.write(f"DIMENSIONS {POINTS[2]} {POINTS[1]} {POINTS[0]}\nSPACING 1 1 1\nORIGIN 0 0 0\n".encode())
            out.write(f"POINT_DATA {count}\nCOLOR_SCALARS colours 3\n".encode())
            out.write(spaced(colours / 255) if text else colours.tobytes())
            out.write(f"\nFIELD FieldData 2\nbits 1 {count} bit\n".encode())
            out.write(spaced(bits) if text else np.packbits(bits).tobytes())
            out.write(f"\nids 1 {count} vtkIdType\n".encode())
            out.write(spaced(ids) if text else ids.astype(">i4").tobytes())
            out.write(b"\n")
        reader = vtk.vtkStructuredPointsReader()
        reader.SetFileName(file)
        reader.Update()
        found = reader.GetOutput().GetPointData()
        assert np.array_equal(vtk_to_numpy(found.GetArray("colours")), colours)
        assert np.array_equal(vtk_to_numpy(found.GetArray("ids")), ids)
        assert [found.GetArray("bits").GetValue(i) for i in range(count)] == bits.tolist()
    for mode in ("ascii", "inline", "raw"):
        data = image([])
        array = vtk.vtkBitArray()
        array.SetName("bits")
        for bit in bits:
            array.InsertNextValue(int(bit))
        data.GetPointData().AddArray(array)
        file = path("vti", f"bits-{mode}.vti")
        write_vti(file, data, mode, "none" if mode == "ascii" else "zlib")
        reader = vtk.vtkXMLImageDataReader()
        reader.SetFileName(file)
        reader.Update()
        found = reader.GetOutput().GetPointData().GetAbstractArray("bits")
        assert [found.GetValue(i) for i in range(count)] == bits.tolist()


def spaced(values):
    return " ".join(f"{v:.6g}" if values.dtype.kind == "f" else str(v) for v in values.ravel()).encode()


LAYOUTS = {
    "contiguous": {},
    "compact": {},
    "slices": {"chunks": (1, None, None)},
    "layers": {"chunks": (2, None, None)},
    "bricks": {"chunks": (2, 2, 3)},
    "single": {"chunks": (None, None, None)},
    "growing": {"chunks": (2, 2, 2), "maxshape": True},
    "gzip-slices": {"chunks": (1, None, None), "compression": 4},
    "gzip-layers": {"chunks": (4, None, None), "compression": 9},
    "gzip-bricks": {"chunks": (3, 2, 2), "compression": 1},
    "shuffle": {"chunks": (2, 2, 2), "shuffle": True},
    "fletcher32": {"chunks": (2, 3, 2), "fletcher32": True},
    "all-filters": {"chunks": (2, 2, 2), "compression": 6, "shuffle": True, "fletcher32": True},
}


def low_level_compact(group, name, data):
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple(data.shape)
    h5py.h5d.create(group.id, name.encode(), h5py.h5t.py_create(data.dtype), space, plist).write(
        h5py.h5s.ALL, h5py.h5s.ALL, np.ascontiguousarray(data)
    )


def dataset(group, layout, name, data):
    options = dict(LAYOUTS[layout])
    if layout == "compact":
        return low_level_compact(group, name, data)
    if "chunks" in options:
        options["chunks"] = tuple(
            min(asked or size, size) for asked, size in zip(options["chunks"] + (None,), data.shape)
        )
    if options.get("maxshape"):
        options["maxshape"] = (None,) + data.shape[1:]
    group.create_dataset(name, data=data, **options)


# Few: their trees of chunks take 2 KiB each.
OLD = {("contiguous", "little"), ("compact", "big"), ("gzip-bricks", "little"), ("bricks", "big")}


def create_image(f, version):
    root = f.create_group("VTKHDF")
    root.attrs["Type"] = np.bytes_(b"ImageData")
    root.attrs["Version"] = np.array(version, "i8")
    root.attrs["WholeExtent"] = np.array((0, POINTS[2] - 1, 0, POINTS[1] - 1, 0, POINTS[0] - 1), "i4")
    root.attrs["Origin"] = np.zeros(3)
    root.attrs["Spacing"] = np.ones(3)
    root.attrs["Direction"] = np.eye(3).ravel()
    return root, {"point": root.create_group("PointData"), "cell": root.create_group("CellData")}


def vtkhdf():
    number = 0
    for order, mark in (("little", "<"), ("big", ">")):
        for layout in LAYOUTS:
            file = path("vtkhdf", f"{layout}-{order}.vtkhdf")
            libver = ("earliest" if (layout, order) in OLD else "v110", "v110")
            with h5py.File(file, "w", libver=libver) as f:
                _, groups = create_image(f, (1, 0))
                for kind, name, components in arrays(number):
                    values = VALUES[kind, name, components]
                    values = values if components > 1 else values[..., 0]
                    stored = values.astype(mark + TYPES[name][0])
                    dataset(groups[kind], layout, array_name(name, components), stored)
                    assert np.array_equal(groups[kind][array_name(name, components)][()], values)
            number += 1


# The number of steps that a chunk spans, and the layout of each.
SERIES = [(1, "contiguous"), (1, "compact"), (1, "slices"), (1, "gzip-bricks"), (2, "gzip-slices"), (3, "all-filters")]


def series():
    """Time series whose second step is the image, stored as the last slab of three."""
    for number, (steps, layout) in enumerate(SERIES):
        file = path("series", f"{layout}.vtkhdf")
        with h5py.File(file, "w", libver=("v110", "v110")) as f:
            root, groups = create_image(f, (2, 0))
            time = root.create_group("Steps")
            time.attrs["NSteps"] = np.int64(3)
            time["Values"] = np.arange(3.0)
            for kind, name, components in arrays(number):
                values = VALUES[kind, name, components]
                values = values if components > 1 else values[..., 0]
                slabs = np.stack([values[::-1], np.zeros_like(values), values])
                options = dict(LAYOUTS[layout])
                array = array_name(name, components)
                if layout == "compact":
                    low_level_compact(groups[kind], array, slabs)
                else:
                    if "chunks" in options:
                        asked = (steps,) + options["chunks"] + (None,)
                        options["chunks"] = tuple(min(n or size, size) for n, size in zip(asked, slabs.shape))
                    groups[kind].create_dataset(array, data=slabs, **options)
                offsets = time.require_group(f"{kind.capitalize()}DataOffsets")
                offsets[array] = np.array([1, 2, 0])
                assert np.array_equal(groups[kind][array][2], values)
        require_step(file, 1.0, list(arrays(number)))


def require_step(file, time, keys):
    reader = vtk.vtkHDFReader()
    reader.SetFileName(file)
    reader.UpdateInformation()
    reader.UpdateTimeStep(time)
    found = reader.GetOutput()
    for kind, name, components in keys:
        data = found.GetPointData() if kind == "point" else found.GetCellData()
        assert np.array_equal(
            vtk_to_numpy(data.GetArray(array_name(name, components))).ravel(), VALUES[kind, name, components].ravel()
        ), (file, kind, name)


for old in ("values", "vti", "pvti", "legacy", "vtkhdf", "series"):
    shutil.rmtree(os.path.join(HERE, old), ignore_errors=True)
for (kind, name, components), values in VALUES.items():
    values.astype("<" + TYPES[name][0]).tofile(path("values", f"{kind}-{array_name(name, components)}.bin"))
vti()
pvti()
legacy()
converted()
vtkhdf()
series()
