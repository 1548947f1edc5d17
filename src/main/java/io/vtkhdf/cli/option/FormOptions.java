package io.vtkhdf.cli.option;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.RawLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What inputs are that do not tell it themselves: bare values, or slices of an image. */
public final class FormOptions implements Args {

    /** Opens one image, as a series of one step. */
    @FunctionalInterface
    public interface Form {
        ImageSeries open(List<Path> files) throws IOException;
    }

    private final Arg<Boolean> stack = Arg.flag(
            "--stack",
            "The INPUTs are pictures (.png, .tif) and the slices of one image, in the natural order of their names. A"
                    + " folder of pictures is that without this option.");

    private final RawOptions raw = new RawOptions();

    @Override
    public List<Arg<?>> args() {
        return Specs.together(stack, raw);
    }

    /** Whether all INPUTs together are one image. */
    public boolean isStack() {
        return stack.isGiven();
    }

    /**
     * Empty if the files tell what they are.
     *
     * @throws IllegalArgumentException if the options do not go together
     */
    public Optional<Form> form() {
        Optional<RawLayout> layout = raw.layout();
        if (layout.isPresent() && stack.isGiven()) {
            throw new IllegalArgumentException("--stack is of pictures, and does not go with --dimensions");
        } else if (stack.isGiven()) {
            return Optional.of(ImageSources::openStackSeries);
        }
        return layout.map(of -> files -> ImageSources.openRawSeries(files.get(0), of));
    }
}
