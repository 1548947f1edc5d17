"""Prints a line for each step of a VTKHDF image: a digest of the values of each of its arrays, by their names."""

import hashlib
import sys

import h5py

with h5py.File(sys.argv[1]) as file:
    image = file["VTKHDF"]
    steps = int(image["Steps"].attrs["NSteps"]) if "Steps" in image else 1
    for step in range(steps):
        found = []
        for kind in ("PointData", "CellData"):
            for name in sorted(image.get(kind, ())):
                data = image[kind][name]
                if steps > 1:
                    offsets = image.get(f"Steps/{kind}Offsets/{name}")
                    data = data[step if offsets is None else int(offsets[step])]
                else:
                    data = data[()]
                found.append(f"{kind}/{name}={data.dtype}{data.shape}{hashlib.md5(data.tobytes()).hexdigest()}")
        print(" ".join(found))
