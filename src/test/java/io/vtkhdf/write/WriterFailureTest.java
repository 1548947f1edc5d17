package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.Datatypes;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.hdf5.write.ReservedLayout;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends early, by whatever, is final: nothing is written, committed or finished after it. */
class WriterFailureTest extends WriterFixture {

    private static final String INTERRUPTED = "image.vtkhdf: could not be written: ";
    private static final int SIDE = 256;

    private ArrayWriter array;

    /** So that chunks are under way when the thread that waits for them is interrupted. */
    private ImageDataWriter create(WriteOptions options, ChunkShape chunk) throws IOException {
        Storage storage = Storage.gzip(9).withChunk(chunk);
        ImageDataWriter writer = ImageDataWriter.create(
                file,
                ImageGeometry.of(SIDE, SIDE, 4),
                options.withStorage(storage).withThreads(1));
        array = writer.createPointArray("a", ScalarType.FLOAT64);
        return writer;
    }

    private void writeSlices(int from, int to) throws IOException {
        for (int k = from; k < to; k++) {
            array.writeSlice(k, new Random(k).doubles(SIDE * SIDE).toArray());
        }
    }

    private void interrupted(Executable call) {
        Thread.currentThread().interrupt();
        assertMessage(InterruptedIOException.class, INTERRUPTED, call);
        assertTrue(Thread.interrupted(), "it stays interrupted");
    }

    private void assertFinal(ImageDataWriter writer) {
        assertMessage(InterruptedIOException.class, INTERRUPTED, () -> array.writeSlice(3, new double[SIDE * SIDE]));
        assertMessage(
                InterruptedIOException.class,
                INTERRUPTED,
                () -> array.writeMissing(new Slab(0, 4), new double[4 * SIDE * SIDE], Order.X_FASTEST));
        assertMessage(InterruptedIOException.class, INTERRUPTED, () -> writer.createPointArray("b", ScalarType.INT8));
        assertMessage(InterruptedIOException.class, INTERRUPTED, () -> writer.writeField(FieldArray.of("f", 1.0)));
        assertMessage(InterruptedIOException.class, INTERRUPTED, writer::commit);
        assertMessage(InterruptedIOException.class, INTERRUPTED, writer::finish);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void an_interrupted_finish_that_fills_in_is_final(int thickness) throws IOException {
        WriteOptions options = WriteOptions.defaults().withFillMissing(true).withCommits(Commits.onDemand());
        try (ImageDataWriter writer = create(options, ChunkShape.of(64, 64, thickness))) {
            writeSlices(0, 3);
            interrupted(writer::finish);
            assertFinal(writer);
            writer.abort();
        }
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void an_interrupted_finish_is_final(int thickness) throws IOException {
        try (ImageDataWriter writer =
                create(WriteOptions.defaults().withCommits(Commits.onDemand()), ChunkShape.of(64, 64, thickness))) {
            writeSlices(0, 4);
            interrupted(writer::finish);
            assertFinal(writer);
            writer.abort();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void an_interrupted_commit_is_final_and_leaves_the_one_before() throws IOException {
        try (ImageDataWriter writer =
                create(WriteOptions.defaults().withCommits(Commits.onDemand()), ChunkShape.of(64, 64, 1))) {
            writeSlices(0, 1);
            writer.commit();
            writeSlices(1, 3);
            interrupted(writer::commit);
            assertFinal(writer);
            writer.abort();
        }
        try (ImageDataReader reader = ImageDataReader.open(ImageDataWriter.partOf(file))) {
            assertFalse(reader.isFinished());
            assertTrue(Double.isNaN(((double[]) reader.pointArray("a").readSlice(2))[0]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void what_is_filled_in_is_missing_no_more(int thickness) throws IOException {
        try (ImageDataWriter writer =
                create(WriteOptions.defaults().withFillMissing(true), ChunkShape.of(64, 64, thickness))) {
            writeSlices(2, 3);
            writer.finish();
            assertEquals(0, array.missingSlices().count());
            assertTrue(array.isWritten(3));
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (int k = 0; k < 4; k++) {
                double value = ((double[]) reader.pointArray("a").readSlice(k))[0];
                assertEquals(k != 2, Double.isNaN(value), "slice " + k);
            }
        }
    }

    /** A dataset whose index there is no memory to write. */
    private static Dataset tooLarge(AtomicBoolean relieved) {
        ReservedLayout layout = new ReservedLayout(new ContiguousLayout(4096, 8), new int[] {8}, 1, part -> {
            if (!relieved.get()) {
                throw new OutOfMemoryError("at first");
            }
            return false;
        });
        return new Dataset(Datatypes.of(ScalarType.INT8), new long[] {8}, layout, new byte[0]);
    }

    @Test
    void a_commit_or_finish_without_memory_is_final_and_never_claims_a_finished_file() throws IOException {
        for (boolean finishes : new boolean[] {false, true}) {
            WriteOptions options = WriteOptions.defaults()
                    .withInPlace(true)
                    .withOverwrite(true)
                    .withCommits(Commits.onDemand());
            OutputFile output = OutputFile.create(file, options.outputOptions(), Signature.bytes());
            Hdf5Writer hdf5 = Hdf5Writer.create(file, output.channel(), Hdf5Writer.Durability.CACHED);
            ImageTree tree = new ImageTree(IMAGE);
            WriterSession session = new WriterSession(options, WriteListener.NONE, output, hdf5, FileContents.of(tree));
            session.begin();
            session.commit();
            AtomicBoolean relieved = new AtomicBoolean();
            tree.root().link("large", tooLarge(relieved));

            assertThrows(OutOfMemoryError.class, () -> {
                if (finishes) {
                    session.exclusively(() -> {
                        session.finish();
                        return null;
                    });
                } else {
                    session.commit();
                }
            });
            relieved.set(true);

            assertMessage(IOException.class, "could not be written: java.lang.OutOfMemoryError", session::commit);
            session.abort();
            assertTrue(Files.exists(file));
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                assertFalse(reader.isFinished());
                assertEquals(List.of(), reader.arrays());
            }
        }
    }
}
