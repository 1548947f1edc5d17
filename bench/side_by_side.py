"""Measures the cases and writes the results; started by bench/run."""

import argparse
import datetime
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import measure
from cases import BENCH, Cases

LIBRARIES = "import h5py, numpy; print(f'h5py {h5py.__version__}, HDF5 {h5py.version.hdf5_version}, numpy {numpy.__version__}')"
VTK = "import vtkmodules.vtkIOXML; from vtkmodules.vtkCommonCore import vtkVersion; print(vtkVersion.GetVTKVersion())"


def parse_arguments():
    parser = argparse.ArgumentParser(prog="bench/run", description="Measures side by side with h5py, VTK and bare I/O.")
    parser.add_argument("--java", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--class-path", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--vtk-jni", help=argparse.SUPPRESS)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--size", type=int, default=512, metavar="MIB", help="of the image (default: 512)")
    size.add_argument("--quick", dest="size", action="store_const", const=64, help="an image of 64 MiB")
    parser.add_argument("--repetitions", type=int, default=5, metavar="N", help="of each case (default: 5)")
    parser.add_argument("--big", action="store_true", help="also the 9.4 GB example, once")
    parser.add_argument("--only", metavar="CASE,...", help="some cases, such as raw,gzip-smooth")
    parser.add_argument("--dir", type=pathlib.Path, default=BENCH / "target", help="where files are written")
    parser.add_argument("--output", type=pathlib.Path, default=BENCH / "RESULTS.md", help="the table of results")
    return parser.parse_args()


def main():
    options = parse_arguments()
    options.dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="run-", dir=options.dir) as name:
        directory = pathlib.Path(name).resolve()
        cases = Cases(options.java, options.class_path, sys.executable, directory, options.size,
                      options.vtk_jni)
        to_run = chosen(cases.all(), options)
        report = Report(options, cases)
        say("preparing data ...")
        measure.run(cases.prepare(), directory)
        for case in to_run:
            if case.needs_vtk and not report.vtk:
                report.leave_out(case, "this Python has no VTK")
                continue
            if case.needs_java_vtk and not options.vtk_jni:
                report.leave_out(case, "no Java wrappers of VTK")
                continue
            say(f"{case.title} ...")
            for target, program in case.preparations:
                if not target.exists():
                    measure.run(program, directory)
            repetitions = 1 if case.once else options.repetitions
            report.add(case, measure.interleaved(case.programs, repetitions, directory))
    options.output.write_text(report.text())
    say(f"written to {options.output}")


def chosen(cases, options):
    names = [case.name for case in cases]
    wanted = options.only.split(",") if options.only else [name for name in names if name != "big"]
    if options.big:
        wanted.append("big")
    unknown = set(wanted) - set(names)
    if unknown:
        sys.exit(f"bench/run: found the case {', '.join(sorted(unknown))}, expected some of {', '.join(names)}")
    return [case for case in cases if case.name in wanted]


def say(text):
    print(text, file=sys.stderr, flush=True)


class Report:
    """The results as Markdown: the promises, then every figure."""

    def __init__(self, options, cases):
        self.vtk = printed_by([sys.executable, "-c", VTK])
        self.header = self._header(options, cases)
        self.promises = ["| promise | target | measured | kept |", "|---|---|---|---|"]
        self.figures = []

    def leave_out(self, case, reason):
        for promise in case.promises:
            self.promises.append(f"| {promise.text} | {promise.target()} | not run: {reason} | |")

    def add(self, case, runs):
        for promise in case.promises:
            if promise.under:
                found = measure.ratio(runs, promise.measure, promise.over, promise.under)
            else:
                found = measure.median(runs[promise.over], promise.measure)
            kept = "yes" if promise.is_kept(found) else "**no**"
            self.promises.append(f"| {promise.text} | {promise.target()} | {found:.2f} | {kept} |")
        self.figures += ["", f"### {case.title}", "", "| program | s | MB/s | CPU s | peak memory, MiB | file, MB |",
                         "|---|---|---|---|---|---|"]
        for program in case.programs:
            self.figures.append(figures(case, program, runs[program.name]))

    def text(self):
        bounds = (BENCH / "bounds.md").read_text()
        return "\n".join([*self.header, *self.promises, "", bounds, "## Figures", "", "Medians.", *self.figures, ""])

    def _header(self, options, cases):
        return [
            "# Side by side",
            "",
            f"Made by `bench/run` on {datetime.date.today()}: image of {cases.NX} x {cases.NY} x {cases.nz} points,"
            f" {cases.megabytes:.0f} MB as float64; {options.repetitions} rounds.",
            "",
            f"- {os.cpu_count()} cores, {memory()}, {system()}",
            f"- {java_version(options.java)}; Python {platform.python_version()},"
            f" {printed_by([sys.executable, '-c', LIBRARIES])}, {'VTK ' + self.vtk if self.vtk else 'no VTK'}",
            "",
            "Whole processes, started in turn, each round in the opposite order of the one before, after a round that does"
            " not count. Java programs find their classes in an archive that this first run left behind"
            " (`-XX:ArchiveClassesAtExit`, then `-XX:SharedArchiveFile`), as Python finds its byte code; the rows that say so do"
            " without. Nobody flushes to the disk; what a program wrote is removed after it. A ratio is the median of the"
            " ratios of the rounds. The slices to be written are in memory before the first is written.",
            "",
            "## Promises",
            "",
        ]


def figures(case, program, runs):
    wall, cpu, memory_used, size = (measure.median(runs, name) for name in ("wall", "cpu", "memory", "size"))
    speed = f"{case.megabytes / wall:.0f}" if case.megabytes else "-"
    stored = f"{size / 1e6:{'.1f' if size >= 1e6 else '.3f'}}" if size else "-"
    return f"| {program.name} | {wall:.3f} | {speed} | {cpu:.2f} | {memory_used / 2**20:.0f} | {stored} |"


def printed_by(command):
    """What a command prints, or nothing if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def java_version(java):
    settings = printed_by([java, "-XshowSettings:properties", "-version"])
    properties = dict(line.strip().partition(" = ")[::2] for line in settings.splitlines())
    return f"Java {properties['java.runtime.version']} ({properties['java.vendor']})"


def memory():
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB of memory"


def system():
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        name = platform.system()
    return f"{name}, {platform.machine()}"


try:
    main()
except measure.ProgramFailed as failure:
    sys.exit(f"bench/run: {failure}")
