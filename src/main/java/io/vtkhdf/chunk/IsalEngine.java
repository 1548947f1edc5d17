package io.vtkhdf.chunk;

import io.vtkhdf.isal.GklIsal;
import io.vtkhdf.isal.Isal;
import io.vtkhdf.isal.RawDeflater;
import io.vtkhdf.isal.RawInflater;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.zip.Adler32;

/**
 * Intel's ISA-L, by the optional module {@code io.vtkhdf.isal}. It knows the two fastest levels of deflate; the others,
 * and what it cannot inflate, are left to the JDK. It works on raw deflate data: header and checksum of zlib (RFC 1950)
 * are added and verified here.
 */
final class IsalEngine implements ZlibEngine {

    /** Small, so that the JDK soon compiles the calls: only then does it use its fast code, five times as fast. */
    private static final int CHECKSUM_PIECE = 1 << 10;

    /** Deflate with a window of 32 KiB, the fastest algorithm. */
    private static final int HEADER = 0x7801;

    private static final int HEADER_SIZE = Short.BYTES;
    private static final int TRAILER_SIZE = Integer.BYTES;

    /** Its codecs are used again and again: their native memory is never given back. */
    private static final List<Queue<RawDeflater>> IDLE_DEFLATERS =
            List.of(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());

    private static final Queue<RawInflater> IDLE_INFLATERS = new ConcurrentLinkedQueue<>();

    /** For engines that nobody closes. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final JdkEngine jdk = new JdkEngine();
    private final Adler32 checksum = new Adler32();
    private final List<Cleaner.Cleanable> borrowed = new ArrayList<>();
    private final RawDeflater[] byLevel = new RawDeflater[Isal.SLOWEST_LEVEL + 1];
    private RawInflater inflater;

    private final Isal isal;

    private IsalEngine(Isal isal) {
        this.isal = isal;
    }

    /**
     * Loads ISA-L; null if it does not load on this machine.
     *
     * @throws LinkageError if its jar is not there
     * @throws IOException if there is no writing in the temporary folder
     */
    static Supplier<ZlibEngine> load() throws IOException {
        Isal isal = new GklIsal();
        return isal.load() ? () -> new IsalEngine(isal) : null;
    }

    @Override
    public int deflate(byte[] source, int length, int level, byte[] target) {
        if (level > Isal.SLOWEST_LEVEL || length == 0) {
            return jdk.deflate(source, length, level, target);
        }
        if (target.length < ZlibEngine.capacityFor(length)) {
            throw new IllegalStateException(length + " bytes may deflate to more than " + target.length);
        }
        RawDeflater deflater = deflater(level);
        int size = deflater.deflate(source, length, target);
        if (size < 0) {
            throw new IllegalStateException("ISA-L left some of " + length + " bytes");
        }
        System.arraycopy(target, 0, target, HEADER_SIZE, size); // It writes to index 0 only.
        ByteBuffer stream = ByteBuffer.wrap(target).putShort(0, (short) HEADER);
        stream.putInt(HEADER_SIZE + size, adler32(source, length));
        return HEADER_SIZE + size + TRAILER_SIZE;
    }

    private RawDeflater deflater(int level) {
        if (byLevel[level] == null) {
            byLevel[level] = borrow(IDLE_DEFLATERS.get(level - 1), () -> isal.deflater(level));
        }
        return byLevel[level];
    }

    /** What ISA-L does itself is done at once. */
    @Override
    public void cancel() {
        jdk.cancel();
    }

    @Override
    public boolean inflate(byte[] stream, int from, int length, byte[] plain, int size) {
        return inflateUsual(stream, from, length, plain, size) || jdk.inflate(stream, from, length, plain, size);
    }

    /** Returns false for whatever is unusual; it may be right nevertheless. */
    private boolean inflateUsual(byte[] stream, int from, int length, byte[] plain, int size) {
        if (length <= HEADER_SIZE + TRAILER_SIZE || size == 0 || !hasUsualHeader(stream, from)) {
            return false;
        }
        if (inflater == null) {
            inflater = borrow(IDLE_INFLATERS, isal::inflater);
        }
        int trailer = from + length - TRAILER_SIZE;
        int start = from + HEADER_SIZE;
        try {
            return inflater.inflate(stream, start, trailer - start, plain, size) == size
                    && adler32(plain, size) == ByteBuffer.wrap(stream).getInt(trailer);
        } catch (RuntimeException e) {
            return false; // So it tells that the data are broken.
        }
    }

    /** Takes one that comes back when this engine is closed, or collected. */
    private <T> T borrow(Queue<T> idle, Supplier<T> maker) {
        T found = idle.poll();
        T codec = found == null ? maker.get() : found;
        borrowed.add(CLEANER.register(this, () -> idle.add(codec)));
        return codec;
    }

    private static boolean hasUsualHeader(byte[] stream, int from) {
        int method = stream[from];
        int flags = stream[from + 1] & 0xff;
        boolean hasDictionary = (flags & 0x20) != 0;
        return method == HEADER >>> 8 && (method << 8 | flags) % 31 == 0 && !hasDictionary;
    }

    private int adler32(byte[] bytes, int length) {
        checksum.reset();
        for (int from = 0; from < length; from += CHECKSUM_PIECE) {
            checksum.update(bytes, from, Math.min(CHECKSUM_PIECE, length - from));
        }
        return (int) checksum.getValue();
    }

    @Override
    public void close() {
        Arrays.fill(byLevel, null); // Others may have them now.
        inflater = null;
        borrowed.forEach(Cleaner.Cleanable::clean);
        jdk.close();
    }
}
