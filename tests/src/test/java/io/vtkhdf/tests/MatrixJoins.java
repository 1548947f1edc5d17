package io.vtkhdf.tests;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.source.StepTimes;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Writes the files of {@code tests/matrix} that are ours and join others. */
final class MatrixJoins {

    private static final ImageGeometry PLAIN =
            ImageGeometry.of(9, 7, 12).withOrigin(1.5, -2.25, 1e-3).withSpacing(0.1, 0.25, 1e5);
    private static final StorageCase GZIP = StorageCase.of(1, true, false);
    private static final List<Integer> STARTS = List.of(0, 3, 4, 10);
    private static final ArraySpec VALUES = ArraySpec.point("values", ScalarType.FLOAT32);
    private static final ArraySpec CELLS = ArraySpec.cell("cells", ScalarType.INT16);

    private final MatrixManifest manifest;
    private final RandomGenerator random = new SplittableRandom(3);

    MatrixJoins(MatrixManifest manifest) {
        this.manifest = manifest;
    }

    /** The parts lie beside the file, and are none of the files that are read: they have another extension. */
    private record Parts(Path file, List<Path> parts) {

        Path next(String name) throws IOException {
            String folder = file.getFileName().toString().replace(".vtkhdf", " parts");
            Path part = file.resolveSibling(folder).resolve(name.replace("#", "" + parts.size()) + ".hdf");
            Files.createDirectories(part.getParent());
            parts.add(part);
            return part;
        }
    }

    void writeAll() throws Exception {
        slabs();
        flat();
        lost();
        steps();
        lostSteps();
    }

    private void slabs() throws Exception {
        manifest.family("joined slabs");
        for (StorageCase storage : List.of(StorageCase.RAW, GZIP)) {
            write("points, " + storage, draw(PLAIN, storage, VALUES), Axis.Z, STARTS, true);
            write("points, nothing shared, " + storage, draw(PLAIN, storage, VALUES), Axis.Z, STARTS, false);
            write("points and cells, " + storage, draw(PLAIN, storage, VALUES, CELLS), Axis.Z, STARTS, true);
            ArraySpec vectors = VALUES.withComponents(3);
            write("vectors, " + storage, draw(PLAIN, storage, vectors), Axis.Z, STARTS, true);
        }
        ArraySpec[] types = IntStream.range(0, ScalarType.values().length)
                .mapToObj(i -> ArraySpec.point("array " + i, ScalarType.values()[i]))
                .toArray(ArraySpec[]::new);
        write("all types", draw(PLAIN, StorageCase.RAW, types), Axis.Z, STARTS, true);
        write("along x", draw(PLAIN, GZIP, VALUES), Axis.X, List.of(0, 4), true);
        write("along y", draw(PLAIN, GZIP, VALUES), Axis.Y, List.of(0, 1, 5), true);
        ImageGeometry tall = ImageGeometry.of(4, 3, 100);
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        write("100 parts", draw(tall, StorageCase.RAW, VALUES), Axis.Z, all, false);
        RandomImage named = draw(PLAIN, StorageCase.RAW, ArraySpec.point("100% %b", ScalarType.UINT8));
        for (String name : List.of("100% %b %%", "größe 速度", "new\nline", "below/again")) {
            write("files named " + name.replace('\n', ' '), named, Axis.Z, STARTS, true, name + "#");
        }
    }

    private void flat() throws Exception {
        manifest.family("joined slabs, flat");
        write("slices of one point each", draw(PLAIN, GZIP, VALUES), Axis.Z, List.of(0, 1, 2, 3, 4), false);
        write("z flat, along x", draw(ImageGeometry.of(6, 4, 1), GZIP, VALUES), Axis.X, List.of(0, 2), true);
        write("z flat, along y", draw(ImageGeometry.of(6, 4, 1), GZIP, VALUES), Axis.Y, List.of(0, 2), true);
        write("y flat, along z", draw(ImageGeometry.of(6, 1, 5), GZIP, VALUES), Axis.Z, List.of(0, 2), true);
        write("a line along x", draw(ImageGeometry.of(6, 1, 1), GZIP, VALUES), Axis.X, List.of(0, 2), true);
    }

    /** What is lost reads as the fill value, which nobody tells. */
    private void lost() throws Exception {
        manifest.family("joined slabs, lost");
        for (StorageCase storage : List.of(StorageCase.RAW, GZIP)) {
            Parts parts = write("a part is missing, " + storage, draw(PLAIN, storage, VALUES), Axis.Z, STARTS, true);
            Files.delete(parts.parts.get(1));
        }
        Parts parts = write("a part is no HDF5", draw(PLAIN, GZIP, VALUES), Axis.Z, STARTS, true);
        Files.writeString(parts.parts.get(1), "gone");
    }

    private RandomImage draw(ImageGeometry geometry, StorageCase storage, ArraySpec... specs) {
        List<RandomArray> arrays = new ArrayList<>();
        for (ArraySpec spec : specs) {
            arrays.add(RandomArray.draw(spec, geometry.dimensions(spec.association()), storage, random));
        }
        return new RandomImage(0, geometry, arrays, List.of(), List.of(), false);
    }

    private Parts write(String title, RandomImage image, Axis axis, List<Integer> starts, boolean shares)
            throws Exception {
        return write(title, image, axis, starts, shares, "slab-#");
    }

    private Parts write(String title, RandomImage image, Axis axis, List<Integer> starts, boolean shares, String name)
            throws Exception {
        Parts parts = new Parts(manifest.nextFile(), new ArrayList<>());
        for (RandomImage slab : new CutImage(image, axis, shares).at(CutImage.Told.BY_ORIGIN, starts)) {
            ImageScribe.write(slab, parts.next(name));
        }
        ImageJoin.along(axis, parts.parts).to(parts.file, WriteOptions.defaults());
        manifest.add(title, parts.file, image.geometry(), image.arrays(), image.fields());
        return parts;
    }

    private void steps() throws Exception {
        manifest.family("joined steps");
        for (StorageCase storage : List.of(StorageCase.RAW, GZIP)) {
            for (int count : List.of(1, 2, 40)) {
                writeSteps("points, " + storage + ", steps: " + count, drawSteps(storage, count, VALUES));
            }
            writeSteps("points and cells, " + storage, drawSteps(storage, 3, VALUES, CELLS));
        }
    }

    private void lostSteps() throws Exception {
        manifest.family("joined steps, lost");
        Parts parts = writeSteps("the last part is missing", drawSteps(GZIP, 3, VALUES));
        Files.delete(parts.parts.get(2));
    }

    private List<MatrixSeries.Step> drawSteps(StorageCase storage, int count, ArraySpec... specs) {
        List<MatrixSeries.Step> steps = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            steps.add(new MatrixSeries.Step(
                    0.25 * k - 1, draw(PLAIN, storage, specs).arrays(), List.of(FieldArray.of("f", 0.5 * k))));
        }
        return steps;
    }

    private Parts writeSteps(String title, List<MatrixSeries.Step> steps) throws Exception {
        Parts parts = new Parts(manifest.nextFile(), new ArrayList<>());
        for (MatrixSeries.Step step : steps) {
            ImageScribe.write(
                    new RandomImage(0, PLAIN, step.arrays(), step.fields(), List.of(), false), parts.next("step-#"));
        }
        double[] times = steps.stream().mapToDouble(MatrixSeries.Step::time).toArray();
        ImageJoin.inTime(parts.parts, StepTimes.of(times)).to(parts.file, WriteOptions.defaults());
        new MatrixSeries(manifest).add(title, parts.file, PLAIN, steps);
        return parts;
    }
}
