"""The results as Markdown."""

import datetime
import os
import platform
import subprocess
import sys

import machine
import measure
from cases import BENCH

LIBRARIES = "import h5py, numpy; print(f'h5py {h5py.__version__}, HDF5 {h5py.version.hdf5_version}, numpy {numpy.__version__}')"
VTK = "import vtkmodules.vtkIOXML; from vtkmodules.vtkCommonCore import vtkVersion; print(vtkVersion.GetVTKVersion())"


def say(text):
    print(text, file=sys.stderr, flush=True)


class Report:
    """The results as Markdown: the promises, then every figure."""

    def __init__(self, options, cases):
        self.options, self.cases = options, cases
        self.promises = ["| promise | target | measured | kept |", "|---|---|---|---|"]
        self.figures = []
        self.noisy = []
        self.broken = []

    def add(self, case, outcome):
        self.noisy += [f"{case.name}: {outcome.noise[0]}"] if outcome.noise else []
        self.broken += outcome.broken
        self.promises += [promised(promise, outcome) for promise in case.promises]
        over_network = any(program.served for program in case.programs)
        titles = ["program", "s", "min–max", "MB/s", "CPU s", "peak memory, MiB", "file, MB"]
        titles += ["requests", "received, MB"] if over_network else []
        self.figures += ["", f"### {case.title}", ""]
        if outcome.noise:
            self.figures += [f"**Not quiet:** {'; '.join(outcome.noise)}.", ""]
        self.figures += [row(titles), "|---" * len(titles) + "|"]
        for program in case.programs:
            runs = outcome.runs.get(program.name)
            cells = figures(case, runs, over_network) if runs else [f"not run: {outcome.why[program.name]}"]
            cells += [""] * (len(titles) - 1 - len(cells))
            self.figures.append(row([program.name, *cells]))

    def write(self, output):
        bounds = (BENCH / "bounds.md").read_text()
        output.write_text("\n".join([*self._header(), *self.promises, "", bounds, "## Figures", "",
                                     "Medians; beside the seconds the least and the most of them.", *self.figures, ""]))

    def _header(self):
        vtk = printed_by([sys.executable, "-c", VTK])
        return [
            "# Side by side",
            "",
            f"Made by `bench/run` on {datetime.date.today()}: image of {self.cases.NX} x {self.cases.NY} x {self.cases.nz}"
            f" points, {self.cases.megabytes:.0f} MB as float64; {self.options.repetitions} rounds.",
            "",
            about_machine(self.noisy),
            f"- {java_version(self.options.java)}; Python {platform.python_version()},"
            f" {printed_by([sys.executable, '-c', LIBRARIES])}, {'VTK ' + vtk if vtk else 'no VTK'}",
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


class CurvesReport:
    """The curves as Markdown, and as a picture if there is matplotlib."""

    def __init__(self, options):
        self.options = options
        self.curves = []
        self.noisy = []
        self.broken = []

    def add(self, curve, points, broken, noise):
        self.curves.append((curve, points, noise))
        self.noisy += [f"{curve.name}: {noise[0]}"] if noise else []
        self.broken += broken

    def write(self, output):
        lines = ["# How cost grows", "", f"Made by `bench/run --curves` on {datetime.date.today()}; each point once.", "",
                 about_machine(self.noisy), f"- {java_version(self.options.java)}", "",
                 "Whole processes. An exponent is that of the growth between the two largest numbers: 1 is in proportion, and"
                 " starting a process, which costs the same always, makes it less."]
        for curve, points, noise in self.curves:
            lines += ["", f"## {curve.title}", ""]
            if noise:
                lines += [f"**Not quiet:** {'; '.join(noise)}.", ""]
            lines += curve.table(points)
        picture = output.with_suffix(".png").with_stem(output.stem.lower())
        if plotted(self.curves, picture):
            lines += ["", f"![Seconds of each command]({picture.name})"]
        output.write_text("\n".join([*lines, ""]))


def plotted(curves, picture):
    """Whether there is matplotlib."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        say("no picture: this Python has no matplotlib")
        return False
    figure = Figure(figsize=(12, 3.5 * ((len(curves) + 1) // 2)), layout="constrained")
    for place, (curve, points, _) in enumerate(curves):
        axes = figure.add_subplot((len(curves) + 1) // 2, 2, place + 1)
        for name, runs in points.items():
            axes.loglog(list(runs), [run.wall for run in runs.values()], marker="o", label=name)
        axes.set(title=curve.title, xlabel=curve.name, ylabel="s")
        if points:
            axes.legend(fontsize="small")
    figure.savefig(picture, dpi=100)
    return True


def promised(promise, outcome):
    beside = [promise.over] + ([promise.under] if promise.under else [])
    lacking = [name for name in beside if name not in outcome.runs]
    if lacking:
        return row([promise.text, promise.target(), f"not run: {outcome.why[lacking[0]]}", ""])
    if promise.under:
        found = measure.ratio(outcome.runs, promise.measure, promise.over, promise.under)
    else:
        found = measure.median(outcome.runs[promise.over], promise.measure)
    return row([promise.text, promise.target(), f"{found:.2f}", "yes" if promise.is_kept(found) else "**no**"])


def figures(case, runs, over_network):
    wall, cpu, memory_used, size = (measure.median(runs, name) for name in ("wall", "cpu", "memory", "size"))
    walls = [run.wall for run in runs]
    cells = [f"{wall:.3f}", f"{min(walls):.3f}–{max(walls):.3f}", f"{case.megabytes / wall:.0f}" if case.megabytes else "-",
             f"{cpu:.2f}", f"{memory_used / 2**20:.0f}", megabytes(size) if size else "-"]
    if over_network:
        cells += [f"{measure.median(runs, 'requests'):g}", megabytes(measure.median(runs, "received"))]
    return cells


def megabytes(size):
    return f"{size / 1e6:{'.1f' if size >= 1e6 else '.3f'}}"


def row(cells):
    """What programs say may have bars in it."""
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def about_machine(noisy):
    quiet = (f"quiet: others used at most {machine.OTHERS:.0%} of the processors while a case was measured, and even loops differed"
             f" by at most {machine.UNEVEN_LOOPS:.0%}")
    return f"- {os.cpu_count()} cores, {memory()}, {system()}; {'**not quiet**, as told below' if noisy else quiet}"


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
