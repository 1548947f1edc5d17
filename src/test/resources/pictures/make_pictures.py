#!/usr/bin/env python3
"""Writes expected.txt beside itself: a line a result, its name and its numbers, by numpy and matplotlib.

Values are those of a formula that the tests have, too. Needs numpy and matplotlib.
"""

import pathlib

import matplotlib
import numpy as np


def values(count):
    """Some hundred different numbers in no order, exact in double precision."""
    i = np.arange(count, dtype=np.int64)
    return ((i * 7919 + 13) % 1009) / 8 - 50


def special(count):
    """The same with NaN and infinities."""
    a = values(count)
    a[np.arange(count) % 7 == 3] = np.nan
    a[np.arange(count) % 11 == 5] = np.inf
    a[np.arange(count) % 13 == 2] = -np.inf
    return a


def shares(count, boxes):
    """How much of each value lies in each box: a matrix (boxes, count)."""
    edges = np.arange(boxes + 1) * count / boxes
    low = np.maximum(edges[:-1, None], np.arange(count)[None])
    high = np.minimum(edges[1:, None], np.arange(count)[None] + 1)
    return np.maximum(high - low, 0)


def area_mean(a, rows, columns):
    finite = np.isfinite(a)
    r, c = shares(a.shape[0], rows), shares(a.shape[1], columns)
    area = lambda mask: r @ mask.astype(float) @ c.T
    kinds = np.stack([area(np.isnan(a)), area(a == np.inf), area(a == -np.inf)])
    mean = (r @ np.where(finite, a, 0) @ c.T) / np.maximum(area(finite), 1e-300)
    worst = np.array([np.nan, np.inf, -np.inf])[kinds.argmax(0)]
    return np.where(kinds.sum(0) > area(finite) + 1e-12, worst, mean)


def boxed(a, rows, columns, how):
    """Each value in one box, the one that it begins in."""
    r = np.arange(a.shape[0]) * rows // a.shape[0]
    c = np.arange(a.shape[1]) * columns // a.shape[1]
    return np.array([[how(a[np.ix_(r == i, c == j)].ravel()) for j in range(columns)] for i in range(rows)])


def mode(box):
    found, counts = np.unique(box, return_counts=True)
    return found[counts.argmax()]


def fmax(box):
    return np.fmax.reduce(box)


def fmin(box):
    return np.fmin.reduce(box)


LINES = []


def tell(name, numbers):
    LINES.append(name + " " + " ".join(repr(float(n)) if not isinstance(n, (int, np.integer)) else str(int(n))
                                       for n in np.asarray(numbers).ravel()) + "\n")


plane = values(13 * 11).reshape(11, 13)
odd = special(13 * 11).reshape(11, 13)
labels = (np.arange(13 * 11, dtype=np.int64) * 7919 % 5).reshape(11, 13).astype(float)
for rows, columns in ((4, 5), (11, 13), (1, 1), (11, 6), (3, 13)):
    tell(f"mean {columns}x{rows}", area_mean(plane, rows, columns))
    tell(f"mean-special {columns}x{rows}", area_mean(odd, rows, columns))
    tell(f"mode {columns}x{rows}", boxed(labels, rows, columns, mode))
    tell(f"max {columns}x{rows}", boxed(odd, rows, columns, fmax))
    tell(f"min {columns}x{rows}", boxed(odd, rows, columns, fmin))

# Stripes of one in three, and a line of one value, of a size that no whole number of boxes fits.
stripes = np.broadcast_to((np.arange(5000) % 3 == 0).astype(float), (2, 5000))
tell("stripes", area_mean(stripes, 1, 1600))

finite = odd[np.isfinite(odd)]
tell("percentiles", np.percentile(finite, [0, 2, 12.5, 50, 98, 99.9, 100]))
tell("histogram-edges", np.histogram(finite, 7)[1])
tell("histogram", np.histogram(finite, 7)[0])
tell("histogram-range", np.histogram(finite, 5, (-20, 40))[0])

cube = values(5 * 4 * 3).reshape(5, 4, 3)
holes = special(5 * 4 * 3).reshape(5, 4, 3)
for axis, name in ((0, "z"), (1, "y"), (2, "x")):
    tell(f"project-max {name}", np.fmax.reduce(holes, axis))
    tell(f"project-min {name}", np.fmin.reduce(holes, axis))
    tell(f"project-mean {name}", np.nanmean(cube, axis))
    tell(f"project-some {name}", np.nanmean(cube.take(range(1, 3), axis), axis))

for name in ("gray", "viridis", "magma", "inferno", "plasma", "cividis", "turbo", "coolwarm"):
    colours = matplotlib.colormaps[name](np.arange(101) / 100)[:, :3]
    colours = np.rint(colours * 255).astype(int)
    tell("map " + ("grey" if name == "gray" else name), colours @ [65536, 256, 1])
for count, name in ((10, "tab10"), (20, "tab20")):
    colours = matplotlib.colormaps[name](np.arange(count))[:, :3]
    colours = np.rint(colours * 255).astype(int)
    tell(f"categories {count}", colours @ [65536, 256, 1])

pathlib.Path(__file__).with_name("expected.txt").write_text("".join(LINES))
