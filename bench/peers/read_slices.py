"""read_slices.py FILE [buffer]: reads the whole array "data" slice by slice, into one buffer if asked; the counterpart of
ReadSlices."""

import sys

import h5image
import numpy as np

file, data = h5image.open_data(sys.argv[1])
with file:
    if sys.argv[2:] == ["buffer"]:
        target = np.empty(data.shape[1:], data.dtype)
        for k in range(data.shape[0]):
            data.read_direct(target, np.s_[k, :, :])
    else:
        for k in range(data.shape[0]):
            data[k, :, :]
