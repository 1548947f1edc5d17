"""Holds what h5py or VTK reads against the formula of Sample.java: judge_sample.py h5py|vtk FILE...; prints complaints."""

import sys

import numpy

SIZE = (13, 17, 23)


def sample():
    k, j, i = numpy.meshgrid(*(numpy.arange(n) for n in SIZE), indexing="ij")
    density = (i + 100 * j + 10000 * k).astype("<f4")
    velocity = 0.1 * density.astype("<f8")[..., None] + numpy.arange(3)
    number = (7 * i - 300 * j - 900 * k)[:-1, :-1, :-1].astype("<i2")
    return {"density": density, "velocity": velocity, "id": number}


def by_h5py(file):
    import h5py

    with h5py.File(file) as opened:
        root = opened["VTKHDF"]
        yield "extent", root.attrs["WholeExtent"].tolist(), [0, 22, 0, 16, 0, 12]
        yield "origin", root.attrs["Origin"].tolist(), [1, -2, 3]
        yield "spacing", root.attrs["Spacing"].tolist(), [0.5, 0.25, 2]
        for name, expected in sample().items():
            yield name, root["CellData" if name == "id" else "PointData"][name][()], expected


def by_vtk(file):
    from vtkmodules.util.numpy_support import vtk_to_numpy
    from vtkmodules.vtkIOHDF import vtkHDFReader

    reader = vtkHDFReader()
    reader.SetFileName(file)
    reader.Update()
    image = reader.GetOutput()
    yield "extent", list(image.GetExtent()), [0, 22, 0, 16, 0, 12]
    yield "origin", list(image.GetOrigin()), [1, -2, 3]
    yield "spacing", list(image.GetSpacing()), [0.5, 0.25, 2]
    for name, expected in sample().items():
        data = image.GetCellData() if name == "id" else image.GetPointData()
        yield name, vtk_to_numpy(data.GetArray(name)).reshape(expected.shape), expected


def complaints(what, found, expected):
    if isinstance(expected, list):
        return [] if found == expected else [f"{what}: found {found}, expected {expected}"]
    if found.dtype != expected.dtype or found.shape != expected.shape:
        return [f"{what}: found {found.dtype} {found.shape}, expected {expected.dtype} {expected.shape}"]
    wrong = numpy.argwhere(found != expected)
    return [f"{what}: {len(wrong)} values differ, the first at {wrong[0].tolist()}"] if len(wrong) else []


for path in sys.argv[2:]:
    for judged in (by_h5py if sys.argv[1] == "h5py" else by_vtk)(path):
        for complaint in complaints(*judged):
            print(f"{path}: {complaint}")
