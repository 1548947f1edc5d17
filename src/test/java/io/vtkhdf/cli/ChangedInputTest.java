package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.option.ArraySelection;
import io.vtkhdf.cli.option.Existing;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.Output;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.compare.ImageComparison;
import io.vtkhdf.compare.StatisticsReader;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.ImageTarget;
import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.copy.VtiTarget;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.shape.Shaping;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An input that is changed while it is read: nobody takes the values of two files for those of one. */
@Tag("once")
class ChangedInputTest {

    /** Each with the file that is changed. */
    private static final String[][] INPUTS = {
        {"vti/raw-none-u64-little.vti", "raw-none-u64-little.vti"},
        {"vti/ascii-none-u32-little.vti", "ascii-none-u32-little.vti"},
        {"vti/inline-zlib-u32-big.vti", "inline-zlib-u32-big.vti"},
        {"pvti/raw-plain.pvti", "raw-plain.pvti"},
        {"pvti/raw-plain.pvti", "raw-plain-0.vti"},
        {"pvti/raw-ghost.pvti", "raw-larger-3.vti"},
        {"legacy/ascii-42-0.vtk", "ascii-42-0.vtk"},
        {"legacy/binary-42-0.vtk", "binary-42-0.vtk"},
        {"vtkhdf/contiguous-little.vtkhdf", "contiguous-little.vtkhdf"},
        {"vtkhdf/all-filters-big.vtkhdf", "all-filters-big.vtkhdf"},
    };

    enum Change {
        OVERWRITTEN {
            @Override
            void make(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                FileTime before = Files.getLastModifiedTime(file);
                Files.write(file, bytes);
                // The clock of a file system may stand still for some milliseconds.
                Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000));
            }
        },
        TOUCHED {
            @Override
            void make(Path file) throws IOException {
                Files.setLastModifiedTime(
                        file,
                        FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 1));
            }
        },
        REPLACED {
            @Override
            void make(Path file) throws IOException {
                Path other = file.resolveSibling("other");
                Files.copy(file, other, StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            }
        },
        LONGER {
            @Override
            void make(Path file) throws IOException {
                FileTime before = Files.getLastModifiedTime(file);
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
                Files.setLastModifiedTime(file, before);
            }
        },
        DELETED {
            @Override
            void make(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void make(Path file) throws IOException;
    }

    @TempDir
    private Path folder;

    private Path input;
    private Path changed;

    static Stream<Arguments> changes() {
        return Stream.of(INPUTS)
                .flatMap(input -> Stream.of(Change.values()).map(change -> Arguments.of(input[0], input[1], change)));
    }

    static Stream<Arguments> inputs() {
        return Stream.of(INPUTS).map(input -> Arguments.of(input[0], input[1]));
    }

    /** Copies the input, and its pieces. */
    private void copy(String source, String toChange) throws IOException {
        Path golden;
        try {
            golden = Path.of(getClass().getResource("/sources/" + source).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        String stem = golden.getFileName().toString().replaceAll("-.*", "-");
        boolean isInPieces = source.endsWith(".pvti");
        try (Stream<Path> files = Files.list(golden.getParent())) {
            for (Path file : files.toList()) {
                if (file.equals(golden)
                        || isInPieces && file.getFileName().toString().startsWith(stem)) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        input = folder.resolve(golden.getFileName());
        changed = folder.resolve(toChange);
    }

    private void assertChanged(ChangedFileException e) {
        assertTrue(e.getMessage().startsWith(changed + ": was changed while it was read: "), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void convertPublishesNothing(String source, String toChange, Change change) throws IOException {
        copy(source, toChange);
        List<ImageTarget> targets = List.of(
                new VtkhdfTarget(folder.resolve("out.vtkhdf"), WriteOptions.defaults()),
                new VtkhdfTarget(
                        folder.resolve("out.hdf"), WriteOptions.defaults().withCommits(Commits.everySlices(1))),
                new VtiTarget(folder.resolve("out.vti"), VtiForm.raw(), Set.of(), 1, 1 << 20));
        List<ImageSource> sources = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            sources.add(ImageSources.open(input));
        }
        change.make(changed);
        for (int i = 0; i < targets.size(); i++) {
            ImageTarget target = targets.get(i);
            try (ImageSource image = sources.get(i)) {
                assertChanged(assertThrows(ChangedFileException.class, () -> new Converter(image).copyTo(target)));
            }
            assertFalse(Files.exists(target.file()), target.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void comparisonsAndStatisticsTellNothing(String source, String toChange, Change change) throws IOException {
        copy(source, toChange);
        Path other = folder.resolve("other.vtkhdf");
        try (ImageSource image = ImageSources.open(input)) {
            new Converter(image).copyTo(new VtkhdfTarget(other, WriteOptions.defaults()));
        }
        try (ImageSource image = ImageSources.open(input);
                ImageSource copy = ImageSources.open(other)) {
            ImageSource part = new SelectedArrays(image, image.arrays().subList(0, 1));
            change.make(changed);
            assertChanged(assertThrows(ChangedFileException.class, () -> new ImageComparison(image, copy).run()));
            assertChanged(assertThrows(ChangedFileException.class, () -> new ImageComparison(copy, part).run()));
            assertChanged(assertThrows(
                    ChangedFileException.class,
                    () -> StatisticsReader.ofSummaries()
                            .read(image, image.arrays().get(0))));
        }
    }

    /** However an unfinished output came to be: its input was changed since it was begun. */
    @ParameterizedTest
    @MethodSource("inputs")
    void isNotGoneOnWith(String source, String toChange) throws IOException {
        for (boolean isInterrupted : new boolean[] {false, true}) {
            Path output = folder.resolve(isInterrupted + ".vtkhdf");
            Path part = folder.resolve(isInterrupted + ".vtkhdf.part");
            copyAnew(source, toChange);
            List<String> said = new ArrayList<>();
            int[] slabs = {0};
            Exception failure = assertThrows(Exception.class, () -> {
                try (InterruptGuard guard = new InterruptGuard()) {
                    conversion(output)
                            .convert(
                                    once(slabs, isInterrupted ? () -> guard.giveUp(Runnable::run) : () -> {}),
                                    guard,
                                    said::add);
                }
            });
            if (isInterrupted) {
                assertEquals(CancellationException.class, failure.getClass());
            } else {
                assertChanged((ChangedFileException) failure);
                assertTrue(
                        said.toString().contains(part + " is kept, though it may hold values of before"),
                        said.toString());
            }
            // Written on after the change, as far as its time tells.
            Files.setLastModifiedTime(part, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> conversion(output).convert((done, total) -> {}, new InterruptGuard(), said::add));
            assertTrue(
                    refusal.getMessage().contains("found it to be made from " + input.getFileName()),
                    refusal.toString());
            assertTrue(refusal.getMessage().contains("INPUT was changed"), refusal.toString());
            assertFalse(Files.exists(output));
        }
    }

    private void copyAnew(String source, String toChange) throws IOException {
        if (input != null) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        copy(source, toChange);
    }

    /** Changes the input after a few slabs, and does something more one slab later. */
    private ProgressListener once(int[] slabs, Runnable then) {
        return (done, total) -> {
            slabs[0]++;
            if (slabs[0] == 3) {
                try {
                    Change.TOUCHED.make(changed);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            } else if (slabs[0] == 4) {
                then.run();
            }
        };
    }

    private FileConversion conversion(Path output) {
        WriteOptions options =
                WriteOptions.defaults().withCommits(Commits.everySlices(1)).withResume(true);
        Input read = new Input(List.of(input), InputReach.FOLDER, Optional.empty(), new StepOptions("all"));
        Output written = Output.of(new VtkhdfTarget(output, options), () -> {
            throw new IllegalStateException("no series is read");
        });
        return new FileConversion(
                read,
                written,
                new Wanted(new ArraySelection(List.of()), Shaping.none()),
                1,
                false,
                Existing.AS_OPTIONS_SAY,
                false);
    }

    /** What there is of an unfinished file stays while more is written. */
    @Test
    void anUnfinishedInputMayGrow() throws IOException {
        Path growing = folder.resolve("growing.vtkhdf");
        ArraySpec spec = ArraySpec.point("a", ScalarType.INT32);
        WriteOptions options = WriteOptions.defaults().withInPlace(true).withCommits(Commits.everySlices(1));
        try (ImageDataWriter writer = ImageDataWriter.create(growing, ImageGeometry.of(2, 2, 3), options)) {
            ArrayWriter array = writer.createArray(spec);
            array.writeSlice(0, new int[] {1, 2, 3, 4});
            Path output = folder.resolve("out.vtkhdf");
            try (ImageSource image = ImageSources.open(growing)) {
                array.writeSlice(1, new int[] {5, 6, 7, 8});
                new Converter(image).copyTo(new VtkhdfTarget(output, WriteOptions.defaults()));
            }
            array.writeSlice(2, new int[4]);
            writer.finish();
            try (ImageDataReader reader = ImageDataReader.open(output)) {
                assertEquals(
                        List.of(1, 2, 3, 4),
                        Arrays.stream((int[]) reader.pointArray("a").readSlice(0))
                                .boxed()
                                .toList());
            }
        }
    }
}
