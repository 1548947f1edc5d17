"""What bench/run judges and does when something is missing or fails; started by tests/bench, without a clock."""

import argparse
import contextlib
import http.client
import io
import pathlib
import sys
import tempfile
import threading
import unittest

import curves
import machine
import measure
import needs
import serve
import side_by_side
from cases import Case, Cases, Promise
from machine import Clocks
from measure import Program, Run
from report import Report

EVEN = [0.01] * 20


def run_of(elapsed, cpu=1.0):
    return Run(elapsed, cpu, 2**20, elapsed=elapsed)


class MachineTest(unittest.TestCase):

    def noise(self, spent=Clocks(10, busy=10, ours=10), loops=EVEN, fastest=0.01, runs=()):
        return machine.noise(spent, 2, loops, fastest, dict(runs))

    def test_ours_is_no_noise(self):
        self.assertEqual([], self.noise())

    def test_others(self):
        self.assertEqual([], self.noise(Clocks(10, busy=10.9, ours=10)))
        self.assertEqual(["others used 6% of the processors"], self.noise(Clocks(10, busy=11.2, ours=10)))

    def test_the_host(self):
        self.assertEqual([], self.noise(Clocks(10, stolen=0.1)))
        self.assertEqual(["the host took 2% of the processors"], self.noise(Clocks(10, stolen=0.4)))

    def test_loops_that_are_uneven_or_slower_than_before(self):
        self.assertEqual(["loops of 10 ms differed by 50%"], self.noise(loops=[0.01, 0.015] * 10 + [0.01]))
        self.assertEqual([], self.noise(loops=[0.01] * 19 + [0.1]))
        self.assertEqual(["loops of 5 ms took 10"], self.noise(fastest=0.005))

    def test_rounds_whose_seconds_their_cpu_seconds_do_not_explain(self):
        self.assertEqual([], self.noise(runs={"a": [Run(n, n, 0, elapsed=n) for n in (1, 2, 3, 4)]}))
        uneven = [run_of(elapsed) for elapsed in (1, 2, 3, 4)]
        self.assertEqual(["the rounds of b differed by 60% in seconds beside CPU seconds"],
                         self.noise(runs={"a": [run_of(1)] * 4, "b": uneven}))
        self.assertEqual([], self.noise(runs={"b": uneven[:3]}))

    def test_clocks_go_on(self):
        before = machine.read_clocks()
        spent = machine.read_clocks() - before
        self.assertGreater(spent.elapsed, 0)
        self.assertGreaterEqual(spent.busy, 0)


class CasesTest(unittest.TestCase):

    def test_all_promises_are_ratios_or_counted(self):
        with self.assertRaises(ValueError):
            Promise("quick", "wall", "a", most=1)
        for case in Cases("java", "", "python3", pathlib.Path("."), 64, None).all():
            names = {program.name for program in case.programs}
            self.assertEqual(len(case.programs), len(names), case.name)
            for promise in case.promises:
                self.assertLessEqual({promise.over, promise.under or promise.over}, names, promise.text)

    def test_all_needs_are_known(self):
        for case in Cases("java", "", "python3", pathlib.Path("."), 64, None).all():
            for program in (*case.programs, *(made for _, made in case.preparations)):
                self.assertIn(program.needs, {None, needs.JAVA_VTK, *needs.NEEDS}, program.name)

    def test_the_first_word_of_some_cases_is_all_of_them(self):
        self.assertEqual(["read"], side_by_side.named("read", ["read", "read-step"]))
        self.assertEqual(["gzip-a", "gzip-b"], side_by_side.named("gzip", ["gzip-a", "raw", "gzip-b"]))
        with self.assertRaises(SystemExit):
            side_by_side.named("gz", ["gzip-a"])


class QuietWatch:
    """Noisy as often as told."""

    def __init__(self, noisy=0):
        self.noisy = noisy
        self.started = 0

    def start(self):
        self.started += 1

    def noise(self, runs):
        self.noisy -= 1
        return ["others used 50% of the processors"] if self.noisy >= 0 else []


class MeasuredTest(unittest.TestCase):
    """Of small programs in the place of ours and others'."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = pathlib.Path(scratch.name)
        quiet = contextlib.redirect_stderr(io.StringIO())
        quiet.__enter__()
        self.addCleanup(quiet.__exit__, None, None, None)
        self.options = argparse.Namespace(repetitions=2, again=2, even_if_noisy=False, dir=self.directory, output=None,
                                          only=None, curves=False, size=512, java="java")

    def program(self, name, code, **options):
        return Program(name, (sys.executable, "-c", code), **options)

    def case(self, *programs, **options):
        promises = (Promise("ours beside theirs", "memory", "ours", "theirs", most=100),
                    Promise("ours alone", "memory", "ours", most=2**40))
        return Case("case", "A case", programs, promises, **options)

    def measured(self, case, watch=None):
        report = Report(self.options, None)
        missing = needs.Missing(sys.executable, None)
        outcome = side_by_side.measured(case, self.directory, self.options, watch or QuietWatch(), missing)
        report.add(case, outcome)
        return report

    def lines(self, report):
        return "\n".join([*report.promises, *report.figures])

    def test_a_peer_that_fails_costs_its_row(self):
        report = self.measured(self.case(self.program("ours", ""), self.program("theirs", "raise OSError('no | room')", peer=True)))
        self.assertEqual([], report.broken)
        self.assertIn("| theirs | not run: exit code 1: OSError: no \\| room |", self.lines(report))
        self.assertIn("| ours beside theirs | at most 100 | not run: exit code 1: OSError: no \\| room |", self.lines(report))
        self.assertRegex(self.lines(report), r"\| ours alone \| .* \| yes \|")
        self.assertRegex(self.lines(report), r"\| ours \| [0-9.]+ \| [0-9.]+–[0-9.]+ \|")

    def test_one_of_ours_that_fails_is_told_and_others_go_on(self):
        report = self.measured(self.case(self.program("ours", "import sys; sys.exit('broken')"), self.program("theirs", "", peer=True)))
        self.assertEqual(["case: ours: exit code 1: broken"], report.broken)
        self.assertRegex(self.lines(report), r"\| theirs \| [0-9.]+ \|")

    def test_what_java_was_doing_is_not_the_reason(self):
        code = "import sys; sys.exit('Exception in thread: no room\\n\\tat io.vtkhdf.A.b\\n')"
        report = self.measured(self.case(self.program("ours", code), self.program("theirs", "", peer=True)))
        self.assertEqual(["case: ours: exit code 1: Exception in thread: no room"], report.broken)

    def test_one_that_does_not_end_is_ended(self):
        report = self.measured(self.case(self.program("ours", ""), self.program("theirs", "input = 1\nwhile True: pass", peer=True,
                                                                               limit=0.2)))
        self.assertIn("| theirs | not run: more than 0.2 s |", self.lines(report))

    def test_what_is_missing_is_not_started(self):
        report = self.measured(self.case(self.program("ours", ""), Program("theirs", ("/none",), peer=True, needs=needs.JAVA_VTK)))
        self.assertEqual([], report.broken)
        self.assertIn("| theirs | not run: no Java wrappers of VTK |", self.lines(report))

    def test_a_case_whose_input_cannot_be_made_is_left_out(self):
        made = self.directory / "made", self.program("make", "raise OSError('full')", peer=True)
        report = self.measured(self.case(self.program("ours", ""), self.program("theirs", "", peer=True), preparations=(made,)))
        self.assertEqual([], report.broken)
        self.assertIn("| ours | not run: make: exit code 1: OSError: full |", self.lines(report))

    def test_a_case_whose_input_needs_what_is_missing_is_left_out(self):
        made = self.directory / "made", Program("make", ("/none",), peer=True, needs=needs.JAVA_VTK)
        report = self.measured(self.case(self.program("ours", ""), self.program("theirs", "", peer=True), preparations=(made,)))
        self.assertIn("| ours | not run: no Java wrappers of VTK |", self.lines(report))

    def test_a_noisy_case_is_measured_again(self):
        watch = QuietWatch(noisy=2)
        report = self.measured(self.case(self.program("ours", ""), self.program("theirs", "")), watch)
        self.assertEqual((3, []), (watch.started, report.noisy))

    def test_what_has_failed_is_not_measured_again(self):
        code = "import pathlib; file = pathlib.Path('tries'); file.write_text('x' + (file.read_text() if file.exists() else '')); 1 / 0"
        self.measured(self.case(self.program("ours", ""), self.program("theirs", code, peer=True)), QuietWatch(noisy=1))
        self.assertEqual("x", (self.directory / "tries").read_text())

    def test_what_stays_noisy_is_not_written_where_results_are(self):
        case = self.case(self.program("ours", ""), self.program("theirs", ""))
        watch = QuietWatch(noisy=3)
        report = self.measured(case, watch)
        self.assertEqual((3, ["case: others used 50% of the processors"]), (watch.started, report.noisy))
        self.assertIn("**Not quiet:** others used 50% of the processors.", self.lines(report))
        self.options.output = self.directory / "results.md"
        report.write = lambda output: output.write_text("written")
        self.assertEqual(1, side_by_side.written(report, self.options))
        self.assertEqual(["noisy-RESULTS.md"], [file.name for file in self.directory.glob("*.md")])
        self.options.even_if_noisy = True
        self.assertEqual(0, side_by_side.written(report, self.options))
        self.assertTrue(self.options.output.exists())

    def test_requests_are_counted(self):
        (self.directory / "file").write_text("0123456789")
        code = f"import urllib.request as r; r.urlopen('{measure.ADDRESS}/file').read(); r.urlopen('{measure.ADDRESS}/file').read()"
        report = self.measured(self.case(self.program("ours", code, served=self.directory), self.program("theirs", "")))
        self.assertRegex(self.lines(report), r"\| ours \|.*\| 2 \| 0\.000 \|")


class MissingTest(unittest.TestCase):

    def why(self, need, **modules):
        """With modules of these texts in the place of those that are there."""
        with tempfile.TemporaryDirectory() as scratch:
            package = pathlib.Path(scratch) / "vtkmodules"
            package.mkdir()
            (package / "__init__.py").touch()
            for name, text in modules.items():
                (package / f"{name}.py").write_text(text)
            for name in ("fsspec", "aiohttp"):
                (pathlib.Path(scratch) / f"{name}.py").write_text("raise ImportError")
            python = pathlib.Path(scratch) / "python"
            python.write_text(f'#!/bin/sh\nPYTHONPATH="{scratch}" exec "{sys.executable}" "$@"\n')
            python.chmod(0o755)
            return needs.Missing(python, None).why(Program("theirs", (), needs=need))

    def version(self, text):
        major, minor, _ = text.split(".")
        return ("class vtkVersion:\n"
                f"    GetVTKVersion = staticmethod(lambda: '{text}')\n"
                f"    GetVTKMajorVersion = staticmethod(lambda: {major})\n"
                f"    GetVTKMinorVersion = staticmethod(lambda: {minor})\n")

    def test_vtk(self):
        self.assertEqual("this Python has no VTK", self.why("VTK"))
        self.assertIsNone(self.why("VTK", vtkIOXML=""))
        self.assertEqual("this Python has no VTK", self.why("vtkHDFWriter"))
        self.assertEqual("VTK 9.1.0 has no vtkHDFWriter",
                         self.why("vtkHDFWriter", vtkCommonCore=self.version("9.1.0"), vtkIOHDF="vtkHDFReader = 1"))
        self.assertEqual("the vtkHDFWriter of VTK 9.5.2 writes no images",
                         self.why("vtkHDFWriter", vtkCommonCore=self.version("9.5.2"), vtkIOHDF="vtkHDFWriter = 1"))
        self.assertIsNone(self.why("vtkHDFWriter", vtkCommonCore=self.version("9.7.2"), vtkIOHDF="vtkHDFWriter = 1"))

    def test_fsspec(self):
        self.assertEqual("this Python has no fsspec with aiohttp", self.why("fsspec"))


class ServerTest(unittest.TestCase):

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name) / "folder"
        folder.mkdir()
        (folder / "file").write_bytes(b"0123456789")
        (folder.parent / "secret").write_bytes(b"secret")
        self.server = serve.Server(folder, 0)
        self.addCleanup(self.server.server_close)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.shutdown)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port)
        self.addCleanup(self.connection.close)

    def get(self, headers=(), name="/file", method="GET"):
        self.connection.request(method, name, headers=dict(headers))
        response = self.connection.getresponse()
        return response.status, response.read(), response.headers

    def test_ranges(self):
        for wanted, status, body in (("bytes=2-4", 206, b"234"), ("bytes=7-", 206, b"789"), ("bytes=-3", 206, b"789"),
                                     ("bytes=-30", 206, b"0123456789"), ("bytes=8-99", 206, b"89"), ("bytes=10-", 416, b""),
                                     ("bytes=-0", 416, b""), ("bytes=4-2", 200, b"0123456789"), ("bytes=0-1,4-5", 200, b"0123456789"),
                                     ("bytes=-", 200, b"0123456789")):
            self.assertEqual((status, body), self.get({"Range": wanted})[:2], wanted)
        self.assertEqual("bytes 7-9/10", self.get({"Range": "bytes=-3"})[2]["Content-Range"])

    def test_one_connection_serves_all_and_all_is_counted(self):
        for _ in range(3):
            self.get({"Range": "bytes=0-0"})
        self.assertEqual((200, b"", "10"), (lambda s, b, h: (s, b, h["Content-Length"]))(*self.get(method="HEAD")))
        self.assertEqual((4, 3), (self.server.requests, self.server.sent))

    def test_tags(self):
        tag = self.get()[2]["ETag"]
        self.assertEqual(206, self.get({"Range": "bytes=0-0", "If-Range": tag})[0])
        self.assertEqual(200, self.get({"Range": "bytes=0-0", "If-Range": '"other"'})[0])
        self.assertEqual(200, self.get({"If-Match": tag})[0])
        self.assertEqual(412, self.get({"If-Match": '"other"'})[0])

    def test_nothing_else_is_handed_out(self):
        for name in ("/none", "/", "/../secret", "/%2e%2e/secret", "/..%2fsecret"):
            self.assertEqual(404, self.get(name=name)[0], name)


class CurvesTest(unittest.TestCase):

    def test_exponents(self):
        self.assertIsNone(curves.exponent({10: 1}))
        self.assertAlmostEqual(1, curves.exponent({1: 7, 10: 2, 100: 20}))
        self.assertAlmostEqual(2, curves.exponent({100: 200, 10: 2}))

    def test_what_is_more_than_in_proportion_is_told(self):
        curve = curves.Curve("things", "Things", (1, 10, 100), None, None)
        points = {"a": {1: run_of(1, 1), 10: run_of(1, 1), 100: run_of(100, 10)}, "b": {1: run_of(1)}}
        table = curve.table(points)
        self.assertIn("| a, s | 1.00 | 1.00 | 100.00 | 2.00 |", table)
        self.assertIn("| b, s | 1.00 | - | - | - |", table)
        self.assertEqual("More than in proportion: a, s: 2.00.", table[-1])

    def test_a_command_that_failed_is_not_tried_with_more(self):
        def commands(number, folder):
            yield Program("fails", (sys.executable, "-c", f"import sys; sys.exit({number} > 1)"))
            yield Program("works", (sys.executable, "-c", ""))

        with tempfile.TemporaryDirectory() as scratch:
            curve = curves.Curve("things", "Things", (1, 10, 100), lambda number, folder: [], commands)
            points, broken = curve.measured(pathlib.Path(scratch), lambda text: None)
        self.assertEqual(["things, fails, 10: exit code 1"], broken)
        self.assertEqual(([1], [1, 10, 100]), (list(points["fails"]), list(points["works"])))

    def test_numbers(self):
        for quick, most in ((False, [10_000, 1_000_000, 10_000, 10_000, 1000]), (True, [1000, 100_000, 1000, 1000, 100])):
            self.assertEqual(most, [max(curve.numbers) for curve in curves.Curves(quick).all()][:-1])


if __name__ == "__main__":
    unittest.main()
