#!/usr/bin/env python3
"""Makes the pictures of this folder, each by `vtkhdf slice` and by matplotlib of the same values, and README.md.

    docs/gallery/make_gallery.py [VTKHDF]

VTKHDF is the program, ../../vtkhdf unless it is named. The data are formulas; files of it are made in a temporary
folder. Plain pictures are also held against matplotlib pixel by pixel. Needs numpy and matplotlib.
"""

import pathlib
import subprocess
import sys
import tempfile

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import colors

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else HERE.parent.parent / "vtkhdf"
TYPES = {"uint8": "UInt8", "int16": "Int16", "int32": "Int32", "float32": "Float32", "float64": "Float64"}
SIZE = 240


def write_vti(path, points, spacing=(1, 1, 1), origin=(0, 0, 0), cells=None, dimensions=None):
    """Arrays of shape (z, y, x) or (z, y, x, components), as VTK XML with raw appended data."""
    groups, blocks, offset = {"PointData": "", "CellData": ""}, [], 0
    for group, arrays in (("PointData", points), ("CellData", cells or {})):
        for name, array in arrays.items():
            components = array.shape[3] if array.ndim > 3 else 1
            groups[group] += (f'<DataArray type="{TYPES[array.dtype.name]}" Name="{name}" NumberOfComponents="{components}"'
                              f' format="appended" offset="{offset}"/>')
            blocks += [np.uint64(array.nbytes).tobytes(), np.ascontiguousarray(array).tobytes()]
            offset += 8 + array.nbytes
    z, y, x = dimensions or next(iter(points.values())).shape[:3]
    extent = f"0 {x - 1} 0 {y - 1} 0 {z - 1}"
    text = lambda numbers: " ".join(map(str, numbers))
    head = (f'<VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64"><ImageData'
            f' WholeExtent="{extent}" Origin="{text(origin)}" Spacing="{text(spacing)}"><Piece Extent="{extent}">'
            f'<PointData>{groups["PointData"]}</PointData><CellData>{groups["CellData"]}</CellData></Piece></ImageData>'
            '<AppendedData encoding="raw">_')
    path.write_bytes(head.encode() + b"".join(blocks) + b"</AppendedData></VTKFile>")


def slice_(source, target, *options):
    target.unlink(missing_ok=True)
    subprocess.run([PROGRAM, "slice", source, "-o", target, *options], check=True, stderr=subprocess.DEVNULL)


def theirs(target, a, spacing, origin, title, bar=True, extend="neither", **options):
    """What matplotlib makes of a plane with its defaults, but for the axes."""
    dx, dy = spacing
    x, y = origin
    extent = (x - dx / 2, x + (a.shape[1] - 0.5) * dx, y - dy / 2, y + (a.shape[0] - 0.5) * dy)
    figure, axes = plt.subplots(figsize=(4.2, 3.8), dpi=85)
    shown = axes.imshow(a, origin="lower", extent=extent, **options)
    axes.set_title(title, fontsize=10)
    if bar:
        figure.colorbar(shown, extend=extend)
    figure.savefig(target, bbox_inches="tight")
    plt.close(figure)


def check_plain(source, array, a, colormap, folder):
    """Pixels, against matplotlib's of the same values."""
    target = folder / "plain.png"
    slice_(source, target, "--array", array, "--axis", "z", "--index", "0", "--plain", "--colormap", colormap)
    found = np.rint(plt.imread(target)[::-1, :, :3] * 255)
    name = "gray" if colormap == "grey" else colormap
    norm = colors.CenteredNorm()(a) if colormap == "coolwarm" else colors.Normalize()(a)
    expected = np.rint(matplotlib.colormaps[name](np.ma.filled(norm))[:, :, :3] * 255)
    worst = np.abs(found - expected).max()
    if worst > 0:
        sys.exit(f"{array} in {colormap}: pixels differ by {worst}")


ROWS = []


def row(name, what, source, options, a, spacing=(1, 1), origin=(0, 0), ours=SIZE, **matplotlib_options):
    own = HERE / f"{name}.png"
    slice_(source, own, *options, "--size", str(ours))
    other = HERE / f"{name}-matplotlib.png"
    theirs(other, a, spacing, origin, name, **matplotlib_options)
    ROWS.append((what, " ".join(options), own.name, other.name))


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        make(folder)
    lines = "".join(f"| {what}<br>`{options}` | ![{what}, by vtkhdf]({own}) | ![{what}, by matplotlib]({other}) |\n"
                    for what, options, own, other in ROWS)
    alone = "".join(f"| {what}<br>`{options}` | ![{what}]({own}) |\n" for what, options, own in ALONE)
    (HERE / "README.md").write_text(HEAD + lines + MIDDLE + alone)


HEAD = """# Gallery

What `vtkhdf slice` draws, beside what matplotlib's `imshow` makes of the same values with its defaults. All of it is
made by [make_gallery.py](make_gallery.py), of data that are formulas; it also compares plain pictures in each colour map
with matplotlib's, pixel by pixel, which are the same.

| options, beside `--size %d` | vtkhdf | matplotlib |
|---|---|---|
""" % SIZE

MIDDLE = """
What `imshow` has no counterpart for:

| options | vtkhdf |
|---|---|
"""

ALONE = []


def alone(name, what, source, *options):
    slice_(source, HERE / f"{name}.png", *options)
    ALONE.append((what, " ".join(options), f"{name}.png"))


def make(folder):
    n = 48
    z, y, x = np.mgrid[0:n, 0:n, 0:n].astype(float) - n // 2
    r = np.sqrt(x * x + y * y + z * z)
    temperature = 100 + 150 * np.exp(-((r / 14) ** 4))
    bad = temperature.copy()
    bad[:, :8, :8], bad[:, 20:28, 40:], bad[:, 40:, 20:28] = np.nan, np.inf, -np.inf
    labels = (r // 6).astype(np.int32)
    rgb = np.stack([(x + 24) * 5, (y + 24) * 5, z * 2 + 150], -1).astype(np.uint8)
    decades = 10 ** ((x + 14) / 9 - 1)
    signed = x * (y + 6)
    source = folder / "scan.vti"
    write_vti(source, {"temperature": temperature, "bad": bad, "labels": labels, "rgb": rgb, "decades": decades,
                       "signed": signed, "constant": np.full(r.shape, 7.25)}, origin=(-24, -24, -24))
    middle = ("--axis", "z", "--index", "mid")
    place = {"origin": (-24, -24)}
    row("constant", "one value everywhere", source, ("--array", "constant", *middle), np.full((n, n), 7.25), **place)
    row("bad", "NaN and infinities", source, ("--array", "bad", *middle), np.ma.masked_invalid(bad[n // 2]), **place)
    row("labels", "labels: a colour each", source, ("--array", "labels", *middle), labels[n // 2], **place)
    row("rgb", "UInt8 of three components", source, ("--array", "rgb", *middle), rgb[n // 2], bar=False, **place)
    row("signed", "signed values around 0", source, ("--array", "signed", *middle, "--colormap", "coolwarm"),
        signed[n // 2], cmap="coolwarm", **place)
    row("decades", "seven powers of ten", source, ("--array", "decades", *middle, "--log"), decades[n // 2],
        norm="log", **place)
    row("range", "values outside of the range", source, ("--array", "temperature", *middle, "--range", "120,200"),
        temperature[n // 2], vmin=120, vmax=200, extend="both", **place)
    row("percentiles", "a range of percentiles", source,
        ("--array", "signed", *middle, "--range", "p5:p95", "--colormap", "grey"), signed[n // 2], cmap="gray",
        vmin=np.percentile(signed[n // 2], 5), vmax=np.percentile(signed[n // 2], 95), extend="both", **place)

    plate = folder / "plate.vti"
    wide = np.hypot(*np.mgrid[-10:10, -8:8].astype(float))[None]
    cells = (np.arange(19 * 15).reshape(1, 19, 15) % 7 * 10.0)
    write_vti(plate, {"wide": wide}, spacing=(0.1, 0.4, 1), cells={"cells": cells})
    row("anisotropic", "points 0.1 apart in x, 0.4 in y", plate, ("--array", "wide", "--axis", "z", "--index", "0"),
        wide[0], spacing=(0.1, 0.4))
    row("cells", "cells of the same image", plate, ("--array", "cells", "--axis", "z", "--index", "0"), cells[0],
        spacing=(0.1, 0.4), origin=(0.05, 0.2))

    flat = folder / "flat.vti"
    profile = np.sin(np.arange(60) / 6)[None, None, :]
    write_vti(flat, {"profile": profile})
    row("flat", "an image of one line", flat, ("--array", "profile", "--axis", "z", "--index", "0"), profile[0],
        aspect="auto")

    large = folder / "large.vti"
    big = 5000
    crack = np.zeros((1, big, big), np.uint8)
    crack[0, :, 2501] = crack[0, 1003, :] = 1
    write_vti(large, {"crack": crack})
    row("crack", "5000 x 5000, lines of one value", large, ("--array", "crack", "--axis", "z", "--index", "0"), crack[0])
    row("crack-max", "the same, the largest", large,
        ("--array", "crack", "--axis", "z", "--index", "0", "--thin", "max"), crack[0])
    stripes = np.broadcast_to((np.arange(big) % 3 == 0).astype(np.float32), (1, big, big))
    write_vti(large, {"stripes": stripes})
    row("stripes", "5000 x 5000, every third column is 1", large,
        ("--array", "stripes", "--axis", "z", "--index", "0", "--range", "0,1"), stripes[0], vmin=0, vmax=1)

    alone("planes", "three planes that cross", source, "--array", "temperature", "--planes", "--size", "200")
    alone("montage", "a montage", source, "--array", "temperature", "--axis", "z", "--index", "::6", "--montage",
          "--size", "120")
    alone("projection", "the largest along y", source, "--array", "labels", "--axis", "y", "--project", "max", "--size",
          "240")
    alone("histogram", "a histogram", source, "--array", "temperature", "--histogram", "--range", "101,250")

    plain = folder / "plain.vti"
    values = (np.arange(41 * 53) * 7919 % 1009 - 300.0).reshape(1, 41, 53)
    write_vti(plain, {"plain": values})
    for colormap in ("grey", "viridis", "magma", "inferno", "plasma", "cividis", "turbo", "coolwarm"):
        check_plain(plain, "plain", values[0], colormap, folder)


main()
