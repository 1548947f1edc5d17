package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.Specs;
import picocli.CommandLine.Model.CommandSpec;

/** What the help says around the options. */
final class SliceHelp {

    private SliceHelp() {}

    static void addTo(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Cuts slices out of an array of an image of any format that is read, or projects it, for a look or for"
                                + " other software.",
                        "",
                        ".png   a picture with axes and a scale of colours, the slow axis upwards",
                        ".npy   NumPy, in the array's own type; shape (slow, fast), or (slow, fast, components)",
                        ".csv   one component: a line per index of the slow axis, a column per index of the fast axis; several: a line"
                                + " per tuple with its two indices",
                        ".raw   the bare values, little-endian, the fast axis fastest",
                        "",
                        "Of the two axes left, x before y before z is the fast one. Without -o, CSV goes to stdout. An OUTPUT that"
                                + " exists already is an error (exit code 3) unless --overwrite is given.",
                        "",
                        "A picture shows at most 1600 values along an edge; of more, each pixel shows the mean of those that it"
                                + " covers, which the picture and a line on stderr tell, and --thin changes. Pictures of one call"
                                + " have the same colours for the same values.",
                        "",
                        "Of a time series one step is cut unless --step names several. Formats other than VTKHDF are read from their"
                                + " beginning to the slice.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf slice scan.vtkhdf --array density --axis z --index 8 -o slice.png",
                        "  vtkhdf slice scan.vtkhdf --array density --axis z --index : -o %%03d.png",
                        "  vtkhdf slice scan.vtkhdf --array density --planes -o planes.png",
                        "  vtkhdf slice scan.vtkhdf --array density --axis x --project max -o mip.png",
                        "  vtkhdf slice run.vtkhdf --array density --axis z --at 0 --step : -o %%d.png");
    }
}
