# What the start scripts have in common: finds Java, keeps an archive of the classes that the commands use, and starts
# the command line. POSIX sh, which macOS's bash 3.2 and dash understand; sourced, with $program set, which errors name.
#   find_java                 sets java, java_home, java_version (17) and java_release (17.0.15)
#   prepare_archive HOME      does so for what was unpacked to HOME, and sets class_path and archive
#   start_vtkhdf ARGUMENT...  becomes Java; needs java, java_version, class_path and archive
# JAVA_HOME chooses the JDK, VTKHDF_JAVA_OPTS goes to java.

# Without a locale, or with one that is not installed, Java takes every letter of a file name beyond ASCII for an error.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    C.UTF-8 | C.utf8) ;;
    '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
    *) [ "$(locale charmap 2>/dev/null)" != ANSI_X3.4-1968 ] || export LC_ALL=C.UTF-8 ;;
esac

say() {
    echo "$program: $1" >&2
}

fail() {
    say "$1"
    exit 3
}

find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but $java cannot be run"
    else
        java=$(command -v java || true)
        # macOS's own is a stand-in, there whether a Java is or not.
        if [ "$java" = /usr/bin/java ] && [ -x /usr/libexec/java_home ]; then
            java=$(/usr/libexec/java_home -v 17+ 2>/dev/null || true)
            java=${java:+$java/bin/java}
        fi
        [ -n "$java" ] || fail "no java on the PATH and JAVA_HOME is not set; Java 17 or newer is needed"
    fi
    java_home=$java
    while [ -L "$java_home" ]; do
        link=$(readlink "$java_home")
        case $link in
            /*) java_home=$link ;;
            *) java_home=${java_home%/*}/$link ;;
        esac
    done
    java_home=${java_home%/bin/java}
    read_java_version
    java_version=${java_release#1.}
    java_version=${java_version%%[!0-9]*}
    [ "${java_version:-0}" -ge 17 ] ||
        fail "found Java ${java_release:-of an unknown version} in $java_home; Java 17 or newer is needed"
}

# The release file spares the start of a JVM.
read_java_version() {
    java_release=
    if [ -f "$java_home/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" != JAVA_VERSION ] || java_release=$value
        done <"$java_home/release"
        java_release=${java_release#\"}
        java_release=${java_release%\"*}
    fi
    [ -n "$java_release" ] ||
        java_release=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
}

# Java itself may have come along. The archive of classes lies beside the program, or with those who cannot write there
# in their cache.
prepare_archive() {
    if [ -x "$1/runtime/bin/java" ]; then
        java=$1/runtime/bin/java java_home=$1/runtime
        read_java_version
        java_version=${java_release%%.*}
    else
        find_java
    fi
    class_path=$1/lib/vtkhdf.jar
    archive=$1/lib/classes-$java_release.jsa
    if [ ! -f "$archive" ] && [ ! -w "$1/lib" ]; then
        cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
        archive=${cache:+$cache/vtkhdf$1/${archive##*/}}
        [ -z "$archive" ] || mkdir -p "${archive%/*}" 2>/dev/null || archive=
    fi
}

# Archives of the classes that the commands use, and Java itself: of all, and of those that are over in a moment, for what
# else is in an archive takes its time, too. Empty ones, which Java ignores, if that fails, and none where nothing can be
# written.
make_class_archives() {
    run=$archive.$$
    # It links the classes as well, where Java can.
    link=
    [ "$java_version" -lt 25 ] || link=-XX:+AOTClassLinking
    cat >"$run.vti" <<-'END' &&
	<VTKFile type="ImageData" version="0.1" header_type="UInt32" byte_order="LittleEndian" compressor="vtkZLibDataCompressor">
	<ImageData WholeExtent="0 1 0 1 0 1" Origin="0 0 0" Spacing=".5 .5 .5">
	<FieldData><DataArray type="Int32" Name="f" NumberOfTuples="1" format="ascii">1</DataArray></FieldData>
	<Piece Extent="0 1 0 1 0 1"><PointData Scalars="a">
	<DataArray type="Float64" Name="a" format="ascii">1 2 3 4 5 6 7 .8</DataArray>
	<DataArray type="UInt8" Name="b" format="binary">AQAAAAgAAAAAAAAAEAAAAA==eNpjZGJmYWVj5wAAAIAAJQ==</DataArray>
	</PointData></Piece></ImageData></VTKFile>
	END
        list_classes convert --quiet "$run.vti" "$run.vtkhdf" --compress fast &&
        list_classes info "$run.vtkhdf" &&
        list_classes --version &&
        list_classes --help &&
        list_classes convert --quiet "$run.vtkhdf" "$run.lz4.vti" --compress lz4 &&
        list_classes convert --quiet "$run.lz4.vti" "$run.raw.vtkhdf" &&
        list_classes diff "$run.vti" "$run.raw.vtkhdf" &&
        list_classes validate "$run.raw.vtkhdf" &&
        list_classes join --quiet "$run.raw.vtkhdf" "$run.joined.vtkhdf" &&
        archive_classes "$run.few" "$few" &&
        archive_classes "$run.all" "$archive" || { true >"$few" && true >"$archive"; } || true
    rm -f "$run".*
}

# list_classes COMMAND...: adds what a command uses, without numbers: a line that stands twice ends Java 17 while it archives.
list_classes() {
    "$java" $options -cp "$class_path" -Xshare:off "-XX:DumpLoadedClassList=$run.more" io.vtkhdf.cli.Main "$@" || return
    sed 's/ id: [0-9]*$//' "$run.more" >"$run.one"
    cat "$run.one" >>"$run.all"
    ! is_small "$@" || cat "$run.one" >>"$run.few"
}

# archive_classes LIST ARCHIVE
archive_classes() {
    # What derives from a class of picocli's that a lambda needs at once would be left out.
    awk '!/^@lambda-proxy .*ITypeConverter/ && !listed[$0]++' "$1" >"$run.classes" &&
        "$java" $options -cp "$class_path" -XX:+UseG1GC $link -Xshare:dump "-XX:SharedClassListFile=$run.classes" \
            "-XX:SharedArchiveFile=$run.jsa" "-XX:ErrorFile=$run.error" &&
        mv "$run.jsa" "$2"
}

# Whether a command is over in a moment.
is_small() {
    case " $* " in
        *" --stats "* | *" --distribution "* | *" --deep "*) return 1 ;;
    esac
    case ${1:-} in
        info | validate | -*) ;;
        *) return 1 ;;
    esac
}

start_vtkhdf() {
    # Java cannot ask whether stderr is a terminal, nor how wide it is; the progress bar needs to know.
    tty=false columns=
    if [ -t 2 ]; then
        tty=true
        columns=$(stty size <&2 2>/dev/null) || columns=
        columns=${columns#* }
    fi

    # Words without spaces. What logs nothing is not looked for in every jar.
    options="-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN"
    # Memory that was touched once stays: the heap, a 64th of the machine's unless told otherwise, is to grow only as needed.
    options="$options -Xms8m"
    # Older ones do not warn of native code, and start more slowly with this.
    [ "$java_version" -lt 24 ] || options="$options --enable-native-access=ALL-UNNAMED"

    # The classes that are always needed, as Java has them in memory; another Java than the one that made it ignores it.
    few=${archive:+${archive%.jsa}-few.jsa}
    if [ -n "$archive" ] && { [ ! -f "$archive" ] || [ ! -f "$few" ]; }; then
        [ $tty = false ] || say "making the next starts fast (the first use only) ..."
        (make_class_archives) >/dev/null 2>&1 </dev/null
    fi
    options="$options -Xlog:cds*=off -Dvtkhdf.stderr.tty=$tty ${columns:+-Dvtkhdf.stderr.columns=$columns}"
    if is_small "$@"; then
        archive=$few
        # What is over in a moment is not worth much compiling; the archive holds objects, too, that only G1 takes up.
        options="$options -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=10"
        collector=-XX:+UseG1GC
    else
        # Buffers are reused, so there is little garbage, and no need for threads that collect it.
        collector=-XX:+UseSerialGC
        # Compiling methods with all that they call takes some 10 MiB more, and more time than it saves; so does compiling
        # what has been called a few hundred times only.
        options="$options -XX:FreqInlineSize=100 -XX:CompileThresholdScaling=3"
    fi
    case ${VTKHDF_JAVA_OPTS:-} in
        *GC*) ;;
        *) options="$options $collector" ;;
    esac

    # Java ends with 1, which is what tells that images differ, if it cannot start, as with an option that it does not know.
    if [ -n "${VTKHDF_JAVA_OPTS:-}${JAVA_TOOL_OPTIONS:-}${JDK_JAVA_OPTIONS:-}" ] || [ "$(ulimit -v)" != unlimited ]; then
        said=$("$java" $options ${VTKHDF_JAVA_OPTS:-} -version 2>&1) ||
            fail "Java does not start: $(printf '%s' "$said" | tr '\n' ' ')"
    fi
    exec "$java" $options ${archive:+"-XX:SharedArchiveFile=$archive"} ${VTKHDF_JAVA_OPTS:-} -cp "$class_path" \
        io.vtkhdf.cli.Main "$@"
}
