"""Holds what h5py and numpy find in a converted series against the formula that its values are made by.

Arguments: the file, and its times. It is the series of src/test/resources/step-files/make_step_files.py: with the index i
of a point or cell (x fastest) and the step t, p is 100 t + i, v is (10 t + i, -i), c is 7 t + i and k is i / 2. Of a .npy
file: array p.
"""

import sys

import h5py
import numpy as np

POINTS = (2, 3, 4)
CELLS = (1, 2, 3)


def values(t):
    point, cell = np.arange(24), np.arange(6)
    return {
        "PointData/p": (100 * t + point).astype("f4").reshape(POINTS),
        "PointData/v": np.stack([10 * t + point, -point], axis=1).astype("i2").reshape(POINTS + (2,)),
        "PointData/k": (point / 2).reshape(POINTS),
        "CellData/c": (7 * t + cell).astype("u1").reshape(CELLS),
    }


def require(found, expected, place):
    if found.dtype != expected.dtype or not np.array_equal(found, expected):
        sys.exit(f"{place}: found {found!r}, expected {expected!r}")


def judge_vtkhdf(path, times):
    with h5py.File(path, "r") as file:
        root = file["VTKHDF"]
        require(root["Steps/Values"][:], times, "Steps/Values")
        require(np.ravel(root["Steps"].attrs["NSteps"]), np.array([len(times)]), "NSteps")
        for step in range(len(times)):
            for name, expected in values(step).items():
                group, array = name.split("/")
                offsets = root["Steps"].get(f"{group}Offsets/{array}")
                slab = step if offsets is None else offsets[step]
                require(root[name][slab], expected, f"{name} at step {step}")


path, times = sys.argv[1], np.array([float(time) for time in sys.argv[2:]])
if path.endswith(".npy"):
    require(np.load(path), np.stack([values(step)["PointData/p"] for step in range(len(times))]), path)
else:
    judge_vtkhdf(path, times)
