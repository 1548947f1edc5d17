"""Reads by zarr, by way of the references of vtkhdf info --kerchunk, what h5py reads of the file itself.

judge_kerchunk.py FOLDER: serves the folder over HTTP, with ranges, and prints the port. Then requests stand in standard
input, one JSON object a line ("file", its "references", whether they lead to the server ("served") and VirtualiZarr is to
read them ("virtual"), and what was "told" of those left out); each is answered by one line: a JSON list of complaints.
"""

import asyncio
import json
import sys
import threading
import warnings

import h5py
import numpy
import virtualizarr.parsers
import xarray
import zarr
from aiohttp import web
from fsspec.implementations.reference import ReferenceFileSystem
from h5py import h5d, h5t, h5z
from obspec_utils.registry import ObjectStoreRegistry
from obstore.store import LocalStore

KNOWN = (h5z.FILTER_DEFLATE, h5z.FILTER_SHUFFLE, h5z.FILTER_FLETCHER32)
# That numcodecs' codecs are not in the specification of zarr 3, and that an array of no elements has no mean.
warnings.simplefilter("ignore")


def groups(file):
    """The groups of numbers: those of the arrays, and the tables of the steps."""
    names = ["PointData", "CellData", "FieldData"]
    if "Steps" in file["VTKHDF"] and file["VTKHDF/Steps"].attrs.get("NSteps", 0) > 1:
        tables = (f"Steps/{name}{kind}" for name in names for kind in ("Offsets", "Sizes"))
        names += ["Steps", *tables]
    paths = (f"VTKHDF/{name}" for name in names)
    return [path for path in paths if path in file]


def datasets(group):
    for name in group:
        try:
            found = group[name]
        except KeyError:  # A link that leads nowhere.
            continue
        if isinstance(found, h5py.Dataset):
            yield name, found


def is_for_zarr(file, name, dataset):
    """Whether zarr has something that is the same."""
    create = dataset.id.get_create_plist()
    filters = [create.get_filter(i)[0] for i in range(create.get_nfilters())]
    return (
        "\\" not in name
        and name != ".."
        and dataset.file.filename == file.filename
        and dataset.shape is not None
        and has_numpys_type(dataset)
        and create.get_layout() in (h5d.CONTIGUOUS, h5d.CHUNKED)
        and create.get_external_count() == 0
        and all(filter in KNOWN for filter in filters)
        and h5z.FILTER_SHUFFLE not in filters[1:]
        and (not filters or all(dataset.id.get_chunk_info(i).filter_mask == 0 for i in range(dataset.id.get_num_chunks())))
    )


def has_numpys_type(dataset):
    try:
        dtype = dataset.dtype
    except TypeError:
        return False
    stored = dataset.id.get_type()
    return dtype.kind in "iufb" and not h5py.check_enum_dtype(dtype) and h5t.py_create(dtype, logical=True).equal(stored)


class Judge:
    def __init__(self, request):
        self.request = request
        self.storage = {"fo": request["references"]}
        if request["served"]:
            self.storage |= {"remote_protocol": "http", "remote_options": {"asynchronous": True}}
        self.complaints = []

    def expect(self, what, is_so):
        if not is_so:
            self.complaints.append(what[:500])

    def judge(self):
        ReferenceFileSystem.clear_instance_cache()
        with h5py.File(self.request["file"], "r") as file:
            for path in groups(file):
                self.group(file, path)
            attributes = zarr.open_group("reference://VTKHDF", storage_options=self.storage, mode="r").attrs
            for name in ("WholeExtent", "Origin", "Spacing", "Direction"):
                if name in file["VTKHDF"].attrs:
                    same = list(file["VTKHDF"].attrs[name].flat) == attributes[name]
                    self.expect(f"{name}: found {attributes[name]}", same)
        return self.complaints

    def group(self, file, path):
        expected = {}
        for name, dataset in datasets(file[path]):
            if is_for_zarr(file, name, dataset):
                if dataset.size > 0 or path.endswith("FieldData"):
                    expected[name] = dataset[()]
            elif dataset.shape is not None or path.endswith("FieldData"):
                shown = name.replace("\t", "\\u0009")
                told = any(f": /{path}/{shown}: found " in line for line in self.request["told"])
                self.expect(f"{path}/{name} is left out, and nobody is told", told)
        group = zarr.open_group(f"reference://{path}", storage_options=self.storage, mode="r")
        found = dict(group.arrays())
        self.names(f"zarr's {path}", expected, found)
        for name in expected.keys() & found.keys():
            self.same(f"zarr's {path}/{name}", expected[name], found[name][...], found[name].dtype)
        opened = xarray.open_zarr(f"reference://{path}", storage_options=self.storage, consolidated=False,
                                  chunks=None, decode_cf=False)
        self.names(f"xarray's {path}", expected, opened.variables)
        for name in expected.keys() & opened.variables.keys():
            shape = opened.variables[name].shape
            self.expect(f"xarray's {path}/{name}: found {shape}", shape == expected[name].shape)
        if self.request["virtual"]:
            self.virtual(path, expected)

    def virtual(self, path, expected):
        """By VirtualiZarr's own store, which wants all addresses with their protocol."""
        registry = ObjectStoreRegistry({"file://": LocalStore()})
        parser = virtualizarr.parsers.KerchunkJSONParser(group=path)
        store = parser(f"file://{self.request['references']}", registry)
        found = dict(zarr.open_group(store, mode="r", zarr_format=3).arrays())
        self.names(f"VirtualiZarr's {path}", expected, found)
        for name in expected.keys() & found.keys():
            self.same(f"VirtualiZarr's {path}/{name}", expected[name], found[name][...])

    def names(self, what, expected, found):
        self.expect(f"{what}: found {sorted(found)}, expected {sorted(expected)}", expected.keys() == found.keys())

    def same(self, what, expected, found, dtype=None):
        self.expect(f"{what}: found {dtype}, expected {expected.dtype}", dtype is None or dtype == expected.dtype)
        self.expect(f"{what}: found {found.shape}, expected {expected.shape}", found.shape == expected.shape)
        is_same = numpy.array_equal(found, expected, equal_nan=expected.dtype.kind == "f")
        self.expect(f"{what}: found {found!r}, expected {expected!r}", is_same)


def serve(folder):
    """Starts a server of files, and returns its port."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()

    async def start():
        application = web.Application()
        application.router.add_static("/", folder)
        runner = web.AppRunner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        return runner.addresses[0][1]

    return asyncio.run_coroutine_threadsafe(start(), loop).result()


print(serve(sys.argv[1]), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = Judge(request).judge()
    except Exception as e:
        answer = [f"{type(e).__name__}: {e}"]
    print(json.dumps(answer), flush=True)
