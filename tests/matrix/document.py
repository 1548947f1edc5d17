"""Writes docs/compatibility.md."""

MAKERS = {
    "vtkhdf": "Files of this library",
    "h5py": "Files of h5py",
    "hdf5-2.0": "Files of h5py 3.16 with HDF5 2.0",
    "vtk": "Files of VTK 9.7's own vtkHDFWriter",
}
WORDS = {"read": "✓", "refused": "refused", "wrong": "**wrong**", "crashed": "**crash**", None: ""}
PROSE = """\
# Compatibility

Which reader makes what of which file, seen by running them: `tests/matrix/run`, whose option `--update` writes this page.

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
    for maker, title in MAKERS.items():
        mine = [f for f in files if f.maker == maker]
        shown = [c for c in columns if maker == "vtkhdf" or c["release"] != "none"]
        lines.append(f"## {title}\n")
        lines.append("| | " + " | ".join(c["title"] for c in shown) + " |")
        lines.append("|---" * (len(shown) + 1) + "|")
        for label, outcome in grouped(mine, verdicts):
            cells = [WORDS[outcome.get(c["key"])] for c in shown]
            lines.append(f"| {label} | " + " | ".join(cells) + " |")
        lines.append("")
    titles = {c["key"]: c["title"] for c in columns}
    lines.append("## Differences between builds\n")
    lines.append("`vtkhdf validate` goes by VTK's own builds. It is right in every cell of VTK and ParaView above but these:\n")
    lines += [f"- {titles.get(key, key)}, {file}: {reason}." for (key, file), reason in explained.items()]
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
