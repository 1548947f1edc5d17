package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What inputs are that do not tell it themselves: bare values, slices of an image, images that become one. */
public final class FormOptions implements Args {

    private final Arg<Boolean> stack = Arg.flag(
            "--stack",
            "The INPUTs are pictures (.png, .tif) and the slices of one image, in the natural order of their names. A"
                    + " folder of pictures is that without this option.");

    private final MergeOptions merge = new MergeOptions();

    private final RawOptions raw = new RawOptions();

    @Override
    public List<Arg<?>> args() {
        return Specs.together(stack, merge, raw);
    }

    /** The option that makes one image of all INPUTs, if one is given. */
    public Optional<String> together() {
        return stack.isGiven() ? Optional.of("--stack") : merge.isGiven() ? Optional.of("--merge") : Optional.empty();
    }

    /**
     * Empty if the files tell what they are.
     *
     * @throws IllegalArgumentException if the options do not go together
     */
    public Optional<InputForm> form(InputReach reach) {
        Map<String, InputForm> given = new LinkedHashMap<>();
        if (stack.isGiven()) {
            given.put("--stack", ImageSources::openStackSeries);
        }
        merge.form(reach).ifPresent(form -> given.put("--merge", form));
        raw.form().ifPresent(form -> given.put("--dimensions", form));
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "found " + String.join(" and ", given.keySet()) + ", expected one of them");
        }
        return given.values().stream().findFirst();
    }
}
