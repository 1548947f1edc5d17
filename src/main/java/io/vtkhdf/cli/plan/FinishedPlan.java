package io.vtkhdf.cli.plan;

import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;

/** What is told of a plan that is finished. */
public final class FinishedPlan {

    private FinishedPlan() {}

    /**
     * Such as {@code big.vtkhdf: 10 slabs, a file of 13.8 kB and 10 parts in big.vtkhdf.parts}.
     *
     * @param isConsolidated whether it was to be one file
     */
    public static String text(SlabPlan plan, boolean isConsolidated) throws IOException {
        String text = plan.output() + ": " + Numbers.counted(plan.slabs(), "slab") + ", a file of "
                + Sizes.text(Files.size(plan.output()));
        if (isConsolidated || !Files.isDirectory(plan.written())) {
            return text;
        }
        return text + " and " + Numbers.counted(plan.slabs(), "part") + " in "
                + plan.written().getParent().getFileName();
    }
}
