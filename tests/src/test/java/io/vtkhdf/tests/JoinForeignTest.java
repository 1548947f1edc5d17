package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.Axis;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of h5py in all forms that VTKHDF has, joined by us and read by h5py. */
@Tag("h5py")
class JoinForeignTest {

    @TempDir
    private Path scratch;

    @Test
    void readsWhatWeJoinOfItsOwn() throws IOException, InterruptedException {
        assertEquals("", python("make", scratch));
        List<Path> parts = IntStream.range(0, 6)
                .mapToObj(i -> scratch.resolve("part" + i + ".vtkhdf"))
                .toList();
        Path joined = scratch.resolve("joined.vtkhdf");
        ImageJoin.along(Axis.Z, parts).to(joined, WriteOptions.defaults());
        assertEquals("", python("judge", joined));
    }

    private String python(String what, Path path) throws IOException, InterruptedException {
        return Tool.run(
                scratch,
                List.of(Tool.python(), Tool.pythonScript("join_parts.py").toString(), what, path.toString()));
    }
}
