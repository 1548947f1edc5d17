package io.vtkhdf.vti.block;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.OptionalLibrary;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What compresses the blocks of values, as the attribute {@code compressor} names it. */
public enum VtiCompression {
    NONE(null, null),
    /** Blocks are zlib streams. */
    ZLIB("vtkZLibDataCompressor", null),
    /** Blocks are LZ4 blocks, without a frame. */
    LZ4("vtkLZ4DataCompressor", OptionalLibrary.LZ4),
    /** Blocks are .xz files. */
    LZMA("vtkLZMADataCompressor", OptionalLibrary.XZ);

    private final String vtkName;
    private final OptionalLibrary library;

    VtiCompression(String vtkName, OptionalLibrary library) {
        this.vtkName = vtkName;
        this.library = library;
    }

    /** @throws UnsupportedFileException if the library that this needs is not there */
    public void requireLibrary(InputPlace place) throws UnsupportedFileException {
        if (library != null) {
            library.require(place, "values compressed by " + vtkName);
        }
    }

    /** As VTK names it; null for none. */
    public String vtkName() {
        return vtkName;
    }

    static Optional<VtiCompression> ofVtkName(String name) {
        return Arrays.stream(values())
                .filter(value -> name.equals(value.vtkName))
                .findFirst();
    }

    static String vtkNames() {
        return Arrays.stream(values())
                .filter(value -> value.vtkName != null)
                .map(value -> value.vtkName)
                .collect(Collectors.joining(", "));
    }
}
