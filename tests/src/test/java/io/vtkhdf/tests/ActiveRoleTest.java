package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.ActiveAttribute;
import io.vtkhdf.Association;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.Order;
import io.vtkhdf.ScalarType;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.VtkhdfWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveRoleTest {

    private static final ActiveArray FIRST = new ActiveArray(Association.POINT, ActiveAttribute.SCALARS, "first");
    private static final ActiveArray SECOND = new ActiveArray(Association.POINT, ActiveAttribute.SCALARS, "second");

    @TempDir
    Path scratch;

    @Test
    void theLastArrayToBeGivenARoleHasIt() throws IOException {
        Path file = scratch.resolve("roles.vtkhdf");
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, ImageGeometry.of(1, 1, 1))) {
            for (String name : List.of("first", "second")) {
                writer.createPointArray(name, ScalarType.INT8).write(new byte[1], Order.X_FASTEST);
            }
            writer.setActive(FIRST);
            writer.setActive(SECOND);
            writer.finish();
        }
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            assertEquals(List.of(SECOND), reader.activeArrays());
        }
    }
}
