package io.vtkhdf.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The first bytes that are asked of a file, whose length is not known yet: its last ones, or its first. */
final class ProbeWish implements Wish {

    private static final int SIZE = BlockCache.SIZE;

    /** Which bytes. */
    enum End {
        LAST("bytes=-" + SIZE),
        FIRST("bytes=0-" + (SIZE - 1));

        private final String range;

        End(String range) {
            this.range = range;
        }
    }

    private final RemoteFile file;
    private final End end;
    private RemoteState state;
    private long position;
    private ByteBuffer bytes;

    ProbeWish(RemoteFile file, End end) {
        this.file = file;
        this.end = end;
    }

    @Override
    public String range() {
        return end.range;
    }

    @Override
    public long size() {
        return SIZE;
    }

    @Override
    public synchronized boolean isFulfilled() {
        return bytes == null || !bytes.hasRemaining();
    }

    @Override
    public synchronized BodySink accept(AnswerHead head) throws IOException {
        bytes = null;
        state = null;
        switch (head.status()) {
            case AnswerHead.PARTIAL -> acceptRange(head);
            case AnswerHead.OK -> acceptWhole(head);
            case AnswerHead.NOT_SATISFIABLE -> acceptNone(head);
            default -> throw HttpFault.ofStatus(file.name(), head.status());
        }
        ByteBuffer target = bytes;
        return target == null ? BodySink.dropping() : new BodySink(target.remaining(), target::put);
    }

    private void acceptRange(AnswerHead head) throws IOException {
        HttpFault.requirePlain(file.name(), head);
        AnswerHead.ContentRange found = head.contentRange()
                .orElseThrow(() -> HttpFault.of(
                        file.name(),
                        "found a range of " + head.header("Content-Range").orElse("which the server does not tell")
                                + ", expected " + end.range + " of a length that it tells"));
        long length = found.length();
        long first = end == End.LAST ? Math.max(0, length - SIZE) : 0;
        long last = Math.min(length, first + SIZE) - 1;
        if (found.first() != first || found.last() != last) {
            throw HttpFault.of(
                    file.name(), "found the range " + found + ", expected " + first + "-" + last + "/" + length);
        }
        long size = head.contentLength().orElse(last - first + 1);
        if (size != last - first + 1) {
            throw HttpFault.of(file.name(), "found " + size + " bytes for the range " + found);
        }
        begin(head, length, first, (int) size);
    }

    /** A small file need not be sent in parts. */
    private void acceptWhole(AnswerHead head) throws IOException {
        HttpFault.requirePlain(file.name(), head);
        long length = head.contentLength().orElse(Long.MAX_VALUE);
        if (length <= SIZE) {
            begin(head, length, 0, (int) length);
        } else if (end == End.FIRST) {
            throw HttpFault.noRanges(file.name());
        }
    }

    /** An empty file has no last bytes. */
    private void acceptNone(AnswerHead head) throws IOException {
        if (head.contentRange().filter(range -> range.length() == 0).isPresent()) {
            state = RemoteState.of(0, head);
        } else if (end == End.FIRST) {
            throw HttpFault.ofStatus(file.name(), head.status());
        }
    }

    private void begin(AnswerHead head, long length, long first, int size) {
        state = RemoteState.of(length, head);
        position = first;
        bytes = ByteBuffer.allocate(size);
    }

    /** Whether it is known by the answer which file this is; a server may know of no last bytes. */
    synchronized boolean isAnswered() {
        return state != null;
    }

    synchronized RemoteState state() {
        return state;
    }

    synchronized long position() {
        return position;
    }

    /** What has arrived. */
    synchronized byte[] bytes() {
        return bytes == null ? new byte[0] : bytes.array();
    }
}
