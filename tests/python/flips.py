"""Flips random bits of a file, one at a time, and tells what h5py and h5dump make of each.

    flips.py FILE COUNT [SEED]

Prints one line a reader: bits flipped, found (an error), harmless (nothing that is read has changed), and silent (other
values, without an error). The exit code is 1 if any was silent. A reader that crashes or hangs has found it.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile

READ = """
import sys, hashlib, h5py
digest = hashlib.sha256()
def add(name, item):
    digest.update(name.encode())
    for key in sorted(item.attrs):
        digest.update(key.encode() + repr(item.attrs[key]).encode())
    if isinstance(item, h5py.Dataset):
        digest.update(repr((item.shape, item.dtype)).encode() + item[()].tobytes())
with h5py.File(sys.argv[1], "r") as file:
    file.visititems(add)
print(digest.hexdigest())
"""


def answer(command):
    try:
        run = subprocess.run(command, capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None
    return hashlib.sha256(run.stdout).hexdigest() if run.returncode == 0 else None


def main(file, count, seed):
    readers = {"h5py": [sys.executable, "-c", READ], "h5dump": ["h5dump", "-m", "%.17g"]}
    bits = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        broken = os.path.join(scratch, "broken.h5")
        shutil.copy(file, broken)
        good = {reader: answer(command + [broken]) for reader, command in readers.items()}
        assert None not in good.values(), "the file itself is not read"
        outcomes = {reader: {"found": 0, "harmless": 0, "silent": 0} for reader in readers}
        with open(broken, "r+b") as stream:
            for _ in range(count):
                bit = bits.randrange(os.path.getsize(file) * 8)
                flip(stream, bit)
                for reader, command in readers.items():
                    read = answer(command + [broken])
                    outcome = "found" if read is None else "harmless" if read == good[reader] else "silent"
                    outcomes[reader][outcome] += 1
                    if outcome == "silent":
                        print(f"{reader}: bit {bit % 8} of byte {bit // 8} changed what is read, without an error")
                flip(stream, bit)
    for reader, of in outcomes.items():
        print(f"{reader}: {count} bits flipped, " + ", ".join(f"{n} {name}" for name, n in of.items()))
    return int(any(of["silent"] for of in outcomes.values()))


def flip(stream, bit):
    stream.seek(bit // 8)
    byte = stream.read(1)[0]
    stream.seek(bit // 8)
    stream.write(bytes([byte ^ 1 << bit % 8]))
    stream.flush()


sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1))
