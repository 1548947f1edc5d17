"""Whether the recipes of dist/build are well-formed and name what was built: dist_recipes.py TARGET"""

import hashlib
import json
import pathlib
import re
import sys

target = pathlib.Path(sys.argv[1])
recipes = target / "recipes"


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def archive(url):
    """The file of this build that an address of a release ends with."""
    version, name = re.fullmatch(r"https://\S+/releases/download/v([^/]+)/(\S+)", url).groups()
    assert version in name, url
    return target / name


for path in [*recipes.rglob("*.*"), target / "Dockerfile"]:
    assert not re.search(r"@[A-Z0-9_]+@", path.read_text()), f"{path}: not filled in"

scoop = json.loads((recipes / "scoop/vtkhdf.json").read_text())
assert {"version", "description", "homepage", "license", "url", "hash", "bin"} <= scoop.keys()
assert scoop["hash"] == sha256(archive(scoop["url"]))
assert scoop["extract_dir"] == archive(scoop["url"]).stem

formula = (recipes / "homebrew/vtkhdf.rb").read_text()
url, hash = (re.search(rf'^  {key} "(.*)"$', formula, re.M).group(1) for key in ("url", "sha256"))
assert hash == sha256(archive(url))

# YAML, once its one variable is put in.
text = (recipes / "conda-forge/meta.yaml").read_text()
version = re.match(r'{% set version = "(.*)" %}\n', text).group(1)
text = re.sub(r"^{%.*%}\n", "", text).replace("{{ version }}", version)
assert "{" not in text
try:
    import yaml
except ImportError:
    url, hash = (re.search(rf"^  {key}: (.*)$", text, re.M).group(1) for key in ("url", "sha256"))
else:
    meta = yaml.safe_load(text)
    assert {"package", "source", "build", "requirements", "test", "about", "extra"} == meta.keys()
    assert meta["package"] == {"name": "vtkhdf", "version": version}
    url, hash = meta["source"]["url"], meta["source"]["sha256"]
assert hash == sha256(archive(url))

added = re.search(r"^ADD (\S+) ", (target / "Dockerfile").read_text(), re.M).group(1)
assert re.fullmatch(r"vtkhdf-.*-linux-x86_64\.tar\.gz", added)
