"""write_steps_vtk.py POOL NX NY NZ STEPS FILE: the counterpart of WriteSteps by VTK's own vtkHDFWriter (9.7 or newer), which
pulls step after step out of a source; uncompressed."""

import sys

import numpy as np
from vtkmodules.util.numpy_support import numpy_to_vtk
from vtkmodules.util.vtkAlgorithm import VTKPythonAlgorithmBase
from vtkmodules.vtkCommonDataModel import vtkImageData
from vtkmodules.vtkCommonExecutionModel import vtkStreamingDemandDrivenPipeline as Pipeline
from vtkmodules.vtkIOHDF import vtkHDFWriter

nx, ny, nz, steps = map(int, sys.argv[2:6])
slices = np.fromfile(sys.argv[1], "<f8").reshape(-1, ny, nx)


class Source(VTKPythonAlgorithmBase):
    """A step at a time, as a simulation has it."""

    def __init__(self):
        super().__init__(nInputPorts=0, nOutputPorts=1, outputType="vtkImageData")
        self.values = np.empty((nz, ny, nx))

    def RequestInformation(self, request, inputs, outputs):
        information = outputs.GetInformationObject(0)
        information.Set(Pipeline.WHOLE_EXTENT(), (0, nx - 1, 0, ny - 1, 0, nz - 1), 6)
        information.Set(Pipeline.TIME_STEPS(), [float(n) for n in range(steps)], steps)
        information.Set(Pipeline.TIME_RANGE(), [0.0, steps - 1.0], 2)
        return 1

    def RequestData(self, request, inputs, outputs):
        information = outputs.GetInformationObject(0)
        wanted = int(information.Get(Pipeline.UPDATE_TIME_STEP()) or 0)
        for k in range(nz):
            self.values[k] = slices[(wanted * nz + k) % len(slices)]
        array = numpy_to_vtk(self.values.ravel())
        array.SetName("data")
        image = vtkImageData.GetData(information)
        image.SetDimensions(nx, ny, nz)
        image.GetPointData().SetScalars(array)
        image.GetInformation().Set(image.DATA_TIME_STEP(), float(wanted))
        return 1


source = Source()
writer = vtkHDFWriter()
writer.SetFileName(sys.argv[6])
writer.SetInputConnection(source.GetOutputPort())
writer.SetWriteAllTimeSteps(True)
if not writer.Write():
    sys.exit("vtkHDFWriter failed")
