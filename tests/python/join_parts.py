"""Parts of one image as others write them, to be joined, and what h5py reads of the file that joins them.

join_parts.py make FOLDER    writes FOLDER/part*.vtkhdf: slabs along z that share their planes, each in a form of its own
join_parts.py judge FILE     prints nothing if FILE holds the image
"""

import sys

import h5py
import numpy

POINTS = numpy.arange(13 * 4 * 3, dtype="<f4").reshape(13, 4, 3) * 0.5 - 7
CELLS = (numpy.arange(12 * 3 * 2 * 3, dtype="<i2").reshape(12, 3, 2, 3) * 37) % 1000


def header(file, first, last, extent=None, version=(1, 0)):
    root = file.create_group("VTKHDF")
    root.attrs["Version"] = version
    root.attrs.create("Type", b"ImageData", dtype=h5py.string_dtype("ascii", 9))
    root.attrs["WholeExtent"] = extent or (0, 2, 0, 3, first, last)
    root.attrs["Origin"] = (1.0, 2.0, 3.0 if extent is None else 3.0 + 0.25 * first)
    root.attrs["Spacing"] = (0.5, 1.0, 0.25)
    root.attrs["Direction"] = numpy.eye(3).ravel()
    return root.create_group("PointData"), root.create_group("CellData")


def plain(file, first, last):
    points, cells = header(file, first, last)
    points["p"] = POINTS[first : last + 1]
    cells["c"] = CELLS[first:last]


def big_endian(file, first, last):
    points, cells = header(file, first, last, (0, 2, 0, 3, 0, last - first))
    points["p"] = POINTS[first : last + 1].astype(">f4")
    cells["c"] = CELLS[first:last].astype(">i2")


def chunked(file, first, last):
    points, cells = header(file, first, last)
    filters = {"compression": "gzip", "shuffle": True, "fletcher32": True}
    points.create_dataset("p", data=POINTS[first : last + 1], chunks=(2, 3, 2), maxshape=(None, 4, 3), **filters)
    cells.create_dataset("c", data=CELLS[first:last], chunks=(1, 3, 2, 1), **filters)


def one_step(file, first, last):
    points, cells = header(file, first, last, version=(2, 0))
    steps = file["VTKHDF"].create_group("Steps")
    steps.attrs["NSteps"] = 1
    steps["Values"] = [0.0]
    points["p"] = POINTS[None, first : last + 1]
    cells["c"] = CELLS[None, first:last]


def roomy(file, first, last):
    """The image at its extent's own place in a dataset that is larger."""
    points, cells = header(file, first, last, (2, 4, 1, 4, 3, 3 + last - first))
    file["VTKHDF"].attrs["Origin"] = (0.0, 1.0, 3.0 + 0.25 * (first - 3))
    room = numpy.full((20, 9, 8), -1, "<f4")
    room[3 : 4 + last - first, 1:5, 2:5] = POINTS[first : last + 1]
    points["p"] = room
    room = numpy.full((20, 9, 8, 3), -1, "<i2")
    room[3 : 3 + last - first, 1:4, 2:4] = CELLS[first:last]
    cells["c"] = room


def linked(file, first, last):
    points, cells = header(file, first, last)
    file["elsewhere"] = POINTS[first : last + 1]
    points["p"] = h5py.SoftLink("/elsewhere")
    cells["c"] = CELLS[first:last]


FORMS = (plain, big_endian, chunked, one_step, roomy, linked)


def make(folder):
    for i, form in enumerate(FORMS):
        with h5py.File(f"{folder}/part{i}.vtkhdf", "w", libver=("earliest", "v110")[i % 2]) as file:
            form(file, 2 * i, 2 * i + 2)


def judge(path):
    with h5py.File(path) as file:
        root = file["VTKHDF"]
        for name, expected in {"PointData/p": POINTS, "CellData/c": CELLS}.items():
            found = root[name]
            if found.dtype != expected.dtype or not numpy.array_equal(found[:], expected):
                print(f"{name}: {found.dtype} {found.shape}, expected {expected.dtype} {expected.shape}")
        found = [root.attrs[name].tolist() for name in ("WholeExtent", "Origin", "Spacing")]
        if found != [[0, 2, 0, 3, 0, 12], [1, 2, 3], [0.5, 1, 0.25]]:
            print(found)


{"make": make, "judge": judge}[sys.argv[1]](sys.argv[2])
