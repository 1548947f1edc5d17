"""Whole processes, measured pairwise interleaved.

Imports nothing large: a child's peak memory is never told below that of the process that started it.
"""

import dataclasses
import os
import pathlib
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass(frozen=True)
class Program:
    """What is measured: a command, the file that it writes (removed before each run), and where its time comes from."""

    name: str
    command: tuple
    output: pathlib.Path = None
    prints_seconds: bool = False
    # Run instead in the round that does not count, for what the command is to find.
    preparing: tuple = None


@dataclasses.dataclass(frozen=True)
class Run:
    wall: float
    cpu: float
    memory: int
    size: int


class ProgramFailed(Exception):
    pass


def run(program, directory):
    return run_command(program, program.command, directory)


def run_command(program, command, directory):
    if program.output:
        program.output.unlink(missing_ok=True)
    log = directory / "output.log"
    with open(log, "wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=stream,
                                   stderr=subprocess.STDOUT, cwd=directory)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    printed = log.read_text(errors="replace")
    if process.returncode != 0:
        raise ProgramFailed(f"{program.name}: exit code {process.returncode}\n{printed}")
    # Linux counts in KiB, macOS in bytes.
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    size = program.output.stat().st_size if program.output else 0
    if program.output:
        program.output.unlink()
    return Run(float(printed) if program.prints_seconds else wall, usage.ru_utime + usage.ru_stime, memory, size)


def interleaved(programs, repetitions, directory):
    """The runs of each program by its name; every other round goes the other way round, after one round that does not count."""
    runs = {program.name: [] for program in programs}
    for repetition in range(-1, repetitions):
        for program in programs if repetition % 2 == 0 else reversed(programs):
            if repetition < 0:
                run_command(program, program.preparing or program.command, directory)
            else:
                runs[program.name].append(run(program, directory))
    return runs


def median(runs, measure):
    return statistics.median(getattr(run, measure) for run in runs)


def ratio(runs, measure, over, under):
    """The median over the rounds of one program's figure divided by another's of the same round."""
    return statistics.median(
        getattr(a, measure) / getattr(b, measure) for a, b in zip(runs[over], runs[under], strict=True))
