package io.vtkhdf.cli;

import java.util.List;

/** Options and parameters that belong together. */
interface Args {

    /** In the order of the help. */
    List<Arg<?>> args();
}
