"""Tells which of the given series, named after their numbers of steps, are not what h5py should find: value i of step n is 1000 n + i.

many_steps.py [--filled CHUNKS] FILE...: of the second half of the values none is there, and so many chunks a step are.
"""
import pathlib
import sys

import h5py
import numpy

names = sys.argv[1:]
filled = 0
if names[0] == "--filled":
    filled, *names = int(names[1]), *names[2:]
for name in names:
    steps = int(pathlib.Path(name).stem)
    with h5py.File(name) as file:
        array = file["VTKHDF/PointData/a"]
        found = array[...].reshape(steps, -1)
        expected = numpy.arange(steps)[:, None] * 1000.0 + numpy.arange(24)
        chunks = array.id.get_num_chunks()
        if filled:
            expected[:, 12:] = numpy.nan
        same = numpy.array_equal(found, expected, equal_nan=True)
        if not same or chunks % steps != 0 or filled and chunks != filled * steps:
            print(f"{name}: found {array.shape} in {chunks} chunks, {'the same' if same else 'other'} values")
        if file["VTKHDF/Steps/Values"].shape != (steps,):
            print(f"{name}: found {file['VTKHDF/Steps/Values'].shape} times")
