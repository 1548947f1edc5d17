"""Makes the data that all programs of a run work on, before anything is measured.

    prepare.py DIRECTORY NX NY NZ SLICES

smooth.raw, noisy.raw (float64) and labels.raw (int32): so many slices of their values, little-endian, x-fastest.
raw.vti, zlib.vti: the smooth data as a whole image; appended as they are, and compressed and in base64 as VTK's writer does
it unless told otherwise.
"""

import base64
import pathlib
import sys
import zlib

import numpy as np

SPACING = (1e-3, 2e-3, 5e-4)


def smooth(nx, ny, k):
    """The distance from a corner."""
    x, y, z = np.arange(nx) * SPACING[0], np.arange(ny) * SPACING[1], (k + 1) * SPACING[2]
    return np.sqrt(x * x + (y * y)[:, np.newaxis] + z * z)


def noisy(nx, ny, k):
    """The same as a detector with a noise of 1 % would see it."""
    return smooth(nx, ny, k) + 0.01 * np.random.default_rng(k).standard_normal((ny, nx))


def labels(nx, ny, k):
    """A segmentation: 200 labels in irregular cells of about 40 points."""
    i, j = np.arange(nx), np.arange(ny)[:, np.newaxis]
    column = (i + 12 * np.sin(j / 19) + k).astype(np.int32) // 40
    row = (j + 12 * np.sin(i / 23) + k).astype(np.int32) // 40
    return ((column * 7919 + row * 104729) % 200).astype("<i4")


def write_vti(path, dimensions, root, encoding, write_payload):
    extent = " ".join(f"0 {n - 1}" for n in dimensions)
    with open(path, "wb") as file:
        file.write(f"""<VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64"{root}>
<ImageData WholeExtent="{extent}" Origin="0 0 0" Spacing="{SPACING[0]} {SPACING[1]} {SPACING[2]}">
<Piece Extent="{extent}"><PointData Scalars="data">
<DataArray type="Float64" Name="data" format="appended" offset="0"/>
</PointData></Piece></ImageData>
<AppendedData encoding="{encoding}">_""".encode())
        write_payload(file)
        file.write(b"</AppendedData></VTKFile>\n")


def write_raw(file, nx, ny, nz):
    file.write(np.uint64(8 * nx * ny * nz).tobytes())
    for k in range(nz):
        file.write(smooth(nx, ny, k).tobytes())


def write_zlib(file, nx, ny, nz):
    """Needs slices that are a multiple of VTK's blocks."""
    block = 32768
    blocks = []
    for k in range(nz):
        plane = smooth(nx, ny, k).tobytes()
        blocks += [zlib.compress(plane[at : at + block], 1) for at in range(0, len(plane), block)]
    header = [len(blocks), block, 0, *map(len, blocks)]
    file.write(base64.b64encode(np.array(header, "<u8").tobytes()))
    file.write(base64.b64encode(b"".join(blocks)))


def main():
    directory = pathlib.Path(sys.argv[1])
    nx, ny, nz, slices = map(int, sys.argv[2:])
    for field in (smooth, noisy, labels):
        with open(directory / f"{field.__name__}.raw", "wb") as file:
            for k in range(slices):
                file.write(field(nx, ny, k).tobytes())
    size = nx, ny, nz
    write_vti(directory / "raw.vti", size, "", "raw", lambda file: write_raw(file, *size))
    compressor = ' compressor="vtkZLibDataCompressor"'
    write_vti(directory / "zlib.vti", size, compressor, "base64", lambda file: write_zlib(file, *size))


main()
