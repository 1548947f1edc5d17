#!/usr/bin/env python3
"""Writes images whose array is a virtual dataset of random mappings, and what h5py reads of it, one folder a seed.

make_virtual.py FOLDER FIRST COUNT

FOLDER/SEED/image.vtkhdf has the point array "a" of shape z, y, x[, components], and FOLDER/SEED/a.npy its values. Selections
are hyperslabs with strides and blocks, or unions of boxes; those of the source have as many elements in any other shape.
Some go on for ever, numbered or not, along any axis. Sources are of any type and byte order, contiguous or compressed, in the same file, in others, in a folder below, virtual
themselves, or missing; mappings overlap.
"""
import os
import random
import shutil
import sys

import h5py
import numpy as np

TYPES = ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"]


def header(f, shape):
    g = f.create_group("VTKHDF")
    g.attrs["Version"] = np.array([1, 0], "i8")
    kind = np.bytes_("ImageData") if hasattr(np, "bytes_") else np.string_("ImageData")
    g.attrs.create("Type", kind, dtype=h5py.string_dtype("ascii", 9))
    z, y, x = shape[:3]
    g.attrs["WholeExtent"] = np.array([0, x - 1, 0, y - 1, 0, z - 1], "i8")
    g.attrs["Origin"] = np.zeros(3)
    g.attrs["Spacing"] = np.ones(3)
    g.attrs["Direction"] = np.eye(3).ravel()
    return g.create_group("PointData")


class Case:
    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        self.numbers = np.random.default_rng(seed)
        self.folder = folder
        self.files = 0

    def chance(self, p):
        return self.random.random() < p

    def axis(self, size):
        """start, stride, count, block that fit."""
        block = self.random.randint(1, size) if self.chance(0.4) else 1
        stride = block + (self.random.randint(0, 2) if self.chance(0.6) else 0)
        start = self.random.randint(0, size - block)
        count = self.random.randint(1, (size - start - block) // stride + 1)
        return start, stride, count, block

    def whole(self, size):
        return 0, 1, 1, size

    def grid(self, shape):
        axes = [self.whole(n) if self.chance(0.4) else self.axis(n) for n in shape]
        space = h5py.h5s.create_simple(tuple(shape))
        space.select_hyperslab(*(tuple(a[i] for a in axes) for i in (0, 2, 1, 3)))
        return space, [a[2] * a[3] for a in axes]

    def target(self, shape):
        space, sizes = self.grid(shape)
        if self.chance(0.2):
            start = tuple(self.random.randint(0, n - 1) for n in shape)
            count = tuple(self.random.randint(1, n - s) for n, s in zip(shape, start))
            space.select_hyperslab(start, count, op=h5py.h5s.SELECT_OR)
            sizes = [space.get_select_npoints()]
        return space, sizes

    def source(self, sizes):
        """A dataset's shape, and a selection in it of so many elements."""
        count = int(np.prod(sizes))
        if self.chance(0.3):
            sizes = [count]
        elif self.chance(0.3):
            sizes = self.factors(count)
        elif self.chance(0.3):
            sizes = [n for n in sizes if n > 1] or [1]
        axes = []
        shape = []
        for n in sizes:
            start = self.random.choice([0, 0, 1, 3])
            block = self.random.choice([d for d in range(1, n + 1) if n % d == 0])
            stride = block + self.random.choice([0, 0, 1, 4])
            axes.append((start, stride, n // block, block))
            shape.append(start + stride * (n // block - 1) + block + self.random.choice([0, 0, 2]))
        if self.chance(0.4):
            return sizes, None
        space = h5py.h5s.create_simple(tuple(shape))
        space.select_hyperslab(*(tuple(a[i] for a in axes) for i in (0, 2, 1, 3)))
        return shape, space

    def factors(self, count):
        sizes = []
        while count > 1 and len(sizes) < 3:
            divisors = [d for d in range(2, count + 1) if count % d == 0]
            sizes.append(self.random.choice(divisors))
            count //= sizes[-1]
        return sizes + [count] if count > 1 or not sizes else sizes

    def values(self, shape):
        dtype = self.dtype if self.chance(0.5) else self.random.choice(TYPES)
        values = self.numbers.integers(-70000, 70000, shape)
        if dtype[0] == "u" or self.dtype[0] == "u":  # Where HDF5 converts by itself, it takes negative bits over.
            values = np.abs(values)
        if dtype[1] == "1":
            values = values % 100
        elif dtype[1] == "2":
            values = values % 30000
        if dtype[0] == "f" and self.dtype[0] == "f":
            values = values / 7
        return values.astype(self.random.choice("<>") + dtype)

    def store(self, group, name, shape):
        data = self.values(shape)
        if self.chance(0.5):
            chunks = tuple(self.random.randint(1, n) for n in shape)
            group.create_dataset(name, data=data, chunks=chunks, compression="gzip", shuffle=self.chance(0.5))
        else:
            group.create_dataset(name, data=data)

    def part(self, f, shape):
        """The names of a file and a dataset of that shape in it."""
        self.files += 1
        name = f"d{self.files}"
        if self.chance(0.15):
            self.store(f, name, shape)
            return ".", "/" + name
        file = f"part{self.files}.h5" if self.chance(0.7) else f"below/part{self.files}.h5"
        os.makedirs(os.path.join(self.folder, "below"), exist_ok=True)
        with h5py.File(os.path.join(self.folder, file), "w") as part:
            if self.chance(0.15):
                self.store(part, "inner", shape)
                layout = h5py.VirtualLayout(tuple(shape), self.random.choice(TYPES))
                layout[...] = h5py.VirtualSource(".", "inner", tuple(shape))
                part.create_group("g").create_virtual_dataset(name, layout)
                return file, "g/" + name
            self.store(part.create_group("g"), name, shape)
        if self.chance(0.1):
            os.remove(os.path.join(self.folder, file))
        return file, "/g/" + name

    def endless(self, f, shape, dcpl):
        """A mapping that goes on for ever along an axis: of a dataset that may grow, or of numbered ones."""
        axis = self.random.randint(0, 2)
        limits = tuple(None if i == axis else n for i, n in enumerate(shape))
        most = tuple(h5py.h5s.UNLIMITED if n is None else n for n in limits)
        block = self.random.randint(1, 2)
        size = tuple(block if i == axis else n for i, n in enumerate(shape))
        target = self.forever(shape, most, axis, block, self.random.randint(0, 2))
        self.files += 1
        if self.chance(0.5):
            there = tuple(self.random.randint(1, 8) if i == axis else n for i, n in enumerate(shape))
            name = f"grown{self.files}.h5"
            with h5py.File(os.path.join(self.folder, name), "w") as part:
                part.create_dataset("d", data=self.values(there), maxshape=limits, chunks=there)
            source = self.forever(there, most, axis, block, self.random.randint(0, 2))
            dcpl.set_virtual(target, name.encode(), b"d", source)
            return most
        in_name = self.chance(0.6)
        count = self.random.randint(1, 5)
        lost = self.random.randint(0, count - 1) if self.chance(0.3) else -1
        for number in range(count):
            name = f"num{self.files}-{number if in_name else 'all'}.h5"
            if number != lost:
                with h5py.File(os.path.join(self.folder, name), "a") as part:
                    self.store(part, f"d{'' if in_name else number}", size)
        name = f"num{self.files}-{'%b' if in_name else 'all'}.h5"
        dataset = "d" if in_name else "d%b"
        dcpl.set_virtual(target, name.encode(), dataset.encode(), h5py.h5s.create_simple(size))
        return most

    def forever(self, shape, most, axis, block, gap):
        space = h5py.h5s.create_simple(tuple(shape), most)
        start = tuple(self.random.randint(0, 1) if i == axis else 0 for i in range(len(shape)))
        count = tuple(h5py.h5s.UNLIMITED if i == axis else 1 for i in range(len(shape)))
        stride = tuple(block + gap if i == axis else n for i, n in enumerate(shape))
        space.select_hyperslab(start, count, stride, tuple(block if i == axis else n for i, n in enumerate(shape)))
        return space

    def write(self):
        shape = [self.random.randint(1, 9) for _ in range(3)] + ([3] if self.chance(0.3) else [])
        shape = [n + 1 if i < 3 else n for i, n in enumerate(shape)]
        self.dtype = self.random.choice(TYPES)
        most = tuple(shape)
        file = os.path.join(self.folder, "image.vtkhdf")
        libver = self.random.choice(["earliest", "latest"]) if h5py.version.hdf5_version < "2" else "earliest"
        with h5py.File(file, "w", libver=libver) as f:
            points = header(f, shape)
            dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            fill = self.random.randint(0, 99)
            dcpl.set_fill_value(np.array(fill, self.dtype))
            grows = self.chance(0.3)
            if grows:
                most = self.endless(f, shape, dcpl)
            for _ in range(self.random.randint(0 if grows else 1, 6 if not grows else 2)):
                space, sizes = self.target(shape)
                if grows:
                    space.set_extent_simple(tuple(shape), most)
                there, selection = self.source(sizes)
                if selection is None:
                    selection = h5py.h5s.create_simple(tuple(there))
                name, dataset = self.part(f, there)
                dcpl.set_virtual(space, name.encode(), dataset.encode(), selection)
            kind = h5py.h5t.py_create(np.dtype(self.random.choice("<>") + self.dtype))
            h5py.h5d.create(points.id, b"a", kind, h5py.h5s.create_simple(tuple(shape), most), dcpl)
        with h5py.File(file, "r+") as f:
            z, y, x = f["VTKHDF/PointData/a"].shape[:3]
            if 0 in (x, y, z):
                return False
            f["VTKHDF"].attrs["WholeExtent"] = np.array([0, x - 1, 0, y - 1, 0, z - 1], "i8")
        with h5py.File(file, "r") as f:
            dataset = f["VTKHDF/PointData/a"]
            # HDF5 forgets to fill what no mapping has if the others overlap so much that they have as many elements.
            values = np.full(dataset.shape, fill, dataset.dtype)
            try:
                dataset.read_direct(values)
            except OSError:
                if grows:  # HDF5 may count the elements of blocks that are not whole in two ways, and give up.
                    return False
                raise
            np.save(os.path.join(self.folder, "a.npy"), values.astype("<" + self.dtype))
        return True


if __name__ == "__main__":
    root, first, number = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for seed in range(first, first + number):
        place = os.path.join(root, str(seed))
        for attempt in range(100):
            os.makedirs(place)
            if Case(place, seed + attempt * 1000000).write():
                break
            shutil.rmtree(place)  # Nothing of it is there, or HDF5 cannot read it.
