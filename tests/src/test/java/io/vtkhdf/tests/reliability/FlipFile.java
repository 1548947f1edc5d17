package io.vtkhdf.tests.reliability;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Files with checksums, whose bits are to be flipped. */
public enum FlipFile {
    /** In every kind of storage; with a commit that leaves a dead tree. VTK 9.1 reads all of it. */
    POINTS,
    /** Cells, active arrays and fields too. */
    EVERYTHING,
    /** So many chunks that the fixed array has pages. */
    PAGES,
    /** Of three steps, some arrays of which are reused. */
    SERIES;

    private static final int STEPS = 3;

    private static final int X = 9;
    private static final int Y = 5;

    private int slices() {
        return this == PAGES ? 1030 : 7;
    }

    void write(Path file) throws IOException {
        ImageGeometry geometry = ImageGeometry.of(X, Y, slices()).withOrigin(1, -2, 3.5);
        WriteOptions options = WriteOptions.defaults().withOverwrite(true);
        if (this == SERIES) {
            try (ImageSeriesWriter series = ImageSeriesWriter.create(file, geometry, TimeAxis.growing(), options)) {
                writeSteps(series);
                series.finish();
            }
            return;
        }
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry, options)) {
            if (this == PAGES) {
                write(writer, ArraySpec.point("many", ScalarType.UINT8), Storage.raw());
            } else {
                writePoints(writer);
            }
            if (this == EVERYTHING) {
                writeMore(writer);
            }
            writer.finish();
        }
    }

    private void writePoints(ImageDataWriter writer) throws IOException {
        ChunkShape brick = ChunkShape.of(4, 4, 4);
        write(writer, ArraySpec.point("raw", ScalarType.FLOAT64), Storage.raw());
        write(writer, ArraySpec.point("raw bricks", ScalarType.INT16), Storage.chunked(brick));
        writer.commit();
        write(writer, ArraySpec.point("gzip", ScalarType.FLOAT32).withComponents(3), Storage.fast());
        write(
                writer,
                ArraySpec.point("gzip bricks", ScalarType.INT32),
                Storage.gzip(9).withChunk(brick));
        write(
                writer,
                ArraySpec.point("plain", ScalarType.UINT16),
                Storage.gzip(6).withoutShuffle());
        write(writer, ArraySpec.point("one chunk", ScalarType.UINT8), Storage.chunked(ChunkShape.of(X, Y, slices())));
    }

    private void writeMore(ImageDataWriter writer) throws IOException {
        write(writer, ArraySpec.cell("cells", ScalarType.FLOAT32), Storage.fast());
        writer.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "raw"));
        writer.writeField(FieldArray.of("numbers", 1.5, -2.5, Math.PI));
        writer.writeField(FieldArray.ofStrings("texts", List.of("one", "", "voxel size in µm")));
    }

    private void writeSteps(ImageSeriesWriter series) throws IOException {
        series.writeField(FieldArray.of("constant", 1.5, -2.5));
        for (int number = 0; number < STEPS; number++) {
            StepWriter step = series.step(0.1 * number);
            write(step, ArraySpec.point("raw", ScalarType.FLOAT64), Storage.raw());
            write(step, ArraySpec.point("gzip", ScalarType.FLOAT32).withComponents(3), Storage.fast());
            Storage bricks = Storage.gzip(9).withChunk(ChunkShape.of(4, 4, 4));
            if (number == 1) {
                step.reuse(Association.POINT, "gzip bricks");
            } else {
                write(step, ArraySpec.point("gzip bricks", ScalarType.INT32), bricks);
            }
            step.writeField(FieldArray.of("numbers", number, Math.PI));
            step.writeField(FieldArray.ofStrings("texts", List.of("step " + number, "voxel size in µm")));
            step.finish();
            series.commit();
        }
    }

    private void write(ImageDataWriter writer, ArraySpec spec, Storage storage) throws IOException {
        fill(writer.createArray(spec, storage.withChecksum()), 0);
    }

    private void write(StepWriter step, ArraySpec spec, Storage storage) throws IOException {
        fill(step.createArray(spec, storage.withChecksum()), step.step());
    }

    /** Numbers that vary slowly, with some noise. */
    private void fill(ArrayWriter array, int step) throws IOException {
        ArraySpec spec = array.spec();
        Random random = new Random(spec.name().hashCode() + step);
        int cells = spec.association() == Association.CELL ? 1 : 0;
        byte[] slice = new byte[(X - cells) * (Y - cells) * spec.tupleSize()];
        for (int k = 0; k < slices() - cells; k++) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (byte) (i / 8 + random.nextInt(4));
            }
            array.writeSlice(k, ByteBuffer.wrap(slice));
        }
    }
}
