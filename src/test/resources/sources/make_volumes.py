#!/usr/bin/env python3
"""Writes the image of make_sources.py in the formats of NumPy, NRRD, MetaImage, TIFF and PNG, and as rectilinear grids of
VTK, beside this script.

Needs numpy, pynrrd, SimpleITK, tifffile with imagecodecs, Pillow, and VTK's Python package; made with numpy 2.4, pynrrd 1.1, SimpleITK 2.5 (ITK 5.4),
tifffile 2026, Pillow 13 and VTK 9.7.2. The values are those of values/,
which make_sources.py wrote. What pynrrd or SimpleITK has not written itself, one of them reads, and must find the values. Each
file has one array, the file's name begins with its type and number of components.
"""
import gzip
import os
import shutil
import zlib

import nrrd
import numpy as np
import SimpleITK as sitk
import tifffile
import vtk
from PIL import Image
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = {
    "Int8": ("i1", "int8", "MET_CHAR"),
    "UInt8": ("u1", "uint8", "MET_UCHAR"),
    "Int16": ("i2", "short", "MET_SHORT"),
    "UInt16": ("u2", "unsigned short", "MET_USHORT"),
    "Int32": ("i4", "int", "MET_INT"),
    "UInt32": ("u4", "uint32_t", "MET_UINT"),
    "Int64": ("i8", "long long", "MET_LONG_LONG"),
    "UInt64": ("u8", "uint64", "MET_ULONG_LONG"),
    "Float32": ("f4", "float", "MET_FLOAT"),
    "Float64": ("f8", "double", "MET_DOUBLE"),
}
Z, Y, X = POINTS = (5, 3, 4)


def path(*parts):
    result = os.path.join(HERE, *parts)
    os.makedirs(os.path.dirname(result), exist_ok=True)
    return result


def values(name, components):
    """(z, y, x) or (z, y, x, component)."""
    dtype = np.dtype("<" + TYPES[name][0])
    found = np.fromfile(path("values", f"point-{name}x{components}.bin"), dtype)
    return found.reshape(POINTS if components == 1 else POINTS + (components,))


def spaced(data):
    return " ".join(repr(float(v)) if data.dtype.kind == "f" else str(v) for v in data.ravel()).encode()


def npy():
    for number, name in enumerate(TYPES):
        for components in (1, 3):
            data = values(name, components)
            order = "<>"[(number + components // 2) % 2]
            stored = data.astype(data.dtype.newbyteorder(order))
            if (number // 2 + components) % 2:
                stored = np.asfortranarray(stored)
            version = [(1, 0), (2, 0), (3, 0)][(number + components) % 3]
            file = path("npy", f"{name}x{components}.npy")
            with open(file, "wb") as out:
                np.lib.format.write_array(out, stored, version)
            assert np.array_equal(np.load(file), data)


def require_nrrd(file, data, components, last=False):
    """pynrrd's axes are those of the file, the fastest first."""
    found, _ = nrrd.read(file, index_order="C")
    if components > 1 and last:
        found = np.moveaxis(found, 0, -1)
    assert np.array_equal(found, data), file


NRRD = [
    # name, type, components, encoding, endian, where the components are, the data's files
    ("raw", "Int16", 1, "raw", "little", "", "attached"),
    ("raw-big", "UInt32", 3, "raw", "big", "first", "attached"),
    ("raw-last", "Float32", 3, "raw", "little", "last", "attached"),
    ("gzip", "Float64", 1, "gzip", "big", "", "attached"),
    ("gzip-first", "UInt8", 3, "gz", "little", "first", "attached"),
    ("gzip-last", "Int64", 3, "gzip", "little", "last", "attached"),
    ("ascii", "Int8", 1, "ascii", "little", "", "attached"),
    ("ascii-last", "Float64", 3, "text", "little", "last", "attached"),
    ("apart", "UInt64", 1, "raw", "big", "", "one"),
    ("apart-gzip", "UInt16", 1, "gzip", "little", "", "one"),
    ("list", "Int32", 1, "raw", "little", "", "list"),
    ("list-gzip", "Int16", 3, "gzip", "big", "first", "list"),
    ("numbered", "Float32", 1, "raw", "big", "", "numbered"),
    ("skips", "UInt8", 1, "raw", "little", "", "skips"),
    ("skips-gzip", "UInt32", 1, "gzip", "little", "", "skips-gzip"),
    ("end", "Int32", 3, "raw", "little", "first", "end"),
]


def nrrds():
    for title, name, components, encoding, endian, where, files in NRRD:
        dtype, type_name, _ = TYPES[name]
        data = values(name, components)
        stored = data if where != "last" else np.moveaxis(data, -1, 0)
        stored = np.ascontiguousarray(stored).astype((">" if endian == "big" else "<") + dtype)
        sizes = [X, Y, Z]
        kinds = ["domain"] * 3
        directions = ["(1,0,0)", "(0,1,0)", "(0,0,1)"]
        if components > 1:
            at = 0 if where == "first" else 3
            sizes.insert(at, components)
            kinds.insert(at, "vector")
            directions.insert(at, "none")
        lines = ["NRRD0005", "# made by make_volumes.py", f"type: {type_name}", f"dimension: {len(sizes)}"]
        lines += ["space: left-posterior-superior", f"sizes: {' '.join(map(str, sizes))}"]
        lines += [f"space directions: {' '.join(directions)}", f"kinds: {' '.join(kinds)}", f"endian: {endian}"]
        lines += [f"encoding: {encoding}", "space origin: (0,0,0)", "who:=nobody"]

        def encoded(part, front=b""):
            raw = front + (spaced(part) if encoding in ("ascii", "text") else part.tobytes())
            return gzip.compress(raw, mtime=0) if encoding in ("gz", "gzip") else raw

        file = path("nrrd", f"{title}.{'nrrd' if files == 'attached' else 'nhdr'}")

        def write(suffix, content):
            with open(path("nrrd", f"{title}{suffix}"), "wb") as out:
                out.write(content)

        tail = b""
        if files == "attached":
            tail = b"\n" + encoded(stored)
        elif files == "one":
            lines.append(f"data file: {title}.raw")
            write(".raw", encoded(stored))
        elif files == "list":
            lines.append("data file: LIST")
            for z in range(Z):
                lines.append(f"{title}-{z}.raw")
                write(f"-{z}.raw", encoded(stored[z]))
        elif files == "numbered":
            lines.append(f"datafile: {title}-%03d.raw 20 12 -2")
            for z in range(Z):
                write(f"-{20 - 2 * z:03}.raw", encoded(stored[z]))
        elif files == "skips":
            lines += ["line skip: 2", "byteskip: 3", f"data file: {title}.raw"]
            write(".raw", b"a line\nanother\n123" + encoded(stored) + b"behind")
        elif files == "skips-gzip":
            lines += ["byte skip: 3", f"data file: {title}.raw"]
            write(".raw", encoded(stored, b"123"))
        elif files == "end":
            lines += ["byte skip: -1", f"data file: {title}.raw"]
            write(".raw", b"of some length" + encoded(stored))
        with open(file, "wb") as out:
            out.write("\n".join(lines).encode() + b"\n" + tail)
        if files in ("list", "numbered", "skips", "skips-gzip"):
            # pynrrd knows nothing of several files, of bytes behind the data, and of such as are skipped in compressed ones.
            require_itk(file, data)
        else:
            require_nrrd(file, data, components, where == "last")


def members():
    """Gzip in two members, of which the first ends within a value."""
    data = values("Int16", 1)
    raw = data.tobytes()
    file = path("nrrd", "members.nrrd")
    with open(file, "wb") as out:
        out.write(b"NRRD0001\ntype: short\ndimension: 3\nsizes: 4 3 5\nencoding: gzip\nendian: little\n\n")
        out.write(gzip.compress(raw[:51], mtime=0) + gzip.compress(raw[51:], mtime=0))
    assert np.array_equal(sitk.GetArrayFromImage(sitk.ReadImage(file)), data)


META = [
    # name, type, components, encoding, byte order, the data's files
    ("local", "UInt8", 1, "raw", "little", "LOCAL"),
    ("local-big", "Int16", 3, "raw", "big", "LOCAL"),
    ("local-zlib", "UInt16", 1, "zlib", "little", "LOCAL"),
    ("local-zlib-big", "Float32", 3, "zlib", "big", "LOCAL"),
    ("local-text", "Float64", 1, "text", "little", "LOCAL"),
    ("apart", "Int32", 1, "raw", "little", "one"),
    ("apart-zlib", "Float64", 3, "zlib", "little", "one"),
    ("list", "UInt32", 1, "raw", "big", "list"),
    ("numbered", "UInt64", 1, "raw", "little", "numbered"),
    ("header", "Int64", 1, "raw", "little", "header"),
    ("end", "Int8", 3, "raw", "little", "end"),
]


def require_itk(file, data):
    image = sitk.ReadImage(file)
    assert np.array_equal(sitk.GetArrayFromImage(image), data), file


def metas():
    for title, name, components, encoding, order, files in META:
        dtype, _, type_name = TYPES[name]
        data = values(name, components)
        stored = data.astype((">" if order == "big" else "<") + dtype)

        def encoded(part):
            if encoding == "text":
                return spaced(part) + b"\n"
            return zlib.compress(part.tobytes()) if encoding == "zlib" else part.tobytes()

        content = encoded(stored)
        lines = ["ObjectType = Image", "NDims = 3", f"BinaryData = {encoding != 'text'}"]
        lines += [f"BinaryDataByteOrderMSB = {order == 'big'}", f"CompressedData = {encoding == 'zlib'}"]
        if encoding == "zlib":
            lines.append(f"CompressedDataSize = {len(content)}")
        lines += ["TransformMatrix = 1 0 0 0 1 0 0 0 1", "Offset = 0 0 0", "CenterOfRotation = 0 0 0"]
        lines += ["AnatomicalOrientation = RAI", "ElementSpacing = 1 1 1", f"DimSize = {X} {Y} {Z}"]
        if components > 1:
            lines.append(f"ElementNumberOfChannels = {components}")
        if files in ("header", "end"):
            lines.append(f"HeaderSize = {7 if files == 'header' else -1}")
        lines.append(f"ElementType = {type_name}")
        file = path("meta", f"{title}.{'mha' if files == 'LOCAL' else 'mhd'}")

        def write(suffix, content):
            with open(path("meta", f"{title}{suffix}"), "wb") as out:
                out.write(content)

        tail = b""
        if files == "LOCAL":
            lines.append("ElementDataFile = LOCAL")
            tail = content
        elif files == "list":
            lines.append("ElementDataFile = LIST")
            for z in range(Z):
                lines.append(f"{title}-{z}.raw")
                write(f"-{z}.raw", encoded(stored[z]))
        elif files == "numbered":
            lines.append(f"ElementDataFile = {title}-%02d.raw 3 7 1")
            for z in range(Z):
                write(f"-{3 + z:02}.raw", encoded(stored[z]))
        else:
            lines.append(f"ElementDataFile = {title}.raw")
            write(".raw", (b"a front" if files in ("header", "end") else b"") + content)
        with open(file, "wb") as out:
            out.write("\n".join(lines).encode() + b"\n" + tail)
        require_itk(file, data)


def by_itk():
    """As ITK writes them itself."""
    for extension in ("mha", "mhd", "nrrd", "nhdr"):
        for name, components, compressed in (("UInt8", 3, True), ("Float32", 1, True), ("Int16", 1, False)):
            image = sitk.GetImageFromArray(values(name, components), isVector=components > 1)
            folder = "nrrd" if extension.startswith("n") else "meta"
            sitk.WriteImage(image, path(folder, f"itk-{name}.{extension}"), useCompression=compressed)
            require_itk(path(folder, f"itk-{name}.{extension}"), values(name, components))


TIFF = [
    # title, type, components, options of tifffile
    ("plain", "UInt8", 1, {}),
    ("big", "UInt16", 3, {"byteorder": ">"}),
    ("signed", "Int8", 1, {"rowsperstrip": 2}),
    ("lzw", "Int16", 1, {"compression": "lzw", "predictor": True}),
    ("deflate", "Float32", 1, {"compression": "adobe_deflate", "predictor": True, "byteorder": ">"}),
    ("packbits", "UInt8", 3, {"compression": "packbits"}),
    ("tiles", "UInt32", 3, {"tile": (16, 16), "compression": "deflate"}),
    ("planes", "UInt16", 3, {"planarconfig": "separate"}),
    ("white", "UInt8", 1, {"photometric": "miniswhite"}),
    ("bigtiff", "Float64", 1, {"bigtiff": True}),
    ("int", "Int32", 1, {"compression": "lzw", "tile": (16, 16)}),
    ("colours", "Float32", 3, {"compression": "lzw"}),
]


def tiffs():
    """A page a slice, of the first row first."""
    for title, name, components, options in TIFF:
        data = values(name, components)
        stored = np.moveaxis(data, -1, 1) if "planarconfig" in options else data
        photometric = "rgb" if components == 3 else "minisblack"
        file = path("tiff", f"{title}.tif")
        tifffile.imwrite(file, stored, **({"photometric": photometric, "metadata": None} | options))
        found = tifffile.imread(file)
        assert np.array_equal(np.moveaxis(found, 1, -1) if "planarconfig" in options else found, data), file


def folders():
    """A file a slice, of which the natural order is that of the numbers in their names."""
    for title, name, components, extension in (
        ("png-grey", "UInt8", 1, "png"),
        ("png-rgb", "UInt8", 3, "png"),
        ("png-deep", "UInt16", 1, "png"),
        ("tiff", "Float32", 1, "tif"),
    ):
        data = values(name, components)
        for z in range(Z):
            file = path("stacks", title, f"slice{z + 8}.{extension}")
            if extension == "tif":
                tifffile.imwrite(file, data[z])
            else:
                Image.fromarray(data[z]).save(file)
                assert np.array_equal(np.asarray(Image.open(file)), data[z]), file
        with open(path("stacks", title, "readme.txt"), "w") as out:
            out.write("no picture\n")


def grid(number, coordinate_type):
    """With one array of each type, of points and of cells in turn; the points lie as those of an image at 1, -2, 0.1."""
    result = vtk.vtkRectilinearGrid()
    result.SetDimensions(X, Y, Z)
    for axis, size, first, step in (("X", X, 1, 0.5), ("Y", Y, -2, 0.25), ("Z", Z, 0.1, 0.3)):
        array = numpy_to_vtk((first + step * np.arange(size)).astype(coordinate_type), deep=True)
        getattr(result, f"Set{axis}Coordinates")(array)
    for i, name in enumerate(TYPES):
        of_points = (i + number) % 2 == 0
        components = 1 if (i // 2 + number // 2) % 2 == 0 else 3
        file = path("values", f"{'point' if of_points else 'cell'}-{name}x{components}.bin")
        data = np.fromfile(file, "<" + TYPES[name][0]).reshape(-1, components)
        array = getattr(vtk, f"vtkType{name}Array")()
        array.SetNumberOfComponents(components)
        array.SetNumberOfTuples(len(data))
        vtk_to_numpy(array).reshape(data.shape)[:] = data
        array.SetName(f"{name}x{components}")
        (result.GetPointData() if of_points else result.GetCellData()).AddArray(array)
    return result


def grids():
    for number, (title, mode, pieces, kind) in enumerate(
        (
            ("ascii", "Ascii", 1, "f4"),
            ("inline", "Binary", 1, "f8"),
            ("appended", "Appended", 1, "f4"),
            ("pieces", "Appended", 2, "f8"),
        )
    ):
        writer = vtk.vtkXMLRectilinearGridWriter()
        writer.SetFileName(path("vtr", f"{title}.vtr"))
        writer.SetInputData(grid(number, kind))
        getattr(writer, f"SetDataModeTo{mode}")()
        writer.SetNumberOfPieces(pieces)
        assert writer.Write() == 1
    for number, (mode, kind) in enumerate((("ASCII", "f4"), ("Binary", "f8"))):
        writer = vtk.vtkRectilinearGridWriter()
        writer.SetFileName(path("grids", f"{mode.lower()}.vtk"))
        writer.SetInputData(grid(number, kind))
        getattr(writer, f"SetFileTypeTo{mode}")()
        assert writer.Write() == 1


for old in ("vtr", "grids", "tiff", "stacks", "npy", "nrrd", "meta"):
    shutil.rmtree(os.path.join(HERE, old), ignore_errors=True)
npy()
nrrds()
members()
metas()
by_itk()
tiffs()
folders()
grids()
