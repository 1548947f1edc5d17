"""read_cross_slices.py FILE COUNT: the counterpart of ReadCrossSlices; prints the seconds."""

import sys
import time

import h5image

count = int(sys.argv[2])
file, data = h5image.open_data(sys.argv[1])
with file:
    start = time.perf_counter()
    for i in range(count):
        data[:, :, data.shape[2] * i // count]
    print(time.perf_counter() - start)
