package io.vtkhdf.hostile;

import io.vtkhdf.cli.CliRun;

/** Runs {@code info --stats} on one file after the other and prints of each its exit code and error, in one line. */
public final class CommandsMain {

    private CommandsMain() {}

    public static void main(String[] files) {
        for (String file : files) {
            long start = System.nanoTime();
            CliRun run = CliRun.of("info", "--stats", file);
            String said = run.err().lines().findFirst().orElse("");
            System.out.println(file + "\t" + run.exitCode() + "\t" + said + "\t"
                    + run.err().lines().count() + "\t" + (System.nanoTime() - start) / 1_000_000);
        }
    }
}
