"""join_slabs.py SLABS FILE: as many parts joined by a virtual dataset as FinishSlabs joins, by h5py, to which the parts need not
be there; prints the seconds."""

import sys
import time

import h5py

SIDE = 32

slabs, path = int(sys.argv[1]), sys.argv[2]
start = time.perf_counter()
layout = h5py.VirtualLayout((slabs, SIDE, SIDE), "<f8")
for k in range(slabs):
    layout[k : k + 1] = h5py.VirtualSource(f"parts/{k}.vtkhdf", "VTKHDF/PointData/data", (1, SIDE, SIDE))
with h5py.File(path, "w") as file:
    file.create_virtual_dataset("VTKHDF/PointData/data", layout)
print(time.perf_counter() - start)
