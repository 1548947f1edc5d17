"""Writes a finished VTKHDF image or time series again with h5py, as a program with resizable datasets does: INPUT OUTPUT."""

import sys

import h5py


def rewrite(source, target):
    for name, value in source.attrs.items():
        target.attrs.create(name, value, dtype=source.attrs.get_id(name).dtype)
    for name, item in source.items():
        if isinstance(item, h5py.Group):
            rewrite(item, target.create_group(name))
        elif item.ndim > 3:
            compression = "gzip" if item.compression else None
            chunk = (1, 1, *item.shape[2:]) if compression else (1, *item.shape[1:])
            most = (None, *item.shape[1:])
            written = target.create_dataset(name, data=item[()], chunks=chunk, maxshape=most, compression=compression)
            rewrite_attributes(item, written)
        else:
            rewrite_attributes(item, target.create_dataset(name, data=item[()], dtype=item.dtype))


def rewrite_attributes(source, target):
    for name, value in source.attrs.items():
        target.attrs.create(name, value, dtype=source.attrs.get_id(name).dtype)


with h5py.File(sys.argv[1], "r") as read, h5py.File(sys.argv[2], "w") as written:
    rewrite(read, written)
