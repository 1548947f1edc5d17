package io.vtkhdf.tests.reliability;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Order;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each call that the reader makes fails once, in each way. */
class ReaderFaultsTest {

    private static final Specimen SPECIMEN = Specimen.of(5, 4, 9);

    @TempDir
    private Path scratch;

    private static final class Job implements FaultJob {

        @Override
        public void prepare(Path folder) throws IOException {
            try (ImageDataWriter writer = ImageDataWriter.create(folder.resolve("image.vtkhdf"), SPECIMEN.geometry())) {
                for (ArrayWriter array : SPECIMEN.create(writer)) {
                    for (int k = 0; k < array.dimensions().z(); k++) {
                        SPECIMEN.writeSlice(array, k);
                    }
                }
                writer.finish();
            }
        }

        /** Whole arrays, slices along two axes, and everything once more against what was written. */
        @Override
        public void run(Path folder) throws IOException {
            Path file = folder.resolve("image.vtkhdf");
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                for (ArrayReader array : reader.arrays()) {
                    array.read(Order.X_SLOWEST);
                    array.readSlice(Axis.X, 2, Order.X_FASTEST);
                }
            }
            SPECIMEN.requireWhole(file);
        }

        @Override
        public void judge(Path folder, Throwable failure, IoFault fault) throws IOException {
            SPECIMEN.requireWhole(folder.resolve("image.vtkhdf"));
        }

        @Override
        public String toString() {
            return "reading";
        }
    }

    @Test
    void keepsItsPromises() throws Exception {
        new FaultCampaign(scratch, new Job()).runAll();
    }
}
