package io.vtkhdf.tests;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the encoder does rarely: many chunks, many arrays, many and long strings, long names; judged by h5py and by us.
 */
@Tag("h5py")
@Tag("once")
class EncoderLimitsTest {

    private static final StorageCase PLAIN = StorageCase.of(0, false, false);
    private static final StorageCase FILTERED = StorageCase.of(1, true, true);

    @TempDir
    static Path scratch;

    private static H5pyJudge h5py;

    @BeforeAll
    static void start() throws IOException {
        h5py = new H5pyJudge(scratch);
    }

    @AfterAll
    static void stop() throws IOException {
        h5py.close();
    }

    /** Around the sizes where a fixed array begins to have pages and at which its last page is full. */
    static Stream<Arguments> chunkCounts() {
        return IntStream.of(1, 2, 1023, 1024, 1025, 1026, 2047, 2048, 2049, 4096, 100_003)
                .boxed()
                .flatMap(count -> Stream.of(PLAIN, FILTERED).map(storage -> Arguments.of(count, storage)));
    }

    @ParameterizedTest
    @MethodSource("chunkCounts")
    void manyChunks(int count, StorageCase storage) throws Exception {
        requireReadBack(image(new Dimensions(2, 1, count), List.of(array("a", new Dimensions(2, 1, count), storage))));
    }

    @ParameterizedTest
    @MethodSource("chunkCounts")
    void manyChunksOfOneValue(int count, StorageCase storage) throws Exception {
        Dimensions d = new Dimensions(count, 1, 1);
        requireReadBack(image(d, List.of(array("a", d, storage.withChunk(1, 1, 1)))));
    }

    @Test
    void manyBricksAlongAllAxes() throws Exception {
        Dimensions d = new Dimensions(101, 101, 101);
        requireReadBack(image(d, List.of(array("a", d, FILTERED.withChunk(2, 2, 3)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 40, 200, 1000})
    void manyArrays(int count) throws Exception {
        Dimensions d = new Dimensions(2, 3, 2);
        List<RandomArray> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrays.add(array(
                    "array number " + i,
                    d,
                    List.of(StorageCase.RAW, PLAIN, FILTERED).get(i % 3)));
        }
        requireReadBack(image(d, arrays));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 200, 255, 256, 1000, 20_000})
    void longNames(int length) throws Exception {
        Dimensions d = new Dimensions(2, 3, 2);
        requireReadBack(image(d, List.of(array("ö".repeat(length), d, PLAIN))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 254, 255, 256, 5000, 70_000})
    void manyStrings(int count) throws Exception {
        List<String> strings =
                IntStream.range(0, count).mapToObj(i -> "string ü " + i).toList();
        requireReadBack(withField(FieldArray.ofStrings("strings", strings)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 4000, 65_535, 65_536, 3_000_000})
    void longStrings(int length) throws Exception {
        List<String> strings = List.of("x".repeat(length), "", "y".repeat(length + 1), "z");
        requireReadBack(withField(FieldArray.ofStrings("strings", strings)));
    }

    @Test
    void largeFieldArray() throws Exception {
        requireReadBack(withField(FieldArray.ofNumbers("numbers", ScalarType.FLOAT64, 3, new double[300_000])));
    }

    /** A copy of the file between two slices is a whole file, with the fill value where nothing is written yet. */
    @ParameterizedTest
    @MethodSource("committedStorages")
    void commitMidway(StorageCase storage) throws Exception {
        Dimensions d = new Dimensions(7, 5, 9);
        RandomArray array = array("a", d, storage);
        Path file = scratch.resolve("growing.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withInPlace(true).withOverwrite(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(7, 5, 9), options)) {
            ArrayWriter target = writer.createArray(array.spec(), storage.storage());
            Set<Integer> written = new HashSet<>();
            for (int slice : new int[] {3, 0, 8, 1, 2, 7, 6, 5, 4}) {
                target.writeSlice(slice, Bits.values(slice(array, slice), double.class, Double.BYTES));
                written.add(slice);
                writer.commit();
                Path copy = scratch.resolve("copy.vtkhdf");
                Files.write(copy, Files.readAllBytes(file));
                requireSlices(array, copy, written);
            }
            writer.finish();
        }
        requireReadBack(image(d, List.of(array)), file);
    }

    static Stream<StorageCase> committedStorages() {
        return Stream.of(StorageCase.RAW, PLAIN, FILTERED, FILTERED.withChunk(3, 2, 1), FILTERED.withChunk(7, 5, 1));
    }

    private static void requireSlices(RandomArray array, Path copy, Set<Integer> slices) throws Exception {
        H5pyJudge.Request request =
                new H5pyJudge.Request(ImageGeometry.of(array.dimensions().extent()));
        request.add(array, slices);
        h5py.judge(request, copy);
        try (ImageDataReader reader = ImageDataReader.open(copy)) {
            for (int slice : slices) {
                byte[] found = Bits.of(reader.pointArray("a").readSlice(slice));
                Bits.requireEqual(slice(array, slice), found, "slice " + slice + " of the committed file");
            }
        }
    }

    /** Where nothing was written, the fill value is: NaN for floating-point types, else 0. */
    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void fillsWhatWasNotWritten(ScalarType type) throws Exception {
        Dimensions d = new Dimensions(7, 5, 9);
        WriteOptions options = WriteOptions.defaults().withFillMissing(true).withOverwrite(true);
        List<RandomArray> arrays = new ArrayList<>();
        Path file = scratch.resolve("filled.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(7, 5, 9), options)) {
            for (StorageCase storage : List.of(StorageCase.RAW, PLAIN, FILTERED, FILTERED.withChunk(3, 2, 4))) {
                ArraySpec spec = ArraySpec.point("array " + arrays.size(), type).withComponents(2);
                ArrayWriter target = writer.createArray(spec, storage.storage());
                RandomArray array = RandomArray.draw(spec, d, storage, new SplittableRandom(7));
                for (int slice : new int[] {2, 5}) {
                    target.writeSlice(slice, Bits.values(slice(array, slice), type.carrier(), type.size()));
                }
                arrays.add(withHoles(array, Set.of(2, 5)));
            }
            writer.finish();
        }
        requireReadBack(image(d, arrays), file);
    }

    private static RandomArray withHoles(RandomArray array, Set<Integer> written) {
        ScalarType type = array.spec().type();
        int sliceValues =
                array.bytes().length / type.size() / array.dimensions().z();
        Object fill = type.newArray(sliceValues);
        if (fill instanceof float[] floats) {
            Arrays.fill(floats, Float.NaN);
        } else if (fill instanceof double[] doubles) {
            Arrays.fill(doubles, Double.NaN);
        }
        byte[] hole = Bits.of(fill);
        byte[] bytes = array.bytes().clone();
        for (int slice = 0; slice < array.dimensions().z(); slice++) {
            if (!written.contains(slice)) {
                System.arraycopy(hole, 0, bytes, slice * hole.length, hole.length);
            }
        }
        return new RandomArray(array.spec(), array.dimensions(), array.storage(), bytes);
    }

    private static byte[] slice(RandomArray array, int slice) {
        Region region = Region.slab(array.dimensions(), new Slab(slice, 1));
        return Bits.region(array.bytes(), array.dimensions(), array.spec().tupleSize(), region, Order.X_FASTEST);
    }

    private static RandomArray array(String name, Dimensions d, StorageCase storage) {
        return RandomArray.draw(ArraySpec.point(name, ScalarType.FLOAT64), d, storage, new SplittableRandom(5));
    }

    private static RandomImage image(Dimensions d, List<RandomArray> arrays) {
        return new RandomImage(2, ImageGeometry.of(d.extent()), arrays, List.of(), List.of(), false);
    }

    private static RandomImage withField(FieldArray field) {
        return new RandomImage(2, ImageGeometry.of(2, 2, 2), List.of(), List.of(field), List.of(), false);
    }

    private static void requireReadBack(RandomImage image) throws Exception {
        Path file = scratch.resolve("limits.vtkhdf");
        Files.deleteIfExists(file);
        ImageScribe.write(image, file);
        requireReadBack(image, file);
    }

    private static void requireReadBack(RandomImage image, Path file) throws Exception {
        h5py.judge(image, file);
        OwnReaderJudge.judge(image, file);
    }
}
