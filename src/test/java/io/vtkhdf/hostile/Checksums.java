package io.vtkhdf.hostile;

import io.jhdf.exceptions.HdfChecksumMismatchException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the checksums of HDF5's metadata right, of which the reader itself tells what they should be. */
final class Checksums {

    private static final Pattern NUMBERS = Pattern.compile("(-?\\d+)\\D+?(-?\\d+)");

    private Checksums() {}

    /** Whether a wrong checksum is why a file was refused. */
    static Optional<HdfChecksumMismatchException> mismatch(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof HdfChecksumMismatchException mismatch) {
                return Optional.of(mismatch);
            }
        }
        return Optional.empty();
    }

    /** With the stored checksum replaced by the right one; empty if it stands in several places. */
    static Optional<byte[]> repaired(byte[] file, HdfChecksumMismatchException mismatch) {
        Matcher numbers = NUMBERS.matcher(mismatch.getMessage());
        if (!numbers.find()) {
            throw new AssertionError(mismatch.getMessage());
        }
        int stored = Integer.parseInt(numbers.group(1));
        ByteBuffer bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int place = find(bytes, stored, 0);
        if (place < 0 || find(bytes, stored, place + 1) >= 0) {
            return Optional.empty();
        }
        bytes.putInt(place, Integer.parseInt(numbers.group(2)));
        return Optional.of(bytes.array());
    }

    private static int find(ByteBuffer bytes, int value, int from) {
        for (int at = from; at + Integer.BYTES <= bytes.limit(); at++) {
            if (bytes.getInt(at) == value) {
                return at;
            }
        }
        return -1;
    }
}
