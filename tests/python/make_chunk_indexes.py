#!/usr/bin/env python3
"""Writes an image of many chunks for each index of chunks, its slices in random order, so that the index lies scattered.

usage: make_chunk_indexes.py FOLDER

Each value of "a" is its place in the array, x fastest; the slices z = 40 and 41 are never written.
"""
import pathlib
import sys

import h5py
import numpy as np

NX, NY, NZ = 40, 50, 60
FOLDER = pathlib.Path(sys.argv[1])
VALUES = np.arange(NX * NY * NZ, dtype="i4").reshape(NZ, NY, NX)
INDEXES = {
    "tree-1": ("earliest", None),
    "fixed": ("latest", None),
    "extensible": ("latest", (None, NY, NX)),
    "tree-2": ("latest", (None, None, NX)),
}

for name, (version, largest) in INDEXES.items():
    for packed in (None, 1):
        with h5py.File(FOLDER / f"{name}{'-packed' if packed else ''}.h5", "w", libver=version) as file:
            group = file.create_group("VTKHDF")
            group.attrs["Type"] = np.bytes_(b"ImageData")
            group.attrs["Version"] = np.array((1, 0), "i8")
            group.attrs["WholeExtent"] = np.array([0, NX - 1, 0, NY - 1, 0, NZ - 1], "i4")
            group.attrs["Origin"] = np.zeros(3)
            group.attrs["Spacing"] = np.ones(3)
            group.attrs["Direction"] = np.eye(3).ravel()
            data = group.create_group("PointData").create_dataset(
                "a", shape=VALUES.shape, dtype="i4", chunks=(2, 2, 5), maxshape=largest, compression=packed, fillvalue=-1
            )
            for z in np.random.default_rng(1).permutation(NZ // 2) * 2:
                if z != 40:
                    data[z : z + 2] = VALUES[z : z + 2]
