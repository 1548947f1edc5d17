package io.vtkhdf.cli;

import io.vtkhdf.DeflateEngine;
import io.vtkhdf.WriteOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --deflate-engine}. */
final class EngineOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--deflate-engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            description =
                    "What compresses at gzip:1 and gzip:2: isal (Intel's ISA-L, by far the fastest), jdk (zlib), or"
                            + " auto, which is isal where it loads. Default: ${DEFAULT-VALUE}.")
    private DeflateEngine engine;

    /** @throws ParameterException if the engine does not work here */
    WriteOptions addTo(WriteOptions options) {
        if (!engine.isAvailable()) {
            throw new ParameterException(
                    spec.commandLine(), "--deflate-engine isal: ISA-L does not load on this machine; use auto or jdk");
        }
        return options.deflateEngine(engine);
    }

    /** The engine that compresses on this machine, for a message. */
    String chosen() {
        return engine.resolved() == DeflateEngine.ISAL ? "ISA-L" : "zlib";
    }
}
