"""Whether a machine was quiet while something was measured."""

import dataclasses
import os
import pathlib
import resource
import statistics
import time

# Above these a case counts for nothing: shares of the time of all processors, and the middle half of the values beside the
# median.
OTHERS = 0.05
STOLEN = 0.01
UNEVEN_LOOPS = 0.15
UNEVEN_ROUNDS = 0.2
# How much longer a loop took than when it was fastest.
SLOWER = 0.2
# With fewer rounds there is no middle half.
ROUNDS = 4


@dataclasses.dataclass(frozen=True)
class Clocks:
    """Seconds that went by, and those of all processors: at work, taken by the host, and at work for this program, those
    that it started and has waited for, and the kernel's own threads, which write to the disk what they wrote."""

    elapsed: float
    busy: float = 0
    stolen: float = 0
    ours: float = 0

    def __sub__(self, other):
        return Clocks(*(a - b for a, b in zip(dataclasses.astuple(self), dataclasses.astuple(other), strict=True)))


def read_clocks():
    """On systems other than Linux nothing is known of others."""
    elapsed = time.perf_counter()
    try:
        line = pathlib.Path("/proc/stat").read_text().split("\n", 1)[0]
    except OSError:
        return Clocks(elapsed)
    tick = os.sysconf("SC_CLK_TCK")
    user, nice, system, _, _, interrupts, soft, stolen = (int(field) / tick for field in line.split()[1:9])
    ours = kernel_threads() / tick
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        ours += usage.ru_utime + usage.ru_stime
    return Clocks(elapsed, user + nice + system + interrupts + soft, stolen, ours)


def kernel_threads():
    """The ticks of all children of process 2."""
    ticks = 0
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == "2":
            ticks += int(fields[11]) + int(fields[12])
    return ticks


def calibrate(loops=20):
    """The seconds that each of some equal loops took, 10 ms and more."""
    seconds = []
    for _ in range(loops):
        start = time.perf_counter()
        sum(number * number for number in range(150_000))
        seconds.append(time.perf_counter() - start)
    return seconds


def others(spent, processors):
    return max(0, spent.busy - spent.ours) / (spent.elapsed * processors)


def unevenness(values):
    """The middle half beside the median."""
    first, middle, third = statistics.quantiles(values, n=4, method="inclusive")
    return (third - first) / middle


def noise(spent, processors, loops, fastest, runs):
    """Why the machine was not quiet: by what was spent, loops before that and the fastest ever, and the runs by program."""
    reasons = []
    if others(spent, processors) > OTHERS:
        reasons.append(f"others used {others(spent, processors):.0%} of the processors")
    if spent.stolen / (spent.elapsed * processors) > STOLEN:
        reasons.append(f"the host took {spent.stolen / (spent.elapsed * processors):.0%} of the processors")
    if unevenness(loops) > UNEVEN_LOOPS:
        reasons.append(f"loops of {1000 * statistics.median(loops):.0f} ms differed by {unevenness(loops):.0%}")
    elif statistics.median(loops) > fastest * (1 + SLOWER):
        reasons.append(f"loops of {1000 * fastest:.0f} ms took {1000 * statistics.median(loops):.0f}")
    for name, rounds in runs.items():
        waits = [run.elapsed / run.cpu for run in rounds if run.cpu > 0]
        if len(waits) >= ROUNDS and unevenness(waits) > UNEVEN_ROUNDS:
            reasons.append(f"the rounds of {name} differed by {unevenness(waits):.0%} in seconds beside CPU seconds")
    return reasons


class Watch:
    """Judges what lies between `start` and `noise`."""

    def __init__(self):
        self.processors = os.cpu_count()
        self.fastest = float("inf")

    def start(self):
        self.loops = calibrate()
        self.fastest = min(self.fastest, statistics.median(self.loops))
        self.before = read_clocks()

    def noise(self, runs):
        return noise(read_clocks() - self.before, self.processors, self.loops, self.fastest, runs)

    def look(self, seconds=2):
        """Noise while nothing is done."""
        self.start()
        time.sleep(seconds)
        return self.noise({})
