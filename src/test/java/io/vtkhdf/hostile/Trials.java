package io.vtkhdf.hostile;

import io.vtkhdf.cli.CliRun;
import io.vtkhdf.error.FileContentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads files that may be broken. What happens otherwise than that they are read, or refused as documented, is an
 * {@link AssertionError}: an exception of another kind, or a message that does not name the file or is not one line
 * without control characters. Time and memory are for the caller to limit.
 */
public final class Trials {

    /** Of so many inputs two are shown by the command line. */
    private static final int SHOWN_EACH = 64;

    /** Each repair shows the next wrong checksum. */
    private static final int MAX_REPAIRS = 24;

    private final InputKind kind;
    private final Path file;
    private long read;
    private long refused;

    /** @param directory where the files are put, under one name, beside what they may name */
    public Trials(InputKind kind, Path directory) {
        this.kind = kind;
        this.file = directory.resolve("input." + kind.extension());
    }

    /** Reads a file; what was read as a number, or else why it was refused is in {@link Outcome#refusal}. */
    public Outcome read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Outcome outcome = outcome();
        int chosen = Arrays.hashCode(bytes) & SHOWN_EACH - 1;
        if (chosen <= 1) {
            requireClear(chosen == 0 ? CliRun.of("info", "--json", file) : CliRun.of("info", file));
        }
        if (outcome.refusal.isPresent()) {
            refused++;
            requireClear(outcome.refusal.get());
        } else {
            read++;
        }
        return outcome;
    }

    private Outcome outcome() {
        try {
            return new Outcome(kind.read(file), Optional.empty());
        } catch (FileContentException e) {
            return new Outcome(0, Optional.of(e));
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError("undeclared: " + e, e);
        }
    }

    /** @param refusal empty if all was read */
    public record Outcome(long digest, Optional<FileContentException> refusal) {}

    /** Reads a file, then again with the checksums that are wrong put right, so that what they guard is reached. */
    void readRepaired(byte[] bytes) throws IOException {
        byte[] repaired = bytes;
        Optional<FileContentException> refusal = read(bytes).refusal;
        for (int i = 0; i < MAX_REPAIRS && refusal.isPresent(); i++) {
            Optional<Checksums.Mismatch> mismatch =
                    Checksums.mismatch(refusal.get().getMessage());
            if (mismatch.isEmpty()) {
                return;
            }
            Optional<byte[]> better = Checksums.repaired(repaired, mismatch.get());
            if (better.isEmpty()) {
                return;
            }
            repaired = better.get();
            refusal = read(repaired).refusal;
        }
    }

    private void requireClear(FileContentException refusal) {
        String message = refusal.getMessage();
        if (!message.startsWith(file.getParent().toString())
                || message.chars().anyMatch(Character::isISOControl)
                || message.length() > 9000) {
            throw new AssertionError("message: " + message, refusal);
        }
    }

    private static void requireClear(CliRun run) {
        String text = run.out() + run.err();
        boolean documented = run.exitCode() == 0 || run.exitCode() == 3 || run.exitCode() == 4;
        if (!documented
                || text.contains("internal error")
                || text.lines().flatMapToInt(String::chars).anyMatch(Character::isISOControl)) {
            throw new AssertionError("info: " + run);
        }
    }

    /** How many were read, and how many refused. */
    @Override
    public String toString() {
        return (read + refused) + " inputs, " + refused + " refused";
    }
}
