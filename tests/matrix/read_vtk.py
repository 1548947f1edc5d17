"""Says what VTK's vtkHDFReader makes of files: a path a line in standard input, answered by a line of JSON each.

Each file is read by a child of its own, because some readers crash or hang.
"""

import hashlib
import json
import os
import select
import signal

from vtkmodules.vtkCommonCore import vtkOutputWindow, vtkStringOutputWindow
from vtkmodules.vtkCommonExecutionModel import vtkStreamingDemandDrivenPipeline
from vtkmodules.vtkIOHDF import vtkHDFReader

TIMEOUT_SECONDS = 5
TYPES = {"Float": "Float32", "Double": "Float64", "IdType": "Int64", "Char": "Int8", "SignedChar": "Int8"}
for bits, names in {8: ["Char"], 16: ["Short"], 32: ["Int"], 64: ["Long", "LongLong"]}.items():
    for name in names:
        TYPES.setdefault(name, f"Int{bits}")
        TYPES["Unsigned" + name] = f"UInt{bits}"


def describe_array(association, array):
    found = {"association": association, "name": array.GetName()}
    if array.IsA("vtkStringArray"):
        strings = [array.GetValue(i) for i in range(array.GetNumberOfValues())]
        strings = [s if isinstance(s, bytes) else s.encode("utf-8", "surrogateescape") for s in strings]
        return found | {"type": "String", "tuples": len(strings), "sha256": sha256(b"".join(s + b"\0" for s in strings))}
    values = memoryview(array).tobytes() if array.GetNumberOfValues() else b""
    return found | {
        "type": TYPES.get(array.GetClassName()[3:-5], array.GetClassName()),
        "components": array.GetNumberOfComponents(),
        "tuples": array.GetNumberOfTuples(),
        "sha256": sha256(values),
    }


def sha256(values):
    return hashlib.sha256(values).hexdigest()


def describe(image):
    matrix = image.GetDirectionMatrix()
    groups = {"POINT": image.GetPointData(), "CELL": image.GetCellData(), "FIELD": image.GetFieldData()}
    return {
        "extent": image.GetExtent(),
        "origin": image.GetOrigin(),
        "spacing": image.GetSpacing(),
        "direction": [matrix.GetElement(i, j) for i in range(3) for j in range(3)],
        "arrays": [
            describe_array(association, group.GetAbstractArray(i))
            for association, group in groups.items()
            for i in range(group.GetNumberOfArrays())
        ],
    }


def read(path):
    window = vtkStringOutputWindow()
    vtkOutputWindow.SetInstance(window)
    answer = {"can_read": bool(vtkHDFReader().CanReadFile(path)), "steps": []}
    reader = vtkHDFReader()
    reader.SetFileName(path)
    reader.UpdateInformation()
    times = reader.GetOutputInformation(0).Get(vtkStreamingDemandDrivenPipeline.TIME_STEPS()) or [None]
    for time in times:
        reader.Update() if time is None else reader.UpdateTimeStep(time)
        image = reader.GetOutputDataObject(0)
        if image is not None and image.IsA("vtkImageData"):
            answer["steps"].append(describe(image) | ({} if time is None else {"time": time}))
    answer["messages"] = window.GetOutput()
    return answer


def in_child(path):
    answer, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        with os.fdopen(write, "w") as out:
            try:
                json.dump(read(path), out)
            except Exception as e:
                json.dump({"can_read": False, "steps": [], "messages": f"ERROR: {e!r}"}, out)
        os._exit(0)
    os.close(write)
    return collect(child, answer)


def collect(child, answer):
    """What the child has said, or how it died."""
    found = b""
    while select.select([answer], [], [], TIMEOUT_SECONDS)[0]:
        more = os.read(answer, 1 << 16)
        if not more:
            break
        found += more
    else:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return {"crashed": "hangs"}
    status = os.waitpid(child, 0)[1]
    os.close(answer)
    return {"crashed": f"signal {os.WTERMSIG(status)}"} if os.WIFSIGNALED(status) else json.loads(found)


# pvpython puts things of its own in the place of sys.stdin and sys.stdout.
with open(0, encoding="utf-8") as paths, open(1, "w", encoding="utf-8") as answers:
    for line in paths:
        print(json.dumps(in_child(line.rstrip("\n"))), file=answers, flush=True)
