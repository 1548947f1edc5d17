package io.vtkhdf.tests.reliability.vtk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.tests.reliability.FaultCampaign;
import io.vtkhdf.tests.reliability.FaultJob;
import io.vtkhdf.tests.reliability.IoFault;
import io.vtkhdf.vtk.VtkArrays;
import io.vtkhdf.vtk.VtkImages;
import io.vtkhdf.vtk.VtkLibraries;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vtk.vtkImageData;
import vtk.vtkObject;

/** Each call on a file that the adapter makes, most of them in its second thread, fails once, in each way. */
@Tag("vtk")
class AdapterFaultsSuiteTest {

    /** So that there are several slabs of 1 MiB. */
    private static final int SIZE = 160;

    private static final int SLICES = 41;

    @TempDir
    private Path scratch;

    private final float[] values = new float[SIZE * SIZE * SLICES];
    private vtkImageData image;
    private int objects;

    enum Form {
        RAW(Storage.raw()),
        COMPRESSED(Storage.gzip(1));

        private final WriteOptions options;

        Form(Storage storage) {
            this.options = WriteOptions.defaults().withStorage(storage).withThreads(2);
        }
    }

    @BeforeEach
    void make() {
        VtkLibraries.load();
        Random random = new Random(41);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4);
        }
        image = new vtkImageData();
        image.SetDimensions(SIZE, SIZE, SLICES);
        VtkArrays.set(image, ArraySpec.point("a", ScalarType.FLOAT32), values, Order.X_FASTEST);
        objects = vtkObject.JAVA_OBJECT_MANAGER.getSize();
    }

    @AfterEach
    void free() {
        image.Delete();
    }

    private void requireWhole(Path file) throws IOException {
        vtkImageData found = VtkImages.read(file);
        try {
            assertArrayEquals(values, (float[]) VtkArrays.get(found, Association.POINT, "a", Order.X_FASTEST));
        } finally {
            found.Delete();
        }
    }

    private void requireNoObjects() {
        assertEquals(objects, vtkObject.JAVA_OBJECT_MANAGER.getSize(), "VTK's objects");
    }

    private final class Writing implements FaultJob {
        private final Form form;

        Writing(Form form) {
            this.form = form;
        }

        @Override
        public void prepare(Path folder) {}

        @Override
        public void run(Path folder) throws IOException {
            VtkImages.write(image, folder.resolve("image.vtkhdf"), form.options);
        }

        @Override
        public void judge(Path folder, Throwable failure, IoFault fault) throws IOException {
            requireNoObjects();
            Path file = folder.resolve("image.vtkhdf");
            if (failure == null || Files.exists(file)) {
                requireWhole(file);
            } else {
                VtkImages.write(image, file, form.options.withOverwrite(true));
                requireWhole(file);
            }
        }

        @Override
        public String toString() {
            return "the adapter writing, " + form;
        }
    }

    private final class Reading implements FaultJob {
        private final Form form;

        Reading(Form form) {
            this.form = form;
        }

        @Override
        public void prepare(Path folder) throws IOException {
            VtkImages.write(image, folder.resolve("image.vtkhdf"), form.options);
        }

        @Override
        public void run(Path folder) throws IOException {
            requireWhole(folder.resolve("image.vtkhdf"));
        }

        @Override
        public void judge(Path folder, Throwable failure, IoFault fault) {
            requireNoObjects();
        }

        @Override
        public String toString() {
            return "the adapter reading, " + form;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatFailsIsThrownWhereItWasAskedFor(Form form) throws Exception {
        new FaultCampaign(scratch, new Writing(form)).runAll();
    }

    @ParameterizedTest
    @EnumSource
    void aReadThatFailsIsThrownWhereItWasAskedFor(Form form) throws Exception {
        new FaultCampaign(scratch, new Reading(form)).runAll();
    }

    @Test
    void anInterruptedThreadWritesAndReadsNothingAndStaysInterrupted() throws IOException {
        Path file = scratch.resolve("image.vtkhdf");
        Thread.currentThread().interrupt();
        assertThrows(IOException.class, () -> VtkImages.write(image, file));
        assertTrue(Thread.interrupted());
        assertFalse(Files.exists(file));
        VtkImages.write(image, file);
        Thread.currentThread().interrupt();
        assertThrows(IOException.class, () -> VtkImages.read(file));
        assertTrue(Thread.interrupted());
        requireWhole(file);
        requireNoObjects();
    }
}
