package io.vtkhdf.chunk;

import com.intel.gkl.compression.IntelDeflater;
import com.intel.gkl.compression.IntelInflater;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.zip.Adler32;

/**
 * Intel's ISA-L, by the wrapper of the Genomics Kernel Library. It knows the two fastest levels of deflate; the others,
 * and what it cannot inflate, are left to the JDK. It works on raw deflate data: header and checksum of zlib (RFC 1950)
 * are added and verified here.
 */
final class IsalEngine implements ZlibEngine {

    private static final int SLOWEST_LEVEL = 2;

    /** Small, so that the JDK soon compiles the calls: only then does it use its fast code, five times as fast. */
    private static final int CHECKSUM_PIECE = 1 << 10;

    /** Deflate with a window of 32 KiB, the fastest algorithm. */
    private static final int HEADER = 0x7801;

    private static final int HEADER_SIZE = Short.BYTES;
    private static final int TRAILER_SIZE = Integer.BYTES;

    /**
     * The wrapper's objects are used again and again and never ended: they derive from the JDK's, whose native memory
     * only the garbage collector would free.
     */
    private static final List<Queue<IntelDeflater>> IDLE_DEFLATERS =
            List.of(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());

    private static final Queue<IntelInflater> IDLE_INFLATERS = new ConcurrentLinkedQueue<>();

    /** For engines that nobody closes. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final JdkEngine jdk = new JdkEngine();
    private final Adler32 checksum = new Adler32();
    private final List<Cleaner.Cleanable> borrowed = new ArrayList<>();
    private final IntelDeflater[] byLevel = new IntelDeflater[SLOWEST_LEVEL + 1];
    private IntelInflater inflater;

    /**
     * Loads the native library; must be called before the first engine is made.
     *
     * @throws IOException if there is no writing in the temporary folder
     */
    static boolean load() throws IOException {
        // The wrapper would delete its copy when the JVM ends, if it does end, and is not killed.
        Path folder = Files.createTempDirectory(
                "vtkhdf-isal-" + ProcessHandle.current().pid() + "-");
        try {
            return new IntelDeflater().load(folder.toFile()) && new IntelInflater().load(null);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // Then it stays until the JVM ends.
        }
    }

    @Override
    public int deflate(byte[] source, int length, int level, byte[] target) {
        if (level > SLOWEST_LEVEL || length == 0) {
            return jdk.deflate(source, length, level, target);
        }
        if (target.length < ZlibEngine.capacityFor(length)) {
            throw new IllegalStateException(length + " bytes may deflate to more than " + target.length);
        }
        IntelDeflater deflater = deflater(level);
        deflater.reset();
        deflater.setInput(source, 0, length);
        deflater.finish();
        int size = deflater.deflate(target, 0, target.length);
        if (!deflater.finished()) {
            throw new IllegalStateException("ISA-L left some of " + length + " bytes");
        }
        System.arraycopy(target, 0, target, HEADER_SIZE, size); // It writes to index 0 only.
        ByteBuffer stream = ByteBuffer.wrap(target).putShort(0, (short) HEADER);
        stream.putInt(HEADER_SIZE + size, adler32(source, length));
        return HEADER_SIZE + size + TRAILER_SIZE;
    }

    private IntelDeflater deflater(int level) {
        if (byLevel[level] == null) {
            byLevel[level] = borrow(IDLE_DEFLATERS.get(level - 1), () -> new IntelDeflater(level, true));
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
            inflater = borrow(IDLE_INFLATERS, () -> new IntelInflater(true));
        }
        int trailer = from + length - TRAILER_SIZE;
        inflater.reset();
        inflater.setInput(stream, from + HEADER_SIZE, trailer - from - HEADER_SIZE);
        try {
            return inflater.inflate(plain, 0, size) == size
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
