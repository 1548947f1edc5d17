"""remote.py info|slice|array ADDRESS [FILE.npy]: what `vtkhdf info`, `slice` and `convert` do with a file on a server, by h5py
over fsspec."""

import sys

import fsspec
import h5py
import numpy as np

what, address = sys.argv[1:3]
with fsspec.filesystem("http").open(address) as remote, h5py.File(remote, "r") as file:
    data = file["VTKHDF/PointData/data"]
    if what == "info":
        for name, value in file["VTKHDF"].attrs.items():
            print(name, value)
        print(data.dtype, data.shape, data.chunks, data.compression, data.shuffle, data.id.get_storage_size())
    else:
        np.save(sys.argv[3], data[data.shape[0] // 2] if what == "slice" else data[:])
