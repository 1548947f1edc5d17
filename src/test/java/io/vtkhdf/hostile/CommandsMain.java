package io.vtkhdf.hostile;

import io.vtkhdf.cli.CliRun;
import io.vtkhdf.testing.Allocation;

/**
 * Runs {@code info --stats} on one file after the other and prints of each, in one line, its exit code, error, the
 * number of lines of that, and the bytes allocated.
 */
public final class CommandsMain {

    private CommandsMain() {}

    public static void main(String[] files) {
        for (String file : files) {
            long before = Allocation.bytes();
            CliRun run = CliRun.of("info", "--stats", file);
            String said = run.err().lines().findFirst().orElse("");
            System.out.println(file + "\t" + run.exitCode() + "\t" + said + "\t"
                    + run.err().lines().count() + "\t" + (Allocation.bytes() - before));
        }
    }
}
