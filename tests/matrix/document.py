"""Writes docs/compatibility.md."""

SERIES = """\
What a reader must find, and what VTK makes of what is otherwise; `vtkhdf validate` tells which of it a file has.

| what | VTK |
|---|---|
| time series at all | from 9.3 on; before, refused, or the first slab alone, or a crash where the image is flat |
| `NSteps` 1 | an image without time: an axis for it is refused, a list of times not looked at |
| `NSteps` 2 or more | each array has an axis for time in front, also if it never changes: then of length 1, with offsets of 0 |
| a `Direction` other than the identity | 9.4 to 9.6 crash at the second step |
| `Steps/Values` longer than `NSteps` | a crash; so it must never be longer, not for an instant |
| … shorter; not increasing; NaN | other steps than asked for, silently; the same time twice does no harm if the steps are the same |
| offsets of point and cell arrays | slabs in any order, shared, left out, or the steps' own numbers if there are none; below 0 is taken for none |
| … fewer than `NSteps` | refused; more do no harm |
| … of more than 32 bits | their lowest 32 bits until 9.7 |
| field arrays | need offsets, also constant ones; one tuple a step unless there are sizes, which are understood from 9.4 on |
| … absent at some steps | sizes of 0: right in 9.4 to 9.6; 9.7 shows what an earlier step had; 9.3 shows a value |
| … strings | 9.3 reads the first of all, whatever the step; 9.7 crashes where it cannot read them |
| … called `Time` | hidden by the time of the step, which VTK adds under this name |
| a file to which steps are added while it is read | 9.5 shows the last commit; 9.7 opens it three times to read once: an error message where an image became a series in between, and 9.7.2 may crash; so look at a copy |
| filters written by HDF5 2.0 with libver `latest` | the array, and all after it, are left out silently |
"""

ODD = """\
VTK takes numbers for the smallest type that has all bits; so does this library. What is unusual about them:

| what | VTK |
|---|---|
| float16, bfloat16, other floats in the manner of IEEE 754 | Float32 if of up to 4 bytes, else Float64; Debian's VTK refuses those of 2 bytes |
| integers of which some bits count, or of 3, 5, 6 or 7 bytes | Int8 to UInt64; from 9.6 on refused if less than half of the bits count; without their sign if big-endian, with unused bits above and none below |
| booleans of h5py, other enumerations, bit fields | refused; this library reads the booleans, as UInt8 |
| filters shuffle, deflate, fletcher32, nbit, scaleoffset | all releases, but 9.6 and 9.7 not where scaled values need all their bits |
| filters lzf and those of others | refused; this library reads lzf |
| filter szip | refused, but not by Debian's VTK; this library refuses it, too: `h5repack -f GZIP=1` undoes it |
"""

# (title, what is said of it, maker, whether of time series)
SECTIONS = (
    ("Files of this library", "", "vtkhdf", False),
    ("Time series of this library", "", "vtkhdf", True),
    ("Files of h5py", ODD, "h5py", False),
    ("Time series by h5py", SERIES, "h5py", True),
    ("Files of h5py 3.16 with HDF5 2.0", "", "hdf5-2.0", False),
    ("Time series by h5py 3.16 with HDF5 2.0", "", "hdf5-2.0", True),
    ("Files of VTK 9.7's own vtkHDFWriter", "", "vtk", False),
    ("Time series by VTK 9.7's own vtkHDFWriter", "", "vtk", True),
)
WORDS = {"read": "✓", "refused": "refused", "wrong": "**wrong**", "crashed": "**crash**", None: ""}
PROSE = """\
# Compatibility

Which reader makes what of which file, seen by running them: `tests/matrix/run`, whose option `--update` writes this page. Back to [README](../README.md).

| word | meaning |
|---|---|
| ✓ | every array is there with its type, tuples, components and values, to the last bit, and so are extent, origin, spacing and direction; no error is reported |
| refused | an error is reported; some arrays may be there all the same |
| **wrong** | no error, but something is missing or different |
| **crash** | the process dies or hangs |

In Java and in ParaView VTK is Debian's, else the Python wheel's. A file that crashes a reader is tried again on its own.
h5py and h5dump are held against this library's files only. Files of one row have the same outcome everywhere.
"""


def render(columns, files, rows, explained):
    verdicts = {row["file"]: row["verdicts"] for row in rows}
    lines = [PROSE]
    for title, prose, maker, of_series in SECTIONS:
        mine = [f for f in files if f.maker == maker and f.is_series == of_series]
        if not mine:
            continue
        shown = [c for c in columns if maker == "vtkhdf" or c["release"] != "none"]
        lines.append(f"## {title}\n")
        lines += [prose] if prose else []
        lines.append("| | " + " | ".join(c["title"] for c in shown) + " |")
        lines.append("|---" * (len(shown) + 1) + "|")
        for label, outcome in grouped(mine, verdicts):
            cells = [WORDS[outcome.get(c["key"])] for c in shown]
            lines.append(f"| {label} | " + " | ".join(cells) + " |")
        lines.append("")
    titles = {c["key"]: c["title"] for c in columns}
    lines.append("## Differences between builds\n")
    lines.append("`vtkhdf validate` goes by VTK's own builds. It is right in every cell of VTK and ParaView above but these:\n")
    reasons = {}
    for (key, file), reason in explained.items():
        reasons.setdefault((titles.get(key, key), reason), []).append(file)
    lines += [f"- {title}: {'; '.join(files)}. {reason}." for (title, reason), files in reasons.items()]
    return "\n".join(lines) + "\n"


def grouped(files, verdicts):
    """(what the files are, their common outcome): those of a family that share one stand together."""
    families = {}
    for file in files:
        outcome = tuple(sorted(verdicts[file.id].items()))
        families.setdefault(file.family, {}).setdefault(outcome, []).append(file.title)
    for family, outcomes in families.items():
        for outcome, titles in outcomes.items():
            if len(outcomes) == 1:
                label = f"{family}: {len(titles)} files" if len(titles) > 1 else family
            else:
                label = f"{family}: " + "; ".join(titles)
            yield escaped(label), dict(outcome)


def escaped(text):
    return text.replace("|", "\\|").replace("<", "&lt;")
