package io.vtkhdf.cli.option;

import io.vtkhdf.write.DeflateEngine;
import io.vtkhdf.write.WriteOptions;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --deflate-engine}. */
final class EngineOption implements Args {

    /** See {@link DeflateEngine}. */
    private static final int MOST_OF_ISAL = 2;

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

    /** @throws IllegalArgumentException if the engine does not work here, or not with that compression */
    WriteOptions addTo(WriteOptions options, Compression compression) {
        if (!engine.isGiven()) {
            return options;
        } else if (compression.method() == Compression.Method.NONE) {
            throw new IllegalArgumentException("--deflate-engine goes with --compress fast or gzip");
        } else if (engine.get() == DeflateEngine.ISAL && compression.level() > MOST_OF_ISAL) {
            throw new IllegalArgumentException("--deflate-engine isal: found gzip:" + compression.level()
                    + ", expected gzip:1 or gzip:2, since ISA-L has no others; use auto or jdk");
        }
        try {
            return options.withDeflateEngine(engine.get());
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException("--deflate-engine isal: " + e.getMessage() + "; use auto or jdk", e);
        }
    }
}
