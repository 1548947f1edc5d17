package io.vtkhdf.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
        name = "vtkhdf",
        description = "Converts, inspects, cuts, compares and judges VTKHDF image files.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {"  vtkhdf convert scan.vti scan.vtkhdf", "  vtkhdf info scan.vtkhdf", "  vtkhdf help slice"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the images differ, or the file is invalid",
            "2:wrong usage",
            "3:a file is unreadable or corrupt, or reading or writing failed",
            "4:a file is well-formed but holds something that is not supported",
            "130:interrupted"
        })
final class VtkhdfCommand {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print a stack trace after an error.")
    boolean debug;
}
