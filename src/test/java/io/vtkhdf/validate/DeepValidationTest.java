package io.vtkhdf.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.compat.Verdict;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.GoldenFiles;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deep look finds each bad chunk, and nothing in good files. */
class DeepValidationTest {

    /** Chunks of one slice begin at multiples of 8. */
    private static final int STORED = 11 * 7 * Double.BYTES + Integer.BYTES;

    private static final int STEP = (STORED + 7) / 8 * 8;
    private static final Dimensions SIZE = new Dimensions(11, 7, 40);

    @TempDir
    private Path directory;

    static List<Path> goldenFiles() throws IOException {
        return GoldenFiles.all();
    }

    static List<Storage> checkedStorages() {
        return List.of(
                Storage.raw().withChecksum(),
                Storage.fast().withChecksum(),
                Storage.gzip(6).withoutShuffle().withChecksum(),
                Storage.gzip(9).withChunk(ChunkShape.of(4, 3, 5)).withChecksum(),
                Storage.raw().withChunk(ChunkShape.of(4, 3, 5)).withChecksum());
    }

    private static List<Finding> errors(Validation validation) {
        return validation.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }

    private static Validation deep(Path file) throws IOException {
        return ImageValidator.validateDeep(file, (done, total) -> assertTrue(0 <= done && done <= total));
    }

    private Path write(Storage storage, int slices) throws IOException {
        Path file = directory.resolve("a.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withOverwrite(true).withFillMissing(true);
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, ImageGeometry.of(SIZE.x(), SIZE.y(), SIZE.z()), options)) {
            ArrayWriter array = writer.createArray(ArraySpec.point("a", ScalarType.FLOAT64), storage);
            Random random = new Random(5);
            for (int k = 0; k < slices; k++) {
                double[] values = random.doubles((long) SIZE.x() * SIZE.y()).toArray();
                values[k] = Double.longBitsToDouble(0x7ff8_0000_0000_1234L + k);
                array.writeSlice(k, values);
            }
            writer.finish();
        }
        return file;
    }

    private static void flip(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x10)).rewind();
            channel.write(one, at);
        }
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void foreignFilesHoldWhatTheyShould(Path file) throws IOException {
        List<Finding> known;
        try {
            known = errors(ImageValidator.validate(file));
        } catch (FileContentException e) {
            return; // No image: told before any data are looked at.
        }
        List<Finding> found = errors(deep(file));
        if (file.endsWith("virtual-again.h5")) { // What only reading tells.
            assertTrue(found.get(0).found().contains("the same elements again and again"), found.toString());
        } else {
            assertEquals(known, found);
        }
    }

    /** Whether that breaks what is read then or not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatIsChangedMeanwhileIsNotJudged(boolean isBroken) throws IOException {
        Path file = write(Storage.fast(), SIZE.z());
        Path other = Files.copy(file, directory.resolve("other"));
        AtomicBoolean changed = new AtomicBoolean();
        ImageValidator.Listener changing = (done, total) -> {
            if (changed.compareAndSet(false, true)) {
                try {
                    if (isBroken) {
                        Files.write(file, new byte[(int) Files.size(file)]);
                        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
                    } else {
                        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        ChangedFileException e =
                assertThrows(ChangedFileException.class, () -> ImageValidator.validateDeep(file, changing));
        assertTrue(e.getMessage().startsWith(file + ": was changed while it was read: "), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("checkedStorages")
    void goodFilesHaveNothingToTell(Storage storage) throws IOException {
        for (int slices : new int[] {0, 1, 13, SIZE.z()}) {
            assertEquals(List.of(), deep(write(storage, slices)).findings(), slices + " slices");
        }
    }

    @Test
    void valuesWithoutAChecksumAreNamedOnce() throws IOException {
        for (Storage storage : List.of(Storage.raw(), Storage.chunked(ChunkShape.of(4, 3, 5)))) {
            Validation validation = deep(write(storage, SIZE.z()));
            assertTrue(validation.isValid());
            assertEquals(1, validation.findings().size());
            Finding note = validation.findings().get(0);
            assertEquals(Finding.Severity.NOTE, note.severity());
            assertTrue(
                    note.found()
                            .matches(
                                    "(\\d+) of \\1 bytes have no checksum \\((contiguous|chunked) data\\): they are there,"
                                            + " but a changed value would not be noticed"),
                    note.found());
            assertTrue(validation.readings().stream().allMatch(Reading::isRight));
        }
        assertEquals(List.of(), deep(write(Storage.fast(), SIZE.z())).findings());
    }

    @Test
    void eachBadChunkIsNamed() throws IOException {
        Path file = write(Storage.raw().withChecksum(), SIZE.z());
        long first = firstChunk(file);
        flip(file, first + 3L * STEP + 8);
        flip(file, first + 7L * STEP + STORED - 1); // The checksum itself.
        List<Finding> errors = errors(deep(file));
        assertEquals(2, errors.size());
        assertEquals(
                "/VTKHDF/PointData/a chunk [3, 0, 0], from tuple (0, 0, 3) (x, y, z), at byte " + (first + 3L * STEP),
                errors.get(0).path());
        assertTrue(
                errors.get(0).found().startsWith("data with checksum "),
                errors.get(0).found());
        for (Reading reading : deep(file).readings()) {
            assertEquals(Verdict.REFUSED, reading.verdict());
            assertEquals(List.of("PointData/a: some of its data are bad"), reading.reasons());
        }
        assertTrue(ImageValidator.validate(file).readings().stream().allMatch(Reading::isRight));
        assertTrue(
                errors.get(1).path().contains("chunk [7, 0, 0]"), errors.get(1).path());
    }

    @Test
    void manyBadChunksAreCounted() throws IOException {
        Path file = write(Storage.raw().withChecksum(), SIZE.z());
        long first = firstChunk(file);
        for (int k = 0; k < SIZE.z(); k++) {
            flip(file, first + (long) k * STEP);
        }
        List<Finding> errors = errors(deep(file));
        assertEquals(DeepSurvey.MOST_NAMED + 1, errors.size());
        assertEquals("20 more like these", errors.get(DeepSurvey.MOST_NAMED).found());
    }

    @Test
    void manyChunksAreToldOneByOne() throws IOException {
        Path file = directory.resolve("many.vtkhdf");
        int chunks = 100_000;
        WriteOptions options = WriteOptions.defaults();
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(2, 2, chunks), options)) {
            ArrayWriter array = writer.createArray(
                    ArraySpec.point("a", ScalarType.UINT8), Storage.raw().withChecksum());
            array.write(new byte[4 * chunks], Order.X_FASTEST);
            writer.finish();
        }
        List<Long> done = new ArrayList<>();
        assertEquals(
                List.of(),
                ImageValidator.validateDeep(file, (now, total) -> {
                            assertEquals(8L * chunks, total);
                            done.add(now);
                        })
                        .findings());
        assertEquals(LongStream.rangeClosed(1, chunks).map(i -> 8 * i).boxed().toList(), done);
    }

    /** Where the first chunk stands, as its own finding tells when it is the only one. */
    private static long firstChunk(Path file) throws IOException {
        for (long at = 48; ; at += 64) {
            flip(file, at);
            String path = "";
            try {
                List<Finding> errors = errors(deep(file));
                path = errors.isEmpty() ? "" : errors.get(0).path();
            } catch (FileContentException e) {
                // Metadata.
            } finally {
                flip(file, at);
            }
            Matcher place =
                    Pattern.compile("chunk \\[0, 0, 0\\].* at byte (\\d+)").matcher(path);
            if (place.find()) {
                return Long.parseLong(place.group(1));
            }
        }
    }

    /** Any one bit: an error, or the values as they were. */
    @ParameterizedTest
    @MethodSource("checkedStorages")
    void flippedBitsAreNeverOtherValues(Storage storage) throws IOException {
        Path good = write(storage, SIZE.z());
        byte[] bytes = Files.readAllBytes(good);
        ByteBuffer expected = all(good);
        Random random = new Random(storage.filters().hashCode());
        int found = 0;
        for (int trial = 0; trial < 300; trial++) {
            int bit = random.nextInt(bytes.length * Byte.SIZE);
            byte[] broken = bytes.clone();
            broken[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Path file = Files.write(directory.resolve("broken.vtkhdf"), broken);
            boolean readable = true;
            try {
                assertEquals(expected, all(file), "bit " + bit);
            } catch (FileContentException e) {
                readable = false;
                found++;
            }
            boolean valid = isValid(file);
            assertTrue(readable || !valid, "bit " + bit + " not found by a deep look");
        }
        assertFalse(found < 200, found + " found");
    }

    private static boolean isValid(Path file) throws IOException {
        try {
            return deep(file).isValid();
        } catch (FileContentException e) {
            return false;
        }
    }

    private static ByteBuffer all(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ByteBuffer values = ByteBuffer.allocate((int) SIZE.count() * Double.BYTES);
            if (reader.arrays().isEmpty() && reader.unreadable().isEmpty()) {
                return ByteBuffer.allocate(0);
            }
            reader.pointArray("a").read(Region.all(SIZE), values, Order.X_FASTEST);
            return values.flip();
        }
    }
}
