#!/usr/bin/env python3
"""Writes sample.vti beside itself: a gyroid in a ball, the flow along its walls, and labelled cells.

VTK XML ImageData, zlib in base64, as VTK writes it. Needs nothing but Python.
"""

import base64
import math
import pathlib
import struct
import zlib

NX, NY, NZ = 32, 32, 16
SPACING = (0.25, 0.25, 0.5)
ORIGIN = (-3.875, -3.875, -3.75)
BLOCK = 32768


def points():
    for k in range(NZ):
        for j in range(NY):
            for i in range(NX):
                yield tuple(o + s * n for o, s, n in zip(ORIGIN, SPACING, (i, j, k)))


WAVES = 1.6


def gyroid(*point):
    x, y, z = (WAVES * c for c in point)
    return math.sin(x) * math.cos(y) + math.sin(y) * math.cos(z) + math.sin(z) * math.cos(x)


def stepped(value, steps):
    """Rounded to so many steps a unit, which compresses well."""
    return round(value * steps) / steps


def density(x, y, z):
    return stepped(gyroid(x, y, z) * math.exp(-(x * x + y * y + z * z) / 18), 256)


def velocity(x, y, z):
    fade = math.exp(-(x * x + y * y + z * z) / 18)
    return tuple(
        stepped(v * fade, 16)
        for v in (math.sin(z) + math.cos(y), math.sin(x) + math.cos(z), math.sin(y) + math.cos(x))
    )


def labels():
    """1 and 2 on the two sides of the gyroid's wall, 0 outside the ball."""
    for k in range(NZ - 1):
        for j in range(NY - 1):
            for i in range(NX - 1):
                x, y, z = (o + s * (n + 0.5) for o, s, n in zip(ORIGIN, SPACING, (i, j, k)))
                inside = x * x + y * y + z * z < 4.5**2
                yield (1 if gyroid(x, y, z) < 0 else 2) if inside else 0


def payload(code, values):
    data = struct.pack("<%d%s" % (len(values), code), *values)
    blocks = [data[at : at + BLOCK] for at in range(0, len(data), BLOCK)]
    packed = [zlib.compress(block, 9) for block in blocks]
    sizes = [len(blocks), BLOCK, len(data) % BLOCK] + [len(block) for block in packed]
    header = struct.pack("<%dI" % len(sizes), *sizes)
    return (base64.b64encode(header) + base64.b64encode(b"".join(packed))).decode()


def array(kind, name, code, values, components=1, extra=""):
    return '      <DataArray type="%s" Name="%s" NumberOfComponents="%d"%s format="binary">%s</DataArray>\n' % (
        kind, name, components, extra, payload(code, values))


def main():
    extent = "0 %d 0 %d 0 %d" % (NX - 1, NY - 1, NZ - 1)
    places = list(points())
    text = (
        '<?xml version="1.0"?>\n'
        '<VTKFile type="ImageData" version="0.1" byte_order="LittleEndian" header_type="UInt32"'
        ' compressor="vtkZLibDataCompressor">\n'
        '  <ImageData WholeExtent="%s" Origin="%s %s %s" Spacing="%s %s %s">\n' % ((extent,) + ORIGIN + SPACING)
        + "    <FieldData>\n"
        + array("Float64", "TimeValue", "d", [0.5], extra=' NumberOfTuples="1"')
        + "    </FieldData>\n"
        + '    <Piece Extent="%s">\n' % extent
        + '    <PointData Scalars="density" Vectors="velocity">\n'
        + array("Float32", "density", "f", [density(*p) for p in places])
        + array("Float32", "velocity", "f", [v for p in places for v in velocity(*p)], components=3)
        + '    </PointData>\n    <CellData Scalars="label">\n'
        + array("Int32", "label", "i", list(labels()))
        + "    </CellData>\n    </Piece>\n  </ImageData>\n</VTKFile>\n"
    )
    pathlib.Path(__file__).with_name("sample.vti").write_text(text)


main()
