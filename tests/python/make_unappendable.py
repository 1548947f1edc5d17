"""Writes time series to which no step can be added as they are, into a folder; named after what is the matter."""

import pathlib
import sys

import h5py
import numpy as np

FOLDER = pathlib.Path(sys.argv[1])
VALUES = np.arange(3 * 2 * 3 * 4, dtype="f8").reshape(3, 2, 3, 4)


def make(name, array=None, change=None, **options):
    with h5py.File(FOLDER / f"{name}.vtkhdf", "w", **options) as file:
        image = file.create_group("VTKHDF")
        image.attrs["Version"] = [2, 0]
        image.attrs.create("Type", np.bytes_("ImageData"))
        image.attrs["WholeExtent"] = [0, 3, 0, 2, 0, 1]
        image.attrs["Origin"] = image.attrs["Spacing"] = [1.0, 1.0, 1.0]
        image.attrs["Direction"] = [1.0, 0, 0, 0, 1, 0, 0, 0, 1]
        for kind in ("PointData", "CellData", "FieldData"):
            image.create_group(kind)
        steps = image.create_group("Steps")
        steps.attrs["NSteps"] = 3
        steps["Values"] = [0.0, 1.0, 2.0]
        image["PointData"].create_dataset("p", **(array or {"data": VALUES}))
        if change:
            change(file)


def holes(file):
    del file["VTKHDF/PointData/p"]
    dataset = file["VTKHDF/PointData"].create_dataset("p", (3, 2, 3, 4), "f8", chunks=(1, 2, 3, 4))
    dataset[0] = VALUES[0]
    dataset[2] = VALUES[2]


def compact(file):
    del file["VTKHDF/PointData/p"]
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_layout(h5py.h5d.COMPACT)
    group = file["VTKHDF/PointData"].id
    space = h5py.h5s.create_simple((3, 2, 3, 4))
    dataset = h5py.h5d.create(group, b"p", h5py.h5t.IEEE_F64LE, space, plist)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, VALUES)


def field(file):
    file["VTKHDF/FieldData/f"] = [1.0, 2.0, 3.0]


make("good")
make("chunks of 2 steps", {"data": VALUES, "chunks": (2, 2, 3, 4)})
make("big-endian numbers", {"data": VALUES.astype(">f8")})
make("filters", {"data": VALUES, "chunks": (1, 2, 3, 4), "compression": "lzf"})
make("chunks that were never written", change=holes)
make("data that are neither contiguous nor in chunks", change=compact)
make("the shape", {"data": np.zeros((3, 2, 3, 5))})
make("larger than the image", {"data": VALUES, "chunks": (1, 4, 3, 4), "maxshape": (3, None, 3, 4)})
make("the attribute 'Author'", change=lambda file: file["VTKHDF"].attrs.create("Author", "me"))
make("the object 'Other'", change=lambda file: file.create_group("Other"))
make("the attribute 'unit'", change=lambda file: file["VTKHDF/PointData/p"].attrs.create("unit", "m"))
make("a user block", userblock_size=512)
make("without offsets", change=field)
