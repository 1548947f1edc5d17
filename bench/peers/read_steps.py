"""read_steps.py FILE COUNT: the counterpart of ReadSteps."""

import sys

import h5py

count = int(sys.argv[2])
with h5py.File(sys.argv[1], "r") as file:
    data = file["VTKHDF/PointData/data"]
    offsets = file["VTKHDF/Steps"].get("PointDataOffsets/data")
    steps = file["VTKHDF/Steps"].attrs["NSteps"]
    for i in range(1, count + 1):
        step = steps * i // (count + 1)
        data[step if offsets is None else offsets[step]]
