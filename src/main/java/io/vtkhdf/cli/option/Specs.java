package io.vtkhdf.cli.option;

import io.vtkhdf.cli.text.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Declares commands, with what all of them have: help, a version, exit codes. */
public final class Specs {

    public static final String EXAMPLES = "%nExamples:%n";
    public static final String EXAMPLE = "%nExample:%n";

    /** Makes lists. Picocli's own looks in every jar whether there is Groovy. */
    public static final IFactory FACTORY = new IFactory() {
        @Override
        public <K> K create(Class<K> type) throws ReflectiveOperationException {
            return type.getDeclaredConstructor().newInstance();
        }
    };

    private Specs() {}

    public static CommandSpec of(Object command, String name, Args... args) {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(command, FACTORY).name(name).versionProvider(new Version());
        for (Arg<?> arg : together(args)) {
            arg.addTo(spec);
        }
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        spec.usageMessage()
                .sortOptions(false)
                .autoWidth(true)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        return spec;
    }

    static List<Arg<?>> together(Args... groups) {
        List<Arg<?>> args = new ArrayList<>();
        for (Args group : groups) {
            args.addAll(group.args());
        }
        return args;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        codes.put("1", "the images differ, or the file is invalid, unfinished or read by no VTK from 9.3 on");
        codes.put("2", "wrong usage");
        codes.put("3", "a file is unreadable or corrupt, or reading or writing failed");
        codes.put("4", "a file is well-formed but holds something that is not supported");
        codes.put("130", "interrupted");
        codes.put("143", "ended by SIGTERM");
        return codes;
    }
}
