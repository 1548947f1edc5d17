package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import java.util.List;

/** {@code --allow-outside}. */
public final class ReachOption implements Args {

    private final Arg<Boolean> outside = Arg.flag(
            "--allow-outside",
            "Read the files that an input names also where they lie outside of its folder: a .pvti file's pieces, the"
                    + " data of a .nhdr or .mhd file, the steps of a .pvd or .series file, the parts of a VTKHDF file's"
                    + " virtual datasets, and what its external links lead to. It chooses the"
                    + " files that are read, so only for one that you trust. Default: only in its folder or below.");

    @Override
    public List<Arg<?>> args() {
        return List.of(outside);
    }

    public InputReach reach() {
        return outside.isGiven() ? InputReach.ANYWHERE : InputReach.FOLDER;
    }
}
