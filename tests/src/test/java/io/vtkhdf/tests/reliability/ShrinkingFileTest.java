package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.VtiTarget;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut, or deleted, while they are read. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // Only one that hangs takes so long.
class ShrinkingFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofVtkhdfIsAnError(boolean isCompressed) throws IOException {
        Path file = image(isCompressed ? Storage.gzip(1) : Storage.raw());
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            ArrayReader array = reader.pointArray("a");
            cut(file, 200);
            requireNamed(file, assertThrows(IOException.class, () -> array.read(Order.X_FASTEST)));
            requireNamed(file, assertThrows(IOException.class, () -> array.readSlice(3)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "zlib", "ascii"})
    void ofVtiIsAnError(String form) throws IOException {
        Path vtkhdf = image(Storage.raw());
        Path vti = folder.resolve("image.vti");
        VtiForm as = form.equals("none") ? VtiForm.raw() : form.equals("zlib") ? VtiForm.zlib(1) : VtiForm.ascii();
        try (ImageSource image = ImageSources.open(vtkhdf)) {
            new Converter(image).copyTo(new VtiTarget(vti, as, Set.of(), 1, 1 << 20));
        }
        Path output = folder.resolve("out.vtkhdf");
        try (ImageSource image = ImageSources.open(vti)) {
            cut(vti, Files.size(vti) / 2);
            IOException failure = assertThrows(
                    IOException.class,
                    () -> new Converter(image).copyTo(new VtkhdfTarget(output, WriteOptions.defaults())));
            requireNamed(vti, failure);
        }
        assertTrue(Files.notExists(output));
    }

    @Test
    void thatIsDeletedIsReadToItsEnd() throws IOException {
        Path file = image(Storage.gzip(1));
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            Files.delete(file);
            reader.pointArray("a").read(Order.X_FASTEST);
        }
    }

    private Path image(Storage storage) throws IOException {
        Path file = folder.resolve("image.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withStorage(storage);
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(64, 64, 16), options)) {
            double[] values = new Random(1).doubles(64 * 64 * 16).toArray();
            writer.createPointArray("a", ScalarType.FLOAT64).write(values, Order.X_FASTEST);
            writer.finish();
        }
        return file;
    }

    private static void cut(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static void requireNamed(Path file, IOException failure) {
        assertTrue(failure.getMessage().contains(file.toString()), failure.toString());
    }
}
