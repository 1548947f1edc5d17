package io.vtkhdf.tests.vtk;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import vtk.vtkStructuredPointsWriter;

/** One of the ways in which VTK writes a legacy file. */
record LegacyMode(boolean isBinary, boolean isOldVersion, boolean hasExtent) {

    private static final int VERSION_4_2 = 42;
    private static final int VERSION_5_1 = 51;

    static Stream<LegacyMode> all() {
        return IntStream.range(0, 8)
                .mapToObj(bits -> new LegacyMode((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
    }

    void applyTo(vtkStructuredPointsWriter writer) {
        if (isBinary) {
            writer.SetFileTypeToBinary();
        } else {
            writer.SetFileTypeToASCII();
        }
        writer.SetFileVersion(isOldVersion ? VERSION_4_2 : VERSION_5_1);
        writer.SetWriteExtent(hasExtent);
    }
}
