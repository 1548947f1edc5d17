package io.vtkhdf.cli.join;

import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.cli.text.TextTable;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.join.ImagePart;
import io.vtkhdf.text.Numbers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What is said of a join. */
record JoinText(Path output, JoinCommand.Along along, ImageJoin join) {

    /** Such as {@code scan.vtkhdf: 3 parts along z, 64 x 64 x 120 points, 2 arrays}. */
    String done() {
        return output + ": " + shape();
    }

    private String shape() {
        double[] times = join.times();
        return Numbers.counted(join.parts().size(), "part") + " along "
                + along.name().toLowerCase(Locale.ROOT) + ", "
                + (along == JoinCommand.Along.TIME ? Numbers.counted(times.length, "step") + ", " : "")
                + join.image().geometry().dimensions() + " points, "
                + Numbers.counted(join.image().arrays().size(), "array");
    }

    void print(PrintWriter out) {
        out.println(ShownText.of("would write " + output + ": " + shape()));
        TextTable table = new TextTable();
        boolean isTime = along == JoinCommand.Along.TIME;
        table.row(
                "part",
                isTime ? "steps" : "points along " + along.name().toLowerCase(Locale.ROOT),
                isTime ? "times" : "");
        for (ImagePart part : join.parts()) {
            table.row(
                    part.file().toString(),
                    isTime ? range(part.firstStep(), part.steps()) : range(part.firstSlice(), part.slices()),
                    isTime ? times(part) : "");
        }
        table.print(out);
        TextTable arrays = new TextTable();
        arrays.row("array", "of", "type", "components");
        join.image()
                .arrays()
                .forEach(array -> arrays.row(
                        array.name(),
                        array.association().name().toLowerCase(Locale.ROOT) + "s",
                        array.type().vtkName(),
                        Integer.toString(array.components())));
        arrays.print(out);
    }

    private static String range(int first, int count) {
        return count == 1 ? Integer.toString(first) : first + " to " + (first + count - 1);
    }

    private String times(ImagePart part) {
        double[] times = join.times();
        String first = StepWords.time(times[part.firstStep()]);
        return part.steps() == 1 ? first : first + " to " + StepWords.time(times[part.firstStep() + part.steps() - 1]);
    }
}
