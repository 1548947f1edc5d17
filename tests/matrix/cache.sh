# Readers from elsewhere, fetched once and kept outside the clone. Sourced; needs $python.
#   cached_wheel VERSION            sets $cached: a directory for PYTHONPATH
#   cached_zarr REQUIREMENTS        sets $cached: likewise, of the packages in that file
#   cached_root CODENAME            sets $cached: a Debian of that name with ParaView, and VTK 9.3's Java if it has that
# Either fails with a line in $reason. Mirrors, proxies, certificates and keys are those of the system's apt and pip.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/vtkhdf/matrix
as_root=()
[[ $(id -u) == 0 ]] || as_root=(sudo -n)

# Makes $cached by a command that is given another name to make it under: what was interrupted is made anew.
make_once() {
    cached=$cache/$1
    local log=$cached.log
    shift
    [[ ! -d $cached ]] || return 0
    mkdir -p "$cache"
    (
        flock 9
        if [[ ! -d $cached ]]; then
            echo "=== fetching ${cached##*/}"
            "${as_root[@]}" rm -rf "$cached.part"
            # Not as the condition of the if: errexit would not hold inside it.
            "$@" "$cached.part" >"$log" 2>&1
            "${as_root[@]}" mv "$cached.part" "$cached"
        fi
    ) 9>"$cached.lock" && return
    reason="could not be fetched: $(tail -1 "$log") (see $log)"
    return 1
}

cached_wheel() {
    make_once "vtk-$1-$(python_abi)" install_wheels "vtk==$1"
}

cached_zarr() {
    make_once "zarr-$(cksum <"$1" | cut -d ' ' -f 1)-$(python_abi)" install_wheels "--requirement=$1"
}

python_abi() {
    "$python" -c 'import sysconfig; print(sysconfig.get_config_var("SOABI"))'
}

install_wheels() {
    "$python" -m pip install --no-deps --no-compile --only-binary :all: --target "$2" "$1"
}

declare -A root_packages=(
    [bookworm]="paraview python3-paraview"
    [trixie]="paraview python3-paraview libvtk9-java openjdk-21-jre-headless"
)

cached_root() {
    make_once "$1" make_root "$1"
}

make_root() {
    local codename=$1 root=$2 mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(LABEL)' 'Created-By: Packages' | sed -n 's/ Debian$//p' | head -1)
    [[ -n $mirror ]] || { echo "no mirror of Debian in the system's apt configuration"; return 1; }
    "${as_root[@]}" debootstrap --variant=minbase "$codename" "$root" "$mirror" || return 1
    apt-config dump Acquire | "${as_root[@]}" tee "$root/etc/apt/apt.conf.d/00host" >/dev/null
    "${as_root[@]}" cp /etc/resolv.conf "$root/etc/resolv.conf"
    in_root "$root" "$root/tmp" sh -c "apt-get -q update && DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y --no-install-recommends install ${root_packages[$codename]} && apt-get clean"
}

# Runs a command in a root, in a directory of the host's; where that is is known inside as /mnt.
in_root() {
    "${as_root[@]}" "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/in_root" "$@"
}
