package io.vtkhdf.cli;

import io.vtkhdf.DeflateEngine;
import io.vtkhdf.WriteOptions;
import picocli.CommandLine.Option;

/** {@code --deflate-engine}. */
final class EngineOption {

    @Option(
            names = "--deflate-engine",
            paramLabel = "ENGINE",
            description = "VTKHDF: what compresses at gzip:1 and gzip:2: isal (Intel's ISA-L, by far the fastest), jdk"
                    + " (zlib), or auto, which is isal where it loads. Default: auto.")
    private DeflateEngine engine;

    boolean isGiven() {
        return engine != null;
    }

    /** @throws IllegalArgumentException if the engine does not work here */
    WriteOptions addTo(WriteOptions options) {
        if (engine == null) {
            return options;
        } else if (!engine.isAvailable()) {
            throw new IllegalArgumentException(
                    "--deflate-engine isal: ISA-L does not load on this machine; use auto or jdk");
        }
        return options.deflateEngine(engine);
    }
}
