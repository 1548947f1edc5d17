# Finds and installs the software that the suites are judged by. Sourced by what runs them.

# Suite -> why it cannot run.
declare -A missing=()
# -D arguments that tell Maven and the tests where the tools are.
tool_properties=()
# JDK homes: the one that builds, then the newest newer one.
jdks=()

find_python() {
    local python
    for python in "${VTKHDF_PYTHON:-}" python3 /usr/bin/python3; do
        if [[ -n $python ]] && "$python" -c 'import h5py, numpy' 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
}

find_vtk_jar() {
    compgen -G '/usr/share/java/vtk[0-9]*.jar' | grep -E '/vtk[0-9]+\.jar$' | sort -V | tail -1 || true
}

find_vtk_jni() {
    compgen -G '/usr/lib/*/java/vtk-*/libvtkCommonCoreJava.so' | head -1 | xargs -r dirname || true
}

# Ubuntu has it as a snap only, under whichever name.
find_chromium() {
    command -v chromium || command -v google-chrome || true
}

find_nginx() {
    command -v nginx || compgen -G /usr/sbin/nginx || true
}

# The Debian packages whose tools are not there.
missing_packages() {
    [[ -n $(find_vtk_jar) && -n $(find_vtk_jni) ]] || echo libvtk9-java
    command -v xvfb-run >/dev/null || echo xvfb
    command -v xauth >/dev/null || echo xauth
    [[ -n $(find_python) ]] || echo python3-h5py
    command -v h5dump >/dev/null || echo hdf5-tools
    command -v zsh >/dev/null || echo zsh
    command -v fish >/dev/null || echo fish
    [[ -n $(find_chromium) ]] || echo chromium
    command -v npm >/dev/null || echo npm
    [[ -n $(find_nginx) ]] || echo nginx
    command -v openssl >/dev/null || echo openssl
    command -v mvn >/dev/null || echo maven
    command -v cmake >/dev/null || echo cmake
    # Of what is released: the start scripts for Windows and for sh, the recipes, the signatures.
    command -v wine >/dev/null || echo wine
    command -v busybox >/dev/null || echo busybox
    command -v shellcheck >/dev/null || echo shellcheck
    command -v ruby >/dev/null || echo ruby
    command -v gpg >/dev/null || echo gnupg
    command -v unzip >/dev/null || echo unzip
    # Of the matrix: to fetch readers.
    command -v debootstrap >/dev/null || echo debootstrap
    "$(find_python)" -m pip --version >/dev/null 2>&1 || echo python3-pip
}

install_missing() {
    local packages as_root=()
    packages=$(missing_packages)
    [[ -n $packages ]] || return 0
    echo "=== installing" $packages
    [[ $(id -u) == 0 ]] || as_root=(sudo -n)
    # One by one: a package that cannot be had does not keep the others away. What is missing in the end is reported.
    "${as_root[@]}" apt-get -q update || true
    for package in $packages; do
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get -q -y --no-install-recommends install "$package" || true
    done
}

java_version() {
    "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \(1\.\)\{0,1\}//p'
}

find_jdks() {
    local first home newest
    first=${JAVA_HOME:-$(readlink -f "$(command -v javac)")}
    first=${first%/bin/javac}
    jdks=("$first")
    newest=$(java_version "$first")
    for home in /usr/lib/jvm/*; do
        if [[ -x $home/bin/javac && $(java_version "$home") -gt $newest ]]; then
            newest=$(java_version "$home")
            jdks=("$first" "$home")
        fi
    done
}

find_tools() {
    local jar jni python h5dump
    find_jdks
    jar=$(find_vtk_jar)
    jni=$(find_vtk_jni)
    python=$(find_python)
    h5dump=$(command -v h5dump || true)
    if [[ -n $jar && -n $jni ]]; then
        tool_properties+=("-Dvtk.jar=$jar" "-Dvtk.jni.dir=$jni")
    else
        missing[vtk]="no VTK Java wrappers (libvtk9-java)"
        missing[xvfb]=${missing[vtk]}
    fi
    if ! command -v xvfb-run >/dev/null || ! command -v xauth >/dev/null; then
        missing[xvfb]="no virtual screen (xvfb, xauth)"
    fi
    if [[ -n $python ]]; then
        tool_properties+=("-Dvtkhdf.python=$python")
    else
        missing[h5py]="no Python with h5py (python3-h5py)"
    fi
    if [[ -n $h5dump ]]; then
        tool_properties+=("-Dvtkhdf.h5dump=$h5dump")
    else
        missing[h5dump]="no h5dump (hdf5-tools)"
    fi
    if [[ -z ${missing[h5py]:-} && -n $(find_chromium) ]] && command -v npm >/dev/null; then
        tool_properties+=("-Dvtkhdf.chromium=$(find_chromium)")
    else
        missing[browser]="no Chromium, no npm, or no Python with h5py (chromium, npm, python3-h5py)"
    fi
    if [[ -z ${missing[h5py]:-} && -n $(find_nginx) ]] && command -v openssl >/dev/null; then
        tool_properties+=("-Dvtkhdf.nginx=$(find_nginx)")
    else
        missing[nginx]="no nginx, no openssl, or no Python with h5py (nginx, openssl, python3-h5py)"
    fi
    if ! command -v zsh >/dev/null || ! command -v fish >/dev/null; then
        missing[shells]="no zsh or no fish (zsh, fish)"
    fi
    # Sample files beside the clone, where there are any: their .vti files are converted, too.
    if [[ -d ../shared/data ]]; then
        tool_properties+=("-Dvtkhdf.data=$(cd ../shared/data && pwd)")
    fi
}

# VTK for Python, which shows what Debian's Java wrappers are too old for: time series. Fetched and kept as for the matrix.
find_wheels() {
    local python version wheels=''
    python=$(find_python)
    if [[ -z $python ]]; then
        missing[wheel]="no Python with h5py (python3-h5py)"
        return
    fi
    source tests/matrix/cache.sh
    for version in 9.5.2 9.7.2; do
        if ! cached_wheel "$version"; then
            missing[wheel]="VTK $version for Python $reason"
            return
        fi
        wheels+=${wheels:+:}$cached
    done
    tool_properties+=("-Dvtkhdf.wheels=$wheels")
}

# What reads the addresses of chunks: zarr, fsspec and what belongs to them. Fetched and kept as for the matrix.
find_zarr() {
    local python
    python=$(find_python)
    if [[ -z $python ]]; then
        missing[zarr]="no Python with h5py (python3-h5py)"
        return
    fi
    source tests/matrix/cache.sh
    if cached_zarr tests/python/zarr.txt; then
        tool_properties+=("-Dvtkhdf.zarr=$cached")
    else
        missing[zarr]="zarr for Python $reason"
    fi
}
