#!/usr/bin/env python3
"""Writes small NRRD and MetaImage files beside this script that lie somewhere, and in geometry.csv where ITK says they lie.

Needs numpy and SimpleITK; made with SimpleITK 2.5 (ITK 5.4). A line of geometry.csv: file, spacing, origin, direction row by row,
components; of the axes that a file has.
"""
import glob
import os

import numpy as np
import SimpleITK as sitk

HERE = os.path.dirname(os.path.abspath(__file__))
STEPS = "space directions: (0.5,0,0) (0,2,0) (0,0,3)\nspace origin: (1,2,3)"
OBLIQUE = "space directions: (0.3,0.4,0) (-0.8,0.6,0) (0,0,3)\nspace origin: (1,2,3)"
NRRD = {
    "lps": ("space: left-posterior-superior\n" + OBLIQUE, "4 3 2"),
    "ras": ("space: right-anterior-superior\n" + OBLIQUE, "4 3 2"),
    "ras-short": ("space: RAS\n" + STEPS, "4 3 2"),
    "las": ("space: left-anterior-superior\n" + OBLIQUE, "4 3 2"),
    "scanner": ("space: scanner-xyz\n" + OBLIQUE, "4 3 2"),
    "right-handed": ("space: 3D-right-handed\n" + STEPS, "4 3 2"),
    "dimension": ("space dimension: 3\n" + OBLIQUE, "4 3 2"),
    "spacings": ("spacings: 1 2 3", "4 3 2"),
    "spacings-negative": ("spacings: -1 2 3", "4 3 2"),
    "spacings-unknown": ("spacings: NaN 2 3\nkinds: vector domain domain", "4 3 2"),
    "mins": ("spacings: 1 2 3\naxis mins: 10 20 30", "4 3 2"),
    "mins-cell": ("spacings: 1 2 3\naxis mins: 10 20 30\ncenters: cell cell cell", "4 3 2"),
    "mins-node": ("spacings: 1 2 3\naxis mins: 10 20 30\ncenterings: node node node", "4 3 2"),
    "plane": ("space dimension: 2\nspace directions: (0.5,0) (0,2) none\nkinds: domain domain list\nspace origin: (1,2)", "4 3 2"),
    "first": ("kinds: vector domain domain domain\nspace: LPS\nspace directions: none (0,1,0) (1,0,0) (0,0,1)", "3 4 3 2"),
    "last": ("kinds: domain domain domain vector\nspace: LPS\nspace directions: (0,0,1) (0,1,0) (1,0,0) none", "4 3 2 3"),
}
TURN = "TransformMatrix = 0 1 0 -1 0 0 0 0 1\n"
META = {
    "plain": ("", "4 3 2"),
    "turned": (TURN + "Offset = 1 2 3\nElementSpacing = 0.5 2 3\nAnatomicalOrientation = RAI", "4 3 2"),
    "oblique": ("Rotation = 0.6 0.8 0 -0.8 0.6 0 0 0 1\nPosition = 1 2 3\nElementSize = 0.5 2 3", "4 3 2"),
    "sizes": ("ElementSize = 5 5 5\nElementSpacing = 0.5 2 3\nOrigin = 1 2 3\nCenterOfRotation = 7 7 7", "4 3 2"),
    "orientation": ("Orientation = 0 1 0 -1 0 0 0 0 1", "4 3 2"),
    "plane": ("TransformMatrix = 0 1 -1 0\nOffset = 1 2\nElementSpacing = 0.5 2", "6 4"),
    "negative": ("ElementSpacing = -0.5 2 3", "4 3 2"),
    "channels": ("ElementNumberOfChannels = 2", "4 3 1"),
}


def header(extension, extra, sizes):
    axes = len(sizes.split())
    if extension == "nrrd":
        return f"NRRD0004\ntype: uint8\ndimension: {axes}\nsizes: {sizes}\nencoding: raw\n{extra}\n\n"
    return f"ObjectType = Image\nNDims = {axes}\n{extra}\nDimSize = {sizes}\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n"


for old in glob.glob(os.path.join(HERE, "*.nrrd")) + glob.glob(os.path.join(HERE, "*.mha")):
    os.remove(old)
with open(os.path.join(HERE, "geometry.csv"), "w") as lines:
    for extension, files in (("nrrd", NRRD), ("mha", META)):
        for name, (extra, sizes) in files.items():
            file = os.path.join(HERE, f"{name}.{extension}")
            count = np.prod([int(size) for size in sizes.split()]) * (2 if "Channels" in extra else 1)
            with open(file, "wb") as out:
                out.write(header(extension, extra, sizes).encode() + bytes(range(count)))
            image = sitk.ReadImage(file)
            numbers = [image.GetSpacing(), image.GetOrigin(), image.GetDirection()]
            told = [" ".join(repr(number) for number in row) for row in numbers]
            lines.write(",".join([os.path.basename(file)] + told + [str(image.GetNumberOfComponentsPerPixel())]) + "\n")
