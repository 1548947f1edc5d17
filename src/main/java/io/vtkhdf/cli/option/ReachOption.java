package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import java.util.List;

/** {@code --allow-outside}. */
public final class ReachOption implements Args {

    private final Arg<Boolean> outside = Arg.flag(
            "--allow-outside",
            "Read also those files that lie outside of the input's folder which it names: pieces of a .pvti file, data of"
                    + " a .nhdr or .mhd file, steps of a series, parts of a VTKHDF file's virtual datasets, and where its"
                    + " external links lead. It chooses the files that are read, so only for one that you trust. Default:"
                    + " only in its folder or below.");

    @Override
    public List<Arg<?>> args() {
        return List.of(outside);
    }

    public InputReach reach() {
        return outside.isGiven() ? InputReach.ANYWHERE : InputReach.FOLDER;
    }
}
