package io.vtkhdf.vti;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;

/** Opens images in pieces with memory for one piece: the others are given up, and read again, after each slab. */
public final class ThriftyPvti {

    private ThriftyPvti() {}

    public static ImageSource open(Path path) throws IOException {
        return PvtiSource.open(path, new VtiResources(new VtiMemory(0)), InputReach.FOLDER);
    }
}
