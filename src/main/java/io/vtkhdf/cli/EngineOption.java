package io.vtkhdf.cli;

import io.vtkhdf.DeflateEngine;
import io.vtkhdf.WriteOptions;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --deflate-engine}. */
final class EngineOption implements Args {

    private final Arg<DeflateEngine> engine = Arg.of(
            DeflateEngine.class,
            OptionSpec.builder("--deflate-engine")
                    .paramLabel("ENGINE")
                    .description(
                            "VTKHDF: what compresses at gzip:1 and gzip:2: isal (Intel's ISA-L, by far the fastest), jdk"
                                    + " (zlib), or auto, which is isal where it loads. Default: auto."));

    @Override
    public List<Arg<?>> args() {
        return List.of(engine);
    }

    boolean isGiven() {
        return engine.isGiven();
    }

    /** @throws IllegalArgumentException if the engine does not work here */
    WriteOptions addTo(WriteOptions options) {
        if (!engine.isGiven()) {
            return options;
        } else if (!engine.get().isAvailable()) {
            throw new IllegalArgumentException(
                    "--deflate-engine isal: ISA-L does not load on this machine; use auto or jdk");
        }
        return options.deflateEngine(engine.get());
    }
}
