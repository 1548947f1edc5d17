"""Makes time series with h5py, and holds what h5py says of those that we have written against what is in them.

A line of JSON on standard input is one request; the answer is a line with a list of what is wrong, empty if nothing is.
Values follow from where they stand: of array a, step s and place i (x fastest, components last) it is
(37 a + 11 s + 3 i) mod 120, in floating-point types a quarter of it. RandomSeries.java has the same formula.
"""

import json
import sys

import h5py
import numpy as np


def axes(points, dimensions):
    """The sizes of a slab, slowest axis first: flat axes are left out as docs/format.md says."""
    x, y, z = dimensions
    if points[2] > 1 and points[1] > 1:
        return (z, y, x)
    if points[1] > 1:
        return (y, x)
    if points[2] > 1:
        return (z, x) if points[0] > 1 else (z,)
    return (x,)


def slab_shape(request, array):
    points = request["points"]
    dimensions = points if array["association"] == "PointData" else [max(1, n - 1) for n in points]
    components = array["components"]
    return axes(points, dimensions) + ((components,) if components > 1 else ())


def slab(shape, array, step):
    values = (37 * array["index"] + 11 * step + 3 * np.arange(np.prod(shape))) % 120
    dtype = np.dtype(array["dtype"])
    return (values / 4 if dtype.kind == "f" else values).astype(dtype).reshape(shape)


class Judge:
    def __init__(self, request):
        self.request = request
        self.steps = len(request["times"])
        self.wrong = []

    def expect(self, what, found, expected):
        if not np.array_equal(np.asarray(found), np.asarray(expected)):
            self.wrong.append(f"{what}: found {found!r}, expected {expected!r}"[:500])

    def check(self):
        with h5py.File(self.request["file"]) as file:
            self.expect("root", sorted(file), self.request.get("root", ["VTKHDF"]))
            image = file["VTKHDF"]
            self.expect("Version", image.attrs["Version"], [2, 0] if self.steps > 1 else [1, 0])
            marks = {name for name in image.attrs if name.startswith("Unfinished")}
            if not self.request.get("unfinished"):
                self.expect("marks", sorted(marks), [])
            self.steps_group(image)
            for kind in ("PointData", "CellData"):
                names = [array["name"] for array in self.request["arrays"] if array["association"] == kind]
                self.expect(kind, sorted(image[kind]), sorted(names) if self.steps else [])
            if self.steps:
                for array in self.request["arrays"]:
                    self.array(image, array)
                self.fields(image)

    def steps_group(self, image):
        if self.steps < 2:
            self.expect("Steps", "Steps" in image, False)
            if self.steps:
                self.expect("TimeValue", image["FieldData/TimeValue"][()], self.request["times"])
            return
        group = image["Steps"]
        self.expect("NSteps", group.attrs["NSteps"], [self.steps])
        self.expect("Values", group["Values"][()], self.request["times"])
        for kind in group:
            if kind != "Values":
                for name, dataset in group[kind].items():
                    self.expect(f"{kind}/{name}", dataset.shape[0], self.steps)

    def array(self, image, array):
        path = f"{array['association']}/{array['name']}"
        dataset = image[path]
        shape = slab_shape(self.request, array)
        sources = array["sources"]
        self.expect(path + " type", dataset.dtype.str[1:], array["dtype"])
        if self.steps == 1:
            self.expect(path, dataset[()], slab(shape, array, sources[0]))
            return
        offsets = image.get(f"Steps/{array['association']}Offsets/{array['name']}")
        places = range(self.steps) if offsets is None else offsets[()]
        self.expect(path + " slabs", dataset.shape, (max(places) + 1,) + shape)
        self.expect(path + " distinct slabs", len(set(places)), len(set(sources)))
        if array.get("contiguous") is not None:
            self.expect(path + " contiguous", dataset.chunks is None, array["contiguous"])
        for step, place in enumerate(places):
            self.expect(f"{path} step {step}", dataset[int(place)], slab(shape, array, sources[step]))

    def fields(self, image):
        for field in self.request["fields"]:
            name = field["name"]
            dataset = image[f"FieldData/{name}"]
            for step in range(self.steps):
                rows = field["values"][step]
                expected = rows if field["strings"] else np.asarray(rows)
                self.expect(f"field {name} step {step}", self.field_at(image, dataset, name, step, rows), expected)
        names = [field["name"] for field in self.request["fields"]]
        self.expect("FieldData", sorted(image["FieldData"]), sorted(names + (["TimeValue"] if self.steps == 1 else [])))

    def field_at(self, image, dataset, name, step, rows):
        first, count = 0, dataset.shape[0]
        if self.steps > 1:
            first = int(image[f"Steps/FieldDataOffsets/{name}"][step])
            sizes = image.get(f"Steps/FieldDataSizes/{name}")
            count = 1 if sizes is None else int(sizes[step][1])
        found = dataset[first : first + count]
        if found.dtype.kind == "O":
            return [text.decode() for text in found]
        # A list that is the same at all steps is one tuple.
        return found.reshape(np.shape(rows)) if found.size == np.size(rows) else found


def make(request):
    """A series, or an image, in a layout of h5py's; the values are those of the formula."""
    layout = request["layout"]
    steps = len(request["times"])
    points = request["points"]
    options = {"libver": layout["libver"]} if layout["libver"] else {}
    with h5py.File(request["file"], "w", **options) as file:
        image = file.create_group("VTKHDF")
        image.attrs["Version"] = [2, 0] if steps > 1 else [1, 0]
        image.attrs.create("Type", np.bytes_("ImageData"))
        image.attrs["WholeExtent"] = [0, points[0] - 1, 0, points[1] - 1, 0, points[2] - 1]
        image.attrs["Origin"] = [0.0, 0.0, 0.0]
        image.attrs["Spacing"] = [1.0, 1.0, 1.0]
        image.attrs["Direction"] = [1.0, 0, 0, 0, 1, 0, 0, 0, 1]
        for kind in ("PointData", "CellData", "FieldData"):
            image.create_group(kind)
        for array in request["arrays"]:
            make_array(request, image, array, layout, steps)
        if steps == 1:
            image["FieldData/TimeValue"] = np.array(request["times"])
        else:
            group = image.create_group("Steps")
            group.attrs["NSteps"] = steps
            group["Values"] = np.array(request["times"], dtype=layout.get("times", "f8"))
            group.create_group("PointDataOffsets")
            group.create_group("FieldDataOffsets")
        for field in request["fields"]:
            rows = [row for step in field["values"] for row in step]
            image[f"FieldData/{field['name']}"] = rows if field["strings"] else np.array(rows)
            if steps > 1:
                counts = [len(step) for step in field["values"]]
                image[f"Steps/FieldDataOffsets/{field['name']}"] = np.cumsum([0] + counts[:-1])
                if set(counts) != {1}:
                    width = 1 if field["strings"] or np.ndim(rows) == 1 else len(rows[0])
                    image[f"Steps/FieldDataSizes/{field['name']}"] = [[width, count] for count in counts]


def make_array(request, image, array, layout, steps):
    shape = slab_shape(request, array)
    data = np.stack([slab(shape, array, source) for source in array["sources"]])
    data = data[0] if steps == 1 else data
    options = {}
    if layout["kind"] != "contiguous":
        chunk = {"steps": shape, "slices": (1,) + shape[1:]}[layout["kind"]]
        options["chunks"] = chunk if steps == 1 else (1,) + chunk
        if layout["unlimited"]:
            options["maxshape"] = (None,) + data.shape[1:]
        options.update(layout["filters"])
    image.create_dataset(f"{array['association']}/{array['name']}", data=data, **options)


for line in sys.stdin:
    asked = json.loads(line)
    if "layout" in asked:
        make(asked)
        answer = []
    else:
        judge = Judge(asked)
        try:
            judge.check()
        except Exception as e:
            judge.wrong.append(f"{type(e).__name__}: {e}")
        answer = [f"{asked['file']}: {problem}" for problem in judge.wrong]
    print(json.dumps(answer), flush=True)
