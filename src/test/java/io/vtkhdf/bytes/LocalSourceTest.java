package io.vtkhdf.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalSourceTest {

    private static final int SIZE = 1_000_003;

    @TempDir
    private Path directory;

    private Path file;
    private byte[] content;
    private final List<Thread> threads = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        content = new byte[SIZE];
        new Random(1).nextBytes(content);
        file = Files.write(directory.resolve("file"), content);
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(HangGuard.LIMIT.toMillis());
            assertFalse(thread.isAlive());
        }
        assertFalse(Thread.interrupted());
    }

    @Test
    void anInterruptIsHeardByTheThreadThatReadsAndByNoOther() throws Exception {
        try (ByteSource source = ByteSource.of(file)) {
            for (int i = 0; i < 100; i++) {
                interruptedRead(source);
                assertReads(source, i * 1000, 999);
                assertReads(source, 0, SIZE);
            }
            FutureTask<Void> other = start(() -> {
                interruptedRead(source);
                return null;
            });
            other.get();
            assertReads(source, 5, 7);
        }
        assertEquals(0, openDescriptors());
    }

    /** A viewer that cancels its reads again and again, beside others that do not. */
    @Test
    void manyInterruptsCostNobodyElseAnything() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger interrupted = new AtomicInteger();
        try (ByteSource source = ByteSource.of(file)) {
            List<Thread> cancelled = new ArrayList<>();
            List<FutureTask<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Random random = new Random(i);
                tasks.add(start(() -> {
                    while (!ended.get()) {
                        try {
                            read(source, random);
                        } catch (InterruptedIOException e) {
                            interrupted.incrementAndGet();
                            Thread.interrupted();
                        }
                    }
                    return null;
                }));
                cancelled.add(threads.get(threads.size() - 1));
            }
            List<FutureTask<Void>> undisturbed = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Random random = new Random(100 + i);
                undisturbed.add(start(() -> {
                    for (int reads = 0; reads < 2000 || interrupted.get() < 200; reads++) {
                        read(source, random);
                    }
                    return null;
                }));
            }
            Random random = new Random(7);
            while (!undisturbed.stream().allMatch(FutureTask::isDone)) {
                cancelled.get(random.nextInt(cancelled.size())).interrupt();
                Thread.onSpinWait();
            }
            ended.set(true);
            for (FutureTask<Void> task : undisturbed) {
                task.get();
            }
            for (FutureTask<Void> task : tasks) {
                task.get();
            }
            assertReads(source, 0, SIZE);
            assertTrue(openDescriptors() <= 1);
        }
        assertEquals(0, openDescriptors());
    }

    @Test
    void aClosedSourceStaysClosedWhateverWasInterrupted() throws Exception {
        for (int i = 0; i < 200; i++) {
            ByteSource source = ByteSource.of(file);
            boolean interruptedBefore = i % 2 == 0;
            if (interruptedBefore) {
                interruptedRead(source);
            }
            FutureTask<Void> reader = start(() -> {
                Random random = new Random(3);
                while (true) {
                    read(source, random);
                }
            });
            FutureTask<Void> cancelled = start(() -> {
                Random random = new Random(4);
                while (true) {
                    Thread.currentThread().interrupt();
                    try {
                        read(source, random);
                    } catch (InterruptedIOException e) {
                        Thread.interrupted();
                    }
                }
            });
            source.close();
            for (FutureTask<Void> task : List.of(reader, cancelled)) {
                Exception failure = assertThrows(Exception.class, task::get);
                assertInstanceOf(IllegalStateException.class, failure.getCause());
            }
            assertThrows(IllegalStateException.class, () -> source.read(0, ByteBuffer.allocate(1)));
            source.close();
        }
        assertEquals(0, openDescriptors());
    }

    @Test
    void anotherFileOfThatNameIsNotReadInstead() throws Exception {
        try (ByteSource source = ByteSource.of(file)) {
            Path other = Files.write(directory.resolve("other"), new byte[SIZE]);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertReads(source, 0, SIZE); // What was opened is there as long as it is open.
            interruptedRead(source);
            for (int i = 0; i < 3; i++) {
                assertChanged(source, "another file has taken its place");
            }
        }
        assertEquals(0, openDescriptors());
    }

    @Test
    void aFileThatIsGoneOrShorterIsToldAsSuch() throws Exception {
        try (ByteSource source = ByteSource.of(file)) {
            interruptedRead(source);
            Path away = Files.move(file, directory.resolve("away"));
            assertChanged(source, "is no longer there");
            Files.move(away, file);
            assertReads(source, 0, SIZE);
            interruptedRead(source);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(SIZE - 1);
            }
            assertChanged(source, "found " + (SIZE - 1) + " bytes, expected the " + SIZE);
            Files.write(file, content);
            Files.write(file, new byte[10], StandardOpenOption.APPEND);
            assertEquals(SIZE, source.length());
            assertReads(source, SIZE - 3, 3); // It may grow: its writer may be at it.
        }
        assertEquals(0, openDescriptors());
    }

    /** On POSIX systems a lock ends when any channel of its file is closed, as an interrupt does. */
    @Test
    void anInterruptedReaderDoesNotUnlockWhatIsBeingWritten() throws Exception {
        Path output = directory.resolve("out.vtkhdf");
        WriteOptions inPlace = WriteOptions.defaults().withInPlace(true);
        try (ImageDataWriter writer = ImageDataWriter.create(output, ImageGeometry.of(2, 2, 2), inPlace);
                ByteSource source = ByteSource.of(output)) {
            interruptedRead(source);
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Overwriting.class.getName(),
                            output.toString())
                    .redirectErrorStream(true)
                    .start();
            assertEquals(
                    AnotherWriterException.class.getName(),
                    new String(other.getInputStream().readAllBytes()).strip());
            assertEquals(0, other.waitFor());
            writer.abort();
        }
    }

    /** Another process that would write the file. */
    static final class Overwriting {

        private Overwriting() {}

        public static void main(String[] args) {
            WriteOptions options = WriteOptions.defaults().withInPlace(true).withOverwrite(true);
            try {
                ImageDataWriter.create(Path.of(args[0]), ImageGeometry.of(2, 2, 2), options)
                        .abort();
                System.out.println("written");
            } catch (IOException e) {
                System.out.println(e.getClass().getName());
            }
        }
    }

    @Test
    void whatReachesBeyondTheEndIsNotRead() throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            ByteBuffer target = ByteBuffer.allocate(2);
            for (long position : new long[] {-1, SIZE - 1, SIZE, Long.MAX_VALUE}) {
                assertThrows(EOFException.class, () -> source.read(position, target));
            }
            assertEquals(0, target.position());
            assertReads(source, SIZE, 0);
            assertReads(source, SIZE - 2, 2);
        }
    }

    private void interruptedRead(ByteSource source) throws IOException {
        Thread.currentThread().interrupt();
        try {
            InterruptedIOException e = assertThrows(InterruptedIOException.class, () -> read(source, new Random(1)));
            assertTrue(e.getMessage().startsWith(file.getParent().toString()), e.getMessage());
        } finally {
            Thread.interrupted();
        }
    }

    private void assertChanged(ByteSource source, String how) {
        String message = assertThrows(ChangedFileException.class, () -> source.read(0, ByteBuffer.allocate(1)))
                .getMessage();
        assertTrue(message.startsWith(file + ": was changed while it was read: " + how), message);
    }

    private void assertReads(ByteSource source, int position, int size) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(size);
        source.read(position, target);
        assertArrayEquals(Arrays.copyOfRange(content, position, position + size), target.array());
    }

    private void read(ByteSource source, Random random) throws IOException {
        int size = 1 + random.nextInt((int) Math.min(2000, source.length()));
        int position = random.nextInt((int) source.length() - size + 1);
        ByteBuffer target = random.nextBoolean() ? ByteBuffer.allocate(size) : ByteBuffer.allocateDirect(size);
        source.read(position, target);
        if (source.length() == SIZE) {
            assertEquals(ByteBuffer.wrap(content, position, size), target.flip());
        }
    }

    private <T> FutureTask<T> start(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future);
        thread.start();
        threads.add(thread);
        return future;
    }

    /** Of files in the folder, by this process. */
    private long openDescriptors() throws IOException {
        long open = 0;
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : all.toList()) {
                try {
                    open += Files.readSymbolicLink(descriptor).startsWith(directory.toRealPath()) ? 1 : 0;
                } catch (IOException e) {
                    // That of this list, which is closed by now.
                }
            }
        }
        return open;
    }
}
