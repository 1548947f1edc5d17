package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.ImageTarget;
import io.vtkhdf.copy.VtiTarget;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each call that a conversion makes fails once, in each way, for each kind of input and of output. */
class ConverterFaultsTest {

    private static final Specimen SPECIMEN = Specimen.of(5, 4, 6);
    private static final byte[] EARLIER = "an earlier file".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path scratch;

    /** What is converted. */
    enum Input {
        VTKHDF,
        VTI_RAW {
            @Override
            Path make(Path folder) throws IOException {
                return vti(folder, VtiForm.raw());
            }
        },
        VTI_ZLIB {
            @Override
            Path make(Path folder) throws IOException {
                return vti(folder, VtiForm.zlib(1));
            }
        },
        VTI_ASCII {
            @Override
            Path make(Path folder) throws IOException {
                return vti(folder, VtiForm.ascii());
            }
        },
        PVTI {
            @Override
            Path make(Path folder) throws IOException {
                vti(folder, VtiForm.raw());
                return Files.writeString(folder.resolve("image in.pvti"), """
                        <VTKFile type="PImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
                        <PImageData WholeExtent="0 4 0 3 0 5" GhostLevel="0" Origin="0 0 0" Spacing="1 2 0.5">
                        <PPointData><PDataArray type="Float64" Name="raw"/></PPointData>
                        <Piece Extent="0 4 0 3 0 5" Source="image in.vti"/></PImageData></VTKFile>
                        """);
            }
        },
        LEGACY_ASCII {
            @Override
            Path make(Path folder) throws IOException {
                return Files.writeString(
                        folder.resolve("image in.vtk"),
                        "# vtk DataFile Version 3.0\ntitle\nASCII\nDATASET STRUCTURED_POINTS\nDIMENSIONS 5 4 6\n"
                                + "ORIGIN 0 0 0\nSPACING 1 1 1\nPOINT_DATA 120\nSCALARS raw double\n"
                                + "LOOKUP_TABLE default\n" + "1.5 ".repeat(120) + "\n");
            }
        },
        LEGACY_BINARY {
            @Override
            Path make(Path folder) throws IOException {
                return Files.writeString(
                        folder.resolve("image in.vtk"),
                        "# vtk DataFile Version 3.0\ntitle\nBINARY\nDATASET STRUCTURED_POINTS\nDIMENSIONS 5 4 6\n"
                                + "ORIGIN 0 0 0\nSPACING 1 1 1\nPOINT_DATA 120\nSCALARS raw short\n"
                                + "LOOKUP_TABLE default\n" + "ab".repeat(120) + "\n");
            }
        };

        Path make(Path folder) throws IOException {
            return vtkhdf(folder);
        }

        private static Path vtkhdf(Path folder) throws IOException {
            Path file = folder.resolve("image in.vtkhdf");
            try (ImageDataWriter writer = ImageDataWriter.create(file, SPECIMEN.geometry())) {
                for (ArrayWriter array : SPECIMEN.create(writer)) {
                    for (int k = 0; k < array.dimensions().z(); k++) {
                        SPECIMEN.writeSlice(array, k);
                    }
                }
                writer.finish();
            }
            return file;
        }

        private static Path vti(Path folder, VtiForm form) throws IOException {
            Path vtkhdf = vtkhdf(folder);
            Path file = folder.resolve("image in.vti");
            convert(vtkhdf, new VtiTarget(file, form, Set.of(), 1, 1 << 20));
            Files.delete(vtkhdf);
            return file;
        }
    }

    /** What it is converted to. */
    enum Output {
        VTKHDF_RAW {
            @Override
            ImageTarget target(Path folder) {
                return new VtkhdfTarget(folder.resolve("image.vtkhdf"), OPTIONS);
            }
        },
        VTKHDF_GZIP {
            @Override
            ImageTarget target(Path folder) {
                return new VtkhdfTarget(folder.resolve("image.vtkhdf"), OPTIONS.withStorage(Storage.gzip(1)));
            }
        },
        VTI_RAW {
            @Override
            ImageTarget target(Path folder) {
                return new VtiTarget(folder.resolve("image.vti"), VtiForm.raw(), OVERWRITE, 2, 1 << 20);
            }
        },
        VTI_ZLIB {
            @Override
            ImageTarget target(Path folder) {
                // At a level of the JDK's: ISA-L's bytes are not always the same.
                return new VtiTarget(folder.resolve("image.vti"), VtiForm.zlib(6), OVERWRITE, 2, 1 << 20);
            }
        },
        VTI_ASCII {
            @Override
            ImageTarget target(Path folder) {
                return new VtiTarget(folder.resolve("image.vti"), VtiForm.ascii(), OVERWRITE, 2, 1 << 20);
            }
        };

        private static final WriteOptions OPTIONS =
                WriteOptions.defaults().withOverwrite(true).withThreads(2).withCommits(Commits.onDemand());

        private static final Set<OutputFile.Option> OVERWRITE = Set.of(OutputFile.Option.OVERWRITE);

        abstract ImageTarget target(Path folder);
    }

    private static void convert(Path input, ImageTarget target) throws IOException {
        target.requireCreatable();
        try (ImageSource image = ImageSources.open(input)) {
            for (UnreadableArray array : image.unreadable()) {
                throw array.reason();
            }
            new Converter(image).memory(1 << 20).copyTo(target);
        }
    }

    private static final class Job implements FaultJob {
        private final Input input;
        private final Output output;
        private Path made;
        private byte[] expected;

        Job(Input input, Output output) {
            this.input = input;
            this.output = output;
        }

        @Override
        public void prepare(Path folder) throws IOException {
            made = input.make(folder);
            Files.write(output.target(folder).file(), EARLIER);
        }

        @Override
        public void run(Path folder) throws IOException {
            convert(folder.resolve(made.getFileName().toString()), output.target(folder));
        }

        @Override
        public void judge(Path folder, Throwable failure, IoFault fault) throws IOException {
            Path file = output.target(folder).file();
            byte[] found = Files.readAllBytes(file);
            if (expected == null) {
                expected = found;
            }
            if (failure == null || !Arrays.equals(EARLIER, found)) {
                assertArrayEquals(expected, found);
            }
            Path part = output.target(folder).writtenFile();
            if (failure != null && Files.exists(part) && isComplete(part)) {
                Files.delete(part); // It only lacks its name.
            }
            List<String> others = FaultCampaign.names(folder).stream()
                    .filter(name -> name.endsWith(".part") || name.endsWith(".scratch"))
                    .toList();
            boolean mayStay = fault.failed() != null && fault.failed().kind() == IoCall.Kind.DELETE;
            assertTrue(others.isEmpty() || mayStay, () -> "left behind: " + others);
        }

        /** With or without the zeros that are cut off last. */
        private boolean isComplete(Path part) throws IOException {
            int difference = Arrays.mismatch(expected, Files.readAllBytes(part));
            return difference < 0 || difference == expected.length;
        }

        @Override
        public String toString() {
            return "converting " + input + " to " + output;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesWithInput(Input input) throws Exception {
        new FaultCampaign(scratch, new Job(input, Output.VTKHDF_RAW)).runAll();
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesWithOutput(Output output) throws Exception {
        new FaultCampaign(scratch, new Job(Input.VTI_RAW, output)).runAll();
    }
}
