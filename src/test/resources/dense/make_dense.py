#!/usr/bin/env python3
"""Writes files whose links and attributes stand in fractal heaps of all kinds, and what h5py reads from them.

    make_dense.py FOLDER SEED MOST NUMBERS...

MOST is how many links and attributes an object may be given at a time, NUMBERS are those of the files: 3 or 0-899. The
files beside this script: `. 7 30 8 15 25 30 37 72 74 79 82 85 92 97`, made with h5py 3.7 on HDF5 1.10.8.

expected.tsv has a line for each file and each of its groups of arrays and objects with attributes: the file, its path, how
many there are, and the CRC-32 of "name=value\\n" of each, by name: an array's value is the sum of its elements.
"""
import os
import random
import sys
import zlib

import h5py
import numpy as np

VERSIONS = ["earliest", "latest", ("earliest", "v108"), ("v108", "v108"), ("earliest", "v110"), ("v110", "v110")]
NAME_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-äλ"

KEPT = ("Version", "Type", "WholeExtent", "Origin", "Spacing", "Direction", "VTKHDF", "first")


class Names:
    """Of one file, each given once."""

    def __init__(self, random):
        self.random = random
        self.longest = random.choice([3, 10, 10, 40, 200, 700])
        self.count = 0

    def next(self):
        self.count += 1
        length = self.random.randint(0, self.longest)
        return "%d" % self.count + "".join(self.random.choice(NAME_CHARACTERS) for _ in range(length))


def attribute(r, size):
    kind = r.randrange(4)
    if kind == 0:
        return np.int64(r.randrange(1 << 40))
    length = max(1, r.randint(size // 2, size))
    text = "".join(r.choice("abcdefgh") for _ in range(length))
    return text if kind == 1 else np.bytes_(text)


def crowd(r, names, count, holder, make):
    """Adds, removes, adds again."""
    for _ in range(r.choice([1, 1, 2, 3])):
        for _ in range(r.randint(0, count)):
            make(names.next())
        how = r.randrange(5)
        present = [name for name in holder if name not in KEPT]
        if how == 1:
            gone = present[: r.randint(0, len(present))]
        elif how == 2:
            gone = present[:: r.randint(1, 4)]
        elif how == 3:
            gone = r.sample(present, r.randint(0, len(present)))
        else:
            gone = []
        for name in gone:
            del holder[name]
        if how == 4 or r.randrange(3) == 0:
            for name in gone[: len(gone) // 2]:
                make(name)


def attributes(r, names, count, holder):
    size = r.choice([1, 8, 8, 100, 300, 900, 2300])
    large = r.choice([0, 0, 0, 290 * 8, 3900, 5000, 60000])

    def make(name):
        nonlocal large
        value = attribute(r, size)
        if large and r.randrange(10) == 0:
            value = np.bytes_("x" * large)
            large = 0
        try:
            holder.attrs[name] = value
        except (RuntimeError, OSError, ValueError):
            pass  # Larger than the version allows.

    try:
        crowd(r, names, count, holder.attrs, make)
    except (RuntimeError, OSError, KeyError):
        pass  # HDF5 has faults of its own where the order of attributes is kept.


def leads_somewhere(group, name):
    try:
        return group.get(name) is not None
    except RuntimeError:
        return False  # Too many soft links on the way.


def links(r, names, count, group):
    previous = []

    def make(name):
        if group.id.links.exists(name.encode()):
            return
        kind = r.randrange(8) if previous else 0
        target = r.choice(previous) if previous else None
        if kind == 1:
            group[name] = h5py.SoftLink("/VTKHDF/PointData/" + target)
        elif kind == 2 and leads_somewhere(group, target):
            group[name] = group[target]
        elif kind == 3 and target in group:
            group.move(target, name)
        else:
            group[name] = np.array([[[names.count, r.randrange(1000)]]], "i4")
            previous.append(name)

    crowd(r, names, count, group, make)


def make(path, seed, most):
    r = random.Random(seed)
    libver = r.choice(VERSIONS)
    order = r.random() < 0.5
    h5py.get_config().track_order = order
    with h5py.File(path, "w", libver=libver, track_order=order) as f:
        root = f.create_group("VTKHDF", track_order=order)
        root.attrs["Version"] = np.array([1, 0], "i8")
        root.attrs["Type"] = np.bytes_("ImageData")
        root.attrs["WholeExtent"] = np.array([0, 1, 0, 0, 0, 0], "i4")
        root.attrs["Origin"] = np.zeros(3)
        root.attrs["Spacing"] = np.ones(3)
        root.attrs["Direction"] = np.eye(3).ravel()
        points = root.create_group("PointData", track_order=order)
        points["first"] = np.array([[[1, 2]]], "i4")
        names = Names(r)
        count = r.choice([most // 12, most // 4, most, most])
        links(r, names, count, points)
        if r.randrange(3) == 0:
            for i in range(r.randint(0, most)):
                f.create_group("%d" % i)
        for holder in (root, points, points["first"], f):
            if r.randrange(2) == 0:
                attributes(r, names, count, holder)


def crc(values):
    lines = sorted(("%s=%s\n" % (name, value)).encode() for name, value in values.items())
    return "%d\t%08x" % (len(lines), zlib.crc32(b"".join(lines)))


def text(value):
    if isinstance(value, (bytes, np.bytes_)):
        return value.decode()
    return str(value)


def arrays(group):
    values = {}
    for name in group:
        if leads_somewhere(group, name) and isinstance(group[name], h5py.Dataset):
            values[name] = int(group[name][...].sum())
    return values


def attributes_of(holder):
    return {name: text(holder.attrs[name]) for name in holder.attrs if name not in KEPT}


def numbers(words):
    for word in words:
        first, _, last = word.partition("-")
        yield from range(int(first), int(last or first) + 1)


def main(folder, seed, most, *words):
    with open(os.path.join(folder, "expected.tsv"), "w", encoding="utf-8") as out:
        for i in numbers(words):
            name = "dense-%03d.h5" % i
            make(os.path.join(folder, name), int(seed) * 1000003 + i, int(most))
            with h5py.File(os.path.join(folder, name), "r") as f:
                points = f["VTKHDF/PointData"]
                out.write("%s\tPointData\t%s\n" % (name, crc(arrays(points))))
                for place in ("/", "/VTKHDF", "/VTKHDF/PointData", "/VTKHDF/PointData/first"):
                    out.write("%s\t%s\t%s\n" % (name, place, crc(attributes_of(f[place]))))


if __name__ == "__main__":
    main(*sys.argv[1:])
