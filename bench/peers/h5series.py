"""A VTKHDF time series made with h5py, as those do it who write one: datasets that are resized for each step."""

import h5py
import numpy as np


def create(path, shape, **storage):
    """An open file for steps of the shape (nz, ny, nx) of float64, in chunks of one slice."""
    nz, ny, nx = shape
    file = h5py.File(path, "w", rdcc_nbytes=8 * ny * nx)
    group = file.create_group("VTKHDF")
    group.attrs["Version"] = [2, 0]
    group.attrs["Type"] = np.bytes_("ImageData")
    group.attrs["WholeExtent"] = (0, nx - 1, 0, ny - 1, 0, nz - 1)
    group.attrs["Origin"] = (0.0, 0.0, 0.0)
    group.attrs["Spacing"] = (1.0, 1.0, 1.0)
    group.attrs["Direction"] = (1.0, 0, 0, 0, 1, 0, 0, 0, 1)
    points = group.create_group("PointData")
    points.create_dataset("data", shape=(0, *shape), maxshape=(None, *shape), dtype="f8", chunks=(1, 1, ny, nx), **storage)
    steps = group.create_group("Steps")
    steps.attrs["NSteps"] = 0
    steps.create_dataset("Values", shape=(0,), maxshape=(None,), dtype="f8", chunks=(1024,))
    steps.create_dataset("PointDataOffsets/data", shape=(0,), maxshape=(None,), dtype="i8", chunks=(1024,))
    return file


def append(file, time, slices):
    """One step more, of slices that come one by one."""
    group = file["VTKHDF"]
    data, steps = group["PointData/data"], group["Steps"]
    n = data.shape[0]
    data.resize(n + 1, axis=0)
    for k, plane in enumerate(slices):
        data[n, k, :, :] = plane
    for name, value in ("Values", time), ("PointDataOffsets/data", n):
        steps[name].resize(n + 1, axis=0)
        steps[name][n] = value
    steps.attrs["NSteps"] = n + 1
