"""slice_by_slice.py FILE: the work of the example SliceBySlice as the Python package vtk-hdf's own second example does it."""

import sys

import numpy as np

import h5image

NX, NY, NZ = 1200, 1501, 653
SPACING = (1e-3, 2e-3, 5e-4)
ORIGIN = (-0.5 * (NX - 1) * SPACING[0], -0.5 * (NY - 1) * SPACING[1], 0.0)


def compute_slice():
    x = ORIGIN[0] + np.arange(NX) * SPACING[0]
    y = ORIGIN[1] + np.arange(NY) * SPACING[1]
    return np.sqrt(x[:, np.newaxis] ** 2 + y**2, order="F")


file, data = h5image.create(sys.argv[1], (NZ, NY, NX), ORIGIN, SPACING)
with file:
    for k in range(NZ):
        data[k, :, :] = compute_slice().T
file, data = h5image.open_data(sys.argv[1])
with file:
    assert np.allclose(data[42, :, :].T, compute_slice())
