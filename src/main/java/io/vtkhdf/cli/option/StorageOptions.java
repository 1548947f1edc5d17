package io.vtkhdf.cli.option;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** How values are stored in the file that is written. */
final class StorageOptions implements Args {

    /** The choices of {@code --encoding}. */
    enum Encoding {
        RAW,
        ASCII
    }

    private final Arg<Compression> compression = Compression.option(
            "none, fast, gzip or gzip:1 (fast) to gzip:9 (small), and for .vti lz4. Fast is gzip:1 in"
                    + " VTKHDF and lz4 in .vti. Default: ${DEFAULT-VALUE}.");

    private final EngineOption engine = new EngineOption();

    private final Arg<ChunkShape> chunk =
            Chunk.option("VTKHDF: slice (fastest slice by slice; slices of more than 4 MiB in equal parts), brick (for"
                    + " slices across any axis), or the chunk's size as Z,Y,X. Default: auto, which is slice if the"
                    + " data are compressed, else no chunks.");

    private final Arg<Boolean> checksum = Arg.flag(
            "--checksum",
            "VTKHDF: store a checksum with each chunk, which readers verify. Without --compress or --chunk,"
                    + " it implies --chunk slice. Field arrays have none.");

    private final Arg<Boolean> keepExtent = Arg.flag(
            "--keep-extent",
            "VTKHDF: keep an extent that does not start at 0, which VTK up to 9.6 misreads. Default: move"
                    + " the offset into the origin. A .vti file always keeps it.");

    @Override
    public List<Arg<?>> args() {
        return Specs.together(compression, engine, chunk, checksum, keepExtent, oldestVtk, encoding);
    }

    private final Arg<VtkRelease> oldestVtk = Arg.of(
            VtkRelease.class,
            OptionSpec.builder("--oldest-vtk")
                    .paramLabel("VERSION")
                    .converters(new ReleaseOption())
                    .description(
                            "VTKHDF: refuse (exit code 4) what this version of VTK or a newer one would not read, such as"
                                    + " 9.3; 'vtkhdf validate' shows which ParaView has which VTK. Default: write it, and tell if"
                                    + " one of the two newest would not."));

    private final Arg<Encoding> encoding = Arg.of(
            Encoding.class,
            OptionSpec.builder("--encoding")
                    .paramLabel("HOW")
                    .description(
                            ".vti: raw (after the XML, default) or ascii (decimal text, which loses nothing but what tells"
                                    + " one NaN from another; VTK's reader takes -inf there for inf)."));

    /** @throws IllegalArgumentException if an option is for .vti only */
    private Storage vtkhdf() {
        if (encoding.isGiven()) {
            throw new IllegalArgumentException("--encoding is for .vti only");
        }
        return storage(compression, chunk, checksum);
    }

    /** @throws IllegalArgumentException with a compression that is not for VTKHDF */
    static Storage storage(Arg<Compression> compression, Arg<ChunkShape> chunk, Arg<Boolean> checksum) {
        Storage chosen = compression.get().vtkhdf();
        Storage chunked = chunk.isGiven() ? chosen.withChunk(chunk.get()) : chosen;
        return checksum.isGiven() ? chunked.withChecksum() : chunked;
    }

    /** @throws IllegalArgumentException if an option is for VTKHDF only, or text is to be compressed */
    VtiForm vti() {
        if (engine.isGiven() || chunk.isGiven() || checksum.isGiven() || oldestVtk.isGiven()) {
            String option = engine.isGiven()
                    ? "--deflate-engine"
                    : chunk.isGiven() ? "--chunk" : checksum.isGiven() ? "--checksum" : "--oldest-vtk";
            throw new IllegalArgumentException(option + " is for VTKHDF only");
        } else if (encoding.get() != Encoding.ASCII) {
            return compression.get().vti();
        } else if (compression.get().method() != Compression.Method.NONE) {
            throw new IllegalArgumentException("--encoding ascii is not compressed, found --compress");
        }
        return VtiForm.ascii();
    }

    /** @throws IllegalArgumentException if something else than raw values is asked for */
    void requireDefaults(String form) {
        if (!vti().equals(VtiForm.raw())) {
            throw new IllegalArgumentException(
                    "found --compress or --encoding, expected neither: " + form + " files hold bare values");
        }
    }

    boolean keepsExtent() {
        return keepExtent.isGiven();
    }

    /** The options of a VTKHDF file with regard to how it is stored. */
    WriteOptions writeOptions() {
        WriteOptions options = engine.addTo(WriteOptions.defaults().withStorage(vtkhdf()), compression.get())
                .withKeepExtent(keepExtent.isGiven());
        return oldestVtk.isGiven() ? options.withOldestReader(oldestVtk.get()) : options;
    }
}
