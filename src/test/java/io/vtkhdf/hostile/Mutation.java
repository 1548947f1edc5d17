package io.vtkhdf.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of breaking a file.
 *
 * @param what for people
 */
record Mutation(String what, UnaryOperator<byte[]> change) {

    /** Bytes this far from all that is not 0 are empty space. */
    private static final int NEIGHBOURHOOD = 8;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** Tags of XML and lines. */
    private static final Pattern ITEM = Pattern.compile("<[^>]*>|[^\n<]*\n");

    private static final List<String> NUMBERS = List.of(
            "",
            "0",
            "-1",
            "2147483647",
            "4294967296",
            "9223372036854775807",
            "18446744073709551616",
            "1e999",
            "nan",
            " ");

    byte[] of(byte[] whole) {
        return change.apply(whole);
    }

    /** Each byte, each little-endian field of 4 or 8 bytes wherever it begins, and each length. */
    static List<Mutation> ofBytes(byte[] whole) {
        List<Mutation> all = new ArrayList<>();
        for (int at = 0; at < whole.length; at++) {
            int length = at;
            all.add(new Mutation("cut to " + at, bytes -> Arrays.copyOf(bytes, length)));
            if (isUsed(whole, at)) {
                addBytes(all, at);
                for (int value : new int[] {0, -1, Integer.MAX_VALUE, whole.length}) {
                    add(all, whole, at, Integer.BYTES, value);
                }
                for (long value : new long[] {0, -1, Long.MAX_VALUE, whole.length, 1L << 40}) {
                    add(all, whole, at, Long.BYTES, value);
                }
            }
        }
        return all;
    }

    private static boolean isUsed(byte[] whole, int at) {
        int end = Math.min(whole.length, at + NEIGHBOURHOOD);
        for (int i = Math.max(0, at - NEIGHBOURHOOD); i < end; i++) {
            if (whole[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static void addBytes(List<Mutation> all, int at) {
        addByte(all, at, "0", b -> 0);
        addByte(all, at, "255", b -> 255);
        addByte(all, at, "one more", b -> b + 1);
        addByte(all, at, "high bit", b -> b ^ 0x80);
    }

    private interface ByteChange {
        int of(byte b);
    }

    private static void addByte(List<Mutation> all, int at, String what, ByteChange change) {
        all.add(new Mutation("byte " + at + ": " + what, bytes -> {
            byte[] changed = bytes.clone();
            changed[at] = (byte) change.of(changed[at]);
            return changed;
        }));
    }

    private static void add(List<Mutation> all, byte[] whole, int at, int size, long value) {
        if (at + size <= whole.length) {
            all.add(new Mutation(size + " bytes at " + at + ": " + value, bytes -> {
                ByteBuffer changed = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
                return size == Long.BYTES
                        ? changed.putLong(at, value).array()
                        : changed.putInt(at, (int) value).array();
            }));
        }
    }

    /** Each number another one, each tag or line left out or twice. */
    static List<Mutation> ofText(byte[] whole) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        List<Mutation> all = new ArrayList<>();
        for (Matcher number = NUMBER.matcher(text); number.find(); ) {
            NUMBERS.forEach(other -> addText(all, text, number.start(), number.end(), other));
        }
        for (Matcher item = ITEM.matcher(text); item.find(); ) {
            addText(all, text, item.start(), item.end(), "");
            addText(all, text, item.start(), item.end(), item.group().repeat(2));
        }
        return all;
    }

    private static void addText(List<Mutation> all, String text, int start, int end, String other) {
        String head = text.substring(0, start);
        String tail = text.substring(end);
        all.add(new Mutation(
                "'" + other + "' instead of characters " + start + " to " + end,
                bytes -> (head + other + tail).getBytes(StandardCharsets.ISO_8859_1)));
    }
}
