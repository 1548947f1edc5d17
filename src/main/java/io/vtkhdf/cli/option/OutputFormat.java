package io.vtkhdf.cli.option;

import io.vtkhdf.input.FileFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/** The formats that are written. */
public enum OutputFormat {
    VTKHDF(FileFormat.VTKHDF::isNameOf),
    VTI(FileFormat.VTI::isNameOf),
    PVD(FileFormat.PVD::isNameOf),
    NPY(FileFormat.NPY::isNameOf),
    NRRD(file -> isNamed(file, ".nrrd")),
    MHA(file -> isNamed(file, ".mha")),
    MHD(file -> isNamed(file, ".mhd"));

    private final Predicate<Path> names;

    OutputFormat(Predicate<Path> names) {
        this.names = names;
    }

    /** Whether a file's name is that of a format that is read and written, one image or series in one file. */
    public static boolean isWritten(Path file) {
        return VTKHDF.names.test(file) || VTI.names.test(file);
    }

    /** @throws IllegalArgumentException if the name has no extension of a format that is written */
    public static OutputFormat of(Path file) {
        for (OutputFormat candidate : values()) {
            if (candidate.names.test(file)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(
                file
                        + ": found no extension of a format that is written, expected .vtkhdf, .hdf, .vti, .pvd, .npy, .nrrd, .mha or .mhd, or --output-dir for a directory");
    }

    private static boolean isNamed(Path file, String extension) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /**
     * The file in a directory that is named after another file, with this format's extension.
     *
     * @param place of the other file in its own directory
     */
    Path fileIn(Path directory, Path place) {
        String name = place.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return directory.resolve(place).resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "." + this);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
