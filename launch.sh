# Starts a checkout's classes; builds them first if that has not been done since the sources changed. POSIX sh; sourced,
# with $root set.
#   prepare MODULE [MAVEN-ARGUMENT...]    sets java, java_version, and build: the class path is $build/*:$build/lib/*
# JAVA_HOME chooses the JDK.

program=${program:-${0#"$root/"}}
. "$root/dist/vtkhdf.sh"

# The library's own sources lie in its module's directory, those of the others in src/ of theirs.
is_current() {
    set -- "$root/pom.xml" "$root/isal/pom.xml" "$root/isal/src" "$root/src/pom.xml" "$root/src/main"
    [ "$module" = src ] || set -- "$@" "$root/$module/pom.xml" "$root/$module/src/main"
    case $module in
        vtk-bindings/*) set -- "$@" "$root/vtk-bindings/pom.xml" "$root/vtk-bindings/src/main" ;;
    esac
    [ -f "$build/stamp" ] && [ -z "$(find "$@" -newer "$build/stamp" -print | head -n 1)" ]
}

# Built elsewhere and moved into place, so that a build that fails or is interrupted leaves nothing half made.
build() {
    fresh=$build.$$
    command -v mvn >/dev/null || fail "the first use builds from source, which needs Maven: no mvn on the PATH"
    [ -x "$java_home/bin/javac" ] ||
        fail "the first use builds from source, which needs a JDK: no javac in $java_home/bin"
    say "building (the first use, or the sources have changed) ..."
    mkdir -p "$fresh"
    # Maven builds what the module needs, and may make a directory of the parent's, beside it.
    trap 'rm -rf "$root/target/${build##*/}.$$" "$root"/*/"target/${build##*/}.$$" "$build.$$"' EXIT
    touch "$fresh/stamp"
    JAVA_HOME=$java_home mvn -q -B -f "$root/pom.xml" -pl "$module" -Dmaven.test.skip=true "$@" \
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
        is_current || build "$@"
    ) 9>"$build.lock"
}

prepare() {
    module=$1
    shift
    build=$root/$module/target/launcher
    find_java
    is_current || build_once "$@"
}
