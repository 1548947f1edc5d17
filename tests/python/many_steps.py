"""Tells which of the given series, named after their numbers of steps, are not what h5py should find: value i of step n is 1000 n + i."""
import pathlib
import sys

import h5py
import numpy

for name in sys.argv[1:]:
    steps = int(pathlib.Path(name).stem)
    with h5py.File(name) as file:
        array = file["VTKHDF/PointData/a"]
        found = array[...].reshape(steps, -1)
        expected = numpy.arange(steps)[:, None] * 1000 + numpy.arange(24)
        if not (found == expected).all() or array.id.get_num_chunks() % steps != 0:
            print(f"{name}: found {array.shape} in {array.id.get_num_chunks()} chunks, {(found != expected).sum()} other values")
        if file["VTKHDF/Steps/Values"].shape != (steps,):
            print(f"{name}: found {file['VTKHDF/Steps/Values'].shape} times")
