"""Judges a bundle by the rules of Maven Central: central.py UNPACKED VERSION

https://central.sonatype.org/publish/requirements/: each file has its checksums and a signature, each jar its sources and
Javadoc, each POM says what it is, whose, and under which licence, and depends on nothing that is not there.
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree
import zipfile

POM = "{http://maven.apache.org/POM/4.0.0}"
bundle, version = pathlib.Path(sys.argv[1]), sys.argv[2]
faults = []
artifacts = []


def demand(holds, what):
    if not holds:
        faults.append(what)


def judge_file(path):
    for name in ("md5", "sha1"):
        told = pathlib.Path(f"{path}.{name}")
        demand(told.exists(), f"{path.name}: no {name}")
        if told.exists():
            right = hashlib.new(name, path.read_bytes()).hexdigest()
            demand(told.read_text().split()[0] == right, f"{path.name}: wrong {name}")
    signature = pathlib.Path(f"{path}.asc")
    if not signature.exists():
        faults.append(f"{path.name}: no signature")
    else:
        verified = subprocess.run(["gpg", "--batch", "--verify", signature, path], capture_output=True)
        demand(verified.returncode == 0, f"{path.name}: the signature is not right")


def judge_pom(path):
    pom = xml.etree.ElementTree.parse(path).getroot()
    of = path.name
    for tag in (
        *("groupId", "artifactId", "version", "name", "description", "url"),
        *("licenses/license/name", "licenses/license/url"),
        *("developers/developer/name", "developers/developer/email", "developers/developer/organization"),
        *("scm/connection", "scm/developerConnection", "scm/url", "issueManagement/url"),
    ):
        found = pom.find("/".join(POM + part for part in tag.split("/")))
        demand(found is not None and (found.text or "").strip(), f"{of}: no {tag}")
        demand(found is None or "${" not in (found.text or ""), f"{of}: {tag} is not filled in")
    demand(pom.find(POM + "version").text == version, f"{of}: not of version {version}")
    for tag in ("parent", "profiles", "repositories", "pluginRepositories", "build"):
        demand(pom.find(POM + tag) is None, f"{of}: has {tag}")
    for dependency in pom.iter(POM + "dependency"):
        name = dependency.find(POM + "artifactId").text
        used = dependency.find(POM + "version")
        scope = dependency.find(POM + "scope")
        demand(used is not None and "SNAPSHOT" not in used.text, f"{of}: {name} has no version that is released")
        demand(scope is None or scope.text != "system", f"{of}: {name} is of scope system")


def judge_jar(path):
    with zipfile.ZipFile(path) as jar:
        names = set(jar.namelist())
        demand({"META-INF/LICENSE", "META-INF/NOTICE"} <= names, f"{path.name}: no LICENSE and NOTICE in META-INF")
        if path.name.startswith("vtkhdf-isal-"):
            # Of all that is in the native library.
            texts = {f"META-INF/licenses/{name}/LICENSE" for name in ("gkl", "isa-l", "zlib")}
            demand(texts <= names, f"{path.name}: without {sorted(texts - names)}")
            # Not of the others: they have records, which JDK 17's does not know.
            valid = subprocess.run(["jar", "--validate", "--file", path], capture_output=True, text=True)
            demand(valid.returncode == 0, f"{path.name}: 'jar --validate' says {valid.stdout + valid.stderr}")
        demand(any(name.endswith(".class") for name in names), f"{path.name}: no classes")
        if "module-info.class" in names:
            said = subprocess.run(["jar", "--describe-module", "--file", path], capture_output=True, text=True).stdout
            # Such a name is that of a file, which may change: what asks for it must not be published.
            demand(not re.search(r"^requires (gkl|commons\.io)\b", said, re.M), f"{path.name}: asks for a file by name")


for path in sorted(bundle.rglob("*.pom")):
    name = path.stem
    folder = path.parent
    artifacts.append(name)
    demand(folder.relative_to(bundle).parts[-1] == version, f"{name}: in {folder}")
    judge_pom(path)
    missing = [kind for kind in (".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json") if not (folder / f"{name}{kind}").exists()]
    if missing:
        faults.append(f"{name}: without {missing}")
        continue
    judge_jar(folder / f"{name}.jar")
    with zipfile.ZipFile(folder / f"{name}-javadoc.jar") as javadoc:
        demand("index.html" in javadoc.namelist(), f"{name}-javadoc.jar: no index.html")
    bill = json.loads((folder / f"{name}-cyclonedx.json").read_text())
    unlicensed = [component["name"] for component in bill["components"] if not component.get("licenses")]
    demand(not unlicensed, f"{name}-cyclonedx.json: no licences of {unlicensed}")
for path in sorted(bundle.rglob("*")):
    if path.is_file() and path.suffix in (".pom", ".jar", ".json"):
        judge_file(path)
demand({f"vtkhdf-{version}", f"vtkhdf-isal-{version}"} <= set(artifacts), "the library is not there")
demand(not any(re.search("parent|tests|bench|example|dist", name) for name in artifacts), "too much is there")

for fault in faults:
    print(f"FAILED  {fault}")
print("passed  " + ", ".join(artifacts))
sys.exit(bool(faults))
