package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.NpyTarget;
import io.vtkhdf.copy.SelectedArrays;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.copy.VolumeForm;
import io.vtkhdf.copy.VolumeTarget;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes that the command line writes, of every type, read by VTK's own readers and by NumPy. */
@Tag("wheel")
@Tag("once")
class VolumeSuiteTest {

    private static final Dimensions SIZE = new Dimensions(5, 4, 3);

    @TempDir
    private Path folder;

    @Test
    void othersReadWhatWeWrite() throws Exception {
        Path image = folder.resolve("all.vtkhdf");
        List<Map<String, Object>> volumes = new ArrayList<>();
        Random random = new Random(1);
        try (ImageDataWriter writer = ImageDataWriter.create(
                image,
                ImageGeometry.of(SIZE.x(), SIZE.y(), SIZE.z())
                        .withOrigin(1, -2, 3.5)
                        .withSpacing(0.5, 2, 0.1))) {
            for (ScalarType type : ScalarType.values()) {
                for (int components : new int[] {1, 3}) {
                    ArraySpec spec =
                            ArraySpec.point(type + "x" + components, type).withComponents(components);
                    byte[] values = RandomArray.randomBytes(type, (int) SIZE.count() * components, random);
                    ArrayWriter array = writer.createArray(spec);
                    array.write(
                            new Region(0, 0, 0, SIZE), ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN));
                    Files.write(folder.resolve(spec.name() + ".bin"), values);
                    for (String extension : List.of("npy", "mha", "mhd")) {
                        if (isReadByVtk(spec, extension)) {
                            volumes.add(volume(spec, extension));
                        }
                    }
                }
            }
            writer.finish();
        }
        try (ImageSource source = ImageSources.open(image)) {
            for (Map<String, Object> volume : volumes) {
                convert(source, volume);
            }
        }
        assertEquals("", judged(volumes));
    }

    /** VTK does not know MetaImage's 64-bit integers. NRRD it reads wrong, even that of ITK and pynrrd. */
    private static boolean isReadByVtk(ArraySpec spec, String extension) {
        return extension.equals("npy")
                || spec.type().isFloating()
                || spec.type().size() < Long.BYTES;
    }

    private Map<String, Object> volume(ArraySpec spec, String extension) {
        return Map.of(
                "array", spec.name(),
                "file",
                        folder.resolve(spec.name() + "-" + extension + "." + extension)
                                .toString(),
                "values", folder.resolve(spec.name() + ".bin").toString(),
                "dtype", dtype(spec.type()),
                "shape", List.of(SIZE.z(), SIZE.y(), SIZE.x(), spec.components()),
                "spacing", List.of(0.5, 2, 0.1),
                "origin", List.of(1, -2, 3.5));
    }

    private static String dtype(ScalarType type) {
        return (type.isFloating() ? "f" : type.isSigned() ? "i" : "u") + type.size();
    }

    private static void convert(ImageSource image, Map<String, Object> volume) throws IOException {
        Path file = Path.of((String) volume.get("file"));
        String extension = file.toString().substring(file.toString().lastIndexOf('.') + 1);
        ArraySpec array = image.arrays().stream()
                .filter(spec -> spec.name().equals(volume.get("array")))
                .findFirst()
                .orElseThrow();
        SeriesTarget target = extension.equals("npy")
                ? new NpyTarget(file, Set.of(), NpyTarget.Axes.OF_IMAGE)
                : new VolumeTarget(file, Set.of(), VolumeForm.valueOf(extension.toUpperCase(Locale.ROOT)));
        new Converter(new SelectedArrays(image, List.of(array))).copyTo(target);
    }

    private String judged(List<Map<String, Object>> volumes) throws Exception {
        List<String> wheels = List.of(System.getProperty("vtkhdf.wheels").split(":"));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Tool.python(), Tool.pythonScript("judge_volumes.py").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PYTHONPATH", wheels.get(wheels.size() - 1));
        Process process = builder.start();
        new ObjectMapper().writeValue(process.getOutputStream(), volumes);
        assertEquals(true, process.waitFor(2, TimeUnit.MINUTES));
        return Files.readString(output) + (process.exitValue() == 0 ? "" : "exit code " + process.exitValue());
    }
}
