"""info.py FILE: what `vtkhdf info` tells, by h5py."""

import sys

import h5py

with h5py.File(sys.argv[1], "r") as file:
    root = file["VTKHDF"]
    for name, value in root.attrs.items():
        print(name, value)
    for group in ("PointData", "CellData", "FieldData"):
        for name, data in root.get(group, {}).items():
            stored = data.id.get_storage_size()
            print(group, name, data.dtype, data.shape, data.chunks, data.compression, data.shuffle, data.fletcher32, stored)
