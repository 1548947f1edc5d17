"""Reads time series with VTK's vtkHDFReader, whole, as they are at that moment; answers as steps_h5py.py does.

VTK from 9.6 on opens a file to tell of its times, and again to read: where an image has become a series in between it reads
the one as the other, with an error. Such a file is read once more, and the answer says "again".
"""

import json
import sys
import zlib

from vtkmodules.vtkCommonCore import vtkOutputWindow, vtkStringOutputWindow
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


class BecameSeries(Exception):
    """An image when its times were asked for, and a series since."""


def times_of(path):
    reader = vtkHDFReader()
    reader.SetFileName(path)
    reader.UpdateInformation()
    return reader, reader.GetOutputInformation(0).Get(vtkStreamingDemandDrivenPipeline.TIME_STEPS())


def series(path):
    window = vtkStringOutputWindow()
    vtkOutputWindow.SetInstance(window)
    if not vtkHDFReader().CanReadFile(path):
        raise ValueError("vtkHDFReader says that it cannot read it")
    reader, times = times_of(path)
    steps = []
    for time in times or [None]:
        reader.Update() if time is None else reader.UpdateTimeStep(time)
        image = reader.GetOutputDataObject(0)
        if image.GetPointData().GetNumberOfArrays() + image.GetCellData().GetNumberOfArrays() > 0 or times:
            steps.append(step(image, time))
    if window.GetOutput():
        raise (BecameSeries if not times and times_of(path)[1] else ValueError)(window.GetOutput())
    return steps


for line in sys.stdin:
    try:
        try:
            answer = {"steps": series(line.rstrip("\n"))}
        except BecameSeries:
            answer = {"steps": series(line.rstrip("\n")), "again": True}
    except Exception as problem:
        answer = {"error": repr(problem)}
    print(json.dumps(answer), flush=True)
