package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that pack, their parameters and their chunks as a hostile file may have them. */
class ChunkFiltersTest {

    /** Four elements of 2 bytes. */
    private static final int SIZE = 8;

    private static final int[] NBIT = {8, 0, 4, 1, 2, 0, 10, 3};
    private static final int[] SCALED = {2, 0, 4, 0, 2, 1, 0, 1, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private static Filter filter(int id, int... parameters) {
        return new Filter(id, true, parameters);
    }

    private static byte[] decode(Filter filter, int size, byte... stored) throws DataFormatException, IOException {
        return decode(List.of(filter), size, 0, stored);
    }

    private static byte[] decode(List<Filter> filters, int size, int mask, byte... stored)
            throws DataFormatException, IOException {
        try (ChunkDecoder decoder = new ChunkDecoder()) {
            DecodedChunk chunk = new DecodedChunk(2, size);
            decoder.decode(ChunkFilters.of(filters, size), StoredChunk.of(stored, stored.length), mask, chunk);
            ByteBuffer elements = chunk.elements(0, size / 2);
            byte[] bytes = new byte[size];
            elements.get(0, bytes);
            return bytes;
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    @Test
    void lzf_has_literals_and_short_and_long_repetitions() throws DataFormatException, IOException {
        // "ab", then 3 bytes from 2 ago on, then 9 + 2 from 1 ago on.
        byte[] stored = hex("01 6162 2001 e002 00");
        assertArrayEquals("ababaaaaaaaaaaaa".getBytes(StandardCharsets.US_ASCII), decodeLzf(stored));
    }

    private static byte[] decodeLzf(byte... stored) throws DataFormatException, IOException {
        return decode(filter(Filter.LZF), 16, stored);
    }

    @ParameterizedTest
    @CsvSource({
        "05 6162, LZF data that end within a run",
        "20, LZF data that end within a run",
        "e0, LZF data that end within a run",
        "e001, LZF data that end within a run",
        "00 61 2001, LZF data that repeat what was 2 bytes ago",
        "00 61 e0ff 00, LZF data of more than 16 bytes",
        "10 6162636465666768696a6b6c6d6e6f7071, LZF data of more than 16 bytes",
        "00 61, a chunk of 1 bytes",
        "'', a chunk of 0 bytes"
    })
    void lzf_that_is_broken_is_refused(String stored, String found) {
        ChunkFormatException refused = assertThrows(ChunkFormatException.class, () -> decodeLzf(hex(stored)));
        assertEquals(found, refused.found());
    }

    @Test
    void a_filter_that_was_left_out_is_not_undone() throws DataFormatException, IOException {
        byte[] plain = hex("0102030405060708");
        for (Filter filter :
                List.of(filter(Filter.LZF), filter(Filter.NBIT, NBIT), filter(Filter.SCALEOFFSET, SCALED))) {
            assertArrayEquals(plain, decode(List.of(filter), SIZE, 1, plain), filter.name());
        }
    }

    @Test
    void nbit_puts_bits_to_their_places() throws DataFormatException, IOException {
        // 0x3ff, 0x001, 0x200, 0x155, of 10 bits each, the lowest at bit 3.
        byte[] stored = hex("ffc0180155");
        assertArrayEquals(hex("f81f 0800 0010 a80a"), decode(filter(Filter.NBIT, NBIT), SIZE, stored));
        int[] big = NBIT.clone();
        big[5] = 1;
        assertArrayEquals(hex("1ff8 0008 1000 0aa8"), decode(filter(Filter.NBIT, big), SIZE, stored));
    }

    @Test
    void scaleoffset_adds_the_lowest_value() throws DataFormatException, IOException {
        // 3 bits each: 0, 1, 7 for the fill value, 6; the lowest is -2.
        byte[] stored = hex("03000000 08 feffffffffffffff 0000000000000000 07e0");
        assertArrayEquals(hex("feff ffff 0900 0400"), decode(filter(Filter.SCALEOFFSET, SCALED), SIZE, stored));
    }

    /** A place among the parameters, and what is not to stand there. */
    @ParameterizedTest
    @CsvSource({
        "2, 5",
        "2, -1",
        "2, 2147483647",
        "3, 2",
        "4, 0",
        "4, 9",
        "4, -2",
        "5, 2",
        "6, 0",
        "6, 17",
        "7, 7",
        "7, -1"
    })
    void parameters_of_nbit_are_checked(int place, int value) {
        assertParametersRefused(Filter.NBIT, NBIT, place, value);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "2, 5", "2, -1", "3, 1", "3, 7", "4, 3", "4, 0", "4, 16", "6, 2", "7, 2"})
    void parameters_of_scaleoffset_are_checked(int place, int value) {
        assertParametersRefused(Filter.SCALEOFFSET, SCALED, place, value);
    }

    private static void assertParametersRefused(int id, int[] sane, int place, int value) {
        int[] parameters = sane.clone();
        parameters[place] = value;
        assertRefused(id, parameters);
        assertRefused(id);
        assertRefused(id, Arrays.copyOf(sane, sane.length - 1));
        assertRefused(id, Arrays.copyOf(sane, sane.length + 1));
    }

    private static void assertRefused(int id, int... parameters) {
        ChunkFormatException refused =
                assertThrows(ChunkFormatException.class, () -> ChunkFilters.of(List.of(filter(id, parameters)), SIZE));
        assertTrue(refused.found().contains(Arrays.toString(parameters)), refused.found());
    }

    @Test
    void chunks_that_are_too_short_are_refused() throws DataFormatException, IOException {
        byte[] bits = new byte[5];
        byte[] scaled = hex("03000000 08 feffffffffffffff 0000000000000000 07e0");
        byte[] whole = Arrays.copyOf(hex("10000000 08"), 29);
        decode(filter(Filter.NBIT, NBIT), SIZE, bits);
        decode(filter(Filter.SCALEOFFSET, SCALED), SIZE, whole);
        for (int size = 0; size < 5; size++) {
            byte[] cut = new byte[size];
            assertThrows(ChunkFormatException.class, () -> decode(filter(Filter.NBIT, NBIT), SIZE, cut));
        }
        for (byte[] chunk : List.of(scaled, whole)) {
            for (int size = 0; size < chunk.length; size++) {
                byte[] cut = Arrays.copyOf(chunk, size);
                assertThrows(ChunkFormatException.class, () -> decode(filter(Filter.SCALEOFFSET, SCALED), SIZE, cut));
            }
        }
        for (String bitCount : List.of("11000000", "ffffffff", "00000080")) {
            byte[] wide = Arrays.copyOf(hex(bitCount), 100);
            assertThrows(ChunkFormatException.class, () -> decode(filter(Filter.SCALEOFFSET, SCALED), SIZE, wide));
        }
    }

    @Test
    void any_bytes_are_decoded_or_refused() throws IOException {
        Random random = new Random(1);
        List<Filter> packers =
                List.of(filter(Filter.LZF), filter(Filter.NBIT, NBIT), filter(Filter.SCALEOFFSET, SCALED));
        List<Filter> others = List.of(Filter.shuffle(2), Filter.deflate(1), Filter.fletcher32());
        int decoded = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            List<Filter> filters = trial % 2 == 0
                    ? List.of(packers.get(random.nextInt(3)))
                    : List.of(packers.get(random.nextInt(3)), others.get(random.nextInt(3)));
            byte[] stored = new byte[random.nextInt(40)];
            random.nextBytes(stored);
            if (stored.length > 3 && random.nextBoolean()) {
                Arrays.fill(stored, 1, 4, (byte) 0);
            }
            try {
                decode(filters, SIZE, random.nextInt(4), stored);
                decoded++;
            } catch (DataFormatException e) {
                continue;
            }
        }
        assertTrue(decoded > 1000, decoded + " decoded");
    }

    @Test
    void only_checksums_are_taken_for_such() throws ChunkFormatException {
        ChunkFilters packed = ChunkFilters.of(List.of(filter(Filter.NBIT, NBIT), Filter.shuffle(2)), SIZE);
        assertFalse(packed.hasChecksum(0));
        ChunkFilters summed = ChunkFilters.of(List.of(filter(Filter.LZF), Filter.fletcher32()), SIZE);
        assertTrue(summed.hasChecksum(0));
        assertFalse(summed.hasChecksum(2));
    }
}
