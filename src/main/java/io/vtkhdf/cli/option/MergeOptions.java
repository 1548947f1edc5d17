package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.shape.Merging;
import io.vtkhdf.source.ImageSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code --merge}: several INPUTs of one geometry become one image; and what its arrays are called. */
public final class MergeOptions implements Args {

    private final Arg<Boolean> merge = Arg.flag(
            "--merge",
            "Make one image, or one series, of all INPUTs, with the arrays of all: they have one geometry, and the same"
                    + " times. Two arrays of one name are an error (exit code 2).");

    private final Arg<Boolean> prefix = Arg.flag(
            "--prefix", "With --merge: put the name of its file before the name of each array, such as ct_density.");

    @Override
    public List<Arg<?>> args() {
        return List.of(merge, prefix);
    }

    /** What becomes of several files. */
    public enum Choice {
        NONE,
        NAMES_KEPT,
        NAMES_WITH_PREFIX;

        ImageSeries open(List<Path> files, InputReach reach) throws IOException {
            List<Merging.Part> parts = new ArrayList<>();
            try {
                for (Path file : files) {
                    parts.add(new Merging.Part(file, prefix(file), ImageSources.openSeries(file, reach)));
                }
                return Merging.of(parts);
            } catch (IOException | RuntimeException | Error e) {
                for (Merging.Part part : parts) {
                    part.series().close();
                }
                throw e;
            }
        }

        private String prefix(Path file) {
            if (this != NAMES_WITH_PREFIX) {
                return "";
            }
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            return (dot > 0 ? name.substring(0, dot) : name) + "_";
        }
    }

    /** @throws IllegalArgumentException if the options do not go together */
    public Choice choice() {
        if (prefix.isGiven() && !merge.isGiven()) {
            throw new IllegalArgumentException("--prefix goes with --merge");
        }
        return !merge.isGiven() ? Choice.NONE : prefix.isGiven() ? Choice.NAMES_WITH_PREFIX : Choice.NAMES_KEPT;
    }
}
