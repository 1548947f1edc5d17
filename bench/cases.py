"""What is measured: the programs of each case, and the promises that it tests."""

import dataclasses
import pathlib

from measure import ADDRESS, Program
from needs import JAVA_VTK

BENCH = pathlib.Path(__file__).resolve().parent
OURS = "vtkhdf"
UNARCHIVED = f"{OURS}, no class archive"
# The measures that are the same on every machine, and so may be promised without a program beside.
COUNTED = ("memory", "size", "requests", "received")


@dataclasses.dataclass(frozen=True)
class Promise:
    """The ratio `over` / `under` of a measure, or `over` alone of what is counted, and what it must be."""

    text: str
    measure: str
    over: str
    under: str = None
    least: float = None
    most: float = None

    def __post_init__(self):
        if not self.under and self.measure not in COUNTED:
            raise ValueError(f"{self.text}: found {self.measure} alone, which depends on the machine, expected a ratio")

    def target(self):
        return f"at least {self.least:g}" if self.most is None else f"at most {self.most:g}"

    def is_kept(self, ratio):
        return ratio >= self.least if self.most is None else ratio <= self.most


@dataclasses.dataclass(frozen=True)
class Case:
    name: str
    title: str
    programs: tuple
    promises: tuple = ()
    megabytes: float = None
    once: bool = False
    # Made before the case, untimed, from the prepared data.
    preparations: tuple = ()


class Cases:
    """The cases for an image of 1024 x 256 x so many float64 points: slices of 2 MiB."""

    NX, NY = 1024, 256
    POOL = 8
    # Of a time series: slices of a step of 8 MiB.
    STEP_NZ = 4
    # Small steps, of 32 KiB, of which there are many; the pool is taken for one of such slices.
    SMALL = 32, 32, 4
    APPENDING = (
        ("step", "A step more while a series is written"),
        ("commit", "A step more while a series is written, and a commit (h5py: a flush) after it"),
        ("append", "A step more in a finished file: opened, one step, closed"),
    )

    def __init__(self, java, class_path, python, directory, size, vtk_jni):
        self.java, self.class_path, self.python, self.directory = java, class_path, python, directory
        self.vtk_jni = vtk_jni
        self.nz = max(1, size * 2**20 // (8 * self.NX * self.NY))
        self.output = directory / "output.vtkhdf"
        self.slices = directory / "slices.vtkhdf"
        self.bricks = directory / "bricks.vtkhdf"

    @property
    def megabytes(self):
        return 8 * self.NX * self.NY * self.nz / 1e6

    def prepare(self):
        return self._python("prepare", "prepare", self.directory, self.NX, self.NY, self.nz, self.POOL)

    def all(self):
        return [
            self.raw(),
            self.compressed("smooth", "FLOAT64", self.megabytes),
            self.compressed("noisy", "FLOAT64", self.megabytes),
            self.compressed("labels", "INT32", self.megabytes / 2),
            self.whole(),
            *(self.grown(storage, size) for storage in ("raw", "gzip") for size in (64, 2048)),
            self.read(),
            self.cross(),
            self.convert("raw", "appended, as they are"),
            self.convert("zlib", "appended, compressed and in base64, as VTK writes by default"),
            self.convert("lz4", "appended, compressed by LZ4", by_vtk=True),
            self.convert("base64", "inline, in base64", by_vtk=True),
            self.convert("ascii", "inline, as text, half of the image", by_vtk=True, part=2),
            self.adapter("raw"),
            self.adapter("gzip"),
            self.steps("raw"),
            self.steps("gzip"),
            *(self.append(how, what) for how, what in self.APPENDING),
            self.read_steps(),
            self.many("raw"),
            self.many("gzip"),
            self.finish(),
            self.finish_more(),
            self.start_up(),
            *self.remote(),
            self.big(),
        ]

    def raw(self):
        shape = (self.NX, self.NY, self.nz)
        pool = self.directory / "smooth.raw"
        return Case(
            "raw",
            "Raw float64 slices, written one by one in a heap of 64 MB",
            (
                self._java(OURS, "WriteSlices", pool, "FLOAT64", *shape, "raw", self.output),
                self._java(UNARCHIVED, "WriteSlices", pool, "FLOAT64", *shape, "raw", self.output, archived=False),
                self._java("FileChannel", "WriteBytes", pool, *shape, self.output),
                self._python("h5py, chunks", "write_slices", pool, "FLOAT64", *shape, "chunked", self.output),
                self._python("h5py, contiguous", "write_slices", pool, "FLOAT64", *shape, "contiguous", self.output),
            ),
            (
                Promise("raw slices: the speed of a bare FileChannel loop", "wall", "FileChannel", OURS, 0.9),
                Promise("raw slices: faster than h5py in chunks", "wall", "h5py, chunks", OURS, 1),
                Promise("raw slices: faster than h5py contiguous", "wall", "h5py, contiguous", OURS, 1),
            ),
            self.megabytes,
        )

    def compressed(self, data, dtype, megabytes):
        def arguments(storage):
            return self.directory / f"{data}.raw", dtype, self.NX, self.NY, self.nz, storage, self.output

        jdk = f"{OURS}, JDK's zlib"
        return Case(
            f"gzip-{data}",
            f"Compressed slices (gzip 1, shuffle), {data} {dtype.lower()}, in a heap of 64 MB",
            (
                self._java(OURS, "WriteSlices", *arguments("gzip")),
                self._java(UNARCHIVED, "WriteSlices", *arguments("gzip"), archived=False),
                self._java(jdk, "WriteSlices", *arguments("gzip-jdk")),
                self._python("h5py", "write_slices", *arguments("gzip")),
            ),
            (
                Promise(f"compressed slices, {data}: faster than h5py where ISA-L loads", "wall", "h5py", OURS, 10),
                Promise(f"compressed slices, {data}: faster than h5py with the JDK's zlib alone", "wall", "h5py", jdk, 1.8),
                Promise(f"compressed slices, {data}: the size of h5py's", "size", OURS, "h5py", most=1.05),
            ),
            megabytes,
        )

    def whole(self):
        shape = (self.NX, self.NY, self.nz)
        pool = self.directory / "smooth.raw"
        return Case(
            "whole",
            "The same image by writers that need it whole in memory, which they fill first; uncompressed",
            (
                self._java(OURS, "WriteSlices", pool, "FLOAT64", *shape, "raw", self.output),
                self._java("jHDF's writer", "WriteJhdf", pool, *shape, self.output, heap="-Xmx4g", peer=True),
                self._python("VTK's vtkHDFWriter", "write_image", pool, *shape, self.output, needs="vtkHDFWriter"),
            ),
            megabytes=self.megabytes,
        )

    def grown(self, storage, mebibytes):
        """How cost grows with the size, and so with the number of chunks."""
        shape = (self.NX, self.NY, mebibytes // 2)
        pool = self.directory / "smooth.raw"
        arguments = (pool, "FLOAT64", *shape, storage, self.output)
        return Case(
            f"{storage}-{mebibytes}",
            f"{'Compressed (gzip 1, shuffle)' if storage == 'gzip' else 'Raw'} smooth slices, {mebibytes} MiB of them",
            (
                self._java(OURS, "WriteSlices", *arguments),
                self._python("h5py", "write_slices", *(("contiguous" if a == "raw" else a) for a in arguments)),
            ),
            megabytes=mebibytes * 2**20 / 1e6,
            once=mebibytes > 1024,
        )

    def read(self):
        return Case(
            "read",
            "Compressed read: the whole float64 array, slice by slice, from one and the same file",
            (
                self._java(OURS, "ReadSlices", self.slices, 1, heap=None),
                self._java("vtkhdf, 8 slices a call", "ReadSlices", self.slices, 8, heap=None),
                self._java("vtkhdf, into one buffer", "ReadSlices", self.slices, "buffer", heap=None),
                self._python("h5py", "read_slices", self.slices),
                self._python("h5py, into one buffer", "read_slices", self.slices, "buffer"),
            ),
            (Promise("compressed read: faster than h5py", "wall", "h5py", OURS, 3),),
            self.megabytes,
            preparations=(self._converted(self.slices, "slice"),),
        )

    def cross(self):
        def ours(name, file):
            return self._java(name, "ReadCrossSlices", file, 16, heap=None, prints_seconds=True)

        def h5py(name, file):
            return self._python(name, "read_cross_slices", file, 16, prints_seconds=True)

        return Case(
            "cross",
            "Cross slices: 16 x slices, compressed; the time of reading alone, as the programs tell it",
            (
                ours("vtkhdf, bricks", self.bricks),
                ours("vtkhdf, slice chunks", self.slices),
                h5py("h5py, bricks", self.bricks),
                h5py("h5py, slice chunks", self.slices),
            ),
            (
                Promise("x slice: bricks faster than slice chunks", "wall", "vtkhdf, slice chunks", "vtkhdf, bricks", 20),
            ),
            preparations=(self._converted(self.slices, "slice"), self._converted(self.bricks, "brick")),
        )

    def convert(self, kind, encoding, by_vtk=False, part=1):
        vtk = "VTK + h5py"
        source = self._vti(kind)
        arguments = (self._vti("raw"), kind, self.nz // part, source)
        made = (source, self._python(f"make {source.name}", "write_vti", *arguments, needs="VTK"))
        return Case(
            f"convert-{kind}",
            f".vti (float64, {encoding}) to .vtkhdf, uncompressed",
            (
                self._cli(OURS, "convert", source, self.output, "--compress", "none", output=self.output),
                self._python(vtk, "convert_vti", source, self.output, needs="VTK"),
                *([Program("cp", ("cp", source, self.output), self.output, peer=True)] if kind == "raw" else []),
            ),
            (
                Promise(f"convert, {kind} .vti: faster than VTK's reader + h5py", "wall", vtk, OURS, 3),
                Promise(f"convert, {kind} .vti: memory beside VTK's reader + h5py", "memory", OURS, vtk, most=0.1),
            ),
            self.megabytes / part,
            preparations=(made,) if by_vtk else (),
        )

    def adapter(self, storage):
        def program(name, what, heap):
            output = self.directory / "none" if what == "nothing" else self.output
            arguments = (what, self.directory / "smooth.raw", self.NX, self.NY, self.nz, storage, output)
            return self._java(name, "vtk.WriteImage", *arguments, heap=heap, prints_seconds=True, needs=JAVA_VTK)

        adapter, plain, image = "VtkImages", "ImageDataWriter, slices in Java's heap", "the vtkImageData alone, nothing written"
        return Case(
            f"adapter-{storage}",
            f"A vtkImageData of float64, {storage}; the time of writing alone, as the programs tell it",
            (
                program(adapter, "image", "-Xmx64m"),
                program(plain, "slices", f"-Xmx{round(self.megabytes * 1.2) + 200}m"),
                program(image, "nothing", "-Xmx64m"),
            ),
            (
                Promise(f"adapter, {storage}: time beside the plain writer's", "wall", adapter, plain, most=1.2),
                Promise(f"adapter, {storage}: memory beside that of the image", "memory", adapter, image, most=1.1),
            ),
        )

    def steps(self, storage):
        """As many steps of 8 MiB as the image has MiB."""
        shape = (self.NX, self.NY, self.STEP_NZ, self.nz * self.NX * self.NY * 8 // 2**20)
        pool = self.directory / "smooth.raw"

        def ours(name, how):
            return self._java(name, "WriteSteps", pool, *shape, how, storage, self.output)

        def h5py(name, how):
            return self._python(name, "write_steps", pool, *shape, how, storage, self.output)

        known, committed, flushed = f"{OURS}, number of steps known", f"{OURS}, a commit a step", "h5py, a flush a step"
        by_vtk = "VTK's vtkHDFWriter"
        return Case(
            f"steps-{storage}",
            f"A time series of {shape[3]} steps of 8 MiB, {'gzip 1 and shuffle' if storage == 'gzip' else 'raw'}, written step by"
            " step in a heap of 64 MB",
            (
                ours(OURS, "growing"),
                *([ours(known, "known")] if storage == "raw" else []),
                ours(committed, "committed"),
                h5py("h5py", "resize"),
                h5py(flushed, "flush"),
                *([self._python(by_vtk, "write_steps_vtk", pool, *shape, self.output, needs="vtkHDFWriter")]
                  if storage == "raw" else []),
            ),
            (
                Promise(f"steps, {storage}: faster than h5py", "wall", "h5py", OURS, 1 if storage == "raw" else 10),
                Promise(f"steps, {storage}, a commit each: faster than h5py with a flush each", "wall", flushed, committed,
                        1 if storage == "raw" else 10),
                *([Promise("steps, raw: faster than VTK's writer", "wall", by_vtk, OURS, 1)] if storage == "raw" else []),
            ),
            shape[3] * 2**23 / 1e6,
        )

    def append(self, how, what):
        pool = self.directory / "smooth.raw"

        def at(before):
            arguments = (pool, *self.SMALL, before, 50, how, self.output)
            return (
                self._java(f"{OURS}, step {before}", "AppendSteps", *arguments, prints_seconds=True),
                self._python(f"h5py, step {before}", "append_steps", *arguments, prints_seconds=True),
            )

        return Case(
            f"append-{how}",
            f"{what}; compressed, of 32 KiB; the time of one, as the programs tell it",
            tuple(program for before in (10, 1000, 10_000) for program in at(before)),
            (
                Promise(f"append, {how}: step 10,000 beside step 10", "wall", f"{OURS}, step 10000", f"{OURS}, step 10", most=1.2),
            ),
        )

    def read_steps(self):
        """Of 1,000 steps of 512 KiB, compressed; the file is h5py's."""
        file = self.directory / "steps.vtkhdf"
        shape = (self.NX, self.NY // 16, self.STEP_NZ, 1000)
        made = self._python(f"make {file.name}", "write_steps", self.directory / "smooth.raw", *shape, "resize", "gzip", file)

        def both(count):
            return (
                self._java(f"{OURS}, {count} of 1,000", "ReadSteps", file, count, heap=None),
                self._python(f"h5py, {count} of 1,000", "read_steps", file, count),
            )

        return Case(
            "read-step",
            "Read steps of a time series, compressed: one of 1,000, and 100 of them; whole processes",
            (*both(1), *both(100)),
            (
                Promise("one step of 1,000: beside h5py", "wall", f"{OURS}, 1 of 1,000", "h5py, 1 of 1,000", most=1),
                Promise("100 steps of 1,000: faster than h5py", "wall", "h5py, 100 of 1,000", f"{OURS}, 100 of 1,000", 1),
            ),
            preparations=((file, made),),
        )

    def many(self, storage):
        """Four times the image, as starting three processes takes as long as the image alone."""
        shape = (self.NX, self.NY, 4 * self.nz)
        pool = self.directory / "smooth.raw"
        one, two = "1 worker process", "2 worker processes"

        def workers(name, count):
            arguments = (pool, *shape, count, storage, self.directory / "planned.vtkhdf")
            return self._java(name, "WriteSlabs", *arguments, prints_seconds=True)

        return Case(
            f"many-{storage}",
            f"An image planned in 8 slabs, {'gzip 1 and shuffle' if storage == 'gzip' else 'raw'}, written by processes of one"
            " thread, and finished; the time of all that, as the one that starts them tells it (its memory, the CPU of all)",
            (workers(one, 1), workers(two, 2)),
            (Promise(f"many writers, {storage}: two worker processes beside one", "wall", one, two,
                     1.6 if storage == "gzip" else 1),),
            4 * self.megabytes,
        )

    def _finish(self, slabs, how):
        arguments = (self.directory / "smooth.raw", slabs, how, self.directory / "planned.vtkhdf", self.output)
        return self._java(self._finished(slabs, how), "FinishSlabs", *arguments, prints_seconds=True)

    @staticmethod
    def _finished(slabs, how):
        return f"{how}, {slabs:,} slabs"

    def finish(self):
        """As each process does once, so with classes that are yet to be compiled."""
        h5py = "h5py, 1,000 parts joined, no receipts"
        return Case(
            "finish",
            "A plan finished from its receipts, both read as JSON, whose size is the file's; the time of that alone",
            (
                *(self._finish(slabs, how) for slabs in (10, 1000) for how in ("raw", "joined", "consolidated")),
                self._python(h5py, "join_slabs", 1000, self.output, prints_seconds=True),
            ),
            tuple(Promise(f"many writers: finishing 1,000 slabs, {how}, beside h5py that joins as many parts", "wall",
                          self._finished(1000, how), h5py, most=10) for how in ("raw", "joined")),
        )

    def finish_more(self):
        hows = ("raw", "joined", "consolidated")
        return Case(
            "finish-10000",
            "The same with 10,000 slabs",
            tuple(self._finish(slabs, how) for slabs in (1000, 10_000) for how in hows),
            tuple(Promise(f"many writers: finishing 10,000 slabs beside 1,000, {how}", "wall", self._finished(10_000, how),
                          self._finished(1000, how), most=10) for how in hows),
            once=True,
        )

    def start_up(self):
        python = "Python + h5py"
        return Case(
            "start",
            "Start-up: what is in a file",
            (self._cli(OURS, "info", self.slices), self._python(python, "info", self.slices)),
            (Promise("start-up: vtkhdf info beside Python + h5py", "wall", OURS, python, most=1),),
            preparations=(self._converted(self.slices, "slice"),),
        )

    def remote(self):
        """A compressed image of at most 256 MiB on a server, each of whose answers takes 50 ms longer."""
        folder = self.directory / "served"
        file = folder / "remote.vtkhdf"
        address = f"{ADDRESS}/{file.name}"
        slices = min(self.nz, 128)
        pool = self.directory / "smooth.raw"
        made = self._java(f"make {file.name}", "WriteSlices", pool, "FLOAT64", self.NX, self.NY, slices, "gzip", file)
        array = self.directory / "output.npy"
        h5py = "h5py over fsspec"

        def case(name, title, what, *command, promises=(), megabytes=None):
            arguments = (what, address) if what == "info" else (what, address, array)
            theirs = self._python(h5py, "remote", *arguments, needs="fsspec", served=folder)
            output = None if what == "info" else array
            return Case(
                f"remote-{name}",
                f"Over HTTP, each answer 50 ms later: {title}",
                (self._cli(OURS, *command, output=output, served=folder), dataclasses.replace(theirs, output=output)),
                (*promises, Promise(f"remote, {name}: beside h5py over fsspec", "wall", OURS, h5py, most=1)),
                megabytes,
                preparations=((file, made),),
            )

        return (
            case("info", "what is in a finished, compressed file", "info", "info", address,
                 promises=(Promise("remote, info: requests", "requests", OURS, most=2),)),
            case("slice", "a z slice of it", "slice", "slice", address, "--array", "data", "--axis", "z", "--index", "mid",
                 "-o", array, promises=(Promise("remote, slice: requests", "requests", OURS, most=4),)),
            case("array", "the whole array, to .npy", "array", "convert", address, array, megabytes=slices * 2**21 / 1e6),
        )

    def big(self):
        return Case(
            "big",
            "The README's example: 1200 x 1501 x 653 float64, computed, written, one slice read back; in a heap of 64 MB",
            (
                Program(OURS, (BENCH.parent / "examples/run", "SliceBySlice", self.output), self.output),
                self._python("h5py", "slice_by_slice", self.output),
            ),
            (Promise("9.4 GB example: faster than h5py", "wall", "h5py", OURS, 1),),
            1200 * 1501 * 653 * 8 / 1e6,
            once=True,
        )

    def _java(self, name, main, *arguments, heap="-Xmx64m", prints_seconds=False, archived=True, peer=False, needs=None):
        """A program of ours; its classes come from an archive that its round that does not count leaves behind."""
        options = [heap] if heap else []
        if self.vtk_jni:
            options += [f"-Djava.library.path={self.vtk_jni}", "--enable-native-access=ALL-UNNAMED"]
        rest = (*options, "-cp", self.class_path, f"io.vtkhdf.bench.{main}", *arguments)

        def command(option):
            return self.java, "-Xlog:cds*=off", f"-XX:{option}={self.directory / name}.jsa", *rest

        program = Program(name, (self.java, *rest), self._output(arguments), prints_seconds, peer=peer, needs=needs)
        if not archived:
            return program
        return dataclasses.replace(program, command=command("SharedArchiveFile"), preparing=command("ArchiveClassesAtExit"))

    def _python(self, name, script, *arguments, prints_seconds=False, needs=None, served=None):
        command = (self.python, BENCH / "peers" / f"{script}.py", *arguments)
        return Program(name, command, self._output(arguments), prints_seconds, peer=True, needs=needs, served=served)

    def _output(self, arguments):
        return self.output if self.output in arguments else None

    def _cli(self, name, *arguments, output=None, served=None):
        return Program(name, (BENCH.parent / "vtkhdf", *arguments), output, served=served)

    def _vti(self, kind):
        return self.directory / f"{kind}.vti"

    def _converted(self, target, chunk):
        arguments = ("convert", self._vti("raw"), target, "--compress", "gzip:1", "--chunk", chunk, "--overwrite")
        return target, self._cli(f"make {target.name}", *arguments)
