"""What some programs need that is not everywhere, found out before anything is measured."""

import subprocess

# Programs that fail with a line on what is missing.
NEEDS = {
    "VTK": """
try:
    import vtkmodules.vtkIOXML
except ImportError:
    raise SystemExit("this Python has no VTK")
""",
    "vtkHDFWriter": """
try:
    from vtkmodules.vtkCommonCore import vtkVersion
except ImportError:
    raise SystemExit("this Python has no VTK")
version = vtkVersion.GetVTKVersion()
try:
    from vtkmodules.vtkIOHDF import vtkHDFWriter
except ImportError:
    raise SystemExit(f"VTK {version} has no vtkHDFWriter")
if (vtkVersion.GetVTKMajorVersion(), vtkVersion.GetVTKMinorVersion()) < (9, 7):
    raise SystemExit(f"the vtkHDFWriter of VTK {version} writes no images")
""",
    "fsspec": """
try:
    import aiohttp, fsspec
except ImportError:
    raise SystemExit("this Python has no fsspec with aiohttp")
""",
}
JAVA_VTK = "Java wrappers of VTK"


class Missing:
    """Why a program cannot run, found out once."""

    def __init__(self, python, java_vtk):
        self.python = python
        self.known = {None: None, JAVA_VTK: None if java_vtk else f"no {JAVA_VTK}"}

    def why(self, program):
        """Nothing if it can."""
        if program.needs not in self.known:
            self.known[program.needs] = self._look_for(program.needs)
        return self.known[program.needs]

    def _look_for(self, need):
        done = subprocess.run([self.python, "-c", NEEDS[need]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              check=False)
        if done.returncode == 0:
            return None
        return (done.stdout.strip().splitlines() or [f"no {need}"])[-1]
