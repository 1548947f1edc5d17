package io.vtkhdf.http;

import io.vtkhdf.bytes.ByteSource.Range;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Bytes of a file that is known, scattered to where they are wanted; what lies between is dropped. */
final class RangeWish implements Wish {

    private final RemoteFile file;
    private final List<Range> ranges;
    private final long end;
    /** Of what has not arrived yet. */
    private long start;
    /** The first of the ranges that have not arrived. */
    private int first;

    private long arrived;

    /** @param ranges in the order of their positions, between two bytes of the file */
    RangeWish(RemoteFile file, long start, long end, List<Range> ranges) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.ranges = ranges;
    }

    @Override
    public synchronized String range() {
        return "bytes=" + start + "-" + (end - 1);
    }

    @Override
    public synchronized long size() {
        return end - start;
    }

    @Override
    public synchronized boolean isFulfilled() {
        return start == end;
    }

    /** The bytes that have come to stand where they are wanted; of two ranges that overlap, in each. */
    synchronized long arrived() {
        return arrived;
    }

    @Override
    public synchronized BodySink accept(AnswerHead head) throws IOException {
        switch (head.status()) {
            case AnswerHead.PARTIAL -> requireRange(head);
            case AnswerHead.OK -> requireWhole(head);
            case AnswerHead.PRECONDITION_FAILED -> throw file.changed("found another file in its place");
            case AnswerHead.NOT_SATISFIABLE ->
                throw file.changed("found no bytes " + start + "-" + (end - 1) + ", expected the " + file.length()
                        + " bytes that it had before");
            default -> throw HttpFault.ofStatus(file.name(), head.status());
        }
        return new BodySink(end - start, this::take);
    }

    private void requireRange(AnswerHead head) throws IOException {
        HttpFault.requirePlain(file.name(), head);
        AnswerHead.ContentRange found = head.contentRange()
                .orElseThrow(() -> HttpFault.of(
                        file.name(),
                        "found a range of " + head.header("Content-Range").orElse("which the server does not tell")
                                + ", expected " + asked()));
        file.requireSame(RemoteState.of(found.length(), head));
        if (found.first() != start || found.last() != end - 1) {
            throw HttpFault.of(file.name(), "found the range " + found + ", expected " + asked());
        }
        requireSize(head);
    }

    private String asked() {
        return start + "-" + (end - 1) + "/" + file.length();
    }

    /** That a server sends all is no fault if all was asked for. */
    private void requireWhole(AnswerHead head) throws IOException {
        HttpFault.requirePlain(file.name(), head);
        if (start != 0 || end != file.length() || head.contentLength().isEmpty()) {
            throw HttpFault.noRanges(file.name());
        }
        file.requireSame(RemoteState.of(head.contentLength().getAsLong(), head));
    }

    private void requireSize(AnswerHead head) throws IOException {
        long size = head.contentLength().orElse(end - start);
        if (size != end - start) {
            throw HttpFault.of(
                    file.name(), "found " + size + " bytes for the range " + asked() + ", expected " + (end - start));
        }
    }

    private synchronized void take(ByteBuffer bytes) {
        long arrivedTo = start + bytes.remaining();
        int base = bytes.position();
        for (int i = first; i < ranges.size() && ranges.get(i).position() < arrivedTo; i++) {
            copy(bytes, base, arrivedTo, ranges.get(i));
        }
        bytes.position(bytes.limit());
        start = arrivedTo;
        while (first < ranges.size() && end(ranges.get(first)) <= start) {
            first++;
        }
    }

    private void copy(ByteBuffer bytes, int base, long arrivedTo, Range range) {
        ByteBuffer target = range.target();
        long from = Math.max(start, range.position());
        long to = Math.min(arrivedTo, end(range));
        if (from < to) {
            target.put(target.position() + (int) (from - range.position()), bytes, base + (int) (from - start), (int)
                    (to - from));
            arrived += to - from;
        }
    }

    private static long end(Range range) {
        return range.position() + range.target().remaining();
    }
}
