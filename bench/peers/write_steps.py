"""write_steps.py POOL NX NY NZ STEPS resize|flush raw|gzip FILE: the counterpart of WriteSteps; flushes after each step if
asked."""

import sys

import numpy as np

import h5series

STORAGE = {"raw": {}, "gzip": {"compression": "gzip", "compression_opts": 1, "shuffle": True}}

pool, how, storage, path = sys.argv[1], sys.argv[6], STORAGE[sys.argv[7]], sys.argv[8]
nx, ny, nz, steps = map(int, sys.argv[2:6])
slices = np.fromfile(pool, "<f8").reshape(-1, ny, nx)
file = h5series.create(path, (nz, ny, nx), **storage)
with file:
    for n in range(steps):
        h5series.append(file, n, (slices[(n * nz + k) % len(slices)] for k in range(nz)))
        if how == "flush":
            file.flush()
