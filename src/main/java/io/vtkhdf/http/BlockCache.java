package io.vtkhdf.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The blocks of files that were read last, and those that are on their way. Blocks are counted from the end of a file,
 * so that the first one is what the first request brings. Thread-safe.
 */
final class BlockCache {

    static final int SIZE = 64 << 10;
    static final int MOST = 64;

    private record Key(Object file, long index) {}

    /** From the one that was used first. */
    private final Map<Key, CompletableFuture<byte[]>> blocks = new LinkedHashMap<>(2 * MOST, 0.75f, true);

    /** The block that a byte is in. */
    static long index(long position, long length) {
        return (length - 1 - position) / SIZE;
    }

    /** The position of a block's first byte. */
    static long start(long index, long length) {
        return Math.max(0, length - (index + 1) * SIZE);
    }

    static int size(long index, long length) {
        return (int) (length - index * SIZE - start(index, length));
    }

    /** A block that is here. */
    synchronized Optional<byte[]> find(Object file, long index) {
        CompletableFuture<byte[]> block = blocks.get(new Key(file, index));
        return block == null || !block.isDone() ? Optional.empty() : Optional.of(block.join());
    }

    /**
     * A block that is here or on its way; if it is neither, who asks has to bring it, and gets a future that is not in
     * {@code claimed} yet.
     */
    synchronized CompletableFuture<byte[]> findOrClaim(
            Object file, long index, Map<Long, CompletableFuture<byte[]>> claimed) {
        return blocks.computeIfAbsent(new Key(file, index), key -> {
            CompletableFuture<byte[]> block = new CompletableFuture<>();
            claimed.put(index, block);
            return block;
        });
    }

    /** Ends a claim: with a block, which all who wait for it get. */
    synchronized void bring(Object file, long index, byte[] block) {
        blocks.computeIfAbsent(new Key(file, index), key -> new CompletableFuture<>())
                .complete(block);
        Iterator<CompletableFuture<byte[]>> eldest = blocks.values().iterator();
        while (blocks.size() > MOST && eldest.hasNext()) {
            if (eldest.next().isDone()) {
                eldest.remove();
            }
        }
    }

    /** Ends claims that have not come to anything; whoever waits for them is told why. */
    synchronized void giveUp(Object file, Map<Long, CompletableFuture<byte[]>> claimed, Throwable reason) {
        List<Long> open = new ArrayList<>(claimed.keySet());
        open.removeIf(index -> claimed.get(index).isDone());
        for (long index : open) {
            blocks.remove(new Key(file, index));
            claimed.get(index).completeExceptionally(reason);
        }
    }
}
