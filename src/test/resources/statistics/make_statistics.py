#!/usr/bin/env python3
"""Writes expected.txt beside itself: a line a result, its name and its numbers, by numpy.

Values are those of formulas that the tests have, too. Needs numpy.
"""

import pathlib

import numpy as np

PERCENTS = [1, 25, 50, 75, 99]
LINES = []


def mixed(count):
    """Numbers from 0 to 1 in no order."""
    i = np.arange(count, dtype=np.int64)
    return (i * 2654435761 & 0xFFFFFFFF) / 4294967296.0


def skewed(count):
    """Most of them near 0, some below."""
    u = mixed(count)
    return u * u * u * u * u - 0.25 * u


def holed(a):
    a = a.copy()
    i = np.arange(a.size)
    a[i % 7 == 3] = np.nan
    a[i % 11 == 5] = np.inf
    a[i % 13 == 2] = -np.inf
    return a


def tell(name, a):
    finite = a[np.isfinite(a)] if a.dtype.kind == "f" else a
    wide = finite.astype(np.float64)
    counts, edges = np.histogram(wide, 10)
    for what, numbers in (
        ("counted", [np.isnan(a).sum(), np.isinf(a).sum()] if a.dtype.kind == "f" else [0, 0]),
        ("percentiles", np.percentile(wide, PERCENTS)),
        ("counts", counts),
        ("edges", edges),
    ):
        LINES.append(f"{name} {what} " + " ".join(repr(n) for n in np.asarray(numbers).tolist()) + "\n")


# Of so many that they are not held at once.
MANY = 600_000
tell("float64", holed(skewed(MANY)))
tell("float32", skewed(MANY).astype(np.float32))
tell("int16", np.floor(skewed(MANY) * 20000).astype(np.int16))
tell("int32", np.floor(skewed(MANY) * 2e9).astype(np.int32))
tell("uint32", np.floor(mixed(MANY) * 4e9).astype(np.uint32))
tell("int64", np.floor(skewed(MANY) * 2**50).astype(np.int64))
tell("few", holed(skewed(143)))
vectors = holed(skewed(3 * 250_000)).reshape(-1, 3)
tell("vectors", vectors.ravel())
for c in range(3):
    tell(f"vectors-{c}", vectors[:, c])
# Of three steps, of which the last has the values of the first.
one, two = skewed(3000), mixed(3000)
tell("steps", np.concatenate([one, two, one]))

pathlib.Path(__file__).with_name("expected.txt").write_text("".join(LINES))
