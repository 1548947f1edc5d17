"""Measures the cases, or the curves, and writes the results; started by bench/run."""

import argparse
import dataclasses
import pathlib
import sys
import tempfile

import machine
import measure
from cases import BENCH, Cases
from curves import Curves
from needs import Missing
from report import CurvesReport, Report, say

QUICK = 64


def parse_arguments():
    parser = argparse.ArgumentParser(
        prog="bench/run", description="Measures side by side with h5py, VTK and bare I/O.",
        epilog="Exit code 1: the machine was not quiet, or a program of ours failed. What was measured on a machine that was"
               " not quiet is written into the folder of --dir, whatever --output says.")
    parser.add_argument("--java", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--class-path", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--vtk-jni", help=argparse.SUPPRESS)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--size", type=int, default=512, metavar="MIB", help="of the image (default: 512)")
    size.add_argument("--quick", dest="size", action="store_const", const=QUICK, help="an image of 64 MiB, and short curves")
    parser.add_argument("--repetitions", type=int, default=5, metavar="N", help="of each case (default: 5)")
    parser.add_argument("--big", action="store_true", help="also the 9.4 GB example, once")
    parser.add_argument("--curves", action="store_true", help="instead: how the cost of commands grows with numbers of things")
    parser.add_argument("--only", metavar="CASE,...",
                        help="some cases or curves, such as raw,gzip-smooth; remote stands for all remote-...")
    parser.add_argument("--again", type=int, default=2, metavar="N",
                        help="how often a case is measured again while the machine is not quiet (default: 2)")
    parser.add_argument("--even-if-noisy", action="store_true", help="take what a machine measures that is not quiet")
    parser.add_argument("--dir", type=pathlib.Path, default=BENCH / "target", help="where files are written")
    parser.add_argument("--output", type=pathlib.Path, metavar="FILE",
                        help="the table of results (default: bench/RESULTS.md or bench/CURVES.md, but in the folder of --dir with"
                             " --only or --quick)")
    return parser.parse_args()


def main():
    options = parse_arguments()
    options.dir.mkdir(parents=True, exist_ok=True)
    watch = machine.Watch()
    require_quiet(watch, options)
    with tempfile.TemporaryDirectory(prefix="run-", dir=options.dir) as name:
        directory = pathlib.Path(name).resolve()
        cases = Cases(options.java, options.class_path, sys.executable, directory, options.size, options.vtk_jni)
        report = measured_curves(cases, options, watch) if options.curves else measured_cases(cases, options, watch)
    sys.exit(written(report, options))


def require_quiet(watch, options, looks=3):
    """Ends the program before it measures in vain."""
    if options.even_if_noisy:
        return
    for _ in range(looks):
        noise = watch.look()
        if not noise:
            return
        say(f"not quiet: {noise[0]}")
    sys.exit("bench/run: this machine is not quiet, nothing was measured; --even-if-noisy measures all the same")


def written(report, options):
    """Writes the results where they belong, and tells the exit code."""
    name = "CURVES.md" if options.curves else "RESULTS.md"
    kept = options.dir if options.only or options.size == QUICK else BENCH
    output = options.output or kept / name
    noisy = report.noisy and not options.even_if_noisy
    if noisy:
        output = options.dir / f"noisy-{name}"
    report.write(output)
    for line in report.broken:
        say(f"bench/run: failed: {line}")
    if noisy:
        say(f"bench/run: this machine was not quiet, so the results count for nothing ({len(report.noisy)} x, first"
            f" {report.noisy[0]}); they are in {output}")
    else:
        say(f"written to {output}")
    return 1 if noisy or report.broken else 0


def measured_cases(cases, options, watch):
    to_run = chosen(cases.all(), options)
    missing = Missing(sys.executable, options.vtk_jni)
    report = Report(options, cases)
    for case in to_run:
        for program in (*case.programs, *(made for _, made in case.preparations)):
            if missing.why(program):
                say(f"{case.name}: {program.name}: not run: {missing.why(program)}")
    say("preparing data ...")
    measure.run(cases.prepare(), cases.directory)
    for case in to_run:
        say(f"{case.title} ...")
        report.add(case, measured(case, cases.directory, options, watch, missing))
    return report


def measured_curves(cases, options, watch):
    report = CurvesReport(options)
    for curve in chosen(Curves(options.size == QUICK).all(), options):
        say(f"{curve.title} ...")
        watch.start()
        points, broken = curve.measured(cases.directory, say)
        report.add(curve, points, broken, watch.noise({}))
    return report


@dataclasses.dataclass
class Outcome:
    """Of a case: the runs of its programs, why the others have none, those of ours that failed, and what noise there was."""

    runs: dict
    why: dict
    broken: list
    noise: list


def measured(case, directory, options, watch, missing):
    failed = []
    reason = why_unprepared(case, directory, missing, failed)
    why = {program.name: reason or missing.why(program) for program in case.programs if reason or missing.why(program)}
    programs = [program for program in case.programs if program.name not in why]
    runs, failures, noise = {}, {}, []
    attempts = 1 if options.even_if_noisy else 1 + options.again
    for attempt in range(attempts if programs else 0):
        watch.start()
        left = [program for program in programs if program.name not in failures]
        runs, further = measure.interleaved(left, 1 if case.once else options.repetitions, directory)
        failures.update(further)
        noise = watch.noise(runs)
        if not noise:
            break
        say(f"  not quiet, {noise[0]}{': measured again' if attempt + 1 < attempts else ''}")
    failed += [(program, failures[program.name]) for program in programs if program.name in failures]
    for program, failure in failed:
        why.setdefault(program.name, failure.reason)
        say(f"  {program.name}: {failure.reason}")
    broken = [f"{case.name}: {program.name}: {failure.reason}" for program, failure in failed if not program.peer]
    return Outcome(runs, why, broken, noise)


def why_unprepared(case, directory, missing, failed):
    """Makes what a case reads, or tells why it could not; a program that failed is added to those."""
    for target, program in case.preparations:
        if missing.why(program):
            return missing.why(program)
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            try:
                measure.run(program, directory)
            except measure.ProgramFailed as failure:
                target.unlink(missing_ok=True)
                failed.append((program, failure))
                return f"{program.name}: {failure.reason}"
    return None


def chosen(cases, options):
    names = [case.name for case in cases]
    if options.only:
        wanted = [name for asked in options.only.split(",") for name in named(asked, names)]
    else:
        wanted = [name for name in names if name != "big"]
    if options.big:
        wanted.append("big")
    return [case for case in cases if case.name in wanted]


def named(asked, names):
    """The case of a name, or those of which it is the first word."""
    found = [asked] if asked in names else [name for name in names if name.startswith(f"{asked}-")]
    if not found:
        sys.exit(f"bench/run: found the case {asked}, expected some of {', '.join(names)}")
    return found


if __name__ == "__main__":
    try:
        main()
    except measure.ProgramFailed as failure:
        sys.exit(f"bench/run: {failure}")
