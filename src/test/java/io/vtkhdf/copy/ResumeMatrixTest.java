package io.vtkhdf.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A conversion that is interrupted, wherever that is, and gone on with has the values of the file. */
@Tag("once")
class ResumeMatrixTest {

    enum Stored {
        RAW(Storage.raw()),
        SLICES(Storage.gzip(1)),
        BRICKS(Storage.gzip(1).withChunk(ChunkShape.of(2, 2, 3)));

        private final Storage storage;

        Stored(Storage storage) {
            this.storage = storage;
        }

        /** Whether all slices that were written are kept; of bricks, those that are complete. */
        boolean keepsEachSlice() {
            return this != BRICKS;
        }
    }

    @TempDir
    private Path folder;

    /** Each file with one storage in turn, or with {@code -Dvtkhdf.matrix=all} with each. */
    static Stream<Arguments> cases() {
        boolean isWhole = System.getProperty("vtkhdf.matrix", "").equals("all");
        Stored[] storages = Stored.values();
        List<SourceKind.Golden> files = SourceKind.files();
        return IntStream.range(0, files.size() * storages.length)
                .filter(i -> isWhole || i / storages.length % storages.length == i % storages.length)
                .mapToObj(i -> Arguments.of(files.get(i / storages.length), storages[i % storages.length]));
    }

    /** A point and a cell array of each file: all slices of both. */
    @ParameterizedTest
    @MethodSource("cases")
    void interruptedAfterEachSlab(SourceKind.Golden file, Stored stored) throws IOException {
        int slabs = 1;
        for (int before = 0; before < slabs; before++) {
            Path output = folder.resolve(before + ".vtkhdf");
            WriteOptions options = WriteOptions.defaults()
                    .withStorage(stored.storage)
                    .withCommits(Commits.everySlices(1))
                    .withResume(true);
            VtkhdfTarget target = new VtkhdfTarget(output, before % 2 == 0 ? options : options.withInPlace(true));
            try (ImageSource all = file.open();
                    ImageSource source = sample(file, all)) {
                slabs = slabs(source);
                interrupt(source, target, before);
                assertResumed(source, target, stored, before);
                assertValues(source, output);
            }
        }
    }

    /** Each time it gets one slab further. */
    @ParameterizedTest
    @MethodSource("io.vtkhdf.copy.SourceKind#files")
    void interruptedAgainAndAgain(SourceKind.Golden file) throws IOException {
        WriteOptions options = WriteOptions.defaults()
                .withStorage(Stored.BRICKS.storage)
                .withCommits(Commits.everySlices(1))
                .withResume(true);
        VtkhdfTarget target = new VtkhdfTarget(folder.resolve("out.vtkhdf"), options);
        try (ImageSource all = file.open();
                ImageSource source = sample(file, all)) {
            int slabs = slabs(source);
            for (int before = 1; before < slabs; before++) {
                interrupt(source, target, before);
            }
            new Converter(source).copyTo(target);
            assertValues(source, target.file());
        }
    }

    /** One of each association, in the order in which they are converted; of types whose bytes have an order. */
    private static ImageSource sample(SourceKind.Golden file, ImageSource all) {
        List<ArraySpec> sample = new ArrayList<>();
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            List<ArraySpec> arrays = all.arrays().stream()
                    .filter(array -> array.association() == association)
                    .sorted(Comparator.comparing(array -> array.type().size() == 1))
                    .toList();
            long wide = arrays.stream().filter(array -> array.type().size() > 1).count();
            if (!arrays.isEmpty()) {
                sample.add(arrays.get(Math.floorMod(file.toString().hashCode(), (int) Math.max(wide, 1))));
            }
        }
        return new SelectedArrays(all, sample);
    }

    private static int slabs(ImageSource source) {
        return source.arrays().stream()
                .mapToInt(array ->
                        source.geometry().dimensions(array.association()).z())
                .sum();
    }

    /** Ends a conversion, of slabs of one slice each, when so many are there. */
    private void interrupt(ImageSource source, VtkhdfTarget target, int after) {
        Converter converter = new Converter(source).memory(1);
        if (after == 0) {
            converter.cancel();
        }
        ImageTarget watched = CountingSink.target(target, after, converter::cancel);
        assertThrows(CancellationException.class, () -> converter.copyTo(watched));
        assertTrue(Files.exists(target.writtenFile()) || after == 0);
    }

    private static void assertResumed(ImageSource source, VtkhdfTarget target, Stored stored, int before)
            throws IOException {
        Converter converter = new Converter(source).memory(1);
        long copied = converter.copyTo(target).bytes();
        long left = leftAfter(source, before);
        assertTrue(
                stored.keepsEachSlice() ? copied == left : copied >= left, copied + " copied, " + left + " were left");
    }

    private static long leftAfter(ImageSource source, int slabs) {
        long left = 0;
        int counted = 0;
        for (ArraySpec array : source.arrays()) {
            Dimensions size = source.geometry().dimensions(array.association());
            int done = Math.min(Math.max(slabs - counted, 0), size.z());
            left += (long) (size.z() - done) * size.x() * size.y() * array.tupleSize();
            counted += size.z();
        }
        return left;
    }

    private static void assertValues(ImageSource source, Path output) throws IOException {
        assertFalse(Files.exists(output.resolveSibling(output.getFileName() + ".part")));
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            assertTrue(reader.isFinished());
            assertEquals(source.arrays().size(), reader.arrays().size());
            for (ArrayReader array : reader.arrays()) {
                byte[] expected = SourceKind.values(array.spec());
                ByteBuffer found = ByteBuffer.allocate(expected.length).order(ByteOrder.LITTLE_ENDIAN);
                array.read(Region.all(array.dimensions()), found, Order.X_FASTEST);
                assertArrayEquals(expected, found.array(), array.spec().toString());
            }
        }
    }
}
