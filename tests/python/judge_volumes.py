"""Judges volumes by VTK's own reader of MetaImage and by NumPy. Reads a JSON list of volumes from standard input: for each its file, a file of
its values (x fastest, little-endian), dtype, shape (z, y, x, components), spacing and origin. Prints what is wrong, or nothing."""
import json
import sys

import numpy as np
from vtk.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkIOImage import vtkMetaImageReader


def problem(volume):
    expected = np.fromfile(volume["values"], "<" + volume["dtype"]).reshape(volume["shape"])
    extension = volume["file"].rsplit(".", 1)[1]
    if extension == "npy":
        found = np.load(volume["file"])
        shape = volume["shape"] if volume["shape"][3] > 1 else volume["shape"][:3]
        if found.dtype != np.dtype("<" + volume["dtype"]) or list(found.shape) != shape:
            return f"{found.dtype} {found.shape}"
    else:
        reader = vtkMetaImageReader()
        reader.SetFileName(volume["file"])
        reader.Update()
        image = reader.GetOutput()
        if list(image.GetDimensions()) != volume["shape"][2::-1]:
            return f"dimensions {image.GetDimensions()}"
        if not np.allclose(image.GetSpacing(), volume["spacing"], rtol=1e-14):
            return f"spacing {image.GetSpacing()}"
        if not np.allclose(image.GetOrigin(), volume["origin"], rtol=1e-14):
            return f"origin {image.GetOrigin()}"
        found = vtk_to_numpy(image.GetPointData().GetScalars())
        if found.dtype.kind != expected.dtype.kind or found.dtype.itemsize != expected.dtype.itemsize:
            return f"type {found.dtype}"
    return None if found.tobytes() == expected.tobytes() else "other values"


for volume in json.load(sys.stdin):
    wrong = problem(volume)
    if wrong:
        print(volume["file"] + ": " + wrong)
