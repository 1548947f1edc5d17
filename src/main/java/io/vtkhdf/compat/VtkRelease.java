package io.vtkhdf.compat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The releases of VTK that have a VTKHDF reader, oldest first, and the releases of ParaView that carry it. */
public enum VtkRelease {
    VTK_9_1("9.1", "5.10"),
    VTK_9_2("9.2", "5.11"),
    VTK_9_3("9.3", "5.12"),
    VTK_9_4("9.4", "5.13"),
    VTK_9_5("9.5", "6.0"),
    VTK_9_6("9.6", "6.1"),
    VTK_9_7("9.7", "6.2");

    private final String version;
    private final List<String> paraview;

    VtkRelease(String version, String... paraview) {
        this.version = version;
        this.paraview = List.of(paraview);
    }

    /** Major and minor version, such as {@code 9.3}. */
    public String version() {
        return version;
    }

    /**
     * The versions of ParaView with this VTK, such as {@code 5.12}; ParaView is built on a VTK between two releases, of
     * which this is the nearer.
     */
    public List<String> paraview() {
        return paraview;
    }

    /** The release of this {@link #version()}. */
    public static Optional<VtkRelease> ofVersion(String version) {
        return Arrays.stream(values())
                .filter(release -> release.version.equals(version))
                .findFirst();
    }

    /** Whether this one is older than the other. */
    public boolean isBefore(VtkRelease other) {
        return compareTo(other) < 0;
    }
}
