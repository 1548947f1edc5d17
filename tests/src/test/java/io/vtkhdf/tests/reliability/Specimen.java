package io.vtkhdf.tests.reliability;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.tests.Bits;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An image with an array of each storage; what stands in a file of it is known slice by slice. */
public record Specimen(ImageGeometry geometry, List<SpecimenArray> arrays) implements Subject {

    /** The thickness of a brick. */
    static final int BRICK = 4;

    static final FieldArray NUMBERS = FieldArray.of("numbers", 1.5, -2, 3);
    static final FieldArray STRINGS = FieldArray.ofStrings("strings", List.of("one", "", "three"));

    public static Specimen of(int x, int y, int z) {
        Storage bricks = Storage.gzip(6).withChecksum().withChunk(ChunkShape.of(3, 2, BRICK));
        return new Specimen(
                ImageGeometry.of(x, y, z).withSpacing(1, 2, 0.5),
                List.of(
                        SpecimenArray.point("raw", ScalarType.FLOAT64, Storage.raw()),
                        SpecimenArray.point("raw bytes", ScalarType.INT8, Storage.raw()),
                        SpecimenArray.point("slices", ScalarType.INT16, Storage.gzip(1)),
                        SpecimenArray.point("bricks", ScalarType.FLOAT32, bricks),
                        new SpecimenArray(
                                ArraySpec.cell("cells", ScalarType.UINT8).withComponents(3), Storage.gzip(1))));
    }

    /** Without what VTK 9.1 does not read: cell arrays and fields. */
    public static Specimen ofPoints(int x, int y, int z) {
        Specimen all = of(x, y, z);
        return new Specimen(all.geometry, all.arrays.subList(0, 4));
    }

    private boolean hasFields() {
        return arrays.size() > 4;
    }

    @Override
    public SubjectWriter open(Path output, WriteOptions options, Progress progress) throws IOException {
        ImageDataWriter writer = ImageDataWriter.create(output, geometry, options);
        try {
            return new ImageSubjectWriter(this, writer, progress);
        } catch (IOException | RuntimeException | Error e) {
            writer.abort();
            throw e;
        }
    }

    /** Creates the arrays and fields, in order. */
    List<ArrayWriter> create(ImageDataWriter writer) throws IOException {
        List<ArrayWriter> writers = new ArrayList<>();
        for (SpecimenArray array : arrays) {
            writers.add(writer.createArray(array.spec(), array.storage()));
        }
        if (hasFields()) {
            writer.writeField(NUMBERS);
            writer.writeField(STRINGS);
        }
        return writers;
    }

    void writeSlice(ArrayWriter writer, int k) throws IOException {
        SpecimenArray array = array(writer.spec().name());
        writer.writeSlice(k, array.slice(writer.dimensions(), 0, k));
    }

    public SpecimenArray array(String name) {
        return arrays.stream()
                .filter(array -> array.spec().name().equals(name))
                .findAny()
                .orElseThrow();
    }

    /**
     * Reads a whole file and returns the slices of each array that are written; the arrays may be fewer than all.
     *
     * @throws AssertionError if a slice is neither what was written nor fill
     */
    @Override
    public SliceSets slicesOf(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            Map<String, BitSet> slices = new HashMap<>();
            for (ArrayReader array : reader.arrays()) {
                slices.put(array.spec().name(), slicesOf(array));
            }
            requireFields(reader.fields());
            return SliceSets.of(slices);
        }
    }

    private BitSet slicesOf(ArrayReader reader) throws IOException {
        BitSet slices = new BitSet();
        for (int k = 0; k < reader.dimensions().z(); k++) {
            byte[] found = Bits.of(reader.readSlice(k));
            SpecimenArray array = array(reader.spec().name());
            slices.set(k, isWritten(array, k, array.seen(reader.dimensions(), k, found)));
        }
        return slices;
    }

    /** @throws AssertionError if a slice is neither what was written nor fill */
    public boolean isWritten(SpecimenArray array, int k, SpecimenArray.Seen seen) {
        if (seen == SpecimenArray.Seen.NEITHER) {
            throw new AssertionError(
                    "'" + array.spec().name() + "': slice " + k + " is neither what was written nor fill");
        }
        return seen == SpecimenArray.Seen.WRITTEN;
    }

    private static void requireFields(List<FieldArray> fields) {
        for (FieldArray field : fields) {
            boolean isWhole = field.isStrings()
                    ? field.asStrings().values().equals(STRINGS.asStrings().values())
                    : Arrays.equals(
                            field.asNumbers().values(double[].class),
                            NUMBERS.asNumbers().values(double[].class));
            if (!isWhole) {
                throw new AssertionError("the field '" + field.name() + "' is not what was written");
            }
        }
    }

    /** @throws AssertionError if anything is missing */
    @Override
    public void requireWhole(Path file) throws IOException {
        all().requireWithin(slicesOf(file), "are missing");
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            if (hasFields() && reader.fields().size() != 2) {
                throw new AssertionError("fields are missing");
            }
        }
    }

    @Override
    public SliceSets all() {
        SliceSets all = new SliceSets();
        for (SpecimenArray array : arrays) {
            for (int k = 0; k < slices(array); k++) {
                all.add(array.spec().name(), k);
            }
        }
        return all;
    }

    int slices(SpecimenArray array) {
        return geometry.dimensions(array.spec().association()).z();
    }

    /** In bricks, those of which the whole layer is there. */
    @Override
    public void keepCommitted(SliceSets slices) {
        for (SpecimenArray array : arrays) {
            if (array.spec().name().equals("bricks")) {
                slices.keepLayers("bricks", BRICK, slices(array));
            }
        }
    }
}
