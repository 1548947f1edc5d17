package io.vtkhdf.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes .vti files. */
final class VtiFiles {

    static final int NX = 4;
    static final int NY = 3;
    static final int NZ = 5;

    private VtiFiles() {}

    /**
     * {@value NX} x {@value NY} x {@value NZ} points, with the arrays p (i + 10 j + 100 k), v, p on cells, and fields.
     */
    static Path small(Path file) throws IOException {
        return small(file, "");
    }

    /** The same with a text appended to the last value of p. */
    static Path small(Path file, String tail) throws IOException {
        String p = IntStream.range(0, NX * NY * NZ)
                .mapToObj(n -> Integer.toString(value(n % NX, n / NX % NY, n / (NX * NY))))
                .collect(Collectors.joining(" "));
        String v =
                IntStream.range(0, 2 * NX * NY * NZ).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        String cells = IntStream.range(0, (NX - 1) * (NY - 1) * (NZ - 1))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
        return Files.writeString(file, """
                <?xml version="1.0"?>
                <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                <ImageData WholeExtent="5 8 0 2 -1 3" Origin="0 0 0" Spacing="1 2 3">
                <FieldData><DataArray type="Float64" Name="TimeValue" NumberOfTuples="1" format="ascii">0.5</DataArray></FieldData>
                <Piece Extent="5 8 0 2 -1 3">
                <PointData Scalars="p">
                <DataArray type="Int16" Name="p" format="ascii">%s</DataArray>
                <DataArray type="Float32" Name="v" NumberOfComponents="2" format="ascii">%s</DataArray>
                </PointData>
                <CellData><DataArray type="UInt8" Name="p" format="ascii">%s</DataArray></CellData>
                </Piece></ImageData></VTKFile>
                """.formatted(p + tail, v, cells));
    }

    /** The value of p at a point. */
    static int value(int i, int j, int k) {
        return i + 10 * j + 100 * k;
    }

    /** 1024 x 1024 x {@code slices} float64 zeros, in a sparse file. */
    static Path zeros(Path file, int slices) throws IOException {
        String head = """
                <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                <ImageData WholeExtent="0 1023 0 1023 0 %1$d" Origin="0 0 0" Spacing="1 1 1">
                <Piece Extent="0 1023 0 1023 0 %1$d"><PointData>
                <DataArray type="Float64" Name="zero" format="appended" offset="0"/></PointData></Piece></ImageData>
                <AppendedData encoding="raw">_""".formatted(slices - 1);
        long bytes = 8L * 1024 * 1024 * slices;
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bytes)
                    .array());
            out.seek(out.getFilePointer() + bytes);
            out.write("</AppendedData></VTKFile>".getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }
}
