package io.vtkhdf.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What Jazzer calls, by these names, which is why nothing here needs Jazzer: see {@code tests/fuzz}. */
public final class FuzzTarget {

    private static Trials trials;

    private FuzzTarget() {}

    /** @param args the kind of input */
    public static void fuzzerInitialize(String[] args) throws IOException {
        Path directory = Files.createTempDirectory("fuzz");
        InputKind kind = InputKind.valueOf(args[0].toUpperCase(Locale.ROOT));
        Seeds.companions(kind, directory);
        trials = new Trials(kind, directory);
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        trials.readRepaired(input);
    }

    public static void fuzzerTearDown() {
        System.err.println("stat::trials: " + trials);
    }
}
