package io.vtkhdf.cli;

import io.vtkhdf.ChunkShape;
import io.vtkhdf.Storage;
import io.vtkhdf.WriteOptions;
import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.vti.VtiForm;
import picocli.CommandLine.Option;

/** How values are stored in the file that is written. */
final class StorageOptions {

    /** The choices of {@code --encoding}. */
    enum Encoding {
        RAW,
        ASCII
    }

    @Option(
            names = "--compress",
            paramLabel = "HOW",
            converter = Compression.Converter.class,
            defaultValue = "none",
            description =
                    "none, fast, gzip or gzip:1 (fast) to gzip:9 (small), and for .vti lz4. Fast is gzip:1 in VTKHDF"
                            + " and lz4 in .vti. Default: ${DEFAULT-VALUE}.")
    private Compression compression;

    @Option(
            names = "--chunk",
            paramLabel = "SHAPE",
            converter = Chunk.class,
            description = "VTKHDF: slice (fastest slice by slice), brick (for slices across any axis), or the chunk's"
                    + " size as Z,Y,X. Default: auto, which is slice if the data are compressed, else no chunks.")
    private ChunkShape chunk;

    @Option(names = "--checksum", description = "VTKHDF: store a checksum with each chunk, which readers verify.")
    private boolean checksum;

    @Option(
            names = "--keep-extent",
            description = "VTKHDF: keep an extent that does not start at 0, which VTK up to 9.6 misreads. Default: move"
                    + " the offset into the origin. A .vti file always keeps it.")
    private boolean keepExtent;

    @Option(
            names = "--oldest-vtk",
            paramLabel = "VERSION",
            converter = ReleaseOption.class,
            description = "VTKHDF: refuse (exit code 4) what this version of VTK or a newer one would not read, such as"
                    + " 9.3; 'vtkhdf validate' shows which ParaView has which VTK. Default: write it, and tell.")
    private VtkRelease oldestVtk;

    @Option(
            names = "--encoding",
            paramLabel = "HOW",
            description =
                    ".vti: raw (after the XML, default) or ascii (decimal text, which loses nothing but what tells"
                            + " one NaN from another; VTK's reader takes -inf there for inf).")
    private Encoding encoding;

    /** @throws IllegalArgumentException if an option is for .vti only */
    private Storage vtkhdf() {
        if (encoding != null) {
            throw new IllegalArgumentException("--encoding is for .vti only");
        }
        Storage chosen = compression.vtkhdf();
        Storage chunked = chunk == null ? chosen : chosen.withChunk(chunk);
        return checksum ? chunked.withChecksum() : chunked;
    }

    /** @throws IllegalArgumentException if an option is for VTKHDF only, or text is to be compressed */
    VtiForm vti() {
        if (chunk != null || checksum || oldestVtk != null) {
            String option = chunk != null ? "--chunk" : checksum ? "--checksum" : "--oldest-vtk";
            throw new IllegalArgumentException(option + " is for VTKHDF only");
        } else if (encoding != Encoding.ASCII) {
            return compression.vti();
        } else if (compression.method() != Compression.Method.NONE) {
            throw new IllegalArgumentException("--encoding ascii is not compressed, found --compress");
        }
        return VtiForm.ascii();
    }

    /** The options of a VTKHDF file with regard to how it is stored. */
    WriteOptions writeOptions() {
        WriteOptions options = WriteOptions.defaults().storage(vtkhdf());
        options = keepExtent ? options.keepExtent() : options;
        return oldestVtk == null ? options : options.oldestReader(oldestVtk);
    }
}
