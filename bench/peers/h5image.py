"""A VTKHDF image file made with h5py, as the Python package vtk-hdf makes it."""

import h5py
import numpy as np


def create(path, shape, origin=(0, 0, 0), spacing=(1, 1, 1), dtype="f8", chunks=True, **storage):
    """An open file and its empty array "data" of the shape (nz, ny, nx), in chunks of one slice unless not wanted."""
    nz, ny, nx = shape
    slice_bytes = ny * nx * np.dtype(dtype).itemsize
    file = h5py.File(path, "w", rdcc_nbytes=slice_bytes)
    group = file.create_group("VTKHDF")
    group.attrs["Version"] = [1, 0]
    group.attrs["Type"] = np.bytes_("ImageData")
    group.attrs["WholeExtent"] = (0, nx - 1, 0, ny - 1, 0, nz - 1)
    group.attrs["Origin"] = origin
    group.attrs["Spacing"] = spacing
    group.attrs["Direction"] = (1, 0, 0, 0, 1, 0, 0, 0, 1)
    points = group.create_group("PointData")
    points.attrs["Scalars"] = np.bytes_("data")
    data = points.create_dataset("data", shape=shape, dtype=dtype, chunks=(1, ny, nx) if chunks else None, **storage)
    return file, data


def open_data(path):
    """The open file and its array "data", with a chunk cache of one slice."""
    with h5py.File(path, "r") as file:
        data = file["VTKHDF/PointData/data"]
        slice_bytes = data.dtype.itemsize * data.shape[1] * data.shape[2]
    file = h5py.File(path, "r", rdcc_nbytes=slice_bytes)
    return file, file["VTKHDF/PointData/data"]
