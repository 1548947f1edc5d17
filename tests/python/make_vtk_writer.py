"""Writes files with VTK's own vtkHDFWriter (9.7 or newer), and manifest.json with what is in them, into a folder.

The manifest has the form of make_foreign.py's.
"""

import json
import pathlib
import random
import sys

from vtkmodules.util.vtkAlgorithm import VTKPythonAlgorithmBase
from vtkmodules.vtkCommonCore import (
    vtkDoubleArray,
    vtkFloatArray,
    vtkIntArray,
    vtkLongArray,
    vtkShortArray,
    vtkSignedCharArray,
    vtkUnsignedCharArray,
    vtkUnsignedIntArray,
    vtkUnsignedLongArray,
    vtkUnsignedShortArray,
)
from vtkmodules.vtkCommonDataModel import vtkImageData
from vtkmodules.vtkCommonExecutionModel import vtkStreamingDemandDrivenPipeline as Pipeline
from vtkmodules.vtkIOHDF import vtkHDFWriter

TYPES = {
    "Int8": vtkSignedCharArray,
    "UInt8": vtkUnsignedCharArray,
    "Int16": vtkShortArray,
    "UInt16": vtkUnsignedShortArray,
    "Int32": vtkIntArray,
    "UInt32": vtkUnsignedIntArray,
    "Int64": vtkLongArray,
    "UInt64": vtkUnsignedLongArray,
    "Float32": vtkFloatArray,
    "Float64": vtkDoubleArray,
}
EXTENT = (0, 3, 0, 2, 0, 1)
FOLDER = pathlib.Path(sys.argv[1])
MANIFEST = []
RANDOM = random.Random(1)


def draw(type_name, tuples, components, name=None):
    array = TYPES[type_name]()
    array.SetName(name or type_name)
    array.SetNumberOfComponents(components)
    array.SetNumberOfTuples(tuples)
    values = memoryview(array).cast("B")
    values[:] = RANDOM.randbytes(len(values))
    return array


class Image:
    """An image and the account of it."""

    def __init__(self, title, extent=EXTENT, direction=(1, 0, 0, 0, 1, 0, 0, 0, 1)):
        self.image = vtkImageData()
        self.image.SetExtent(extent)
        self.image.SetOrigin(1.5, -2.25, 1e-3)
        self.image.SetSpacing(0.1, 0.25, 1e5)
        self.image.SetDirectionMatrix(direction)
        self.dims = [max(extent[i + 1] - extent[i] + 1, 1) for i in (0, 2, 4)]
        self.account = {
            "title": title,
            "expect": "same",
            "extent": list(extent),
            "origin": self.image.GetOrigin(),
            "spacing": self.image.GetSpacing(),
            "direction": [float(n) for n in direction],
            "arrays": [],
            "fields": [],
        }

    def points(self, type_name, components=1, name=None):
        return self.add("POINT", self.image.GetPointData(), self.dims, type_name, components, name)

    def cells(self, type_name, components=1, name=None):
        dims = [max(n - 1, 1) for n in self.dims]
        return self.add("CELL", self.image.GetCellData(), dims, type_name, components, name)

    def add(self, association, group, dims, type_name, components, name):
        array = draw(type_name, dims[0] * dims[1] * dims[2], components, name)
        group.AddArray(array)
        self.account["arrays"].append(
            {
                "association": association,
                "name": array.GetName().replace("/", "_").replace(".", "_"),
                "type": type_name,
                "dimensions": dims,
                "components": components,
                "hex": memoryview(array).tobytes().hex(),
            }
        )
        return self

    def write(self, writer=None, source=None):
        self.account["file"] = f"{len(MANIFEST)}.vtkhdf"
        writer = writer or vtkHDFWriter()
        if source:
            writer.SetInputConnection(source.GetOutputPort())
        else:
            writer.SetInputData(self.image)
        writer.SetFileName(str(FOLDER / self.account["file"]))
        writer.Write()
        MANIFEST.append(self.account)


class Series(VTKPythonAlgorithmBase):
    """The images as time steps."""

    def __init__(self, images):
        super().__init__(nInputPorts=0, outputType="vtkImageData")
        self.images = images

    def RequestInformation(self, request, inputs, outputs):
        information = outputs.GetInformationObject(0)
        times = [0.5 * i for i in range(len(self.images))]
        information.Set(Pipeline.TIME_STEPS(), times, len(times))
        information.Set(Pipeline.TIME_RANGE(), [times[0], times[-1]], 2)
        information.Set(Pipeline.WHOLE_EXTENT(), self.images[0].image.GetExtent(), 6)
        return 1

    def RequestData(self, request, inputs, outputs):
        information = outputs.GetInformationObject(0)
        time = information.Get(Pipeline.UPDATE_TIME_STEP()) if information.Has(Pipeline.UPDATE_TIME_STEP()) else 0
        output = vtkImageData.GetData(outputs)
        output.ShallowCopy(self.images[round(time / 0.5)].image)
        return 1


def write_all():
    for components in (1, 3):
        for association in ("points", "cells"):
            image = Image(f"all types, {association}, components: {components}")
            for type_name in TYPES:
                getattr(image, association)(type_name, components)
            image.write()
    Image("direction", direction=(0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1)).points("Float64").write()
    Image("names").points("Int16", name="a/b.c").points("UInt8", name="grün 速度").write()
    active = Image("active scalars and vectors").points("Float32", 1, "s").points("Float32", 3, "v")
    active.image.GetPointData().SetActiveScalars("s")
    active.image.GetPointData().SetActiveVectors("v")
    active.account["active"] = [["POINT", "SCALARS", "s"], ["POINT", "VECTORS", "v"]]
    active.write()
    for extent in (
        (2, 5, 3, 5, 4, 5),
        (-2, 1, -5, -3, -1, 1),
        (0, 3, 0, 2, 0, 0),
        (0, 3, 0, 0, 0, 2),
        (0, 0, 0, 3, 0, 2),
        (0, 3, 0, 0, 0, 0),
        (0, 0, 0, 0, 0, 3),
        (0, 0, 0, 0, 0, 0),
        (3, 6, 1, 3, 2, 2),
    ):
        for components in (1, 3):
            Image(f"extent {extent}, components: {components}", extent).points("UInt16", components).write()
    Image("extent (1, 4, 1, 3, 1, 2), cells", (1, 4, 1, 3, 1, 2)).cells("Int32").write()
    for count, compression in ((1, 4), (3, 0)):
        steps = [Image(f"time steps: {count}").points("Float32") for _ in range(count)]
        account = steps[0].account
        if count > 1:
            account["steps"] = [{"arrays": s.account["arrays"], "fields": []} for s in steps]
            account["arrays"] = []
        writer = vtkHDFWriter()
        writer.SetCompressionLevel(compression)
        steps[0].write(writer, Series(steps))


write_all()
for account in MANIFEST:
    account["family"] = "vtkHDFWriter"
(FOLDER / "manifest.json").write_text(json.dumps(MANIFEST, ensure_ascii=False))
