#!/usr/bin/env python3
"""Writes small time series beside this script, which differ from base.h5 in one thing each. Needs h5py; made with h5py 3.7 on
HDF5 1.10.8.

Of 3 x 2 x 2 points and step t, point x, y, z of the array "a" (Int32) has the value 1000 t + 100 z + 10 y + x; "c" (Float64)
has 0.5, 1.5, ... at all steps, "flow" (Float32, 2 components, cells) has 10 t and 10 t + 1. TimeValue is not there.
"""
import os

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
STEPS = 5
TIMES = np.array([0, 0.1, 0.2, 0.3, 0.5])


def image(name):
    file = h5py.File(os.path.join(HERE, name + ".h5"), "w")
    group = file.create_group("VTKHDF")
    group.attrs["Type"] = np.bytes_(b"ImageData")
    group.attrs["WholeExtent"] = np.array([0, 2, 0, 1, 0, 1], "i4")
    group.attrs["Origin"] = np.zeros(3)
    group.attrs["Spacing"] = np.ones(3)
    group.attrs["Direction"] = np.eye(3).ravel()
    for kind in ("PointData", "CellData", "FieldData"):
        group.create_group(kind)
    return file, group


def a(steps=STEPS):
    t, z, y, x = np.indices((steps, 2, 2, 3))
    return (1000 * t + 100 * z + 10 * y + x).astype("i4")


def c():
    return np.arange(12).reshape(2, 2, 3) + 0.5


def flow(steps=STEPS):
    t, z, y, x, k = np.indices((steps, 1, 1, 2, 2))
    return (10 * t + k).astype("f4")


def series(name, steps=STEPS, times=TIMES, values=None, constant=True):
    file, group = image(name)
    with file:
        group.attrs["Version"] = np.array([2, 0], "i8")
        group["PointData/a"] = a(steps) if values is None else values
        group["CellData/flow"] = flow(steps)
        numbers = group.create_group("Steps")
        numbers.attrs["NSteps"] = np.int64(steps)
        numbers["Values"] = times[:steps]
        if constant:
            group["PointData/c"] = c()[None]
            numbers["PointDataOffsets/c"] = np.zeros(steps, "i8")
        else:
            group["PointData/c"] = np.repeat(c()[None], steps, axis=0)


series("base")
series("unshared", constant=False)
series("fewer", steps=3)
series("times", times=TIMES + np.array([0, 0, 1e-9, 0, 0.01]))
one = a()
one[3, 1, 0, 2] += 4
series("value", values=one)
series("all", values=a() + 1)

many = 12
series("many", many, np.arange(many) / 8)
series("many-others", many, np.arange(many) / 8, values=a(many) - 1)

file, group = image("static")
with file:
    group.attrs["Version"] = np.array([1, 0], "i8")
    group["PointData/a"] = a()[0]
    group["PointData/c"] = c()
    group["CellData/flow"] = flow()[0]
