# Starts a module's classes; builds them first if that has not been done since the sources changed. Sourced, with $root set.
#   prepare MODULE    sets java, java_version if it is known, and build: the class path is $build/*:$build/lib/*
# JAVA_HOME chooses the JDK; maven_options may hold more arguments for Maven.

maven_options=()

# Without a locale, or with one that is not installed, Java takes every letter of a file name beyond ASCII for an error.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    C.UTF-8 | C.utf8) ;;
    '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
    *) [[ $(locale charmap 2>/dev/null) != ANSI_X3.4-1968 ]] || export LC_ALL=C.UTF-8 ;;
esac

say() {
    local self
    self=$(readlink -f "$0")
    echo "${self#"$root"/}: $1" >&2
}

fail() {
    say "$1"
    exit 3
}

# The library's own sources lie in its module's directory, those of the others in src/ of theirs.
is_current() {
    local sources=("$root/pom.xml" "$root/src/pom.xml" "$root/src/main")
    [[ $module == src ]] || sources+=("$root/$module/pom.xml" "$root/$module/src/main")
    [[ $module != vtk-bindings/* ]] || sources+=("$root/vtk-bindings/pom.xml" "$root/vtk-bindings/src/main")
    [[ -f $build/stamp && -z $(find "${sources[@]}" -newer "$build/stamp" -print -quit) ]]
}

# Built elsewhere and moved into place, so that a build that fails or is interrupted leaves nothing half made.
build() {
    local home=$1 fresh=$build.$$
    command -v mvn >/dev/null || fail "the first use builds from source, which needs Maven: no mvn on the PATH"
    [[ -x $home/bin/javac ]] || fail "the first use builds from source, which needs a JDK: no javac in $home/bin"
    say "building (the first use, or the sources have changed) ..."
    mkdir -p "$fresh"
    # Maven builds what the module needs, and may make a directory of the parent's, beside it.
    trap 'rm -rf "$root/target/${build##*/}.$$" "$root"/*/"target/${build##*/}.$$" "$build.$$"' EXIT
    touch "$fresh/stamp"
    JAVA_HOME=$home mvn -q -B -f "$root/pom.xml" -pl "$module" -am -Dmaven.test.skip=true "${maven_options[@]}" \
        -Dvtkhdf.target="target/${fresh##*/}" package >"$build.log" 2>&1 </dev/null ||
        fail "the build failed, see $build.log"
    rm -rf "$build"
    mv "$fresh" "$build"
}

build_once() {
    mkdir -p "${build%/*}" 2>/dev/null || fail "the first use builds from source, but ${build%/*} cannot be written"
    (
        if command -v flock >/dev/null; then
            flock 9
        fi
        is_current || build "$1"
    ) 9>"$build.lock"
}

prepare() {
    local home
    module=$1
    build=$root/$module/target/launcher
    java=${JAVA_HOME:+$JAVA_HOME/bin/java}
    java=${java:-$(command -v java || true)}
    [[ -n $java ]] || fail "no java on the PATH and JAVA_HOME is not set; Java 17 or newer is needed"
    [[ -x $java ]] || fail "JAVA_HOME is $JAVA_HOME, but $java cannot be run"
    home=$(readlink -f "$java")
    home=${home%/bin/java}
    # The release file spares the start of a JVM.
    java_version=
    if [[ -f $home/release ]] && [[ $(<"$home/release") =~ JAVA_VERSION=\"(1\.)?([0-9]+) ]]; then
        java_version=${BASH_REMATCH[2]}
        ((java_version >= 17)) || fail "found Java $java_version in $home; Java 17 or newer is needed"
    fi
    is_current || build_once "$home"
}
