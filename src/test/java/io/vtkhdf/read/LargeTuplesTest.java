package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.Group;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.validate.Finding;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of one tuple and very many components, of which nothing was ever written. */
class LargeTuplesTest {

    @TempDir
    private Path directory;

    private Path write(int elementSize, long components) throws IOException {
        Path path = directory.resolve("large.vtkhdf");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (Hdf5Writer file = Hdf5Writer.create(path, channel, Hdf5Writer.Durability.CACHED)) {
            Dataset array = new Dataset(
                    Datatype.signed(elementSize),
                    new long[] {1, 1, 1, components},
                    new ContiguousLayout(-1, elementSize * components),
                    new byte[0]);
            Group image = new Group()
                    .set(Attribute.ofLongs("Version", 1, 0))
                    .set(Attribute.ofString("Type", "ImageData"))
                    .set(Attribute.ofInts("WholeExtent", 0, 0, 0, 0, 0, 0))
                    .set(Attribute.ofDoubles("Origin", 0, 0, 0))
                    .set(Attribute.ofDoubles("Spacing", 1, 1, 1))
                    .set(Attribute.ofDoubles("Direction", 1, 0, 0, 0, 1, 0, 0, 0, 1))
                    .link("PointData", new Group().link("a", array));
            file.commit(new Group().link("VTKHDF", image));
        }
        return path;
    }

    @ParameterizedTest
    @CsvSource({"1, 2147483647", "2, 1073741823", "4, 536870911", "8, 268435455"})
    void aTupleThatAnArrayHoldsIsKnown(int elementSize, int components) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(write(elementSize, components))) {
            assertEquals(components, reader.pointArray("a").spec().components());
            assertEquals(elementSize * components, reader.pointArray("a").spec().tupleSize());
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1073741824", "4, 536870912", "4, 2147483647", "8, 268435456", "8, 2147483647"})
    void aLargerOneIsNot(int elementSize, int components) throws IOException {
        Path path = write(elementSize, components);
        String found = "found " + components + " components of " + elementSize + " bytes";
        try (ImageDataReader reader = ImageDataReader.open(path)) {
            UnsupportedFileException e = assertThrows(UnsupportedFileException.class, () -> reader.pointArray("a"));
            assertTrue(e.getMessage().contains(found), e.getMessage());
        }
        List<Finding> findings = ImageValidator.validate(path).findings();
        assertTrue(findings.toString().contains(found.substring("found ".length())), findings.toString());
    }
}
