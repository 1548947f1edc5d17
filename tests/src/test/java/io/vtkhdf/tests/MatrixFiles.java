package io.vtkhdf.tests;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Writes the files of {@code tests/matrix} that are ours, and their manifest, into the given folder. */
final class MatrixFiles {

    private static final ImageGeometry PLAIN =
            ImageGeometry.of(9, 7, 5).withOrigin(1.5, -2.25, 1e-3).withSpacing(0.1, 0.25, 1e5);

    private final MatrixManifest manifest;
    private final RandomGenerator random = new SplittableRandom(1);

    private MatrixFiles(MatrixManifest manifest) {
        this.manifest = manifest;
    }

    public static void main(String[] args) throws Exception {
        try (MatrixManifest manifest = new MatrixManifest(Path.of(args[0]))) {
            new MatrixFiles(manifest).writeAll();
            new MatrixSeries(manifest).writeAll();
            new MatrixJoins(manifest).writeAll();
            new MatrixPlans(manifest).writeAll();
        }
    }

    private void writeAll() throws Exception {
        typesAndComponents();
        storages();
        dimensions();
        geometries();
        arrays();
        fields();
        missingSlices();
    }

    private void typesAndComponents() throws Exception {
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            manifest.family("all types, " + association.name().toLowerCase() + " data");
            for (int components : List.of(1, 2, 3, 9)) {
                List<RandomArray> arrays = new ArrayList<>();
                for (ScalarType type : ScalarType.values()) {
                    arrays.add(draw(association, type.vtkName(), type, components));
                }
                write("components: " + components, PLAIN, arrays);
            }
        }
    }

    private void storages() throws Exception {
        manifest.family("storage");
        ImageGeometry geometry = ImageGeometry.of(70, 67, 35);
        List<StorageCase> storages = new ArrayList<>(List.of(
                StorageCase.RAW,
                StorageCase.of(0, false, false),
                StorageCase.of(0, false, true),
                StorageCase.of(1, false, false),
                StorageCase.of(1, true, false),
                StorageCase.of(9, true, true)));
        storages.add(StorageCase.of(0, false, false).withChunk(32, 32, 32));
        storages.add(StorageCase.of(6, true, true).withChunk(32, 32, 32));
        storages.add(StorageCase.of(1, true, false).withChunk(70, 67, 35));
        storages.add(StorageCase.of(1, true, false).withChunk(9, 4, 7));
        storages.add(StorageCase.of(0, false, false).withChunk(2, 3, 4));
        for (StorageCase storage : storages) {
            ArraySpec spec = new ArraySpec(Association.POINT, "values", ScalarType.INT16, 3);
            write(
                    storage.toString(),
                    geometry,
                    List.of(RandomArray.draw(spec, geometry.dimensions(), storage, random)));
        }
    }

    private void dimensions() throws Exception {
        int[][] all = {
            {1, 1, 1}, {6, 1, 1}, {1, 6, 1}, {1, 1, 6}, {6, 4, 1}, {6, 1, 5}, {1, 4, 5},
            {6, 4, 2}, {6, 2, 5}, {2, 4, 5}, {6, 2, 2}, {2, 4, 2}, {2, 2, 5}, {2, 2, 2}
        };
        for (int[] d : all) {
            ImageGeometry geometry = ImageGeometry.of(d[0], d[1], d[2]);
            manifest.family(d[0] + " x " + d[1] + " x " + d[2] + " points");
            for (Association association : List.of(Association.POINT, Association.CELL)) {
                for (int components : List.of(1, 3)) {
                    ArraySpec spec = new ArraySpec(association, "values", ScalarType.FLOAT32, components);
                    String title = association.name().toLowerCase() + " data, components: " + components;
                    write(title, geometry, List.of(draw(spec, geometry.dimensions(association))));
                }
            }
        }
    }

    private void geometries() throws Exception {
        manifest.family("geometry");
        List<RandomArray> arrays = List.of(draw(Association.POINT, "values", ScalarType.FLOAT64, 1));
        write("direction", PLAIN.withDirection(0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1), arrays);
        write("mirrored direction", PLAIN.withDirection(-1, 0, 0, 0, 1, 0, 0, 0, 1), arrays);
        for (int first : List.of(3, -4)) {
            Extent extent = new Extent(first, first + 8, 0, 6, first, first + 4);
            ImageGeometry shifted = new ImageGeometry(extent, PLAIN.origin(), PLAIN.spacing(), PLAIN.direction());
            write("extent from " + first + ", moved to 0", shifted, arrays);
            write(new RandomImage(0, shifted, arrays, List.of(), List.of(), true), "extent from " + first + ", kept");
        }
    }

    private void arrays() throws Exception {
        manifest.family("arrays");
        write("none", PLAIN, List.of());
        List<RandomArray> odd = new ArrayList<>();
        for (String name :
                List.of("a b", "a/b.c", "grün", "速度 😀", " ", "x\"y'z", "<&>", "%20", "Steps", "n".repeat(200))) {
            odd.add(draw(Association.POINT, name, ScalarType.UINT16, 1));
        }
        write("odd names", PLAIN, odd);
        List<RandomArray> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(draw(Association.POINT, "array " + i, ScalarType.UINT8, 1));
        }
        write("200 arrays", PLAIN, many);
        List<RandomArray> roles = List.of(
                draw(Association.POINT, "s", ScalarType.FLOAT32, 1),
                draw(Association.POINT, "v", ScalarType.FLOAT32, 3));
        List<ActiveArray> active = List.of(
                new ActiveArray(Association.POINT, ArrayRole.SCALARS, "s"),
                new ActiveArray(Association.POINT, ArrayRole.VECTORS, "v"));
        write(new RandomImage(0, PLAIN, roles, List.of(), active, false), "active scalars and vectors");
    }

    private void fields() throws Exception {
        manifest.family("field data");
        writeFields("one number", List.of(FieldArray.of("TimeValue", 0.5)));
        List<FieldArray> numbers = new ArrayList<>();
        for (ScalarType type : ScalarType.values()) {
            for (int components : List.of(1, 3)) {
                byte[] bytes = RandomArray.randomBytes(type, 4 * components, random);
                Object values = Bits.values(bytes, type.carrier(), type.size());
                numbers.add(FieldArray.ofNumbers(type.vtkName() + " x " + components, type, components, values));
            }
        }
        writeFields("numbers of all types", numbers);
        writeFields("one tuple of 3", List.of(FieldArray.ofNumbers("f", ScalarType.INT32, 3, new int[] {1, 2, 3})));
        writeFields("no tuples", List.of(FieldArray.of("f", new double[0])));
        writeFields("no tuples of 3", List.of(FieldArray.ofNumbers("f", ScalarType.INT32, 3, new int[0])));
        writeFields("strings", List.of(FieldArray.ofStrings("s", List.of("plain", "with blanks", "x".repeat(3000)))));
        writeFields("empty string", List.of(FieldArray.ofStrings("s", List.of("", "plain", ""))));
        writeFields("strings beyond ASCII", List.of(FieldArray.ofStrings("s", List.of("Größe", "速度 😀"))));
        writeFields("no strings", List.of(FieldArray.ofStrings("s", List.of())));
    }

    private void writeFields(String title, List<FieldArray> fields) throws Exception {
        List<RandomArray> arrays = List.of(draw(Association.POINT, "values", ScalarType.FLOAT64, 1));
        write(new RandomImage(0, PLAIN, arrays, fields, List.of(), false), title);
    }

    /** Committed but not finished, as a writer that was killed leaves it: what is missing reads as NaN. */
    private void missingSlices() throws IOException {
        manifest.family("committed, slices missing");
        missingSlices("raw", Storage.raw());
        missingSlices("gzip", Storage.gzip(1));
    }

    private void missingSlices(String title, Storage storage) throws IOException {
        Path file = manifest.nextFile();
        RandomArray array = draw(Association.POINT, "values", ScalarType.FLOAT32, 1);
        Dimensions d = array.dimensions();
        float[] values = (float[]) Bits.values(array.bytes(), float.class, Float.BYTES);
        Path underWay = file.resolveSibling("under way " + title);
        WriteOptions options =
                WriteOptions.defaults().withStorage(storage).withInPlace(true).withFillMissing(true);
        try (ImageDataWriter writer = ImageDataWriter.create(underWay, PLAIN, options)) {
            ArrayWriter target = writer.createArray(array.spec());
            int slice = d.x() * d.y();
            for (int k = 0; k < d.z(); k++) {
                if (k % 2 == 1) {
                    target.writeSlice(k, Arrays.copyOfRange(values, k * slice, (k + 1) * slice));
                } else {
                    Arrays.fill(values, k * slice, (k + 1) * slice, Float.NaN);
                }
            }
            writer.commit();
            Files.copy(underWay, file);
            writer.finish();
        }
        RandomArray found = new RandomArray(array.spec(), d, array.storage(), Bits.of(values));
        manifest.add(title, file, PLAIN, List.of(found), List.of());
    }

    private RandomArray draw(Association association, String name, ScalarType type, int components) {
        return draw(new ArraySpec(association, name, type, components), PLAIN.dimensions(association));
    }

    private RandomArray draw(ArraySpec spec, Dimensions dimensions) {
        return RandomArray.draw(spec, dimensions, StorageCase.RAW, random);
    }

    private void write(String title, ImageGeometry geometry, List<RandomArray> arrays) throws Exception {
        write(new RandomImage(0, geometry, arrays, List.of(), List.of(), false), title);
    }

    private void write(RandomImage image, String title) throws Exception {
        Path file = manifest.nextFile();
        ImageScribe.write(image, file);
        manifest.add(title, file, image.storedGeometry(), image.arrays(), image.fields());
    }
}
