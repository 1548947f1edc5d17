"""append_steps.py POOL NX NY NZ BEFORE COUNT step|commit|append FILE: the counterpart of AppendSteps; prints the seconds of
a step."""

import sys
import time

import h5py
import numpy as np

import h5series

nx, ny, nz, before, count = map(int, sys.argv[2:7])
how, path = sys.argv[7], sys.argv[8]
slices = np.fromfile(sys.argv[1], "<f8").reshape(-1, ny, nx)


def append(file, n):
    h5series.append(file, n, (slices[(n + k) % len(slices)] for k in range(nz)))


file = h5series.create(path, (nz, ny, nx), compression="gzip", compression_opts=1, shuffle=True)
for n in range(before):
    append(file, n)
if how == "append":
    file.close()
start = time.perf_counter()
for n in range(before, before + count):
    if how == "append":
        with h5py.File(path, "r+") as again:
            append(again, n)
    else:
        append(file, n)
        if how == "commit":
            file.flush()
print((time.perf_counter() - start) / count)
file.close()
