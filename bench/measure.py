"""Whole processes, measured pairwise interleaved.

Imports nothing large: a child's peak memory is never told below that of the process that started it.
"""

import contextlib
import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

SERVER = pathlib.Path(__file__).resolve().parent / "serve.py"
# In a command, the address of the server.
ADDRESS = "{address}"


@dataclasses.dataclass(frozen=True)
class Program:
    """What is measured: a command, the file that it writes (removed before each run), and where its time comes from."""

    name: str
    command: tuple
    output: pathlib.Path = None
    prints_seconds: bool = False
    # Run instead in the round that does not count, for what the command is to find.
    preparing: tuple = None
    # Somebody else's: if it fails it is left out.
    peer: bool = False
    # What there must be, of peers.NEEDS.
    needs: str = None
    # The folder that a server hands out meanwhile, at ADDRESS.
    served: pathlib.Path = None
    # Seconds after which it is ended.
    limit: float = None


@dataclasses.dataclass(frozen=True)
class Run:
    wall: float
    cpu: float
    memory: int
    size: int = 0
    # Of the whole process, where the program tells its time itself.
    elapsed: float = 0
    requests: int = 0
    received: int = 0


class ProgramFailed(Exception):
    """Its reason is one line: the last that the program said, but for the calls that led to it in Java."""

    def __init__(self, program, printed, reason):
        lines = [line for line in printed.splitlines() if line.strip() and not line.startswith("\t")]
        self.reason = f"{reason}: {lines[-1].strip()}" if lines else reason
        super().__init__(f"{program.name}: {reason}\n{printed}")


def run(program, directory):
    return run_command(program, program.command, directory)


def run_command(program, command, directory):
    if program.output:
        program.output.unlink(missing_ok=True)
    log = directory / "output.log"
    with served(program.served) as server:
        command = [str(part).replace(ADDRESS, server.address) for part in command]
        with open(log, "wb") as stream:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT, cwd=directory)
            with ended_after(program.limit, process) as late:
                _, status, usage = os.wait4(process.pid, 0)
            elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    printed = log.read_text(errors="replace")
    if process.returncode != 0:
        raise ProgramFailed(program, printed,
                            f"more than {program.limit:g} s" if late.is_set() else f"exit code {process.returncode}")
    # Linux counts in KiB, macOS in bytes.
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    size = program.output.stat().st_size if program.output else 0
    if program.output:
        program.output.unlink()
    try:
        wall = float(printed) if program.prints_seconds else elapsed
    except ValueError:
        raise ProgramFailed(program, printed, "no seconds printed") from None
    return Run(wall, usage.ru_utime + usage.ru_stime, memory, size, elapsed, server.requests, server.received)


@contextlib.contextmanager
def ended_after(seconds, process):
    """An event that tells whether it was."""
    late = threading.Event()

    def end():
        late.set()
        process.kill()

    timer = threading.Timer(seconds or 0, end)
    if seconds:
        timer.start()
    yield late
    timer.cancel()


@dataclasses.dataclass
class Served:
    address: str = ""
    requests: int = 0
    received: int = 0


@contextlib.contextmanager
def served(directory):
    """A server of the files in a folder; what it counted is known when it has ended."""
    server = Served()
    if not directory:
        yield server
        return
    with subprocess.Popen([sys.executable, SERVER, directory], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        server.address = process.stdout.readline().strip()
        try:
            yield server
        finally:
            process.stdin.close()
            counted = json.loads(process.stdout.read())
            server.requests, server.received = counted["requests"], counted["bytes"]


def interleaved(programs, repetitions, directory):
    """The runs of each program by its name, and the failures of those that failed, which are not run again.

    Every other round goes the other way round, after one round that does not count.
    """
    runs = {program.name: [] for program in programs}
    failures = {}
    for repetition in range(-1, repetitions):
        for program in programs if repetition % 2 == 0 else reversed(programs):
            if program.name in failures:
                continue
            try:
                if repetition < 0:
                    run_command(program, program.preparing or program.command, directory)
                else:
                    runs[program.name].append(run(program, directory))
            except ProgramFailed as failure:
                failures[program.name] = failure
                del runs[program.name]
    return runs, failures


def median(runs, measure):
    return statistics.median(getattr(run, measure) for run in runs)


def ratio(runs, measure, over, under):
    """The median over the rounds of one program's figure divided by another's of the same round."""
    return statistics.median(
        getattr(a, measure) / getattr(b, measure) for a, b in zip(runs[over], runs[under], strict=True))
