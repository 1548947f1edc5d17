package io.vtkhdf.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the checksums of HDF5's metadata right, of which the reader itself tells what they should be. */
final class Checksums {

    private static final Pattern MISMATCH = Pattern.compile("stored checksum = \\[(-?\\d+)\\] .*= \\[(-?\\d+)\\]");

    /** What stands in the file, and what should. */
    record Mismatch(int stored, int right) {}

    private Checksums() {}

    /** Whether a wrong checksum is why something was refused. */
    static Optional<Mismatch> mismatch(String refusal) {
        Matcher numbers = MISMATCH.matcher(refusal);
        return numbers.find()
                ? Optional.of(new Mismatch(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
                : Optional.empty();
    }

    /** With the stored checksum replaced by the right one; empty if it stands in several places. */
    static Optional<byte[]> repaired(byte[] file, Mismatch mismatch) {
        ByteBuffer bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int place = find(bytes, mismatch.stored(), 0);
        if (place < 0 || find(bytes, mismatch.stored(), place + 1) >= 0) {
            return Optional.empty();
        }
        bytes.putInt(place, mismatch.right());
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
