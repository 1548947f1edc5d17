package io.vtkhdf.cli.option;

import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.WriteOptions;
import java.util.List;

/** How the values of a plan are stored. */
public final class PlanStorageOptions implements Args {

    private final Arg<Compression> compression = Compression.option(
            "none: all slabs in one file; fast, gzip or gzip:1 (fast) to gzip:9 (small): each slab in a"
                    + " part of its own. Default: ${DEFAULT-VALUE}.");

    private final Arg<ChunkShape> chunk = Chunk.option(
            "slice, brick, or the chunk's size as Z,Y,X: slabs begin where chunks do. Default: auto, which is slice"
                    + " if the data are compressed, else no chunks and no parts.");

    private final Arg<Boolean> checksum =
            Arg.flag("--checksum", "Store a checksum with each chunk, as of 'convert'; it implies --chunk slice.");

    private final Arg<Boolean> keepExtent = Arg.flag(
            "--keep-extent",
            "Keep an extent that does not start at 0, which VTK up to 9.6 misreads. Default: move the offset into the"
                    + " origin.");

    @Override
    public List<Arg<?>> args() {
        return List.of(compression, chunk, checksum, keepExtent);
    }

    /** @throws IllegalArgumentException with a compression that is not for VTKHDF */
    public WriteOptions writeOptions() {
        return WriteOptions.defaults()
                .withStorage(StorageOptions.storage(compression, chunk, checksum))
                .withKeepExtent(keepExtent.isGiven());
    }
}
