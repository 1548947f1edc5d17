#!/usr/bin/env python3
"""Writes the seeds of volumes beside this script, for each structure that a reader follows one as small as can be.

Needs numpy, tifffile with imagecodecs, and Pillow; made with numpy 2.4, tifffile 2026 and Pillow 13.
"""
import gzip
import os
import shutil
import zlib

import numpy as np
import tifffile
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = np.arange(12, dtype="<i2").reshape(2, 2, 3)


def folder(name):
    path = os.path.join(HERE, name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path


def write(directory, name, content):
    with open(os.path.join(directory, name), "wb") as out:
        out.write(content)


def npy():
    directory = folder("npy")
    np.save(os.path.join(directory, "c.npy"), DATA)
    np.save(os.path.join(directory, "fortran.npy"), np.asfortranarray(DATA))
    np.save(os.path.join(directory, "half.npy"), DATA.reshape(2, 2, 1, 3).astype("f2"))


def nrrd():
    directory = folder("nrrd")
    head = "NRRD0004\ntype: short\ndimension: 3\nsizes: 3 2 2\nendian: little\n"
    write(directory, "raw.nrrd", (head + "encoding: raw\nspacings: 1 2 3\naxis mins: 0 1 NaN\n\n").encode() + DATA.tobytes())
    space = "space: RAS\nspace directions: (0,1,0) (-2,0,0) (0,0,1)\nspace origin: (1,2,3)\n"
    write(directory, "gzip.nrrd", (head + space + "encoding: gzip\n\n").encode() + gzip.compress(DATA.tobytes(), mtime=0))
    text = " ".join(map(str, range(12))).encode()
    last = head.replace("3 2 2", "3 4 1").replace("dimension: 3", "dimension:3") + "kinds: domain domain list\n"
    write(directory, "ascii.nrrd", (last.replace("4 1", "2 2") + "encoding: ascii\nline skip: 1\n\nx\n").encode() + text)
    write(directory, "list.nrrd", (head + "encoding: raw\nbyte skip: -1\ndata file: LIST\na.raw\nsub/b.raw\n").encode())
    write(directory, "numbered.nrrd", (head + "encoding: raw\ndata file: %d.raw 0 1 1\n").encode())


def meta():
    directory = folder("meta")
    head = "ObjectType = Image\nNDims = 3\nDimSize = 3 2 2\nElementType = MET_SHORT\nOffset = 1 2 3\n"
    turn = "TransformMatrix = 0 1 0 -1 0 0 0 0 1\nElementSpacing = 1 2 -3\nAnatomicalOrientation = RAI\n"
    write(directory, "raw.mha", (head + turn + "ElementDataFile = LOCAL\n").encode() + DATA.tobytes())
    packed = zlib.compress(DATA.tobytes())
    told = f"CompressedData = True\nCompressedDataSize = {len(packed)}\n"
    write(directory, "zlib.mha", (head + told + "ElementDataFile = LOCAL\n").encode() + packed)
    text = " ".join(map(str, range(12))).encode()
    write(directory, "text.mha", (head + "BinaryData = False\nElementDataFile = LOCAL\n").encode() + text)
    write(directory, "list.mha", (head + "HeaderSize = -1\nElementDataFile = LIST\na.raw\nsub/b.raw\n").encode())
    write(directory, "numbered.mha", (head + "ElementDataFile = %d.raw 0 1 1\n").encode())


def tiff():
    directory = folder("tiff")
    plain = {"photometric": "minisblack", "metadata": None, "software": False}
    tifffile.imwrite(os.path.join(directory, "pages.tif"), DATA, **plain)
    tifffile.imwrite(os.path.join(directory, "lzw.tif"), DATA[0], compression="lzw", predictor=True, **plain)
    floats = DATA[0].astype("f4")
    tifffile.imwrite(os.path.join(directory, "tiles.tif"), floats, compression="deflate", tile=(16, 16), **plain)
    tifffile.imwrite(os.path.join(directory, "big.tif"), DATA[0].astype("u1"), bigtiff=True, byteorder=">", **plain)
    colours = np.arange(3 * 256, dtype="u2").reshape(3, 256)
    palette = plain | {"photometric": "palette"}
    tifffile.imwrite(os.path.join(directory, "palette.tif"), DATA[0].astype("u1"), colormap=colours, **palette)


def png():
    directory = folder("png")
    Image.fromarray(DATA[0].astype("u1")).save(os.path.join(directory, "grey.png"))
    Image.fromarray(DATA[0].astype("u2")).save(os.path.join(directory, "deep.png"))
    picture = Image.fromarray(DATA[0].astype("u1"), "P")
    picture.putpalette(list(range(36)))
    picture.save(os.path.join(directory, "palette.png"))


def vtr():
    directory = folder("vtr")
    axes = "".join(
        f"<DataArray type='Float32' Name='{axis}' format='ascii'>{' '.join(str(i / 2) for i in range(n))}</DataArray>"
        for axis, n in (("x", 3), ("y", 2), ("z", 2))
    )
    extent = "0 2 0 1 0 1"
    array = f"<DataArray type='Int16' Name='a' format='ascii'>{' '.join(map(str, range(12)))}</DataArray>"
    xml = f"<Piece Extent='{extent}'><PointData>{array}</PointData><Coordinates>{axes}</Coordinates></Piece>"
    xml = f"<RectilinearGrid WholeExtent='{extent}'>{xml}</RectilinearGrid>"
    write(directory, "grid.vtr", f"<VTKFile type='RectilinearGrid'>{xml}</VTKFile>".encode())


npy()
nrrd()
meta()
tiff()
png()
vtr()
