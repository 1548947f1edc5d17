package io.vtkhdf.hdf5;

import io.vtkhdf.bytes.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A source of which some bytes have been fetched already; all others are read from it when they are asked for. So
 * whoever reads need not know which were expected.
 */
public final class Fetched implements ByteSource {

    private final ByteSource source;
    /** By the positions that they begin at, none of which lies in another. */
    private final TreeMap<Long, byte[]> held = new TreeMap<>();

    private Fetched(ByteSource source) {
        this.source = source;
    }

    /**
     * Asks for all spans at once; what overlaps or touches is one range.
     *
     * @param spans in any order; together of less than 2^31 bytes
     * @return the same file
     * @throws EOFException if one of them is not inside the file; nothing is allocated then
     */
    public static FileBytes of(FileBytes bytes, List<Span> spans) throws IOException {
        for (Span span : spans) {
            bytes.requireHeld(span.address(), span.size());
        }
        List<Span> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparingLong(Span::address));
        Fetched fetched = new Fetched(bytes.source());
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < ordered.size(); ) {
            long start = ordered.get(i).address();
            long end = start;
            for (; i < ordered.size() && ordered.get(i).address() <= end; i++) {
                end = Math.max(end, ordered.get(i).end());
            }
            byte[] target = new byte[Math.toIntExact(end - start)];
            fetched.held.put(bytes.base() + start, target);
            ranges.add(new Range(bytes.base() + start, ByteBuffer.wrap(target)));
        }
        if (!ranges.isEmpty()) {
            bytes.read(ranges);
        }
        return new FileBytes(fetched, bytes.base(), bytes.length());
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public boolean isRemote() {
        return source.isRemote();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        Map.Entry<Long, byte[]> before = held.floorEntry(position);
        long from = before == null ? 0 : position - before.getKey();
        if (before != null && from <= before.getValue().length - target.remaining()) {
            target.put(before.getValue(), (int) from, target.remaining());
        } else {
            source.read(position, target);
        }
    }

    @Override
    public void requireUnchanged() throws IOException {
        source.requireUnchanged();
    }

    /** Does nothing: the source is another's. */
    @Override
    public void close() {}
}
