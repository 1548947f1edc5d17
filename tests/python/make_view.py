"""Makes, with h5py, the files that a browser is to show, and tells what is in them by numpy.

make_view.py DIRECTORY: the files stand there; standard output is one object of JSON, of each file the planes that are
looked at, as lists of rows.
"""

import json
import sys
from pathlib import Path

import h5py
import numpy as np


def image(path, shape, origin=(0, 0, 0), spacing=(1, 1, 1)):
    file = h5py.File(path, "w", libver="latest")
    root = file.create_group("VTKHDF")
    root.attrs["Version"] = np.array([2, 1])
    root.attrs.create("Type", np.bytes_("ImageData"))
    z, y, x = shape
    root.attrs["WholeExtent"] = np.array([0, x - 1, 0, y - 1, 0, z - 1])
    root.attrs["Origin"] = np.array(origin, dtype=float)
    root.attrs["Spacing"] = np.array(spacing, dtype=float)
    root.attrs["Direction"] = np.eye(3).ravel()
    for group in ("PointData", "CellData", "FieldData"):
        root.create_group(group)
    return file, root


def scan(path):
    """Arrays of several kinds, among them one that nobody reads, on axes of which one is turned."""
    shape = (6, 5, 7)
    file, root = image(path, shape, (1, 2, 3), (0.5, -1, 2))
    random = np.random.default_rng(17)
    values = random.uniform(-1, 1, shape).astype("f4")
    velocity = random.integers(-100, 100, (*shape, 3), dtype="i2")
    cells = random.integers(0, 255, (5, 4, 6), dtype="u1")
    photo = random.integers(0, 255, (*shape, 3), dtype="u1")
    root["PointData/photo"] = photo
    root["PointData/density"] = values
    root["PointData/velocity"] = velocity
    root["PointData"].create_dataset("waves", data=np.zeros(shape, dtype="c16"))
    root["CellData/kind"] = cells
    # For whoever reads the page as HTML.
    root["PointData/<img src=x onerror=alert(1)>"] = values
    file.close()
    return {"density": values.tolist(), "velocity": velocity.tolist(), "kind": cells.tolist(), "photo": photo.tolist()}


def corrupt(path):
    """An array of a chunk a slice, of which one is broken."""
    shape = (4, 32, 32)
    file, root = image(path, shape)
    values = np.random.default_rng(3).integers(0, 255, shape, dtype="u1")
    data = root["PointData"].create_dataset("data", data=values, chunks=(1, 32, 32), compression="gzip")
    place = data.id.get_chunk_info(1)
    file.close()
    with open(path, "r+b") as raw:
        raw.seek(place.byte_offset)
        raw.write(b"\xff" * place.size)
    return {"data": values.tolist()}


def series(path, steps=4):
    shape = (3, 4, 5)
    file, root = image(path, shape)
    values = np.random.default_rng(5).normal(size=(steps, *shape))
    root["PointData"].create_dataset("p", data=values)
    group = root.create_group("Steps")
    group.attrs["NSteps"] = steps
    group["Values"] = np.arange(steps) * 0.25
    offsets = group.create_group("PointDataOffsets")
    offsets["p"] = np.arange(steps)
    file.close()
    return {"p": values.tolist()}


def large(path):
    """9.4 GB, of which the chunks of one slice are written; contiguous, a plane across x would cost seconds."""
    shape = (653, 1501, 1200)
    file, root = image(path, shape, spacing=(1e-3, 2e-3, 5e-4))
    data = root["PointData"].create_dataset("data", shape, "f8", chunks=(1, 256, 256), compression="gzip")
    data[326] = np.add.outer(np.arange(1501.0), np.arange(1200.0))
    file.close()


directory = Path(sys.argv[1])
large(directory / "large.vtkhdf")
print(
    json.dumps(
        {
            "scan": scan(directory / "scan.vtkhdf"),
            "corrupt": corrupt(directory / "corrupt.vtkhdf"),
            "series": series(directory / "series.vtkhdf"),
        }
    )
)
