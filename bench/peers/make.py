"""make.py arrays|chunks|steps|pieces|files|image N FOLDER: what the commands of curves.py read, so many of it."""

import pathlib
import sys

import h5image
import h5series
import numpy as np

EXTENT = "{} {} {} {} {} {}"


def arrays(n, folder):
    file, _ = h5image.create(folder / "input.vtkhdf", (4, 4, 4))
    with file:
        del file["VTKHDF/PointData/data"], file["VTKHDF/PointData"].attrs["Scalars"]
        for i in range(n):
            file["VTKHDF/PointData"].create_dataset(f"a{i}", data=np.full((4, 4, 4), i, "<f8"))


def chunks(n, folder):
    file, data = h5image.create(folder / "input.vtkhdf", (n, 4, 4), dtype="u1", compression="gzip", compression_opts=1)
    with file:
        data[...] = (np.arange(16 * n) % 251).astype("u1").reshape(n, 4, 4)


def steps(n, folder):
    file = h5series.create(folder / "input.vtkhdf", (4, 8, 8))
    with file:
        for i in range(n):
            h5series.append(file, i, np.full((4, 8, 8), i, "<f8"))


def pieces(n, folder):
    """Stacked along z, with a layer of points in common."""
    lines = []
    for i in range(n):
        extent = EXTENT.format(0, 7, 0, 7, i, i + 1)
        write_vti(folder / f"piece{i}.vti", extent, np.repeat(np.arange(i, i + 2, dtype="<f8"), 64))
        lines.append(f'<Piece Extent="{extent}" Source="piece{i}.vti"/>\n')
    (folder / "input.pvti").write_text(f"""<VTKFile type="PImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
<PImageData WholeExtent="{EXTENT.format(0, 7, 0, 7, 0, n)}" GhostLevel="0" Origin="0 0 0" Spacing="1 1 1">
<PPointData Scalars="data"><PDataArray type="Float64" Name="data"/></PPointData>
{"".join(lines)}</PImageData></VTKFile>
""")


def files(n, folder):
    for i in range(n):
        write_vti(folder / f"file{i:04d}.vti", EXTENT.format(0, 7, 0, 7, 0, 7), np.full(512, i, "<f8"))


def image(mebibytes, folder):
    nz = 2 * mebibytes
    values = np.sqrt(np.arange(65536 * nz, dtype="<f8")) + 0.01 * np.random.default_rng(1).standard_normal(65536 * nz)
    write_vti(folder / "input.vti", EXTENT.format(0, 255, 0, 255, 0, nz - 1), values)


def write_vti(path, extent, values):
    with open(path, "wb") as file:
        file.write(f"""<VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
<ImageData WholeExtent="{extent}" Origin="0 0 0" Spacing="1 1 1"><Piece Extent="{extent}"><PointData Scalars="data">
<DataArray type="Float64" Name="data" format="appended" offset="0"/></PointData></Piece></ImageData>
<AppendedData encoding="raw">_""".encode())
        file.write(np.uint64(values.nbytes).tobytes())
        file.write(values.data)
        file.write(b"</AppendedData></VTKFile>\n")


MAKERS = {maker.__name__: maker for maker in (arrays, chunks, steps, pieces, files, image)}
MAKERS[sys.argv[1]](int(sys.argv[2]), pathlib.Path(sys.argv[3]))
