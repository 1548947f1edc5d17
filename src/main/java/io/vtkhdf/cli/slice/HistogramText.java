package io.vtkhdf.cli.slice;

import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.text.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A histogram as text: for people with bars, or as CSV with the edges exactly. */
final class HistogramText {

    private static final int LONGEST = 40;

    private HistogramText() {}

    static void write(ValueHistogram histogram, boolean isCsv, OutputStream out) throws IOException {
        String text = isCsv ? csv(histogram) : bars(histogram);
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(ValueHistogram histogram) {
        StringBuilder text = new StringBuilder("from,to,count\n");
        for (int i = 0; i < histogram.bins(); i++) {
            text.append(histogram.edge(i))
                    .append(',')
                    .append(histogram.edge(i + 1))
                    .append(',');
            text.append(histogram.count(i)).append('\n');
        }
        return text.toString();
    }

    private static String bars(ValueHistogram histogram) {
        int count = Long.toString(histogram.most()).length();
        List<String> edges = Numbers.apart(IntStream.rangeClosed(0, histogram.bins())
                .mapToDouble(histogram::edge)
                .toArray());
        int edge = edges.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < histogram.bins(); i++) {
            // One count among millions is not nothing.
            int length = (int) Math.ceil((double) histogram.count(i) * LONGEST / Math.max(histogram.most(), 1));
            text.append(String.format(
                            Locale.ROOT,
                            "%" + edge + "s to %" + edge + "s  %" + count + "d  %s",
                            edges.get(i),
                            edges.get(i + 1),
                            histogram.count(i),
                            "#".repeat(length))
                    .stripTrailing());
            text.append('\n');
        }
        return text.toString();
    }
}
