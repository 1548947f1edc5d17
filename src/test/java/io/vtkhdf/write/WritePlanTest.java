package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WritePlanTest extends WriterFixture {

    private static final ImageGeometry SMALL = ImageGeometry.of(2, 1, 2);
    private static final ArraySpec CELLS = ArraySpec.cell("c.1", ScalarType.UINT8);
    private static final ArraySpec POINTS = ArraySpec.point("p", ScalarType.INT16);

    private static final ImageSpec SPEC = new ImageSpec(
            SMALL,
            List.of(CELLS, POINTS),
            List.of(FieldArray.of("f", 1, 2)),
            List.of(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "p")));

    private WritePlan plan(boolean resumes) {
        return new WritePlan(
                file, WriteOptions.defaults().withCommits(Commits.onDemand()).withResume(resumes));
    }

    @Test
    void makesAllOfAnImageButItsValues() throws IOException {
        plan(false).requireCreatable();
        try (ImageDataWriter writer = plan(false).create(SPEC)) {
            writer.array(Association.POINT, "p").writeSlice(0, new short[] {1, 2});
            writer.array(Association.POINT, "p").writeSlice(1, new short[] {3, 4});
            writer.array(Association.CELL, "c.1").writeSlice(0, new byte[] {5});
            IllegalArgumentException none =
                    assertThrows(IllegalArgumentException.class, () -> writer.array(Association.POINT, "c.1"));
            assertEquals("no array 'c.1' was created in PointData", none.getMessage());
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertArrayEquals(
                    new short[] {3, 4}, (short[]) reader.pointArray("p").readSlice(1));
            assertArrayEquals(new byte[] {5}, (byte[]) reader.cellArray("c_1").readSlice(0));
            assertEquals(SPEC.active(), reader.activeArrays());
            assertEquals(1, reader.fields().size());
        }
    }

    @Test
    void tellsAndGoesOnWithWhatIsLeft() throws IOException {
        assertEquals(Optional.empty(), plan(true).leftover());
        assertEquals(Optional.empty(), plan(true).resumable(SPEC));
        try (ImageDataWriter writer = plan(true).create(SPEC)) {
            writer.array(Association.POINT, "p").writeSlice(1, new short[] {3, 4});
            writer.commit();
            writer.abort();
        }
        Unfinished there = new Unfinished(List.of(
                new Unfinished.Slices(Association.POINT, "p", 1, 2),
                new Unfinished.Slices(Association.CELL, "c_1", 0, 1)));
        Leftover left = plan(false).leftover().orElseThrow();
        assertEquals(there, left.unfinished().orElseThrow());
        assertTrue(left.isWorthKeeping());
        assertEquals("an unfinished file with 1 of 3 slices", left.toString());
        assertEquals(there, plan(true).resumable(SPEC).orElseThrow());

        ImageSpec less = new ImageSpec(SMALL, List.of(POINTS), List.of(), List.of());
        for (ResumeMismatchException refused : List.of(
                assertThrows(ResumeMismatchException.class, () -> plan(true).resumable(less)),
                assertThrows(ResumeMismatchException.class, () -> plan(true).create(less)))) {
            assertEquals(ResumeMismatchException.Aspect.OTHER_ARRAY, refused.aspect());
            assertEquals(
                    plan(true).writtenFile()
                            + ": found the array 'c_1' of CellData, expected none but those that are written to go on"
                            + " with it",
                    refused.difference());
        }
        assertEquals(there, plan(true).resumable(SPEC).orElseThrow()); // The refusals have changed nothing.

        try (ImageDataWriter writer = plan(true).create(SPEC)) {
            assertTrue(writer.array(Association.POINT, "p").isWritten(1));
            assertFalse(writer.array(Association.POINT, "p").isWritten(0));
        } catch (IllegalStateException e) {
            assertTrue(e.getMessage().contains("closed without finish()"), e.getMessage());
        }
    }

    @Test
    void refusesBeforeThereIsAFile() {
        ImageSpec twice = new ImageSpec(
                SMALL, List.of(POINTS, POINTS.withComponents(2)), List.of(FieldArray.of("f", 1)), List.of());
        ImageSpec twoFields =
                new ImageSpec(SMALL, List.of(), List.of(FieldArray.of("a.b", 1), FieldArray.of("a/b", 2)), List.of());
        assertThrows(IllegalArgumentException.class, () -> plan(false).requireWritable(twice));
        assertThrows(IllegalArgumentException.class, () -> plan(false).create(twice));
        assertThrows(IllegalArgumentException.class, () -> plan(false).create(twoFields));
        assertFalse(Files.exists(plan(false).writtenFile()));
    }

    /** Whatever its slices take; the chunk and what it is compressed to take twice its size. */
    @Test
    void refusesChunksLargerThanTheHeapAndNamesTheirShape() throws IOException {
        int size = (int)
                Math.min(Integer.MAX_VALUE - (8L << 20), Runtime.getRuntime().maxMemory() / 2);
        ImageGeometry row = ImageGeometry.of(size, 1, 1);
        ArraySpec spec = ArraySpec.point("a", ScalarType.UINT8);
        try (ImageDataWriter writer = ImageDataWriter.create(file, row)) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> writer.createArray(spec, Storage.gzip(1).withChunk(ChunkShape.of(size, 1, 1))));
            assertTrue(refused.getMessage().endsWith("choose a smaller ChunkShape"), refused.getMessage());
            writer.createArray(spec, Storage.raw());
            writer.createArray(ArraySpec.point("b", ScalarType.FLOAT64), Storage.gzip(1));
            writer.abort();
        }
    }

    @Test
    void refusesWhatNoFileHoldsAndNeverOverflows() {
        int[] sizes = {1, 1 << 16, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
        int[] counts = {1, 3, 1 << 16, (1 << 28) - 1, 1 << 28, 1 << 29, 1 << 30, Integer.MAX_VALUE};
        int refused = 0;
        for (int x : sizes) {
            for (int y : sizes) {
                for (int components : counts) {
                    for (ScalarType type : List.of(ScalarType.UINT8, ScalarType.FLOAT64)) {
                        ImageSpec huge = new ImageSpec(
                                ImageGeometry.of(x, y, Integer.MAX_VALUE),
                                List.of(new ArraySpec(Association.POINT, "a", type, components)),
                                List.of(),
                                List.of());
                        for (Storage storage : List.of(Storage.raw(), Storage.gzip(1))) {
                            WriteOptions options = WriteOptions.defaults().withStorage(storage);
                            boolean fits = (double) x * y * components <= Integer.MAX_VALUE
                                    && (double) components * type.size() <= Integer.MAX_VALUE;
                            try {
                                new WritePlan(file, options).requireWritable(huge);
                                assertTrue(fits, huge.toString());
                            } catch (IllegalArgumentException e) {
                                refused++; // Some that fit are of too many chunks, or of bytes.
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        }
                    }
                }
            }
        }
        assertTrue(refused > 100, refused + " refused");
    }

    /** It is called by a thread that is writing. */
    @Test
    void aListenerMayGiveUp() throws IOException {
        for (Storage storage : List.of(Storage.raw(), Storage.gzip(1))) {
            ImageDataWriter[] writer = new ImageDataWriter[1];
            WriteOptions options = WriteOptions.defaults()
                    .withResume(true)
                    .withStorage(storage)
                    .withOverwrite(true)
                    .withCommits(Commits.everySlices(1));
            writer[0] = ImageDataWriter.create(file, SMALL, options, new WriteListener() {
                @Override
                public void written(long bytes) {
                    writer[0].abort();
                }
            });
            ArrayWriter array = writer[0].createArray(POINTS);
            assertThrows(IllegalStateException.class, () -> {
                array.writeSlice(0, new short[] {1, 2});
                writer[0].finish();
            });
            assertTrue(Files.exists(ImageDataWriter.partOf(file)));
            Files.delete(ImageDataWriter.partOf(file));
        }
    }
}
