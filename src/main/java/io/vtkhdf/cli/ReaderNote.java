package io.vtkhdf.cli;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.source.ImageSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which releases of VTK do not read a file that is written, for what is said about it: if one of the newest does not.
 * That older ones do not is usual, and told by {@code vtkhdf validate} and by {@code --oldest-vtk}.
 */
final class ReaderNote {

    /** So many releases are what most people have. */
    private static final int NEWEST = 2;

    private ReaderNote() {}

    /** Empty if the newest read it. */
    static String of(ImageSource image, SeriesTarget target) {
        List<VtkRelease> failed = target.readings(image).stream()
                .filter(reading -> !reading.isRight())
                .map(Reading::release)
                .toList();
        int first = VtkRelease.values().length - NEWEST;
        return failed.stream().noneMatch(release -> release.ordinal() >= first)
                ? ""
                : "not read by VTK "
                        + failed.stream().map(VtkRelease::version).collect(Collectors.joining(", "))
                        + " ('vtkhdf validate' tells why)";
    }
}
