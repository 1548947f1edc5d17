"""Reads time series with VTK's vtkHDFReader, whole, as they are at that moment; answers as steps_h5py.py does.

VTK from 9.6 on opens a file once for the number of steps, again for their times and again to read. Where a commit has come in
between, an image is read as a series, with an error, or more times are written than there is space for, and the process crashes.
What it is shown is a copy of the file, made from its beginning to its end: by the one commit point that is a commit.
"""

import json
import os
import shutil
import sys
import zlib

from vtkmodules.vtkCommonCore import vtkOutputWindow, vtkStringOutputWindow, vtkVersion
from vtkmodules.vtkCommonExecutionModel import vtkStreamingDemandDrivenPipeline
from vtkmodules.vtkIOHDF import vtkHDFReader


def slices(array, count):
    values = memoryview(array).tobytes()
    size = len(values) // count
    return [zlib.crc32(values[k * size : (k + 1) * size]) for k in range(count)]


def field(array):
    if array.IsA("vtkStringArray"):
        return [array.GetValue(i) for i in range(array.GetNumberOfValues())]
    return [float(array.GetComponent(i, c)) for i in range(array.GetNumberOfTuples()) for c in range(array.GetNumberOfComponents())]


def step(image, time):
    z = image.GetDimensions()[2]
    arrays = {}
    for group, count in ((image.GetPointData(), z), (image.GetCellData(), z - 1)):
        for i in range(group.GetNumberOfArrays()):
            arrays[group.GetArray(i).GetName()] = slices(group.GetArray(i), count)
    group = image.GetFieldData()
    fields = {group.GetAbstractArray(i).GetName(): field(group.GetAbstractArray(i)) for i in range(group.GetNumberOfArrays())}
    if time is None:
        time = fields["TimeValue"][0]
    elif fields.pop("Time") != [time]:
        raise ValueError(f"the field array Time is not {time}")
    return {"time": time, "slices": arrays, "fields": fields}


def series(path):
    window = vtkStringOutputWindow()
    vtkOutputWindow.SetInstance(window)
    if not vtkHDFReader().CanReadFile(path):
        raise ValueError("vtkHDFReader says that it cannot read it")
    reader = vtkHDFReader()
    reader.SetFileName(path)
    reader.UpdateInformation()
    times = reader.GetOutputInformation(0).Get(vtkStreamingDemandDrivenPipeline.TIME_STEPS())
    steps = []
    for time in times or [None]:
        reader.Update() if time is None else reader.UpdateTimeStep(time)
        image = reader.GetOutputDataObject(0)
        if image.GetPointData().GetNumberOfArrays() + image.GetCellData().GetNumberOfArrays() > 0 or times:
            steps.append(step(image, time))
    if window.GetOutput():
        raise ValueError(window.GetOutput())
    return steps


def shown(path):
    if (vtkVersion.GetVTKMajorVersion(), vtkVersion.GetVTKMinorVersion()) < (9, 6):
        return series(path)
    copy = path + ".copy"
    try:
        with open(path, "rb") as read, open(copy, "wb") as written:
            shutil.copyfileobj(read, written)
        return series(copy)
    finally:
        os.remove(copy)


for line in sys.stdin:
    try:
        answer = {"steps": shown(line.rstrip("\n"))}
    except Exception as problem:
        answer = {"error": repr(problem)}
    print(json.dumps(answer), flush=True)
