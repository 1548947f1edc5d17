package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.shape.Merging;
import io.vtkhdf.source.ImageSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    public boolean isGiven() {
        return merge.isGiven();
    }

    /**
     * Empty if INPUTs are not merged.
     *
     * @throws IllegalArgumentException if the options do not go together
     */
    Optional<InputForm> form(InputReach reach) {
        if (prefix.isGiven() && !merge.isGiven()) {
            throw new IllegalArgumentException("--prefix goes with --merge");
        }
        return merge.isGiven() ? Optional.of(files -> open(files, reach)) : Optional.empty();
    }

    private ImageSeries open(List<Path> files, InputReach reach) throws IOException {
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
        if (!prefix.isGiven()) {
            return "";
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "_";
    }
}
