package io.vtkhdf.testing;

import io.vtkhdf.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Bytes in memory that count what would have been asked of a server: ranges that are near to one another are one
 * request, which has a largest size.
 */
public final class RemoteBytes implements ByteSource {

    public static final int GAP = 256 << 10;
    public static final int LARGEST = 8 << 20;

    private final String name;
    private final byte[] bytes;
    private int lists;
    private int requests;
    private long transferred;
    private long largestList;

    public RemoteBytes(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    public static RemoteBytes of(Path file) throws IOException {
        return new RemoteBytes(file.toString(), Files.readAllBytes(file));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        read(List.of(new Range(position, target)));
    }

    @Override
    public void read(List<Range> ranges) throws IOException {
        for (Range range : ranges) {
            requireInside(range.position(), range.target().remaining());
        }
        count(ranges);
        for (Range range : ranges) {
            range.target().put(bytes, (int) range.position(), range.target().remaining());
        }
    }

    private synchronized void count(List<Range> ranges) {
        lists++;
        largestList = Math.max(
                largestList,
                ranges.stream().mapToLong(range -> range.target().remaining()).sum());
        long start = -1;
        long end = 0;
        for (Range range : ranges.stream()
                .sorted(Comparator.comparingLong(Range::position))
                .toList()) {
            if (start < 0 || range.position() - end >= GAP) {
                request(start, end);
                start = range.position();
            }
            end = Math.max(end, range.position() + range.target().remaining());
        }
        request(start, end);
    }

    private void request(long start, long end) {
        if (start >= 0) {
            requests += (int) ((end - start + LARGEST - 1) / LARGEST);
            transferred += end - start;
        }
    }

    public synchronized void forget() {
        lists = 0;
        requests = 0;
        transferred = 0;
        largestList = 0;
    }

    /** How often it was asked for something. */
    public synchronized int lists() {
        return lists;
    }

    public synchronized int requests() {
        return requests;
    }

    public synchronized long transferred() {
        return transferred;
    }

    /** The most bytes that were wanted at once. */
    public synchronized long largestList() {
        return largestList;
    }

    @Override
    public void close() {}
}
