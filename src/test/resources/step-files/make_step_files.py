#!/usr/bin/env python3
"""Writes a series of three steps in the forms that VTK's writer of .vti files makes, beside this script.

Needs numpy and VTK's Python package; made with numpy 1.24 and VTK 9.3.1 (9.7.2 reads no step of such a
.vti file but the first). The values are a formula, which the tests have
once more: with the index i of a point or cell (x fastest) and the step t, p is 100 t + i, v is (10 t + i, -i), c is
7 t + i and k, which does not change, is i / 2. VTK reads each file again and must find them.

The .pvd file is as ParaView writes it, and names its steps in another order than that of their times.
"""
import os

import numpy as np
import vtk
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

HERE = os.path.dirname(os.path.abspath(__file__))
TIMES = [0.0, 0.25, 1.5]
DIMENSIONS = (4, 3, 2)
POINTS = 24
CELLS = 6


def values(t):
    point, cell = np.arange(POINTS), np.arange(CELLS)
    return {
        "p": (100 * t + point).astype("f4"),
        "v": np.stack([10 * t + point, -point], axis=1).astype("i2"),
        "c": (7 * t + cell).astype("u1"),
        "k": point / 2,
    }


def array(name, data):
    made = numpy_to_vtk(data, deep=True)
    made.SetName(name)
    return made


def image(t):
    made = vtk.vtkImageData()
    made.SetExtent(0, 3, 0, 2, 0, 1)
    made.SetOrigin(1, 2, 3)
    made.SetSpacing(0.5, 1, 2)
    for name, data in values(t).items():
        (made.GetCellData() if name == "c" else made.GetPointData()).AddArray(array(name, data))
    made.GetPointData().SetActiveScalars("p")
    return made


def check(read, t):
    for name, data in values(t).items():
        found = (read.GetCellData() if name == "c" else read.GetPointData()).GetArray(name)
        assert np.array_equal(vtk_to_numpy(found), data), (name, t)


def write_steps_in_one_file(path, encoded, compressed):
    writer = vtk.vtkXMLImageDataWriter()
    writer.SetFileName(path)
    writer.SetDataModeToAppended()
    writer.SetEncodeAppendedData(encoded)
    writer.SetCompressor(vtk.vtkZLibDataCompressor() if compressed else None)
    writer.SetNumberOfTimeSteps(len(TIMES))
    made = image(0)  # One object, so that the writer notices what does not change.
    writer.SetInputData(made)
    writer.Start()
    for t, time in enumerate(TIMES):
        for name, data in values(t).items():
            if name != "k":
                (made.GetCellData() if name == "c" else made.GetPointData()).AddArray(array(name, data))
        writer.WriteNextTime(time)
    writer.Stop()
    for t in range(len(TIMES)):
        reader = vtk.vtkXMLImageDataReader()
        reader.SetFileName(path)
        reader.UpdateInformation()
        reader.SetTimeStep(t)
        reader.Update()
        check(reader.GetOutput(), t)


def write_steps_in_files():
    os.makedirs(os.path.join(HERE, "files"), exist_ok=True)
    for t, time in enumerate(TIMES):
        made = image(t)
        made.GetInformation().Set(vtk.vtkDataObject.DATA_TIME_STEP(), time)
        writer = vtk.vtkXMLImageDataWriter()
        writer.SetFileName(os.path.join(HERE, "files", f"step_{t}.vti"))
        writer.SetInputData(made)
        writer.Write()
    order = [2, 0, 1]
    sets = "\n".join(
        f'    <DataSet timestep="{TIMES[t]:g}" part="0" file="files/step_{t}.vti"/>' for t in order
    )
    with open(os.path.join(HERE, "steps.pvd"), "w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0"?>\n'
            '<VTKFile type="Collection" version="0.1" byte_order="LittleEndian"'
            ' compressor="vtkZLibDataCompressor">\n  <Collection>\n'
            f"{sets}\n  </Collection>\n</VTKFile>\n"
        )


# Inline, VTK's writer calls each step the first: its own reader finds no second one.
for encoded in (False, True):
    for compressed in (False, True):
        name = "one-file" + ("-base64" if encoded else "") + ("-zlib" if compressed else "") + ".vti"
        write_steps_in_one_file(os.path.join(HERE, name), encoded, compressed)
write_steps_in_files()
