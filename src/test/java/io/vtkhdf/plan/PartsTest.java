package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Slab;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans whose slabs are files of their own. */
class PartsTest extends PlanFixture {

    private static final FinishOptions ONE_FILE = FinishOptions.defaults().withConsolidate(true);

    static Stream<Storage> storages() {
        return Stream.of(
                Storage.fast(),
                Storage.gzip(9).withoutShuffle().withChecksum(),
                Storage.raw().withChecksum(),
                Storage.gzip(4).withChunk(ChunkShape.of(3, 2, 4)),
                Storage.gzip(1).withChunk(ChunkShape.of(100, 100, 5)),
                Storage.chunked(ChunkShape.of(7, 5, 1)),
                Storage.gzip(4).withChunk(ChunkShape.brick()));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void inOneFileTheyAreThatOfASingleWriter(Storage storage) throws IOException {
        SlabPlan plan = SlabPlan.create(file, IMAGE, ARRAYS, options(4, storage));
        plan.finish(writeAll(plan), ONE_FILE.withVerify(true));
        assertSameBytes(single(storage), file);
        assertFalse(Files.exists(plan.written()));
    }

    /** Several workers at a time, several parts copied at a time, and indexes of more than one page. */
    @Test
    void manySlabsInOneFileAreThatOfASingleWriter() throws IOException {
        ImageGeometry geometry = ImageGeometry.of(5, 4, 120);
        Storage storage = Storage.gzip(4).withChunk(ChunkShape.of(1, 2, 1)).withChecksum();
        SlabPlan plan = SlabPlan.create(file, geometry, ARRAYS, options(40, storage));
        assertEquals(40, plan.slabs());
        List<SlabReceipt> receipts = Collections.synchronizedList(new ArrayList<>());
        Workers.each(4, 40, slab -> receipts.add(write(plan, (int) slab)));
        plan.finish(receipts, ONE_FILE);
        assertSameBytes(single(geometry, storage), file);
    }

    /** A slab begins where chunks do, and none is thinner than a chunk: 23 slices of points, 22 of cells. */
    @Test
    void slabsAreWholeLayersOfChunks() throws IOException {
        assertCut(4, List.of(new Slab(0, 4), new Slab(4, 4), new Slab(8, 4), new Slab(12, 4), new Slab(16, 7)));
        assertCut(9, List.of(new Slab(0, 9), new Slab(9, 14)));
        assertCut(11, List.of(new Slab(0, 11), new Slab(11, 12)));
        assertCut(12, List.of(new Slab(0, 23)));
    }

    private void assertCut(int thickness, List<Slab> expected) throws IOException {
        Storage storage = Storage.gzip(1).withChunk(ChunkShape.of(4, 4, thickness));
        SlabPlan plan = SlabPlan.create(file, IMAGE, ARRAYS, options(100, storage));
        List<Slab> found = new ArrayList<>();
        for (int slab = 0; slab < plan.slabs(); slab++) {
            found.add(plan.slab(slab));
        }
        plan.abandon();
        assertEquals(expected, found);
        assertFiles();
    }

    /** The image of a slab: where it lies, its points and its cells, and behind them the next slab's first points. */
    @Test
    void eachPartOpensAlone() throws IOException {
        SlabPlan plan = compressed(3);
        SlabReceipt receipt = write(plan, 1);
        Slab own = plan.slab(1);
        assertEquals(new Slab(7, 7), own);
        Path part = plan.written().resolve(receipt.part());
        assertEquals(Files.size(part), receipt.partBytes());
        try (ImageDataReader reader = ImageDataReader.open(part)) {
            assertTrue(reader.isFinished());
            assertEquals(7, reader.geometry().dimensions().x());
            assertEquals(8, reader.geometry().dimensions().z());
            assertEquals(new Vector3(1, 2, 3 + 7 * 2), reader.geometry().origin());
            for (int k = 0; k < 7; k++) {
                for (ArraySpec spec : ARRAYS) {
                    Object found = reader.array(spec.association(), spec.name()).readSlice(k);
                    assertArrayEquals(new Object[] {slice(spec, IMAGE, 0, 7 + k)}, new Object[] {found});
                }
            }
            assertTrue(Float.isNaN(reader.pointArray("density").readFloats(7)[0]));
        }
        SlabReceipt last = write(plan, 2);
        try (ImageDataReader reader = ImageDataReader.open(plan.written().resolve(last.part()))) {
            assertEquals(9, reader.geometry().dimensions().z());
        }
    }

    /** Without cells a part has its slab's points only, be it one slice. */
    @Test
    void pointsAlone() throws IOException {
        List<ArraySpec> points = List.of(ARRAYS.get(0));
        SlabPlan plan = SlabPlan.create(file, IMAGE, points, options(23, Storage.fast()));
        assertEquals(23, plan.slabs());
        List<SlabReceipt> receipts = writeAll(plan);
        plan.finish(receipts, ONE_FILE.withVerify(true));
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (int k = 0; k < 23; k++) {
                assertArrayEquals(
                        (float[]) slice(points.get(0), IMAGE, 0, k),
                        reader.pointArray("density").readFloats(k));
            }
        }
    }

    @Test
    void joinedTheyStayBesideAFileOfVirtualArrays() throws IOException {
        SlabPlan plan = compressed(3);
        List<SlabReceipt> receipts = writeAll(plan);
        receipts.add(write(plan, 1));
        assertEquals(4, parts(plan).size() - 1);
        try (SlabWriter killed = plan.open(2)) {
            killed.array(Association.POINT, "density").writeSlice(20, new float[35]);
        }
        plan.finish(receipts);
        assertEquals(3, parts(plan).size() - 1); // Beside joined.txt.
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
        plan.finish(receipts);
        assertEquals(3, parts(plan).size() - 1);
        plan.abandon();
        assertEquals(3, parts(plan).size() - 1);
        plan.finish(receipts, ONE_FILE.withVerify(true));
        assertSameBytes(single(Storage.gzip(4)), file);
        assertFiles("image.vtkhdf", "single.vtkhdf");
        assertFalse(Files.exists(plan.written()));
    }

    private static List<Path> parts(SlabPlan plan) throws IOException {
        try (Stream<Path> files = Files.list(plan.written())) {
            return files.toList();
        }
    }

    @Test
    void anAttemptThatIsGoneIsNotNeeded() throws IOException {
        SlabPlan plan = compressed(3);
        List<SlabReceipt> receipts = writeAll(plan);
        SlabReceipt twin = write(plan, 1);
        receipts.add(twin);
        Files.delete(plan.written().resolve(receipts.get(1).part()));
        plan.finish(receipts, ONE_FILE);
        assertSameBytes(single(Storage.gzip(4)), file);
    }

    @Test
    void aPartThatIsGoneIsNamed() throws IOException {
        SlabPlan plan = compressed(3);
        List<SlabReceipt> receipts = writeAll(plan);
        Path part = plan.written().resolve(receipts.get(1).part());
        Files.delete(part);
        assertMessage(
                SlabException.class,
                "slab 1 (slices 7 to 13): found no part at " + part + ", expected one of "
                        + receipts.get(1).partBytes() + " bytes: write it again",
                () -> plan.finish(receipts));
        assertFalse(Files.exists(file));
        receipts.set(1, write(plan, 1));
        plan.finish(receipts, ONE_FILE);
    }

    @Test
    void aPartThatIsShorterIsNamed() throws IOException {
        SlabPlan plan = compressed(3);
        List<SlabReceipt> receipts = writeAll(plan);
        Path part = plan.written().resolve(receipts.get(0).part());
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
        assertMessage(
                SlabException.class,
                "slab 2 (slices 14 to 22): found " + part + " of 1000 bytes, expected ",
                () -> plan.finish(receipts));
    }

    /** In parts that stay, and in one file that needs them no more. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPartWithOtherValuesIsFound(boolean consolidates) throws IOException {
        SlabPlan plan = SlabPlan.create(file, IMAGE, ARRAYS, options(3, Storage.chunked(ChunkShape.slice())));
        List<SlabReceipt> receipts = writeAll(plan);
        Path part = plan.written().resolve(receipts.get(1).part());
        byte[] bytes = Files.readAllBytes(part);
        byte[] wanted =
                ARRAYS.get(2).type().toBytes(slice(ARRAYS.get(2), IMAGE, 0, 9)).array();
        int at = indexOf(bytes, wanted);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(8), at + 80);
        }
        assertMessage(
                SlabException.class,
                "slab 1 (slices 7 to 13): found other values of 'velocity' than were written",
                () -> plan.finish(
                        receipts, ONE_FILE.withConsolidate(consolidates).withVerify(true)));
        assertFalse(Files.exists(file));
        receipts.set(1, write(plan, 1));
        plan.finish(receipts, ONE_FILE.withConsolidate(consolidates).withVerify(true));
    }

    /** A chunk that cannot be unpacked. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPartThatCannotBeUnpackedNamesItsSlab(boolean consolidates) throws IOException {
        SlabPlan plan = compressed(3);
        List<SlabReceipt> receipts = writeAll(plan);
        Path part = plan.written().resolve(receipts.get(1).part());
        byte[] bytes = Files.readAllBytes(part);
        for (int at = 1; at < bytes.length - 1; at++) {
            if (bytes[at] == 0x78 && (bytes[at + 1] == 0x5e || bytes[at + 1] == 0x01)) { // How zlib's data begin.
                bytes[at] = 0;
            }
        }
        Files.write(part, bytes);
        SlabException failure = assertMessage(
                SlabException.class,
                "slab 1 (slices 7 to 13): ",
                () -> plan.finish(
                        receipts, ONE_FILE.withConsolidate(consolidates).withVerify(true)));
        assertEquals(1, failure.slab());
        assertFalse(Files.exists(file));
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void receiptsNameNothingElse() throws IOException {
        SlabPlan plan = compressed(3);
        List<SlabReceipt> receipts = writeAll(plan);
        SlabReceipt one = receipts.get(0);
        receipts.set(0, new SlabReceipt(one.planId(), one.slab(), one.bytes(), one.crc32c(), "../other.vtkhdf", 9));
        assertMessage(
                SlabException.class,
                "slab 2 (slices 14 to 22): found a receipt of a part that is called '../other.vtkhdf'",
                () -> plan.finish(receipts));
    }

    @Test
    void goesOnWithWhatAKilledFinishHasLeft() throws IOException {
        SlabPlan plan = compressed(3);
        List<SlabReceipt> receipts = writeAll(plan);
        Path kept = directory.resolve("kept");
        Files.createDirectory(kept);
        for (Path part : parts(plan)) {
            Files.copy(part, kept.resolve(part.getFileName()));
        }
        plan.finish(receipts, ONE_FILE);
        byte[] finished = Files.readAllBytes(file);
        Files.createDirectory(plan.written().getParent());
        Files.move(kept, plan.written());
        plan.finish(receipts, ONE_FILE);
        assertArrayEquals(finished, Files.readAllBytes(file));
        assertFiles("image.vtkhdf");
        plan.finish(receipts, ONE_FILE);
        assertArrayEquals(finished, Files.readAllBytes(file));
    }

    @Test
    void nothingElseTakesThePlaceOfAPlan() throws IOException {
        SlabPlan plan = compressed(3);
        assertMessage(
                FileAlreadyExistsException.class,
                "has the parts of a plan, which may be under way",
                () -> compressed(3));
        Files.writeString(plan.written().resolve("notes.txt"), "mine");
        List<SlabReceipt> receipts = writeAll(plan);
        plan.abandon();
        assertEquals(List.of(plan.written().resolve("notes.txt")), parts(plan));
        assertMessage(NoSuchFileException.class, "image.vtkhdf.parts", () -> plan.finish(receipts));
    }
}
