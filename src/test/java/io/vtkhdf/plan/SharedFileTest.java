package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of one file that all workers write to. */
class SharedFileTest extends PlanFixture {

    private SlabPlan unaligned(int slabs) throws IOException {
        return SlabPlan.create(
                file, IMAGE, ARRAYS, options(slabs, Storage.raw()).withPageAlignment(false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 23, 1000})
    void isTheFileOfASingleWriter(int slabs) throws IOException {
        SlabPlan plan = unaligned(slabs);
        assertEquals(Math.min(slabs, 23), plan.slabs());
        plan.finish(writeAll(plan));
        assertSameBytes(single(Storage.raw()), file);
        assertFiles("image.vtkhdf", "single.vtkhdf");
    }

    @Test
    void alignedToPagesItHoldsTheSame() throws IOException {
        SlabPlan plan = raw(4);
        plan.finish(writeAll(plan));
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertTrue(reader.isFinished());
            assertEquals(IMAGE, reader.geometry());
            assertEquals(FIELDS, reader.fields());
            assertEquals(ACTIVE, reader.activeArrays());
            for (ArraySpec spec : ARRAYS) {
                for (int k = 0; k < IMAGE.dimensions(spec.association()).z(); k++) {
                    Object found = reader.array(spec.association(), spec.name()).readSlice(k);
                    assertArrayEquals(new Object[] {slice(spec, IMAGE, 0, k)}, new Object[] {found});
                }
            }
        }
    }

    /** 32 x 16 float32 are half a page; so slabs begin at even slices. */
    @Test
    void slabsMeetAtPages() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(32, 16, 49);
        List<ArraySpec> array = List.of(ArraySpec.point("a", ScalarType.FLOAT32));
        SlabPlan plan = SlabPlan.create(file, geometry, array, PlanOptions.ofSlabs(3));
        assertEquals(List.of(new Slab(0, 16), new Slab(16, 16), new Slab(32, 17)), slabs(plan));
        assertEquals(0, address(plan, "a") % 4096);
        plan.abandon();
        SlabPlan many = SlabPlan.create(file, geometry, array, PlanOptions.ofSlabs(4));
        assertEquals(List.of(new Slab(0, 12), new Slab(12, 12), new Slab(24, 12), new Slab(36, 13)), slabs(many));
        many.abandon();
        assertFiles();
    }

    private static List<Slab> slabs(SlabPlan plan) {
        List<Slab> slabs = new ArrayList<>();
        for (int slab = 0; slab < plan.slabs(); slab++) {
            slabs.add(plan.slab(slab));
        }
        return slabs;
    }

    @Test
    void theLastSlabMayHaveNoCells() throws IOException {
        SlabPlan plan = unaligned(23);
        ArraySpec cells = ARRAYS.get(1);
        assertEquals(new Slab(21, 1), plan.slices(21, cells).orElseThrow());
        assertTrue(plan.slices(22, cells).isEmpty());
        assertEquals(7 * 5 * (4 + 24) + 6 * 4, plan.bytes(21));
        assertEquals(7 * 5 * (4 + 24), plan.bytes(22));
        try (SlabWriter writer = plan.open(22)) {
            SlabArray array = writer.array(Association.CELL, "material");
            assertTrue(array.slices().isEmpty());
            assertMessage(
                    IllegalArgumentException.class,
                    "slab 22 (slice 22): 'material': found slice 21, expected none, as it has no slices there",
                    () -> array.writeSlice(21, new byte[24]));
        }
    }

    /** Until it is finished it is an unfinished image without arrays, whoever looks. */
    @Test
    void isUnfinishedUntilItIsFinished() throws IOException {
        SlabPlan plan = raw(3);
        List<SlabReceipt> receipts = writeAll(plan);
        Path part = ImageDataWriter.partOf(file);
        assertEquals(part, plan.written());
        try (ImageDataReader reader = ImageDataReader.open(part)) {
            assertFalse(reader.isFinished());
            assertEquals(List.of(), reader.arrays());
        }
        assertFiles("image.vtkhdf.part");
        plan.finish(receipts);
        assertFiles("image.vtkhdf");
    }

    @Test
    void receiptsTellTheBytesAndTheirSum() throws IOException {
        SlabPlan plan = raw(4);
        SlabReceipt receipt = write(plan, 1);
        Slab own = plan.slab(1);
        assertEquals(plan.id(), receipt.planId());
        assertEquals(own.count() * (7L * 5 * (4 + 24) + 6 * 4), receipt.bytes());
        for (int array = 0; array < ARRAYS.size(); array++) {
            CRC32C crc = new CRC32C();
            for (int k = own.first(); k < own.first() + own.count(); k++) {
                crc.update(ARRAYS.get(array).type().toBytes(slice(ARRAYS.get(array), IMAGE, 0, k)));
            }
            assertEquals((int) crc.getValue(), receipt.crc32c().get(array));
        }
        assertEquals(receipt, write(plan, 1)); // Another attempt.
    }

    @Test
    void takesRunsBoxesBuffersAndOrders() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(3, 2, 6);
        List<ArraySpec> arrays = List.of(ArraySpec.point("a", ScalarType.INT16));
        SlabPlan plan =
                SlabPlan.create(file, geometry, arrays, PlanOptions.ofSlabs(2).withPageAlignment(false));
        try (SlabWriter writer = plan.open(0)) {
            SlabArray array = writer.array(Association.POINT, "a");
            ByteBuffer values = ByteBuffer.allocate(14).order(ByteOrder.BIG_ENDIAN);
            for (short i = 0; i < 6; i++) {
                values.putShort(i);
            }
            values.flip().limit(14);
            array.writeSlice(0, values);
            assertEquals(12, values.position());
            array.write(new Slab(1, 1), new short[] {6, 9, 7, 10, 8, 11}, Order.X_SLOWEST);
            array.write(new Region(0, 0, 2, new Dimensions(2, 2, 1)), new short[] {12, 13, 15, 16});
            assertMessage(
                    IllegalStateException.class,
                    "slab 0 (slices 0 to 2): not all slices were written: 'a' lacks 1 of 6 slices, the first is 2",
                    writer::finish);
            array.write(new Region(2, 0, 2, new Dimensions(1, 2, 1)), new short[] {14, 17});
            writer.finish();
            assertMessage(IllegalStateException.class, "closed", () -> array.writeSlice(0, new short[6]));
        }
        try (SlabWriter writer = plan.open(1)) {
            short[] rest = new short[18];
            for (short i = 0; i < 18; i++) {
                rest[i] = (short) (18 + i);
            }
            writer.array(Association.POINT, "a").write(new Slab(3, 3), rest);
            SlabReceipt last = writer.finish();
            SlabReceipt first = rewritten(plan);
            plan.finish(List.of(last, first));
        }
        short[] expected = new short[36];
        for (short i = 0; i < 36; i++) {
            expected[i] = i;
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertArrayEquals(expected, reader.pointArray("a").readShorts());
        }
    }

    private static SlabReceipt rewritten(SlabPlan plan) throws IOException {
        try (SlabWriter writer = plan.open(0)) {
            short[] values = new short[18];
            for (short i = 0; i < 18; i++) {
                values[i] = i;
            }
            writer.array(Association.POINT, "a").write(new Slab(0, 3), values);
            return writer.finish();
        }
    }

    @Test
    void writesNothingOutsideOfItsSlab() throws IOException {
        SlabPlan plan = raw(4);
        try (SlabWriter writer = plan.open(1)) {
            SlabArray array = writer.array(Association.POINT, "density");
            Slab own = array.slices().orElseThrow();
            assertMessage(
                    IllegalArgumentException.class,
                    "image.vtkhdf: slab 1 (" + own + "): 'density': found slice " + (own.first() - 1)
                            + ", expected some of " + own,
                    () -> array.writeSlice(own.first() - 1, new float[35]));
            assertMessage(
                    IllegalArgumentException.class,
                    "expected some of " + own,
                    () -> array.write(new Slab(own.first(), own.count() + 1), new float[35 * (own.count() + 1)]));
            array.writeSlice(own.first(), new float[35]);
            assertMessage(
                    IllegalStateException.class,
                    "slice " + own.first() + " was written before",
                    () -> array.writeSlice(own.first(), new float[35]));
            assertMessage(
                    IllegalArgumentException.class,
                    "found 34 values, expected 35",
                    () -> array.writeSlice(own.first() + 1, new float[34]));
            assertMessage(
                    IllegalArgumentException.class,
                    "no array 'x' in CellData, expected one of ['density', 'material', 'velocity']",
                    () -> writer.array(Association.CELL, "x"));
        }
        assertMessage(IllegalArgumentException.class, "found slab 4, expected one of 0 to 3", () -> plan.open(4));
    }

    /** One that writes again what is there, and one that writes something else and gives no receipt. */
    @Test
    void abandonedAttemptsCountForNothing() throws IOException {
        SlabPlan plan = unaligned(2);
        try (SlabWriter other = plan.open(0)) {
            other.array(Association.POINT, "density").writeSlice(3, new float[35]);
        }
        List<SlabReceipt> receipts = writeAll(plan);
        receipts.add(write(plan, 1));
        plan.finish(receipts);
        assertSameBytes(single(Storage.raw()), file);
    }

    @Test
    void isFinishedOnceAndStaysSo() throws IOException {
        SlabPlan plan = raw(3);
        List<SlabReceipt> receipts = writeAll(plan);
        plan.finish(receipts);
        byte[] finished = Files.readAllBytes(file);
        plan.finish(receipts);
        plan.finish(receipts, FinishOptions.defaults().withVerify(true));
        plan.abandon();
        assertArrayEquals(finished, Files.readAllBytes(file));
        assertMessage(SlabException.class, "found no file of this plan at " + file, () -> plan.open(0));
        flip(file, finished.length / 2);
        assertMessage(
                FileAlreadyExistsException.class,
                "is there, and not what the receipts say: ",
                () -> plan.finish(receipts));
    }

    private static void flip(Path path, long place) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, place);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), place);
        }
    }

    /** Killed between the commit and the name, between the two steps of the name, and between the name and the cut. */
    @Test
    void goesOnWithWhatAKilledFinishHasLeft() throws IOException {
        SlabPlan plan = raw(3);
        List<SlabReceipt> receipts = writeAll(plan);
        Path part = plan.written();
        byte[] before = Files.readAllBytes(part);
        plan.finish(receipts);
        byte[] finished = Files.readAllBytes(file);

        Files.delete(file);
        byte[] committed = before.clone();
        System.arraycopy(finished, 0, committed, 0, 48);
        Files.write(part, committed);
        plan.finish(receipts);
        assertArrayEquals(finished, Files.readAllBytes(file));

        Files.delete(file);
        Files.write(part, committed);
        Files.createLink(file, part);
        plan.finish(receipts);
        assertArrayEquals(finished, Files.readAllBytes(file));
        assertFiles("image.vtkhdf");

        Files.write(file, committed);
        plan.finish(receipts);
        assertArrayEquals(finished, Files.readAllBytes(file));

        Files.write(file, committed);
        plan.abandon();
        assertArrayEquals(finished, Files.readAllBytes(file));
        assertFiles("image.vtkhdf");
    }

    @Test
    void aLostWriteIsFound() throws IOException {
        SlabPlan plan = raw(3);
        List<SlabReceipt> receipts = writeAll(plan);
        Slab middle = plan.slab(1);
        try (FileChannel channel = FileChannel.open(plan.written(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(512), address(plan, "velocity") + middle.first() * 7L * 5 * 24);
        }
        FinishOptions verifying = FinishOptions.defaults().withVerify(true);
        SlabException failure = assertMessage(
                SlabException.class,
                "slab 1 (" + middle + "): found other values of 'velocity' than were written (CRC32C ",
                () -> plan.finish(receipts, verifying));
        assertEquals(1, failure.slab());
        assertFiles("image.vtkhdf.part");
        receipts.set(1, write(plan, 1));
        plan.finish(receipts, verifying);
        assertFiles("image.vtkhdf");
    }

    private static long address(SlabPlan plan, String array) {
        String json = plan.toJson();
        String from = json.substring(json.indexOf("\"" + array + "\""));
        String number = from.substring(from.indexOf("\"address\":") + 10);
        return Long.parseLong(number.substring(0, number.indexOf('}')));
    }

    @Test
    void aFileThatHasLostItsEndIsNotPublished() throws IOException {
        SlabPlan plan = raw(2);
        List<SlabReceipt> receipts = writeAll(plan);
        try (FileChannel channel = FileChannel.open(plan.written(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertMessage(IOException.class, "image.vtkhdf", () -> plan.finish(receipts));
        assertFalse(Files.exists(file));
    }

    @Test
    void nothingElseTakesThePlaceOfAPlan() throws IOException {
        SlabPlan plan = raw(2);
        List<SlabReceipt> receipts = writeAll(plan);
        assertMessage(
                FileAlreadyExistsException.class,
                "is reserved for the slabs of a plan, which may be under way",
                () -> raw(2));
        assertMessage(
                FileAlreadyExistsException.class,
                "is reserved for the slabs of a plan",
                () -> ImageDataWriter.create(file, IMAGE));
        assertMessage(
                FileAlreadyExistsException.class,
                "is reserved for the slabs of a plan",
                () -> ImageDataWriter.create(
                        file, IMAGE, WriteOptions.defaults().withResume(true)));
        plan.finish(receipts);
        assertMessage(FileAlreadyExistsException.class, "exists already", () -> raw(2));
    }

    @Test
    void replacesOnlyInTheEndWhatIsThere() throws IOException {
        Files.writeString(file, "before");
        PlanOptions overwriting = options(2, Storage.raw())
                .withWriteOptions(WriteOptions.defaults().withOverwrite(true))
                .withPageAlignment(false);
        SlabPlan abandoned = SlabPlan.create(file, IMAGE, ARRAYS, overwriting);
        write(abandoned, 0);
        SlabPlan plan = SlabPlan.create(file, IMAGE, ARRAYS, overwriting);
        assertMessage(SlabException.class, "found no file of this plan", () -> abandoned.open(0));
        List<SlabReceipt> receipts = writeAll(plan);
        abandoned.abandon();
        assertEquals("before", Files.readString(file));
        plan.finish(receipts);
        assertSameBytes(single(Storage.raw()), file);
    }

    @Test
    void anAbandonedPlanIsGone() throws IOException {
        SlabPlan plan = raw(2);
        List<SlabReceipt> receipts = writeAll(plan);
        plan.abandon();
        plan.abandon();
        assertFiles();
        assertMessage(NoSuchFileException.class, "image.vtkhdf.part", () -> plan.finish(receipts));
        assertMessage(SlabException.class, "it was finished, abandoned or replaced", () -> plan.open(1));
    }

    /** As the tasks of an executor do, each slab twice at the same time. */
    @Test
    void threadsWriteSlabsAtTheSameTime() throws Exception {
        SlabPlan plan = unaligned(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<SlabReceipt>> tasks = new ArrayList<>();
            for (int task = 0; task < 16; task++) {
                int slab = task / 2;
                tasks.add(threads.submit(() -> write(plan, slab)));
            }
            List<SlabReceipt> receipts = new ArrayList<>();
            for (Future<SlabReceipt> task : tasks) {
                receipts.add(task.get());
            }
            plan.finish(receipts, FinishOptions.defaults().withVerify(true));
        } finally {
            threads.shutdownNow();
        }
        assertSameBytes(single(Storage.raw()), file);
    }

    @Test
    void anOutputThatAppearsMeanwhileIsNotReplaced() throws IOException {
        SlabPlan plan = raw(2);
        List<SlabReceipt> receipts = writeAll(plan);
        Files.writeString(file, "another");
        assertMessage(FileAlreadyExistsException.class, "image.vtkhdf", () -> plan.finish(receipts));
        assertEquals("another", Files.readString(file));
        Files.delete(file);
        plan.finish(receipts);
    }
}
