"""write_vti.py INPUT.vti lz4|base64|ascii NZ OUTPUT.vti: the first slices of an image, written by VTK in another form."""

import sys

from vtkmodules.vtkIOXML import vtkXMLImageDataReader, vtkXMLImageDataWriter

source, form, slices, target = sys.argv[1:]
reader = vtkXMLImageDataReader()
reader.SetFileName(source)
reader.Update()
image = reader.GetOutput()
nx, ny, _ = image.GetDimensions()
image.Crop([0, nx - 1, 0, ny - 1, 0, int(slices) - 1])

writer = vtkXMLImageDataWriter()
writer.SetFileName(target)
writer.SetInputData(image)
writer.SetHeaderTypeToUInt64()
if form == "lz4":
    writer.SetCompressorTypeToLZ4()
    writer.SetDataModeToAppended()
    writer.EncodeAppendedDataOff()
else:
    writer.SetCompressorTypeToNone()
    if form == "base64":
        writer.SetDataModeToBinary()
    else:
        writer.SetDataModeToAscii()
if not writer.Write():
    sys.exit(f"{target} could not be written")
