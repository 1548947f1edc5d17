#!/usr/bin/env python3
"""Writes io/vtkhdf/picture/colour-maps.txt: a line a map, its name and its colours in hexadecimal, from the first to the last.

From matplotlib, which has them from: viridis, magma, inferno, plasma: Nathaniel J. Smith, Stefan van der Walt, Eric
Firing (CC0); cividis: Jamie R. Nunez, Christopher R. Anderton, Ryan S. Renslow (PLOS ONE, 2018, doi
10.1371/journal.pone.0199239), under matplotlib's licence, which is that of Python; turbo: Anton Mikhailov, Google (Apache-2.0); coolwarm: Kenneth Moreland's
CoolWarmFloat33.csv ("Diverging Color Maps for Scientific Visualization", 2009); categories: the palettes of 10 and 20
colours of Vega (BSD-3-Clause). Needs matplotlib.
"""

import pathlib

import matplotlib

NAMES = {"gray": "grey", "viridis": "viridis", "magma": "magma", "inferno": "inferno", "plasma": "plasma",
         "cividis": "cividis", "turbo": "turbo", "coolwarm": "coolwarm", "tab10": "categories10",
         "tab20": "categories20"}


def line(name):
    colours = matplotlib.colormaps[name]
    # Not bytes=True, which cuts off what is behind the point.
    hexadecimal = ("%02x%02x%02x" % tuple(round(c * 255) for c in colours(i)[:3]) for i in range(colours.N))
    return NAMES[name] + " " + "".join(hexadecimal) + "\n"


target = pathlib.Path(__file__).with_name("io") / "vtkhdf/picture/colour-maps.txt"
target.write_text("".join(map(line, NAMES)))
