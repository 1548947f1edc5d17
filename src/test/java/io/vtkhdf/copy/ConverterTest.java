package io.vtkhdf.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.validate.ImageValidator;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a conversion that is given up, and what is told of it meanwhile. */
class ConverterTest {

    private static final int NX = 64;
    private static final int NZ = 30;
    private static final long TOTAL = 8L * NX * NX * NZ;
    private static final ArraySpec NOISE = ArraySpec.point("noise", ScalarType.FLOAT64);

    @TempDir
    private Path directory;

    private static MemoryImageSource noise() {
        double[] values = new Random(1).doubles(NX * NX * NZ).toArray();
        return new MemoryImageSource(ImageGeometry.of(NX, NX, NZ)).with(NOISE, values);
    }

    private static Path out(Path directory, String extension) {
        return directory.resolve("out" + extension);
    }

    static List<ImageTarget> targets() {
        Path place = Path.of("");
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        return List.of(
                new VtkhdfTarget(out(place, ".vtkhdf"), options),
                new VtkhdfTarget(out(place, ".vtkhdf"), options.withResume(true)),
                new VtkhdfTarget(out(place, ".vtkhdf"), options.withStorage(Storage.gzip(9))),
                new VtkhdfTarget(
                        out(place, ".vtkhdf"),
                        options.withStorage(Storage.gzip(1)).withInPlace(true)),
                new VtiTarget(out(place, ".vti"), VtiForm.raw(), Set.of(), 2, 1 << 20),
                new VtiTarget(out(place, ".vti"), VtiForm.zlib(9), Set.of(), 2, 1 << 20));
    }

    private ImageTarget inDirectory(ImageTarget target) {
        Path file = directory.resolve(target.file());
        return target instanceof VtkhdfTarget vtkhdf
                ? new VtkhdfTarget(file, vtkhdf.options())
                : new VtiTarget(file, ((VtiTarget) target).form(), Set.of(), 2, 1 << 20);
    }

    /** By who hears of the progress, so that it is known how far it had come. */
    private static long cancelledAt(long bytes, ImageTarget target) {
        AtomicReference<Converter> converter = new AtomicReference<>();
        List<Long> heard = new ArrayList<>();
        converter.set(new Converter(noise()).memory(1).listener((done, total) -> {
            heard.add(done);
            if (done >= bytes) {
                converter.get().cancel();
            }
        }));
        assertThrows(CancellationException.class, () -> converter.get().copyTo(target));
        return heard.get(heard.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void leaves_nothing_that_is_not_to_be_kept(ImageTarget form) throws IOException {
        ImageTarget target = inDirectory(form);
        cancelledAt(1, target);
        try (Stream<Path> files = Files.list(directory)) {
            boolean resumes =
                    form instanceof VtkhdfTarget vtkhdf && vtkhdf.options().resumes();
            assertEquals(resumes ? List.of(target.writtenFile()) : List.of(), files.toList());
        }
        new Converter(noise()).copyTo(target);
        assertTrue(Files.exists(target.file()));
    }

    /** Who cancels while he hears of the progress has another thread give up, which may be slow. */
    @Test
    void ends_when_what_is_given_up_is_gone() {
        SlowToGiveUp sink = new SlowToGiveUp();
        AtomicReference<Converter> converter = new AtomicReference<>();
        converter.set(new Converter(noise()).listener((done, total) -> {
            if (done > 0) {
                converter.get().cancel();
            }
        }));
        assertThrows(CancellationException.class, () -> converter.get().copyTo(sink.target()));
        assertTrue(sink.isGone());
    }

    /** The same whether it is to be gone on with or not: what was committed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leaves_what_was_committed(boolean resumes) throws IOException {
        WriteOptions options =
                WriteOptions.defaults().withCommits(Commits.everySlices(2)).withStorage(Storage.gzip(9));
        VtkhdfTarget target = new VtkhdfTarget(out(directory, ".vtkhdf"), resumes ? options.withResume(true) : options);
        cancelledAt(TOTAL / 2, target);
        assertFalse(Files.exists(target.file()));
        assertTrue(target.leftover().orElseThrow().toString().startsWith("an unfinished file with "));
        assertTrue(ImageValidator.validateDeep(target.writtenFile(), (done, total) -> {})
                .isValid());
        new Converter(noise()).copyTo(new VtkhdfTarget(target.file(), options.withResume(true)));
        try (ImageDataReader reader = ImageDataReader.open(target.file())) {
            double[] expected = new Random(1).doubles(NX * NX * NZ).toArray();
            for (int k = 0; k < NZ; k++) {
                double[] slice = (double[]) reader.pointArray("noise").readSlice(k);
                for (int i = 0; i < slice.length; i++) {
                    assertEquals(expected[k * NX * NX + i], slice[i]);
                }
            }
        }
    }

    @Test
    void cancelled_after_its_end_it_is_done() throws IOException {
        VtkhdfTarget target = new VtkhdfTarget(out(directory, ".vtkhdf"), WriteOptions.defaults());
        Converter converter = new Converter(noise());
        assertEquals(TOTAL, converter.copyTo(target).bytes());
        converter.cancel();
        assertTrue(Files.exists(target.file()));
    }

    @Test
    void cancelled_before_its_start_it_writes_nothing() throws IOException {
        VtkhdfTarget target = new VtkhdfTarget(out(directory, ".vtkhdf"), WriteOptions.defaults());
        Converter converter = new Converter(noise());
        converter.cancel();
        assertThrows(CancellationException.class, () -> converter.copyTo(target));
        assertFalse(Files.exists(target.file()));
        assertFalse(Files.exists(ImageDataWriter.partOf(target.file())));
    }

    /** Each value once, in each form, be it that some slices of a slab were there before. */
    @ParameterizedTest
    @MethodSource("targets")
    void all_is_told_at_the_end_and_no_more(ImageTarget form) throws IOException {
        ImageTarget target = inDirectory(form);
        List<Long> heard = new ArrayList<>();
        new Converter(noise())
                .listener((done, total) -> {
                    assertEquals(TOTAL, total);
                    heard.add(done);
                })
                .copyTo(target);
        assertEquals(heard.stream().sorted().toList(), heard);
        assertEquals(TOTAL, heard.get(heard.size() - 1));
    }

    @Test
    void what_is_there_counts_as_skipped() throws IOException {
        Path file = out(directory, ".vtkhdf");
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        ImageDataWriter earlier = ImageDataWriter.create(file, ImageGeometry.of(NX, NX, NZ), options);
        double[] values = new Random(1).doubles(NX * NX * NZ).toArray();
        earlier.createArray(NOISE).writeSlice(1, Arrays.copyOfRange(values, NX * NX, 2 * NX * NX));
        earlier.commit();
        earlier.abort();
        long[] skipped = {0};
        long[] last = {0};
        ProgressListener listener = new ProgressListener() {
            @Override
            public void progress(long done, long total) {
                last[0] = done;
            }

            @Override
            public void skipped(long bytes, long total) {
                skipped[0] += bytes;
            }
        };
        Converter.Copied copied =
                new Converter(noise()).listener(listener).copyTo(new VtkhdfTarget(file, options.withResume(true)));
        assertEquals(8L * NX * NX, skipped[0]);
        assertEquals(TOTAL - 8L * NX * NX, copied.bytes());
        assertEquals(8L * NX * NX, copied.bytesBefore());
        assertEquals(TOTAL, last[0]);
    }
}
