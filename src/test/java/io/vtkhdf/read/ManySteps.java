package io.vtkhdf.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads slices of all arrays of the series "many-steps" at all steps, with a reader of each step kept: run in a heap
 * that does not hold the values, nor a chunk for each of them.
 */
final class ManySteps {

    private static final int SLABS = 64;
    private static final int CHUNK = 16;

    private ManySteps() {}

    /** @param args the file */
    public static void main(String[] args) throws IOException {
        List<ArrayReader> kept = new ArrayList<>();
        try (ImageDataReader reader = ImageDataReader.open(Path.of(args[0]))) {
            for (int step = 0; step < reader.steps(); step++) {
                kept.addAll(reader.atStep(step).arrays());
            }
            for (ArrayReader array : kept) {
                for (int slice = array.step() % 5; slice < array.dimensions().z(); slice += 7) {
                    require(array, slice);
                }
            }
        }
        System.out.println(kept.size());
    }

    private static void require(ArrayReader array, int slice) throws IOException {
        int slab = array.step() * 7 % SLABS;
        float expected = (array.spec().name().equals("b") ? 1000 : 0) + 10 * slab + slice / CHUNK;
        for (float value : array.readFloats(slice)) {
            if (value != expected) {
                throw new AssertionError(array.spec() + " step " + array.step() + " slice " + slice + ": " + value);
            }
        }
    }
}
