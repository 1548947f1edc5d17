package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveRoleTest {

    private static final ActiveArray FIRST = new ActiveArray(Association.POINT, ArrayRole.SCALARS, "first");
    private static final ActiveArray SECOND = new ActiveArray(Association.POINT, ArrayRole.SCALARS, "second");

    @TempDir
    Path scratch;

    @Test
    void theLastArrayToBeGivenARoleHasIt() throws IOException {
        Path file = scratch.resolve("roles.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(1, 1, 1))) {
            for (String name : List.of("first", "second")) {
                writer.createPointArray(name, ScalarType.INT8).write(new byte[1], Order.X_FASTEST);
            }
            writer.setActive(FIRST);
            writer.setActive(SECOND);
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(List.of(SECOND), reader.activeArrays());
        }
    }
}
