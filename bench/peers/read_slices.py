"""read_slices.py FILE: reads the whole array "data" slice by slice; the counterpart of ReadSlices."""

import sys

import h5image

file, data = h5image.open_data(sys.argv[1])
with file:
    for k in range(data.shape[0]):
        data[k, :, :]
