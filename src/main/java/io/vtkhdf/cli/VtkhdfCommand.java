package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Specs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The command line as a whole. */
final class VtkhdfCommand {

    private final Arg<Boolean> debug = Arg.of(
            Boolean.class,
            OptionSpec.builder("--debug")
                    .scopeType(ScopeType.INHERIT)
                    .description("Print a stack trace after an error."));

    private final CommandSpec spec = Specs.of(this, "vtkhdf", debug);

    VtkhdfCommand() {
        spec.usageMessage()
                .description("Converts, inspects, cuts, compares and judges VTKHDF image files.")
                .synopsisSubcommandLabel("COMMAND")
                .footerHeading(Specs.EXAMPLES)
                .footer("  vtkhdf convert scan.vti scan.vtkhdf", "  vtkhdf info scan.vtkhdf", "  vtkhdf help slice");
    }

    CommandSpec spec() {
        return spec;
    }

    boolean isDebugged() {
        return debug.isGiven();
    }
}
