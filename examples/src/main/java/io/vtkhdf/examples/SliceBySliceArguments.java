package io.vtkhdf.examples;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.write.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code SliceBySlice [--compress] [FILE [FRACTION | NX NY NZ]]}: 1200 x 1501 x 653 points (9.4 GB) without a size, a
 * fraction of these slices, or other dimensions.
 */
record SliceBySliceArguments(Path file, ImageGeometry geometry, Storage storage) {

    private static final Dimensions FULL = new Dimensions(1200, 1501, 653);

    static SliceBySliceArguments parse(String... args) {
        List<String> left = new ArrayList<>(List.of(args));
        Storage storage = left.remove("--compress") ? Storage.gzip(1) : Storage.raw();
        if (left.stream().anyMatch(argument -> argument.startsWith("-"))) {
            throw new IllegalArgumentException(
                    "found " + left + ", expected [--compress] [FILE [FRACTION | NX NY NZ]]");
        }
        Path file = Path.of(left.isEmpty() ? "mybigimage.vtkhdf" : left.remove(0));
        try {
            return new SliceBySliceArguments(
                    file, ImageGeometry.of(dimensions(left).extent()), storage);
        } catch (NumberFormatException e) {
            throw unknown(left, e);
        }
    }

    private static Dimensions dimensions(List<String> size) {
        return switch (size.size()) {
            case 0 -> FULL;
            case 1 -> new Dimensions(FULL.x(), FULL.y(), (int) Math.ceil(FULL.z() * Double.parseDouble(size.get(0))));
            case 3 ->
                new Dimensions(
                        Integer.parseInt(size.get(0)), Integer.parseInt(size.get(1)), Integer.parseInt(size.get(2)));
            default -> throw unknown(size, null);
        };
    }

    private static IllegalArgumentException unknown(List<String> size, NumberFormatException cause) {
        return new IllegalArgumentException("found a size of " + size + ", expected FRACTION or NX NY NZ", cause);
    }
}
