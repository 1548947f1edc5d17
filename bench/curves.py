"""How the cost of commands grows with the number of what they work on."""

import dataclasses
import math
import os
import shutil
import sys
import typing

import measure
from cases import BENCH
from measure import Program

# Seconds, after which no larger number is tried.
LIMIT = 600
# Above this an exponent is not in proportion.
PROPORTION = 1.2


@dataclasses.dataclass(frozen=True)
class Curve:
    """`inputs` makes programs that write what the programs of `commands` read, in a folder for a number."""

    name: str
    title: str
    numbers: tuple
    inputs: typing.Callable
    commands: typing.Callable

    def measured(self, directory, say):
        """The runs by command and number, and what failed."""
        points, broken = {}, []
        for number in self.numbers:
            folder = directory / f"{self.name}-{number}"
            folder.mkdir()
            try:
                for program in self.inputs(number, folder):
                    measure.run(program, directory)
                for program in self.commands(number, folder):
                    if not any(failed.startswith(f"{self.name}, {program.name}, ") for failed in broken):
                        self._measure(program, number, directory, points, broken)
            except measure.ProgramFailed as failure:
                broken.append(f"{self.name}, inputs, {number:,}: {failure.reason}")
            shutil.rmtree(folder)
        for failed in broken:
            say(f"  {failed}")
        return points, broken

    def _measure(self, program, number, directory, points, broken):
        try:
            points.setdefault(program.name, {})[number] = measure.run(program, directory)
        except measure.ProgramFailed as failure:
            broken.append(f"{self.name}, {program.name}, {number:,}: {failure.reason}")

    def table(self, points):
        """The lines of one, and one on what is not in proportion."""
        lines = ["| | " + " | ".join(f"{number:,}" for number in self.numbers) + " | exponent |",
                 "|---" * (len(self.numbers) + 2) + "|"]
        steep = []
        for name, runs in points.items():
            for what, figure in FIGURES.items():
                values = {number: figure(run) for number, run in runs.items()}
                grown = exponent(values)
                cells = [f"{values[number]:.{0 if what.endswith('MiB') else 2}f}" if number in values else "-"
                         for number in self.numbers]
                lines.append(f"| {name}, {what} | {' | '.join(cells)} | {'-' if grown is None else f'{grown:.2f}'} |")
                if grown is not None and grown > PROPORTION:
                    steep.append(f"{name}, {what}: {grown:.2f}")
        return [*lines, "", f"More than in proportion: {'; '.join(steep)}." if steep else "Nothing grows more than in proportion."]


FIGURES = {"s": lambda run: run.wall, "CPU s": lambda run: run.cpu, "MiB": lambda run: run.memory / 2**20}


def exponent(values):
    """That of the growth between the two largest numbers."""
    if len(values) < 2:
        return None
    (small, before), (large, after) = sorted(values.items())[-2:]
    return math.log(after / before) / math.log(large / small) if before > 0 and after > 0 else None


class Curves:
    def __init__(self, quick):
        self.quick = quick

    def all(self):
        return [self.arrays(), self.chunks(), self.steps(), self.pieces(), self.files(), self.threads()]

    def arrays(self):
        return Curve("arrays", "Arrays of 4 x 4 x 4 values in a file", self._to(10_000), self._made("arrays"),
                     lambda n, folder: (*looks(folder / "input.vtkhdf", "--array", "a0"),
                                        converts(folder / "input.vtkhdf", folder)))

    def chunks(self):
        packed = "--compress", "gzip:1", "--chunk", "1,4,4"

        def inputs(n, folder):
            yield self._make("chunks", n, folder)
            yield converts(folder / "input.vtkhdf", folder, *packed, to="ours.vtkhdf", kept=True)

        return Curve("chunks", "Compressed chunks of 4 x 4 x 1 values in an array", self._to(1_000_000, 100), inputs,
                     lambda n, folder: (*looks(folder / "input.vtkhdf", "--array", "data", name=", by h5py"),
                                        *looks(folder / "ours.vtkhdf", "--array", "data"),
                                        converts(folder / "input.vtkhdf", folder, *packed)))

    def steps(self):
        return Curve("steps", "Steps of 8 x 8 x 4 values in a series", self._to(10_000, 10), self._made("steps"),
                     lambda n, folder: (*looks(folder / "input.vtkhdf", "--array", "data", "--step", n // 2),
                                        converts(folder / "input.vtkhdf", folder)))

    def pieces(self):
        return Curve("pieces", "Pieces of 8 x 8 x 2 points of a .pvti file", self._to(10_000), self._made("pieces"),
                     lambda n, folder: (*looks(folder / "input.pvti", "--array", "data", judged=False),
                                        converts(folder / "input.pvti", folder)))

    def files(self):
        def commands(n, folder):
            files = sorted(folder.glob("*.vti"))
            return (vtkhdf("info", "info", *files),
                    vtkhdf("convert", "convert", *files, "--output-dir", folder / "out", "--quiet"),
                    vtkhdf("validate", "validate", *(folder / "out" / f"{file.stem}.vtkhdf" for file in files)))

        return Curve("files", "Files of 8 x 8 x 8 points in one call", self._to(1000), self._made("files"), commands)

    def threads(self):
        """Up to twice as many as there are processors."""
        most = 2 * os.cpu_count()
        numbers = tuple(2**k for k in range(most.bit_length()) if 2**k <= most)
        return Curve("threads", f"Threads for an image of {self._mebibytes()} MiB", numbers,
                     lambda n, folder: [self._make("image", self._mebibytes(), folder)],
                     lambda n, folder: [converts(folder / "input.vti", folder, "--compress", "gzip:1", "--threads", n)])

    def _mebibytes(self):
        return 64 if self.quick else 256

    def _to(self, most, least=1):
        """In powers of ten; one less if it is to be quick."""
        numbers = [least * 10**k for k in range(round(math.log10(most / least)) + 1)]
        return tuple(numbers[:-1] if self.quick else numbers)

    def _made(self, kind):
        return lambda n, folder: [self._make(kind, n, folder)]

    def _make(self, kind, n, folder):
        return Program(f"make {kind}", (sys.executable, BENCH / "peers/make.py", kind, n, folder), peer=True)


def vtkhdf(name, *arguments, output=None):
    return Program(name, (BENCH.parent / "vtkhdf", *arguments), output, limit=LIMIT)


def looks(file, *chosen, name="", judged=True):
    image = file.parent / "slice.npy"
    yield vtkhdf(f"info{name}", "info", file)
    yield vtkhdf(f"slice{name}", "slice", file, *chosen, "--axis", "z", "--index", 0, "-o", image, output=image)
    if judged:
        yield vtkhdf(f"validate{name}", "validate", file)


def converts(source, folder, *options, to="output.vtkhdf", kept=False):
    target = folder / to
    return vtkhdf("convert", "convert", source, target, "--quiet", *options, output=None if kept else target)
