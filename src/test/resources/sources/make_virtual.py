#!/usr/bin/env python3
"""Writes the image of make_sources.py as virtual datasets, in virtual/ beside this script, their parts in virtual/parts/.

Needs numpy and h5py 3.16 on HDF5 2.0; the values are those in values/, and h5py must read them again.
"""
import os
import shutil

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = {
    "Int8": "i1",
    "UInt8": "u1",
    "Int16": "i2",
    "UInt16": "u2",
    "Int32": "i4",
    "UInt32": "u4",
    "Int64": "i8",
    "UInt64": "u8",
    "Float32": "f4",
    "Float64": "f8",
}
SHAPES = {"point": (5, 3, 4), "cell": (4, 2, 3)}  # z, y, x
START = (2, -1, 3)  # of the extent: x, y, z
FOLDER = os.path.join(HERE, "virtual")


def values(kind, name, components):
    file = os.path.join(HERE, "values", f"{kind}-{name}x{components}.bin")
    shape = SHAPES[kind] + ((components,) if components > 1 else ())
    return np.fromfile(file, "<" + TYPES[name]).reshape(shape)


KEYS = [(kind, name, n) for kind in SHAPES for name in TYPES for n in (1, 3)]


def header(f):
    g = f.create_group("VTKHDF")
    g.attrs["Version"] = np.array([1, 0], "i8")
    g.attrs.create("Type", np.bytes_("ImageData"), dtype=h5py.string_dtype("ascii", 9))
    size = SHAPES["point"][::-1]
    g.attrs["WholeExtent"] = np.array([b for s, n in zip(START, size) for b in (s, s + n - 1)], "i8")
    g.attrs["Origin"] = np.zeros(3)
    g.attrs["Spacing"] = np.ones(3)
    g.attrs["Direction"] = np.eye(3).ravel()
    return {"point": g.create_group("PointData"), "cell": g.create_group("CellData")}


def part(name, dataset, data, **how):
    """The name of a file with that dataset."""
    with h5py.File(os.path.join(FOLDER, "parts", name), "a") as f:
        f.create_dataset(dataset, data=data, **how)
    return "parts/" + name


def master(name, keys, write, libver="earliest", values_of=values):
    """write(group, title, name, data) makes one array."""
    file = os.path.join(FOLDER, name + ".vtkhdf")
    with h5py.File(file, "w", libver=libver) as f:
        groups = header(f)
        for kind, array, components in keys:
            title = f"{array}x{components}"
            write(f, groups[kind], title, f"{kind}/{title}", values_of(kind, array, components))
    with h5py.File(file, "r") as f:
        for kind, array, components in keys:
            group = {"point": "PointData", "cell": "CellData"}[kind]
            got = f[f"VTKHDF/{group}/{array}x{components}"]
            expected = values_of(kind, array, components)
            assert got.is_virtual and got.shape == expected.shape and (got[...] == expected).all(), (name, kind, array)


def slabs(f, group, title, path, data):
    """Two slabs of slices: one compressed, one contiguous in the other byte order."""
    cut = 2
    layout = h5py.VirtualLayout(data.shape, data.dtype)
    first = part("low.h5", path, data[:cut], chunks=(1, 2, 2) + data.shape[3:], compression="gzip", shuffle=True)
    second = part("high.h5", path, data[cut:].astype(data.dtype.newbyteorder(">")))
    layout[:cut] = h5py.VirtualSource(first, path, data[:cut].shape)
    layout[cut:] = h5py.VirtualSource(second, path, data[cut:].shape)
    group.create_virtual_dataset(title, layout)


def bricks(f, group, title, path, data):
    """Bricks out of larger datasets of this file, some of them overlapping: the later one counts."""
    layout = h5py.VirtualLayout(data.shape, data.dtype)
    for number, x in enumerate((0, 1, 2)):
        source = f"/bricks/{path}/{number}"
        brick = data[:, :, x : x + 2]
        if number == 0:
            brick = brick.copy()
            brick[:, :, 1] = 0  # The next one has it, too.
        padded = np.pad(brick, [(1, 2)] * 3 + [(0, 0)] * (data.ndim - 3))
        f.create_dataset(source, data=padded, chunks=(2, 2, 2) + data.shape[3:], compression="gzip")
        z, y, n = brick.shape[:3]
        layout[:, :, x : x + n] = h5py.VirtualSource(".", source, padded.shape)[1 : 1 + z, 1 : 1 + y, 1 : 1 + n]
    group.create_virtual_dataset(title, layout)


def strides(f, group, title, path, data):
    """Every other slice, every other row of the others, out of every third one of flat lists."""
    layout = h5py.VirtualLayout(data.shape, data.dtype)
    for number, index in enumerate((np.s_[0::2], np.s_[1::2, 0::2], np.s_[1::2, 1::2])):
        piece = data[index].ravel()
        sparse = np.zeros(3 * piece.size, data.dtype)
        sparse[1::3] = piece
        name = part(f"strides{number}.h5", path, sparse, chunks=(7,))
        layout[index] = h5py.VirtualSource(name, path, sparse.shape)[1::3]
    group.create_virtual_dataset(title, layout)


def nested(f, group, title, path, data):
    """Two virtual datasets of another file, whose parts are in the same file as they are."""
    layout = h5py.VirtualLayout(data.shape, data.dtype)
    name = "nested.h5"
    for number, index in enumerate((np.s_[:, :1], np.s_[:, 1:])):
        piece = data[index]
        part(name, f"{path}/data{number}", piece.astype(data.dtype.newbyteorder(">")))
        with h5py.File(os.path.join(FOLDER, "parts", name), "a") as inner:
            whole = h5py.VirtualLayout(piece.shape, data.dtype)
            for z in range(len(piece)):
                whole[z] = h5py.VirtualSource(".", f"{path}/data{number}", piece.shape)[z]
            inner.create_virtual_dataset(f"{path}/{number}", whole)
        layout[index] = h5py.VirtualSource("parts/" + name, f"{path}/{number}", piece.shape)
    group.create_virtual_dataset(title, layout)


def numbered(f, group, title, path, data):
    """A part a slice, of which there may be any number; the file says that there is one."""
    for z, piece in enumerate(data):
        part(f"{title}-{path[:4]}{z}.h5", path, piece, chunks=piece.shape, compression="gzip")
    limits = (h5py.h5s.UNLIMITED,) + data.shape[1:]
    zeros = (0,) * data.ndim
    target = h5py.h5s.create_simple((1,) + data.shape[1:], limits)
    target.select_hyperslab(zeros, (h5py.h5s.UNLIMITED,) + (1,) * (data.ndim - 1), None, (1,) + data.shape[1:])
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_virtual(target, f"parts/{title}-{path[:4]}%b.h5".encode(), path.encode(), h5py.h5s.create_simple(data.shape[1:]))
    space = h5py.h5s.create_simple((1,) + data.shape[1:], limits)
    h5py.h5d.create(group.id, title.encode(), h5py.h5t.py_create(data.dtype), space, plist)


def growing(f, group, title, path, data):
    """A part that has grown since."""
    name = part("growing.h5", path, data, maxshape=(None,) + data.shape[1:], chunks=data.shape)
    layout = h5py.VirtualLayout((1,) + data.shape[1:], data.dtype, maxshape=(None,) + data.shape[1:])
    source = h5py.VirtualSource(name, path, data.shape, maxshape=(None,) + data.shape[1:])
    layout[0 : h5py.h5s.UNLIMITED] = source[0 : h5py.h5s.UNLIMITED]
    group.create_virtual_dataset(title, layout)


def converted(f, group, title, path, data):
    """Parts of larger types."""
    larger = {"i": "i8", "u": "u8", "f": "f8"}[data.dtype.kind]
    name = part("larger.h5", path, data.astype(larger))
    layout = h5py.VirtualLayout(data.shape, data.dtype)
    layout[...] = h5py.VirtualSource(name, path, data.shape)
    group.create_virtual_dataset(title, layout)


def shared(f, group, title, path, data):
    """A list of mappings of version 1, with names that many of them have."""
    layout = h5py.VirtualLayout(data.shape, data.dtype)
    name = part("shared.h5", path, data)
    f["own/" + path] = data
    for z in range(len(data)):
        for y in range(data.shape[1]):
            inside = (z + y) % 2
            source = h5py.VirtualSource("." if inside else name, ("own/" if inside else "") + path, data.shape)
            layout[z, y] = source[z, y]
    group.create_virtual_dataset(title, layout)


shutil.rmtree(FOLDER, ignore_errors=True)
os.makedirs(os.path.join(FOLDER, "parts"))
for number, write in enumerate((slabs, bricks, strides, nested, numbered, growing, converted, shared)):
    chosen = KEYS[number % 5 :: 5]
    master(write.__name__, chosen, write, "latest" if write is shared else ("v110", "v110"))
