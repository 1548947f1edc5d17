package io.vtkhdf.cli;

import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.Association;
import io.vtkhdf.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what is in an image file, among others. */
final class InfoLine {

    /** So many arrays are told: an image may have hundreds. */
    private static final int MOST_ARRAYS = 3;

    private InfoLine() {}

    /** Such as {@code a.vti: 4 x 3 x 2 points; density Float32, cell label Int32; 90.6 kB}. */
    static String of(Path file, ImageInfo info) {
        List<String> parts = new ArrayList<>();
        if (info.times().length > 0) {
            parts.add(Numbers.counted(info.times().length, "step"));
        }
        parts.add(info.geometry().dimensions() + " points");
        String what = String.join(", ", parts) + "; " + arrays(info) + "; " + Sizes.text(info.fileBytes());
        return ShownText.of(file + ": " + what + (info.unfinished().isPresent() ? "; unfinished" : ""));
    }

    private static String arrays(ImageInfo info) {
        List<String> arrays = info.arrays().stream()
                .filter(array -> array.association() != Association.FIELD)
                .map(InfoLine::of)
                .toList();
        long leftOut = info.leftOut().stream()
                .filter(array -> array.association() != Association.FIELD)
                .count();
        String shown = arrays.isEmpty()
                ? "no arrays"
                : String.join(", ", arrays.subList(0, Math.min(arrays.size(), MOST_ARRAYS)));
        return shown
                + (arrays.size() > MOST_ARRAYS ? " and " + (arrays.size() - MOST_ARRAYS) + " more" : "")
                + (leftOut > 0 ? ", " + leftOut + " left out" : "");
    }

    private static String of(ImageInfo.ArrayInfo array) {
        return (array.association() == Association.CELL ? "cell " : "") + array.name() + " "
                + (array.components() == 1 ? "" : array.components() + " x ") + array.type();
    }
}
