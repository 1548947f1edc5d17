package io.vtkhdf.cli;

import io.vtkhdf.cli.text.TextTable;
import io.vtkhdf.compare.ArrayStatistics;
import io.vtkhdf.compare.ValueDistribution;
import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What is told of all values of arrays, and of those of each component, for people. */
final class InfoStatistics {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    private InfoStatistics() {}

    /** Whether they were asked for. */
    static boolean areIn(List<ImageInfo.ArrayInfo> arrays) {
        for (ImageInfo.ArrayInfo array : arrays) {
            if (array.statistics().isPresent()) {
                return true;
            }
        }
        return false;
    }

    static TextTable ofRanges(List<ImageInfo.ArrayInfo> arrays) {
        boolean isInfinite =
                arrays.stream().flatMap(array -> array.statistics().stream()).anyMatch(found -> found.infinities() > 0);
        TextTable table = TextTable.cut();
        List<String> heading = List.of("array", "min", "max", "mean", "deviation", "NaN");
        table.row(isInfinite ? with(heading, "infinite") : heading);
        forEach(arrays, (name, found) -> {
            List<String> row = List.of(
                    name,
                    Numbers.text(found.min()),
                    Numbers.text(found.max()),
                    Numbers.text(found.mean()),
                    Numbers.text(found.deviation()),
                    Long.toString(found.nans()));
            table.row(isInfinite ? with(row, Long.toString(found.infinities())) : row);
        });
        return table;
    }

    private static List<String> with(List<String> row, String cell) {
        List<String> longer = new ArrayList<>(row);
        longer.add(cell);
        return longer;
    }

    static TextTable ofDistributions(List<ImageInfo.ArrayInfo> arrays) {
        TextTable table = TextTable.cut();
        List<String> heading = new ArrayList<>(List.of("array"));
        ValueDistribution.PERCENTS.forEach(percent -> heading.add(percent == 50 ? "median" : percent + " %"));
        heading.add("min to max");
        table.row(heading);
        forEach(
                arrays,
                (name, found) -> found.distribution().ifPresent(spread -> {
                    List<String> row = new ArrayList<>(List.of(name));
                    spread.percentiles().forEach(value -> row.add(Numbers.text(value)));
                    row.add(bars(spread.histogram()));
                    table.row(row);
                }));
        return table;
    }

    private static void forEach(List<ImageInfo.ArrayInfo> arrays, BiConsumer<String, ArrayStatistics> visitor) {
        for (ImageInfo.ArrayInfo array : arrays) {
            array.statistics().ifPresent(found -> {
                visitor.accept(array.name(), found);
                for (int i = 0; i < found.components().size(); i++) {
                    visitor.accept(
                            "  " + componentName(array, i), found.components().get(i));
                }
            });
        }
    }

    private static String componentName(ImageInfo.ArrayInfo array, int component) {
        String name =
                array.componentNames().isEmpty() ? "" : array.componentNames().get(component);
        return name.isEmpty() ? "component " + component : name;
    }

    /** A bar for each range of values, of a height that is never that of none where there are some. */
    private static String bars(ValueHistogram histogram) {
        StringBuilder bars = new StringBuilder("|");
        for (int i = 0; i < histogram.bins(); i++) {
            long count = histogram.count(i);
            double height = (double) count * BARS.length() / Math.max(histogram.most(), 1);
            bars.append(count == 0 ? ' ' : BARS.charAt((int) Math.ceil(height) - 1));
        }
        return bars.append('|').toString();
    }
}
