package io.vtkhdf.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.read.GoldenFiles;
import io.vtkhdf.read.ImageDataReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source throws that somebody else wrote. */
class FileBytesTest {

    private static final String NAME = "mem:///scan";

    /** Throws once it has been read from so many times. */
    private static final class Failing implements ByteSource {
        private final byte[] bytes;
        private final IOException failure;
        private int readsLeft;

        Failing(byte[] bytes, int reads, IOException failure) {
            this.bytes = bytes;
            this.readsLeft = reads;
            this.failure = failure;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            if (readsLeft-- <= 0) {
                throw failure;
            }
            target.put(bytes, (int) position, target.remaining());
        }

        @Override
        public void close() {}
    }

    private static IOException thrownFor(IOException failure) {
        Failing source = new Failing(new byte[8], 0, failure);
        return assertThrows(IOException.class, () -> new FileBytes(source, 0, 8).read(0, 4));
    }

    @Test
    void aFailureNamesItsSourceOnce() {
        IOException plain = new IOException("503");
        FileSystemException named = (FileSystemException) thrownFor(plain);
        assertEquals(NAME + ": could not be read: 503", named.getMessage());
        assertSame(plain, named.getCause());
        assertSame(named, thrownFor(named));
        IOException ownName = new IOException(NAME + ": 503");
        assertSame(ownName, thrownFor(ownName));
        IOException content = new CorruptFileException(NAME, "part 2", "3 bytes", "4");
        assertSame(content, thrownFor(content));
        IOException interrupted = thrownFor(new InterruptedIOException("stopped"));
        assertEquals(InterruptedIOException.class, interrupted.getClass());
        assertEquals(NAME + ": could not be read: stopped", interrupted.getMessage());
    }

    /** Which says nothing of the source. */
    @Test
    void whatReachesBeyondTheEndIsNotAskedFor() {
        Failing source = new Failing(new byte[8], 0, new IOException());
        assertThrows(EOFException.class, () -> new FileBytes(source, 0, 8).read(5, 4));
    }

    /** The signature, the superblock, the objects. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void soDoesWhatFailsWhileAFileIsOpened(int reads) throws IOException {
        byte[] bytes = Files.readAllBytes(GoldenFiles.path("fields"));
        Failing source = new Failing(bytes, reads, new IOException("503"));
        FileSystemException e = assertThrows(FileSystemException.class, () -> ImageDataReader.open(source));
        assertEquals(NAME + ": could not be read: 503", e.getMessage());
    }
}
