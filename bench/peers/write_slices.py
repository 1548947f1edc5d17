"""write_slices.py POOL FLOAT64|INT32 NX NY NZ contiguous|chunked|gzip FILE: the counterpart of WriteSlices."""

import sys

import numpy as np

import h5image

TYPES = {"FLOAT64": "<f8", "INT32": "<i4"}
STORAGE = {
    "contiguous": {"chunks": False},
    "chunked": {},
    "gzip": {"compression": "gzip", "compression_opts": 1, "shuffle": True},
}


def main():
    pool, dtype, storage, path = sys.argv[1], TYPES[sys.argv[2]], STORAGE[sys.argv[6]], sys.argv[7]
    nx, ny, nz = map(int, sys.argv[3:6])
    slices = np.fromfile(pool, dtype).reshape(-1, ny, nx)
    file, data = h5image.create(path, (nz, ny, nx), dtype=dtype, **storage)
    with file:
        for k in range(nz):
            data[k, :, :] = slices[k % len(slices)]


main()
