package io.vtkhdf.hdf5.fetch;

import io.vtkhdf.chunk.StoredChunk;
import io.vtkhdf.hdf5.FileBytes;
import java.io.IOException;

/** A chunk in a file. If it is read piece by piece where each request is dear, larger pieces are asked for. */
public final class FileChunk implements StoredChunk {

    private static final int LEAST = 1 << 20;

    private final FileBytes bytes;
    private final long address;
    private final int size;
    private byte[] piece = {};
    private int pieceFrom;

    public FileChunk(FileBytes bytes, long address, int size) {
        this.bytes = bytes;
        this.address = address;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void read(int from, byte[] target, int count) throws IOException {
        if (!bytes.isRemote() || count >= Math.min(size, LEAST)) {
            bytes.read(address + from, target, count);
            return;
        }
        if (from < pieceFrom || from + count > pieceFrom + piece.length) {
            piece = bytes.read(address + from, Math.min(size - from, LEAST));
            pieceFrom = from;
        }
        System.arraycopy(piece, from - pieceFrom, target, 0, count);
    }
}
