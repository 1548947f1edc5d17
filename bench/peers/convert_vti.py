"""convert_vti.py INPUT.vti OUTPUT.vtkhdf: VTK's XML reader, then h5py."""

import sys

from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkIOXML import vtkXMLImageDataReader

import h5image

reader = vtkXMLImageDataReader()
reader.SetFileName(sys.argv[1])
reader.Update()
image = reader.GetOutput()
shape = image.GetDimensions()[::-1]
values = vtk_to_numpy(image.GetPointData().GetArray("data")).reshape(shape)
file, data = h5image.create(sys.argv[2], shape, image.GetOrigin(), image.GetSpacing(), values.dtype)
with file:
    for k, plane in enumerate(values):
        data[k, :, :] = plane
