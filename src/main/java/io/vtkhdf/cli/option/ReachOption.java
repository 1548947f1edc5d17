package io.vtkhdf.cli.option;

import io.vtkhdf.source.InputReach;
import java.util.List;

/** {@code --allow-outside}. */
public final class ReachOption implements Args {

    private final Arg<Boolean> outside = Arg.flag(
            "--allow-outside",
            "Read a .pvti file's pieces, and the steps of a .pvd or .series file, also where they lie outside of its folder:"
                    + " it chooses the files that are read, so only for one that you trust. Default: only in its folder or below.");

    @Override
    public List<Arg<?>> args() {
        return List.of(outside);
    }

    public InputReach reach() {
        return outside.isGiven() ? InputReach.ANYWHERE : InputReach.FOLDER;
    }
}
