"""write_image.py POOL NX NY NZ FILE.vtkhdf: the slices as one vtkImageData, by VTK's own vtkHDFWriter (9.7 or newer)."""

import sys

import numpy as np
from vtkmodules.util.numpy_support import numpy_to_vtk
from vtkmodules.vtkCommonDataModel import vtkImageData
from vtkmodules.vtkIOHDF import vtkHDFWriter

nx, ny, nz = map(int, sys.argv[2:5])
slices = np.fromfile(sys.argv[1], "<f8").reshape(-1, ny, nx)
values = np.empty((nz, ny, nx))
for k in range(nz):
    values[k] = slices[k % len(slices)]
image = vtkImageData()
image.SetDimensions(nx, ny, nz)
array = numpy_to_vtk(values.ravel())
array.SetName("data")
image.GetPointData().SetScalars(array)
writer = vtkHDFWriter()
writer.SetFileName(sys.argv[5])
writer.SetInputData(image)
if not writer.Write():
    sys.exit("vtkHDFWriter failed")
