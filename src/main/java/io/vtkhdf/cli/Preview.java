package io.vtkhdf.cli;

import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.cli.text.TextTable;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.copy.TargetLayout;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a conversion would write. */
record Preview(String title, Optional<String> times, TextTable table, Optional<String> leftover) {

    /** More are of no use to the eye. */
    private static final int MOST_TIMES = 20;

    static Preview of(OpenedInput source, SeriesTarget target) throws IOException {
        ImageSource image = target.storable(source.image());
        List<TargetLayout> layouts = image.arrays().stream()
                .map(array -> target.layout(array, image.geometry()))
                .collect(Collectors.toList());
        long bytes = Math.multiplyExact(
                layouts.stream().mapToLong(TargetLayout::bytes).reduce(0, Math::addExact),
                (long) source.times().length);
        String size = Sizes.text(bytes) + (bytes < 1000 ? "" : " (" + bytes + " bytes)") + " of values";
        String title = "would write " + target.file() + ": " + source.shape() + ", " + size + form(layouts)
                + "; extent " + target.storedGeometry(image.geometry()).extent();
        Optional<Unfinished> begun = target.isResumable() ? target.resumable(image) : Optional.empty();
        Optional<String> leftover = begun.map(found -> "would go on with " + target.writtenFile() + ": " + found
                + (found.arrays().isEmpty() ? " are there yet" : " are there"));
        return new Preview(title, times(source), table(image, target, layouts), leftover);
    }

    private static Optional<String> times(OpenedInput source) {
        if (!source.isSeries()) {
            return Optional.empty();
        }
        double[] times = source.times();
        String first =
                Arrays.stream(times).limit(MOST_TIMES).mapToObj(StepWords::time).collect(Collectors.joining(" "));
        return Optional.of("times: " + first
                + (times.length > MOST_TIMES ? " ... " + StepWords.time(times[times.length - 1]) : ""));
    }

    private static String form(List<TargetLayout> layouts) {
        if (layouts.stream().anyMatch(layout -> layout.storage().equals("ascii"))) {
            return " as decimal text";
        }
        List<String> compressors = List.of("deflate", "zlib", "lz4");
        boolean compressed =
                layouts.stream().anyMatch(layout -> layout.filters().stream().anyMatch(compressors::contains));
        return compressed ? " before compression" : "";
    }

    private static TextTable table(ImageSource image, SeriesTarget target, List<TargetLayout> layouts) {
        TextTable table = new TextTable();
        table.row("array", "of", "type", "components", "size", "storage", "chunk", "filters");
        for (int i = 0; i < layouts.size(); i++) {
            ArraySpec array = image.arrays().get(i);
            TargetLayout layout = layouts.get(i);
            table.row(
                    target.storedName(array.name()),
                    array.association().name().toLowerCase(Locale.ROOT) + "s",
                    array.type().vtkName(),
                    Integer.toString(array.components()),
                    Sizes.text(layout.bytes()),
                    layout.storage(),
                    layout.chunk().map(Object::toString).orElse("-"),
                    layout.filters().isEmpty() ? "-" : String.join(", ", layout.filters()));
        }
        for (FieldArray field : image.fields()) {
            table.row(
                    target.storedName(field.name()),
                    "field",
                    field.typeName(),
                    Integer.toString(field.components()),
                    field.tuples() + (field.tuples() == 1 ? " tuple" : " tuples"));
        }
        return table;
    }

    void print(PrintWriter out) {
        out.println(ShownText.of(title));
        times.ifPresent(out::println);
        table.print(out);
        leftover.ifPresent(line -> out.println(ShownText.of(line)));
    }
}
