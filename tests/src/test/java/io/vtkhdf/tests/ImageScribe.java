package io.vtkhdf.tests;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.DeflateEngine;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes a random image through the public writer, each array in a way of its own that follows from the image's seed.
 */
public final class ImageScribe {

    private final RandomImage image;
    private final boolean inBoxes;
    private final Random random;

    private ImageScribe(RandomImage image, boolean inBoxes) {
        this.image = image;
        this.inBoxes = inBoxes;
        this.random = new Random(image.seed() ^ 0x5c51be);
    }

    public static void write(RandomImage image, Path file) throws Exception {
        new ImageScribe(image, false).write(file, Math.toIntExact(1 + Math.floorMod(image.seed(), 4L)));
    }

    /** Each array in a random decomposition. */
    static void writeBoxes(RandomImage image, Path file) throws Exception {
        new ImageScribe(image, true).write(file, Math.toIntExact(1 + Math.floorMod(image.seed(), 4L)));
    }

    private void write(Path file, int threads) throws Exception {
        WriteOptions options = WriteOptions.defaults().withThreads(threads);
        if (image.keepsExtent()) {
            options = options.withKeepExtent(true);
        }
        if (!inBoxes && random.nextInt(4) == 0) {
            options = options.withMemory(1);
        }
        if (random.nextBoolean()) {
            options = options.withStorage(Storage.fast()).withInPlace(true);
        }
        options = options.withDeflateEngine(random.nextBoolean() ? DeflateEngine.JDK : DeflateEngine.AUTO);
        try (ImageDataWriter writer = ImageDataWriter.create(file, image.geometry(), options)) {
            List<Callable<Void>> parts = new ArrayList<>();
            for (RandomArray array : image.arrays()) {
                ArrayWriter target =
                        writer.createArray(array.spec(), array.storage().storage());
                parts.addAll(inBoxes ? boxes(array, target) : parts(array, target));
            }
            for (var field : image.fields()) {
                writer.writeField(field);
            }
            for (var active : image.active()) {
                writer.setActive(active);
            }
            run(parts);
            writer.finish();
        }
    }

    /** In order, shuffled, or shuffled and on several threads. */
    private void run(List<Callable<Void>> parts) throws Exception {
        int way = random.nextInt(3);
        if (way > 0) {
            Collections.shuffle(parts, random);
        }
        if (way < 2) {
            for (Callable<Void> part : parts) {
                part.call();
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<Void> done : threads.invokeAll(parts)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<Callable<Void>> boxes(RandomArray array, ArrayWriter writer) {
        List<Callable<Void>> parts = new ArrayList<>();
        for (Region box : cut(Region.all(array.dimensions()), random.nextInt(7))) {
            Order order = order();
            Object values = carried(array, box, order);
            parts.add(part(() -> writer.write(box, values, order)));
        }
        return parts;
    }

    /** A box cut in two again and again, at most so many times. */
    private List<Region> cut(Region box, int times) {
        Axis axis = Axis.values()[random.nextInt(3)];
        int length = box.size().along(axis);
        if (times == 0 || length == 1) {
            return List.of(box);
        }
        int at = 1 + random.nextInt(length - 1);
        List<Region> parts = new ArrayList<>(cut(part(box, axis, 0, at), times - 1));
        parts.addAll(cut(part(box, axis, at, length - at), times - 1));
        return parts;
    }

    private static Region part(Region box, Axis axis, int first, int length) {
        Dimensions d = box.size();
        return switch (axis) {
            case X -> new Region(box.x() + first, box.y(), box.z(), new Dimensions(length, d.y(), d.z()));
            case Y -> new Region(box.x(), box.y() + first, box.z(), new Dimensions(d.x(), length, d.z()));
            case Z -> new Region(box.x(), box.y(), box.z() + first, new Dimensions(d.x(), d.y(), length));
        };
    }

    /** The calls that write one array: one for the whole, one a slice, or one a slab of some slices. */
    private List<Callable<Void>> parts(RandomArray array, ArrayWriter writer) {
        Dimensions d = array.dimensions();
        List<Callable<Void>> parts = new ArrayList<>();
        int way = random.nextInt(3);
        if (way == 0) {
            Order order = order();
            Object values = carried(array, Region.all(d), order);
            parts.add(part(() -> writer.write(values, order)));
            return parts;
        }
        for (int first = 0, slices; first < d.z(); first += slices) {
            slices = way == 1 ? 1 : 1 + random.nextInt(Math.min(d.z() - first, 40));
            parts.add(slab(array, writer, first, slices));
        }
        return parts;
    }

    private Callable<Void> slab(RandomArray array, ArrayWriter writer, int first, int slices) {
        Order order = order();
        Object values = carried(array, Region.slab(array.dimensions(), new Slab(first, slices)), order);
        if (slices > 1) {
            return part(() -> writer.write(new Slab(first, slices), values, order));
        }
        boolean isPlain = order == Order.X_FASTEST && random.nextBoolean();
        return part(isPlain ? () -> writer.writeSlice(first, values) : () -> writer.writeSlice(first, values, order));
    }

    private Order order() {
        return random.nextBoolean() ? Order.X_FASTEST : Order.X_SLOWEST;
    }

    /** The values in a Java array or in one of many kinds of buffers. */
    private Object carried(RandomArray array, Region region, Order order) {
        byte[] bytes =
                Bits.region(array.bytes(), array.dimensions(), array.spec().tupleSize(), region, order);
        int valueSize = array.spec().type().size();
        if (random.nextBoolean()) {
            return Bits.values(bytes, array.spec().type().carrier(), valueSize);
        }
        boolean isBig = random.nextBoolean();
        int offset = random.nextInt(3) * 5;
        int capacity = bytes.length + offset;
        ByteBuffer buffer = random.nextBoolean() ? ByteBuffer.allocate(capacity) : ByteBuffer.allocateDirect(capacity);
        buffer.position(offset);
        buffer.put(isBig ? Bits.swapped(bytes, valueSize) : bytes);
        buffer.flip().position(offset);
        return (random.nextInt(4) == 0 ? buffer.asReadOnlyBuffer() : buffer)
                .order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static Callable<Void> part(Step step) {
        return () -> {
            step.run();
            return null;
        };
    }
}
