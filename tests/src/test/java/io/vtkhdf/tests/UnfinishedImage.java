package io.vtkhdf.tests;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes some slices of a random image, and tells what a commit then has to show. */
public final class UnfinishedImage {

    /** As an unfinished file describes arrays that are stored raw. */
    private static final StorageCase SLICES = StorageCase.of(0, false, false);

    private final RandomImage image;
    private final Random random;

    private UnfinishedImage(RandomImage image) {
        this.image = image;
        this.random = new Random(image.seed() ^ 0xf1715);
    }

    /** Leaves the file as it is after a commit in the middle of writing; returns the arrays that are to be seen. */
    public static List<RandomArray> write(RandomImage image, Path file) throws IOException {
        return new UnfinishedImage(image).write(file);
    }

    private List<RandomArray> write(Path file) throws IOException {
        Path whole = file.resolveSibling("whole.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        options = image.keepsExtent() ? options.withKeepExtent(true) : options;
        try (ImageDataWriter writer = ImageDataWriter.create(whole, image.geometry(), options)) {
            for (var field : image.fields()) {
                writer.writeField(field);
            }
            List<RandomArray> shown = new ArrayList<>();
            for (RandomArray array : image.arrays()) {
                ArrayWriter target =
                        writer.createArray(array.spec(), array.storage().storage());
                if (random.nextInt(4) == 0) {
                    writer.commit();
                }
                shown.add(shown(array, writeSome(array, target)));
            }
            for (var active : image.active()) {
                writer.setActive(active);
            }
            writer.commit();
            Files.deleteIfExists(file);
            Files.copy(ImageDataWriter.partOf(whole), file);
            writer.abort();
            Files.delete(ImageDataWriter.partOf(whole)); // What was committed stays.
            return shown;
        }
    }

    private BitSet writeSome(RandomArray array, ArrayWriter target) throws IOException {
        List<Integer> slices = new ArrayList<>(
                IntStream.range(0, array.dimensions().z()).boxed().toList());
        Collections.shuffle(slices, random);
        BitSet written = new BitSet();
        for (int slice : slices.subList(0, random.nextInt(slices.size() + 1))) {
            Region region = Region.slab(array.dimensions(), new Slab(slice, 1));
            byte[] bytes =
                    Bits.region(array.bytes(), array.dimensions(), array.spec().tupleSize(), region, Order.X_FASTEST);
            target.writeSlice(slice, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            written.set(slice);
        }
        return written;
    }

    /** The same with the fill value in the slices of chunks that are not complete. */
    private static RandomArray shown(RandomArray array, BitSet written) {
        StorageCase storage = array.storage().equals(StorageCase.RAW) ? SLICES : array.storage();
        Dimensions size = array.dimensions();
        int thickness = storage.chunkWithin(size).orElseThrow().z();
        ByteBuffer bytes = ByteBuffer.wrap(array.bytes().clone()).order(ByteOrder.LITTLE_ENDIAN);
        int sliceBytes = bytes.capacity() / size.z();
        for (int first = 0; first < size.z(); first += thickness) {
            int end = Math.min(first + thickness, size.z());
            if (written.nextClearBit(first) < end) {
                fill(
                        bytes.position(first * sliceBytes).limit(end * sliceBytes),
                        array.spec().type());
                bytes.clear();
            }
        }
        return new RandomArray(array.spec(), size, storage, bytes.array());
    }

    private static void fill(ByteBuffer bytes, ScalarType type) {
        while (bytes.hasRemaining()) {
            switch (type) {
                case FLOAT32 -> bytes.putFloat(Float.NaN);
                case FLOAT64 -> bytes.putDouble(Double.NaN);
                default -> bytes.put((byte) 0);
            }
        }
    }
}
