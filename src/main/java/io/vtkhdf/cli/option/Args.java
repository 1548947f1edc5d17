package io.vtkhdf.cli.option;

import java.util.List;

/** Options and parameters that belong together. */
public interface Args {

    /** In the order of the help. */
    List<Arg<?>> args();
}
