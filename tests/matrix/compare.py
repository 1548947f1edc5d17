"""Holds what readers answer against what is in the files, and against what the advisor foretells.

compare.py WORK RESULTS                     judges, and holds the results against the committed ones
compare.py WORK RESULTS --update DOCUMENT   writes both
compare.py WORK RESULTS --only TEXT [--update DOCUMENT]   does so with the files alone whose id has this in it

WORK holds files/*/manifest.json; columns.jsonl: a reader a line, with its key, title, command, and the release that the advisor knows it by ("any" for none, "none" for none and our own files only), or why it
is missing; advised.txt and advice.txt: a path a line, and what the advisor says of it.
"""

import argparse
import concurrent.futures
import hashlib
import json
import math
import pathlib
import struct
import subprocess
import sys

import document

SHARDS = 4
# (reader, the title of a file) -> why it does something else than other builds of its release, which the advisor goes by.
EXPLAINED = {
    (reader, title): reason
    for readers, titles, reason in (
        (
            ("java9.3", "paraview5.13"),
            ("float16",),
            "Debian's HDF5 1.14 has a type for 16-bit floats, which this VTK does not know",
        ),
        (
            ("java9.3", "paraview5.13"),
            ("a part is no HDF5", "a part is no HDF5, earliest", "a part is no HDF5, v110"),
            "Debian's HDF5 1.14 refuses such parts",
        ),
        (
            ("paraview5.13",),
            (
                "numbers, a scalar",
                "field, strings",
                "field, the same string",
                "field, lists of strings",
                "strings: several, any order",
                "strings: other numbers of them",
                "strings: always the first two",
                "strings: absent at first",
                "strings: absent at last",
                "strings: always the second",
                "strings: no offsets",
                "strings: beyond",
                "strings: negative offsets",
                "strings: sizes of too many",
                "strings: a list of one, no offsets",
                "strings: an empty list",
                "a string a step",
                "the same string",
                "several strings a step",
            ),
            "ParaView 5.13 has a VTK of before 9.4 here",
        ),
        (
            ("java9.3", "9.3.1"),
            ("the same string",),
            "`vtkhdf validate` does not look whether a string that is stored for each step is the same in all",
        ),
    )
    for reader in readers
    for title in titles
}
TIMEOUT_SECONDS = 120  # A file; only a reader that hangs takes so long.
READ, REFUSED, WRONG, CRASHED = "read", "refused", "wrong", "crashed"
TIME = ("FIELD", "Time")  # What VTK adds to the steps of a series.


def sha256(values):
    return hashlib.sha256(values).hexdigest()


def expected_array(folder, account):
    """As the readers describe an array."""
    values = bytes.fromhex(account["hex"]) if "hex" in account else (folder / account["bin"]).read_bytes()
    return {
        "association": account["association"],
        "name": account["name"],
        "type": account["type"],
        "components": account["components"],
        "tuples": math.prod(account["dimensions"]),
        "sha256": sha256(values),
    }


def expected_field(account):
    found = {"association": "FIELD", "name": account["name"]}
    if "strings" in account:
        content = b"".join(s.encode("utf-8") + b"\0" for s in account["strings"])
        return found | {"type": "String", "tuples": len(account["strings"]), "sha256": sha256(content)}
    values = bytes.fromhex(account["hex"])
    size = int(account["type"].lstrip("UIntFloat")) // 8
    return found | {
        "type": account["type"],
        "components": account["components"],
        "tuples": len(values) // size // account["components"],
        "sha256": sha256(values),
    }


class File:
    def __init__(self, work, folder, account):
        self.path = str((folder / account["file"]).relative_to(work))
        self.maker = folder.name
        self.family = account["family"]
        self.title = account["title"]
        self.geometry = {name: account[name] for name in ("extent", "origin", "spacing", "direction")}
        self.steps = [
            {
                (array["association"], array["name"]): array
                for array in [expected_array(folder, a) for a in step["arrays"]]
                + [expected_field(a) for a in step["fields"]]
            }
            for step in account.get("steps", [account])
        ]
        self.is_series = "steps" in account or any(word in self.family for word in ("step", "series"))
        # Where they are on the account; else nobody is asked for them.
        self.times = account.get("times", [None] * len(self.steps))

    @property
    def id(self):
        return f"{self.maker} / {self.family} / {self.title}"

    def verdict(self, answer):
        """One of the four, and why."""
        if "crashed" in answer:
            return CRASHED, answer["crashed"]
        if not answer["can_read"]:
            return REFUSED, "CanReadFile: 0. " + answer["messages"]
        if "ERROR" in answer["messages"] or "error" in answer["messages"]:
            return REFUSED, answer["messages"]
        differences = list(self.differences(answer["steps"]))
        return (WRONG, "; ".join(differences)) if differences else (READ, "")

    def differences(self, steps):
        if len(steps) != len(self.steps):
            yield f"{len(steps)} images, expected {len(self.steps)}"
            return
        for found, expected, time in zip(steps, self.steps, self.times):
            for name, values in self.geometry.items():
                if name in found and list(found[name]) != list(values):
                    yield f"{name} {found[name]}, expected {values}"
            if time is not None and found.get("time", time) != time:
                yield f"time {found['time']}, expected {time}"
            yield from array_differences(found["arrays"], expected, len(steps) > 1, time)


def array_differences(found, expected, is_series, time):
    found = {(a["association"], a["name"]): a for a in found}
    if is_series and TIME in found and TIME not in expected:
        expected = expected | {TIME: {} if time is None else {"sha256": sha256(struct.pack("<d", time))}}
    for key in expected.keys() - found.keys():
        yield f"{key} is missing"
    for key in found.keys() - expected.keys():
        yield f"{key} is not in the file"
    for key in expected.keys() & found.keys():
        for name, value in expected[key].items():
            if found[key].get(name, value) != value:
                yield f"{key}: {name} {found[key][name]}, expected {value}"


def answers_of(command, work, paths):
    """The answers of one process, as many as it gives before it dies, and how it ended."""
    try:
        done = subprocess.run(
            command,
            cwd=work,
            input="".join(f"{path}\n" for path in paths),
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS * (1 + len(paths) / 4),
        )
        if "Exception in thread" in done.stderr or "Traceback" in done.stderr:
            raise RuntimeError(f"{command}: {done.stderr[-2000:]}")
        stdout, end = done.stdout, f"exit code {done.returncode}"
    except subprocess.TimeoutExpired as e:
        stdout, end = (e.stdout or b"").decode("utf-8"), "hangs"
    return [json.loads(line) for line in stdout.splitlines() if line.startswith("{") and line.endswith("}")], end


def run(command, work, paths):
    """The answers of one reader. Where a process dies, the file may be to blame that it was at, or one before."""
    answers = []
    while len(answers) < len(paths):
        rest = paths[len(answers) :]
        found, end = answers_of(command, work, rest)
        answers += found
        if len(found) < len(rest):
            culprit = alone(command, work, rest[len(found)])
            if "crashed" not in culprit:
                answers[len(answers) - len(found) :] = [alone(command, work, path) for path in rest[: len(found)]]
            answers.append(culprit)
    return answers


def alone(command, work, path):
    answers, end = answers_of(command, work, [path])
    return answers[0] if answers else {"crashed": end}


def observe(columns, files, work):
    """(reader's key, file's id) -> verdict and reason."""
    observed = {}
    with concurrent.futures.ThreadPoolExecutor(SHARDS) as pool:
        shards = []
        for column in columns:
            mine = [f for f in files if f.maker == "vtkhdf" or column["release"] != "none"]
            for i in range(SHARDS):
                part = mine[i::SHARDS]
                shards.append((column, part, pool.submit(run, column["command"], work, [f.path for f in part])))
        for column, part, answers in shards:
            for file, answer in zip(part, answers.result()):
                observed[column["key"], file.id] = file.verdict(answer)
    return observed


def load_files(work):
    files = []
    for manifest in sorted(work.glob("files/*/manifest.json")):
        accounts = json.loads(manifest.read_text("utf-8"))
        files += [File(work, manifest.parent, a) for a in accounts if a.get("judged", True)]
    assert len({f.id for f in files}) == len(files), "titles are not unique"
    return files


def hold_against_advice(columns, files, observed, work):
    """The number of cells that are not as the advisor says."""
    paths = (work / "advised.txt").read_text("utf-8").splitlines()
    advice = dict(zip(paths, map(json.loads, (work / "advice.txt").read_text("utf-8").splitlines())))
    different = 0
    for column in columns:
        for file in files if column["release"] not in ("any", "none") else []:
            verdict, _ = observed[column["key"], file.id]
            # The advisor says nothing of other types than ImageData.
            advised = advice[file.path].get(column["release"], verdict)
            if verdict != advised and (column["key"], file.title) not in EXPLAINED:
                different += 1
                print(f"ADVISED: {file.id} ({file.path}): {verdict} by {column['key']}, the advisor says {advised}")
    return different


def main(work, results, only="", document_path=None):
    columns = [json.loads(line) for line in (work / "columns.jsonl").read_text("utf-8").splitlines()]
    missing = [c for c in columns if "missing" in c]
    columns = [c for c in columns if "missing" not in c]
    all_files = load_files(work)
    files = [f for f in all_files if only in f.id]
    observed = observe(columns, files, work)
    rows = [
        {"file": f.id, "verdicts": {c["key"]: observed[c["key"], f.id][0] for c in columns if (c["key"], f.id) in observed}}
        for f in files
    ]
    with open(work / "reasons.txt", "w", encoding="utf-8") as reasons:
        for (key, file), (verdict, reason) in observed.items():
            if verdict != READ:
                print(f"{verdict} by {key}: {file}: {' '.join(reason.split())[:600]}", file=reasons)
    for column in columns:
        counts = [sum(r["verdicts"].get(column["key"]) == v for r in rows) for v in (READ, REFUSED, WRONG, CRASHED)]
        print("{:24} {:4} read right, {:4} refused, {:4} wrong, {:4} crashed".format(column["title"], *counts))
    for column in missing:
        print(f"{column['title']:24} not run: {column['missing']}")
    different = hold_against_advice(columns, files, observed, work)
    committed = json.loads(results.read_text("utf-8"))
    if document_path:
        known = {row["file"]: row for row in committed + rows}
        rows = [known[f.id] for f in all_files]
        write_results(results, rows)
        document_path.write_text(document.render(columns, all_files, rows, EXPLAINED), "utf-8")
    else:
        different += hold_against([row for row in committed if only in row["file"]], rows)
    print(f"{len(observed) - different} cells as known, {different} cells otherwise")
    return different


def write_results(path, rows):
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", "utf-8")


def hold_against(committed, rows):
    """The number of cells that differ from the committed ones."""
    committed = {row["file"]: row["verdicts"] for row in committed}
    different = 0
    for row in rows:
        for key, verdict in row["verdicts"].items():
            known = committed.get(row["file"], {}).get(key, "nothing")
            if verdict != known:
                different += 1
                print(f"DIFFERENT: {row['file']}: {verdict} by {key}, known is {known}")
    for file in committed.keys() - {row["file"] for row in rows}:
        different += 1
        print(f"DIFFERENT: {file} is gone")
    return different


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--update", type=pathlib.Path)
    given = parser.parse_args()
    sys.exit(min(1, main(given.work, given.results, given.only, given.update)))
