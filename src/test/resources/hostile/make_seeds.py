#!/usr/bin/env python3
"""Writes the seeds beside this script: files as small as can be, one for each structure that a reader follows.

Needs h5py; made with h5py 3.7 on HDF5 1.10.8. What the fuzzer found stands beside them, in findings, and is kept.
"""
import base64
import lzma
import os
import shutil
import struct
import zlib

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
NX, NY, NZ = 3, 2, 2


def folder(name):
    path = os.path.join(HERE, name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path


# VTKHDF


def new(name, latest=True, userblock=0, directory="vtkhdf"):
    fapl = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    bound = h5py.h5f.LIBVER_LATEST if latest else h5py.h5f.LIBVER_EARLIEST
    fapl.set_libver_bounds(bound, h5py.h5f.LIBVER_LATEST)
    fcpl = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    if userblock:
        fcpl.set_userblock(userblock)
    file = h5py.File(h5py.h5f.create(os.path.join(HERE, directory, name + ".h5").encode(), fcpl=fcpl, fapl=fapl))
    root = file.create_group("VTKHDF")
    root.attrs["Type"] = np.bytes_(b"ImageData")
    root.attrs["Version"] = np.array([1, 0], "i4")
    root.attrs["WholeExtent"] = np.array([0, NX - 1, 0, NY - 1, 0, NZ - 1], "i4")
    root.attrs["Spacing"] = np.array([0.5, 1, 2], "f4")
    return file, root, root.create_group("PointData")


def values(dtype="i2"):
    return np.arange(NX * NY * NZ).reshape(NZ, NY, NX).astype(dtype)


def low_level(group, name, data, dcpl):
    space = h5py.h5s.create_simple(data.shape)
    d = h5py.h5d.create(group.id, name.encode(), h5py.h5t.py_create(data.dtype), space, dcpl)
    d.write(h5py.h5s.ALL, h5py.h5s.ALL, np.ascontiguousarray(data))


def arrays(name, latest, **datasets):
    file, root, points = new(name, latest)
    with file:
        for array, options in datasets.items():
            points.create_dataset(array, data=values(), **options)


def compact():
    file, root, points = new("compact")
    with file:
        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_layout(h5py.h5d.COMPACT)
        low_level(points, "a", values(), dcpl)


def implicit():
    file, root, points = new("implicit")
    with file:
        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_chunk((1, 2, 3))
        dcpl.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        low_level(points, "a", values(), dcpl)


def fields():
    file, root, points = new("fields")
    with file:
        f = root.create_group("FieldData")
        f["n"] = np.arange(3, dtype=">i2")
        f["words"] = np.array([b"one", b"two"], h5py.string_dtype("ascii"))
        f["fixed"] = np.array([b"one", b"three"])
        f.create_dataset("packed", data=np.zeros((5, 3), "u1"), chunks=(2, 3), compression=9)


def dense(name, latest):
    """Links and attributes in a fractal heap, their names in B-trees."""
    file, root, points = new(name, latest)
    with file:
        for i in range(9):
            points.create_dataset("array %d" % i, data=np.zeros((NZ, NY, NX), "u1"))
        for i in range(9):
            points["array 3"].attrs["attribute %d" % i] = np.int8(i)


def heaps():
    """Fractal heaps without their first blocks, with blocks left out for a large object, with an object apart."""
    file, root, points = new("heap-holes")
    with file:
        points["a"] = values()
        for i in range(60):
            points["%060d" % i] = h5py.SoftLink("/VTKHDF/PointData/a")
        for i in range(40):
            del points["%060d" % i]
    file, root, points = new("heap-large")
    with file:
        points["a"] = values()
        for i in range(9):
            points["a"].attrs["small %d" % i] = np.int8(i)
        points["a"].attrs["large"] = np.zeros(290)
        points["a"].attrs["huge"] = np.zeros(600)
        points["a"].attrs["Attribute"] = np.bytes_(b"Scalars")


def links(name, latest):
    file, root, points = new(name, latest)
    with file:
        points["a"] = values()
        points["soft"] = h5py.SoftLink("/VTKHDF/PointData/a")
        points["relative"] = h5py.SoftLink("./soft")
        points["round"] = h5py.SoftLink("round")
        points["nowhere"] = h5py.SoftLink("/no/where")
        points["outside"] = h5py.ExternalLink("other.h5", "/x")
        points["hard"] = points["a"]
        points["again"] = root


def outside():
    file, root, points = new("outside")
    with file:
        del root["PointData"]
        root["PointData"] = h5py.ExternalLink("other.h5", "/VTKHDF/PointData")


def elsewhere():
    """Data that stand in other files, or in other datasets."""
    file, root, points = new("elsewhere")
    with file:
        dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        dcpl.set_external(b"/etc/passwd", 0, h5py.h5f.UNLIMITED)
        space = h5py.h5s.create_simple((NZ, NY, NX))
        h5py.h5d.create(points.id, b"external", h5py.h5t.STD_U8LE, space, dcpl)
        layout = h5py.VirtualLayout(shape=(NZ, NY, NX), dtype="u1")
        layout[...] = h5py.VirtualSource("/etc/hostname", "x", shape=(NZ, NY, NX))
        points.create_virtual_dataset("virtual", layout)
        file["type"] = np.dtype("i2")
        points.create_dataset("committed", data=values(), dtype=file["type"])


def mapped(points, name, *mappings, size=None):
    """A virtual dataset of mappings: a selection, names of file and dataset, and a selection of that."""
    shape = (NZ, NY, NX)
    dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    for space, file, dataset, source in mappings:
        dcpl.set_virtual(space, file.encode(), dataset.encode(), source)
    space = h5py.h5s.create_simple(shape, (h5py.h5s.UNLIMITED,) + shape[1:]) if size else h5py.h5s.create_simple(shape)
    h5py.h5d.create(points.id, name.encode(), h5py.h5t.STD_I16LE, space, dcpl)


def grid(shape, *axes, limit=None):
    """Each of start, stride, count and block along all axes."""
    space = h5py.h5s.create_simple(shape, (limit,) + shape[1:] if limit else None)
    space.select_hyperslab(axes[0], axes[2], axes[1], axes[3])
    return space


def virtual():
    """Each way in which mappings select, of what is in the file itself."""
    shape = (NZ, NY, NX)
    endless = h5py.h5s.UNLIMITED
    file, root, points = new("virtual")
    with file:
        file["v"] = values()
        file["line"] = np.arange(20, dtype=">i4")
        for z in range(NZ):
            file[f"n{z}"] = values()[z]
        file.create_dataset("long", data=values(), maxshape=(None,) + shape[1:], chunks=(1, 2, 3), compression=1)
        whole = h5py.h5s.create_simple(shape)
        mapped(points, "whole", (whole, ".", "v", whole))
        rows = grid(shape, (0, 0, 0), (1, 1, 2), (2, 2, 2), (1, 1, 1))
        mapped(points, "grid", (rows, ".", "line", grid((20,), (1,), (4,), (4,), (2,))), (rows, "none.h5", "x", rows))
        boxes = grid(shape, (0, 0, 0), (1, 1, 1), (1, 1, 1), (1, 1, 2))
        boxes.select_hyperslab((1, 0, 1), (1, 2, 2), op=h5py.h5s.SELECT_OR)
        mapped(points, "boxes", (boxes, ".", "line", grid((20,), (3,), (1,), (1,), (6,))))
        along = grid(shape, (0, 0, 0), (1, 1, 1), (endless, 1, 1), (1, 2, 3), limit=endless)
        mapped(points, "endless", (along, ".", "long", along), size=endless)
        mapped(points, "numbered", (along, ".", "n%b", h5py.h5s.create_simple(shape[1:])), size=endless)
        low = grid(shape, (0, 0, 0), (1, 1, 1), (1, 1, 1), (1, 2, 3))
        mapped(points, "nested", (low, ".", "VTKHDF/PointData/grid", low))
    file, root, points = new("virtual-circle")
    with file:
        mapped(points, "a", (whole, ".", "VTKHDF/PointData/b", whole))
        mapped(points, "b", (whole, ".", "VTKHDF/PointData/a", whole))
        mapped(points, "c", (along, ".", "VTKHDF/PointData/d", along), size=endless)
        mapped(points, "d", (along, ".", "VTKHDF/PointData/c", along), size=endless)


def roles():
    file, root, points = new("roles")
    with file:
        root.create_group("CellData")["c"] = np.zeros((1, 1, 2, 2), "f4")
        points["a"] = values("f8")
        points["a"].attrs["Attribute"] = np.bytes_(b"Scalars")
        points.attrs["Vectors"] = "a"
        root["CellData/c"].attrs["ComponentNames"] = np.array(["u", "v"], h5py.string_dtype("ascii"))
        root["PointData"].create_dataset("fill", (NZ, NY, NX), "i4", chunks=(1, 2, 2), fillvalue=7)


def steps():
    file, root, points = new("steps")
    with file:
        points.create_dataset("a", data=values()[None], chunks=(1, 1, 2, 3), maxshape=(None, NZ, NY, NX))
        s = root.create_group("Steps")
        s.attrs["NSteps"] = np.int32(1)
        s["Values"] = np.zeros(1)
        s.create_group("PointDataOffsets")["a"] = np.zeros(1, "i8")


def series():
    """Steps with all that tells where their values are."""
    for name, latest in (("series", True), ("series-old", False)):
        file, root, points = new(name, latest)
        with file:
            slabs = np.stack([values(), values() + 20])
            points.create_dataset("a", data=slabs, chunks=(1, 1, 2, 3), compression=1)
            points["b"] = slabs
            root.create_group("CellData")["c"] = np.arange(6, dtype="u1").reshape(3, 1, 1, 2)
            s = root.create_group("Steps")
            s.attrs["NSteps"] = np.int64(3)
            s["Values"] = np.array([0, 0.5, 2])
            s.create_group("PointDataOffsets")["a"] = np.array([1, 0, 1])
            s["PointDataOffsets"].create_dataset("b", data=np.array([0, 0, 1, 1], "i4"), chunks=(8,), maxshape=(None,))
            f = root.create_group("FieldData")
            f["n"] = np.arange(6.0).reshape(3, 2)
            f.create_dataset("text", data=np.array([b"x", b"yy", b"zzz"], object), dtype=h5py.string_dtype("ascii"))
            s.create_group("FieldDataOffsets")["n"] = np.arange(3)
            s["FieldDataOffsets"]["text"] = np.array([0, 0, 1])
            s.create_group("FieldDataSizes")["text"] = np.array([[1, 1], [0, 0], [1, 2]])


def paged():
    """Chunks enough for a fixed array in pages, and an extensible array with super blocks; few of them written."""
    for name, limit in (("paged-fixed", 1100), ("paged-extensible", None)):
        file, root, points = new(name)
        with file:
            root.attrs["WholeExtent"] = np.array([0, 1099, 0, 0, 0, 0], "i4")
            d = points.create_dataset("a", (1, 1, 1100), "u1", chunks=(1, 1, 1), maxshape=(1, 1, limit))
            d[0, 0, 3] = 3
            d[0, 0, 1060] = 1


def odd():
    """Numbers of odd widths, booleans, and filters with parameters and chunks of their own."""
    chunk = dict(chunks=(1, 2, 2))
    for name, options in (
        ("lzf", dict(compression="lzf", chunks=(2, 2, 3), data=values() // 4 * 0x101, dtype="i8")),
        ("scaleoffset", dict(scaleoffset=0, **chunk)),
        ("scaleoffset-gzip", dict(scaleoffset=0, shuffle=True, compression=9, **chunk)),
    ):
        file, root, points = new(name)
        with file:
            points.create_dataset("a", **({"data": values() // 4} | options))
    file, root, points = new("decimals")
    with file:
        points.create_dataset("a", data=values("f4") / 8, scaleoffset=2, fillvalue=0.5, **chunk)
    for name, bits in (("widths", 0), ("nbit", 5)):
        file, root, points = new(name)
        with file:
            integer, half = h5py.h5t.STD_I16BE.copy(), h5py.h5t.IEEE_F32LE.copy()
            integer.set_precision(10)
            integer.set_offset(3)
            half.set_fields(15, 10, 5, 0, 10)
            half.set_size(2)
            half.set_ebias(15)
            for array, stored in (("integer", integer), ("half", half), ("boolean", h5py.h5t.py_create(np.dtype(bool), logical=True))):
                dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                if bits:
                    dcpl.set_chunk((2, 2, 2))
                    dcpl.set_filter(bits, 0, ())
                d = h5py.h5d.create(points.id, array.encode(), stored, h5py.h5s.create_simple((NZ, NY, NX)), dcpl)
                d.write(h5py.h5s.ALL, h5py.h5s.ALL, values() > 4 if array == "boolean" else values())


def vtkhdf():
    folder("vtkhdf")
    whole = (NZ, NY, NX)
    arrays("contiguous", True, a={})
    arrays("single", True, a=dict(chunks=whole, compression=1, shuffle=True), b=dict(chunks=whole))
    arrays("fixed", True, a=dict(chunks=(1, 2, 2)), b=dict(chunks=(1, 2, 3), compression=1, fletcher32=True))
    arrays("extensible", True, a=dict(chunks=(1, 2, 3), maxshape=(None, 2, 3), compression=1))
    arrays("tree", True, a=dict(chunks=(1, 1, 3), maxshape=(None, None, 3), compression=1))
    arrays("old", False, a=dict(chunks=(1, 2, 3), compression=1, shuffle=True), b={})
    dense("dense", True)
    links("links", True)
    links("links-old", False)
    for write in compact, implicit, heaps, fields, outside, elsewhere, roles, steps, series, paged, odd:
        write()
    file, root, points = new("userblock", userblock=512)
    with file:
        points["a"] = values()


def bombs():
    """Links that take 1000^7 steps to follow, 100 MB of zeros as a field, large chunks, and more steps than the heap has room for."""
    folder("bombs")
    file, root, points = new("soft-links", directory="bombs")
    with file:
        points["l0"] = h5py.SoftLink(".")
        for i in range(1, 8):
            points["l%d" % i] = h5py.SoftLink("/".join(["l%d" % (i - 1)] * 1000))
    file, root, points = new("field", directory="bombs")
    with file:
        root.attrs["Origin"] = np.zeros(3)
        root.attrs["Direction"] = np.eye(3).ravel()
        root.create_dataset("FieldData/f", (100, 1 << 20), "u1", chunks=(10, 1 << 20), compression=9)[...] = 0
    for name, nz in ("large", 400), ("smaller", 200):
        unpacked("lzf-" + name, nz, lambda create: create.set_filter(h5py.h5z.FILTER_LZF, 0, ()))
        unpacked("scaled-" + name, nz, lambda create: create.set_scaleoffset(h5py.h5z.SO_INT, 0))
    many_steps()


def unpacked(name, nz, pack):
    """A chunk whose filters go from one buffer to another."""
    file, root, points = new(name, directory="bombs")
    shape = (nz, 160, 160)
    create = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    create.set_chunk(shape)
    pack(create)
    create.set_deflate(9)
    create.set_fletcher32()
    with file:
        root.attrs["WholeExtent"] = np.array([0, 159, 0, 159, 0, nz - 1], "i4")
        root.attrs["Origin"] = np.zeros(3)
        root.attrs["Direction"] = np.eye(3).ravel()
        low_level(points, "a", np.full(shape, 7, "i4"), create)


def many_steps():
    """200 arrays whose offsets, of 1 MB each, are one dataset."""
    file, root, points = new("steps", directory="bombs")
    count = 1 << 20
    with file:
        s = root.create_group("Steps")
        s.attrs["NSteps"] = count
        s.create_dataset("Values", data=np.arange(count, dtype="i4"), chunks=(1 << 16,), compression=9, shuffle=True)
        places = s.create_group("PointDataOffsets")
        places.create_dataset("a0", data=np.zeros(count, "u1"), chunks=(1 << 18,), compression=9)
        for i in range(200):
            points["a%d" % i] = values()[None]
            if i > 0:
                places["a%d" % i] = places["a0"]


# .vti and .pvti

EXTENT = "0 2 0 1 0 1"
POINTS = struct.pack("<12f", *range(12))
CELLS = bytes([1, 2])


def vti_lz4(block):
    """One sequence of literals."""
    more = len(block) - 15
    return (bytes([0xF0, more]) if more >= 0 else bytes([len(block) << 4])) + block


COMPRESSORS = {
    "": None,
    "vtkZLibDataCompressor": zlib.compress,
    "vtkLZ4DataCompressor": vti_lz4,
    "vtkLZMADataCompressor": lzma.compress,
}


def packed(data, compress, word):
    """Two streams: header and values."""
    if compress is None:
        return b"", struct.pack(word, len(data)) + data
    size = 20
    blocks = [data[i : i + size] for i in range(0, len(data), size)]
    compressed = [compress(block) for block in blocks]
    numbers = [len(blocks), size, len(data) % size] + [len(block) for block in compressed]
    return struct.pack("<" + word[1] * len(numbers), *numbers), b"".join(compressed)


def vti(name, form, compressor="", header="UInt32"):
    word = "<I" if header == "UInt32" else "<Q"
    appended = b""

    def array(kind, text, data, number):
        nonlocal appended
        tag = '<DataArray type="%s" Name="%s" ' % (kind, text)
        if form == "ascii":
            return tag + 'format="ascii">%s</DataArray>' % " ".join(number)
        streams = packed(data, COMPRESSORS[compressor], word)
        if form == "binary":
            return tag + 'format="binary">%s</DataArray>' % "".join(base64.b64encode(s).decode() for s in streams)
        offset = len(appended)
        appended += b"".join(streams if form == "raw" else map(base64.b64encode, streams))
        return tag + 'format="appended" offset="%d"/>' % offset

    text = '<VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="%s"' % header
    text += ' compressor="%s">' % compressor if compressor else ">"
    text += '<ImageData WholeExtent="%s" Origin="0 0 0" Spacing="1 .5 2e0">' % EXTENT
    text += "<FieldData>%s</FieldData>" % array("Int8", "f", b"\1", ["1"]).replace("<DataArray", '<DataArray NumberOfTuples="1"')
    text += '<Piece Extent="%s"><PointData Scalars="a">' % EXTENT
    text += array("Float32", "a", POINTS, ["%g" % n for n in range(12)])
    text += "</PointData><CellData>" + array("UInt8", "b", CELLS, ["1", "2"]) + "</CellData></Piece></ImageData>"
    file = text.encode()
    if appended:
        file += b'<AppendedData encoding="%s">_' % (b"raw" if form == "raw" else b"base64") + appended + b"</AppendedData>"
    return write("vti", name + ".vti", file + b"</VTKFile>")


def write(directory, name, file):
    with open(os.path.join(HERE, directory, name), "wb") as out:
        out.write(file)


def xml():
    folder("vti")
    vti("ascii", "ascii")
    vti("binary", "binary", header="UInt64")
    vti("binary-zlib", "binary", "vtkZLibDataCompressor")
    vti("appended", "base64")
    vti("appended-lzma", "base64", "vtkLZMADataCompressor", "UInt64")
    vti("raw", "raw", header="UInt64")
    vti("raw-zlib", "raw", "vtkZLibDataCompressor")
    vti("raw-lz4", "raw", "vtkLZ4DataCompressor")
    odd = """<?xml version='1.0'?><!-- a --><VTKFile type='ImageData'><ImageData WholeExtent='0 1 0 0 0 0' Direction='1 0 0 0 1 0 0 0 1'>
<FieldData><Array type='String' Name='s' NumberOfTuples='2' format='ascii'>65 0 66 0</Array></FieldData><Piece Extent='0 1 0 0 0 0'>
<PointData><DataArray type='Bit' Name='b&amp;&#66;' NumberOfComponents='2' ComponentName0='x' format='ascii'>1 0 <![CDATA[0 1]]>
<InformationKey name='U' location='L'>m</InformationKey></DataArray></PointData></Piece></ImageData></VTKFile>"""
    write("vti", "odd.vti", odd.encode())

    folder("pvti")
    pieces = "".join(
        '<Piece Extent="%s" Source="%s"/>' % piece for piece in (("0 1 0 1 0 1", "left.vti"), ("1 2 0 1 0 1", "sub/right.vti"))
    )
    write("pvti", "two.pvti", b"""<VTKFile type="PImageData" version="0.1"><PImageData WholeExtent="0 2 0 1 0 1" GhostLevel="0"
Origin="0 0 0" Spacing="1 1 1"><PPointData Scalars="a"><PDataArray type="UInt8" Name="a" NumberOfComponents="1"/></PPointData>
""" + pieces.encode() + b"</PImageData></VTKFile>")


# Legacy .vtk


def legacy():
    folder("legacy")
    head = "# vtk DataFile Version 3.0\ntitle\n%s\nDATASET STRUCTURED_POINTS\nDIMENSIONS 3 2 1\nSPACING 1 1 1\nORIGIN 0 0 0\n"
    metadata = "METADATA\nCOMPONENT_NAMES\nx\ny\nINFORMATION 1\nNAME A LOCATION B\nDATA 1 2\n\n"
    write("legacy", "ascii.vtk", (head % "ASCII" + "FIELD f 2\nwords 1 2 string\none\ntwo%20\nn 2 1 int 1 2\n" + metadata
        + "POINT_DATA 6\nSCALARS s double 2\nLOOKUP_TABLE t\n1 2 3 4 nan 6.5 7 8 9 10 11 -12e5\nLOOKUP_TABLE t 1\n1 1 1 1\n"
        + "CELL_DATA 2\nFIELD f 2\nb 1 2 bit 1 0\nNULL_ARRAY\n").encode())
    write("legacy", "binary.vtk", (head % "BINARY").encode() + b"FIELD f 1\nwords 1 2 string\n\xc1x\x80\2yz\nPOINT_DATA 6\nSCALARS s short 1\nLOOKUP_TABLE default\n"
        + struct.pack(">6h", *range(6)) + b"\nFIELD f 1\nb 2 6 bit\n\1\2\nCELL_DATA 2\nVECTORS v float\n" + bytes(24) + b"\n")


vtkhdf()
bombs()
xml()
legacy()
