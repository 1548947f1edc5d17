package io.vtkhdf.http;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.ShownText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * A file of a server. Small reads are of blocks, which are kept: what goes on where the last such read has ended brings
 * more and more of them at once. Large reads, and lists of ranges, go straight to where they are wanted.
 */
final class HttpSource implements ByteSource {

    private static final int MOST_AHEAD = 16;

    private final RemoteFile file;
    private final BlockCache blocks;
    private final Set<Batch> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Where the last blocks that were asked for have ended, and how many they were. */
    private long readTo = -1;

    private int ahead = 1;

    /** @param file one that there is */
    HttpSource(RemoteFile file) {
        this.file = file;
        this.blocks = file.session().blocks();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        requireInside(position, target.remaining());
        requireOpen();
        if (copyKept(position, target)) {
            return;
        } else if (target.remaining() < BlockCache.SIZE) {
            readBlocks(position, target);
        } else {
            fetch(List.of(new Range(position, target)));
            target.position(target.limit());
        }
    }

    @Override
    public void read(List<Range> ranges) throws IOException {
        for (Range range : ranges) {
            requireInside(range.position(), range.target().remaining());
        }
        requireOpen();
        List<Range> missing = new ArrayList<>();
        for (Range range : ranges) {
            if (!copyKept(range.position(), range.target())) {
                missing.add(range);
            }
        }
        fetch(missing);
        missing.forEach(range -> range.target().position(range.target().limit()));
    }

    private void fetch(List<Range> ranges) throws IOException {
        List<RangeWish> wishes = RangePlan.of(file, ranges);
        Batch batch = new Batch(file, wishes);
        running.add(batch);
        try {
            requireOpen();
            batch.run();
        } finally {
            running.remove(batch);
        }
        requireAll(ranges, wishes);
    }

    private void requireAll(List<Range> ranges, List<RangeWish> wishes) throws IOException {
        long wanted = 0;
        for (Range range : ranges) {
            wanted += range.target().remaining();
        }
        long arrived = 0;
        for (RangeWish wish : wishes) {
            arrived += wish.arrived();
        }
        requireAll(wanted, arrived);
    }

    /** That each byte has come: what has not would read as 0. */
    private void requireAll(long wanted, long arrived) throws IOException {
        if (arrived != wanted) {
            throw HttpFault.of(file.name(), "found " + arrived + " bytes of the " + wanted + " asked for");
        }
    }

    /** Fills a buffer if all of its bytes are here; it is untouched otherwise. */
    private boolean copyKept(long position, ByteBuffer target) throws IOException {
        int size = target.remaining();
        if (size == 0) {
            return true;
        } else if (size > BlockCache.SIZE * BlockCache.MOST) {
            return false;
        }
        Map<Long, byte[]> found = new TreeMap<>();
        for (long index : indexes(position, size)) {
            byte[] block = blocks.find(file, index).orElse(null);
            if (block == null) {
                return false;
            }
            found.put(index, block);
        }
        copy(position, target, found);
        return true;
    }

    private void readBlocks(long position, ByteBuffer target) throws IOException {
        List<Long> wanted = indexes(position, target.remaining());
        Map<Long, byte[]> found = new TreeMap<>();
        while (found.size() < wanted.size()) {
            Map<Long, CompletableFuture<byte[]>> claimed = new TreeMap<>();
            Map<Long, CompletableFuture<byte[]>> coming = new TreeMap<>();
            for (long index : wanted) {
                if (!found.containsKey(index)) {
                    coming.put(index, blocks.findOrClaim(file, index, claimed));
                }
            }
            bring(claimed);
            for (Map.Entry<Long, CompletableFuture<byte[]>> each : coming.entrySet()) {
                byte[] block = await(each.getValue());
                if (block != null) {
                    found.put(each.getKey(), block);
                }
            }
        }
        copy(position, target, found);
    }

    /** Null if another thread was at it that has been interrupted, or has closed its source. */
    private byte[] await(CompletableFuture<byte[]> coming) throws IOException {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Batch.interrupted(file);
        } catch (ExecutionException e) {
            requireOpen();
            if (e.getCause() instanceof IOException failure && !(failure instanceof InterruptedIOException)) {
                throw failure;
            }
            return null;
        }
    }

    /** Reads the blocks that nobody else reads, and more where it goes on. */
    private void bring(Map<Long, CompletableFuture<byte[]>> claimed) throws IOException {
        if (claimed.isEmpty()) {
            return;
        }
        Throwable failure = new IllegalStateException();
        try {
            claimAhead(claimed);
            Map<Long, byte[]> fresh = new TreeMap<>();
            List<Range> ranges = new ArrayList<>();
            for (long index : claimed.keySet()) {
                fresh.put(index, new byte[BlockCache.size(index, length())]);
                ranges.add(new Range(BlockCache.start(index, length()), ByteBuffer.wrap(fresh.get(index))));
            }
            fetch(ranges);
            fresh.forEach((index, block) -> blocks.bring(file, index, block));
        } catch (IOException e) {
            failure = e;
            throw e;
        } finally {
            blocks.giveUp(file, claimed, failure);
        }
    }

    private synchronized void claimAhead(Map<Long, CompletableFuture<byte[]>> claimed) {
        long first = ((TreeMap<Long, ?>) claimed).lastKey();
        long last = ((TreeMap<Long, ?>) claimed).firstKey();
        ahead = BlockCache.start(first, length()) == readTo ? Math.min(2 * ahead, MOST_AHEAD) : 1;
        while (claimed.size() < ahead && last > 0) {
            int before = claimed.size();
            blocks.findOrClaim(file, --last, claimed);
            if (claimed.size() == before) {
                break;
            }
        }
        long end = ((TreeMap<Long, ?>) claimed).firstKey();
        readTo = BlockCache.start(end, length()) + BlockCache.size(end, length());
    }

    /** Of the blocks that some bytes are in. */
    private List<Long> indexes(long position, int size) {
        List<Long> indexes = new ArrayList<>();
        long last = BlockCache.index(position + size - 1, length());
        for (long index = BlockCache.index(position, length()); index >= last; index--) {
            indexes.add(index);
        }
        return indexes;
    }

    private void copy(long position, ByteBuffer target, Map<Long, byte[]> found) throws IOException {
        int start = target.position();
        int size = target.remaining();
        int copied = 0;
        for (Map.Entry<Long, byte[]> each : found.entrySet()) {
            byte[] block = each.getValue();
            long at = BlockCache.start(each.getKey(), length());
            int from = (int) Math.max(0, position - at);
            int to = (int) Math.min(block.length, position + size - at);
            target.put(start + (int) (at + from - position), block, from, to - from);
            copied += to - from;
        }
        requireAll(size, copied);
        target.position(target.limit());
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(ShownText.of(name()) + ": the reader is closed");
        }
    }

    /** By what the answers have told: none was of another file. */
    @Override
    public void requireUnchanged() throws IOException {
        if (file.isChanged()) {
            throw file.changed("found another file in its place");
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(Batch::abort);
    }
}
