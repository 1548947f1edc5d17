package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine must do, judged by the JDK's zlib. */
class ZlibEngineTest {

    static List<ZlibEngines> kinds() {
        return Arrays.stream(ZlibEngines.values())
                .filter(ZlibEngines::isAvailable)
                .toList();
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException {
        boolean loads = ZlibEngines.ISAL.isAvailable();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        String ours = "vtkhdf-isal-" + ProcessHandle.current().pid() + "-*";
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ours)) {
            assertFalse(left.iterator().hasNext());
        }
        Path maps = Path.of("/proc/self/maps");
        if (loads && Files.exists(maps)) {
            assertTrue(Files.readString(maps).contains("vtkhdf-isal-"), "it was loaded from there");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void compressesNothingMoreOnceItIsCancelled(ZlibEngines kind) {
        byte[] plain = new byte[1 << 20];
        byte[] target = new byte[ZlibEngine.capacityFor(plain.length)];
        try (ZlibEngine engine = kind.open()) {
            engine.cancel();
            assertThrows(CancellationException.class, () -> engine.deflate(plain, plain.length, 9, target));
        }
    }

    private static List<byte[]> samples() {
        Random random = new Random(4);
        List<byte[]> samples = new ArrayList<>();
        for (int size : new int[] {0, 1, 2, 3, 100, 4095, 65_535, 65_536, 65_537, 300_000}) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            samples.add(noise);
            samples.add(new byte[size]);
            byte[] smooth = new byte[size];
            for (int i = 0; i < size; i++) {
                smooth[i] = (byte) (100 * Math.sin(i / 50.0) + 2 * random.nextGaussian());
            }
            samples.add(smooth);
        }
        return samples;
    }

    private static byte[] deflate(ZlibEngine engine, byte[] plain, int level) {
        byte[] target = new byte[ZlibEngine.capacityFor(plain.length)];
        return Arrays.copyOf(target, engine.deflate(plain, plain.length, level, target));
    }

    private static byte[] zlib(byte[] plain, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[2 * plain.length + 100];
        int size = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, size);
    }

    private static byte[] unzlib(byte[] stream, int size) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(stream);
        byte[] plain = new byte[size + 1];
        assertEquals(size, inflater.inflate(plain));
        assertTrue(inflater.finished(), "a whole stream");
        assertEquals(0, inflater.getRemaining());
        inflater.end();
        return Arrays.copyOf(plain, size);
    }

    @Test
    void bothEnginesAreTestedWhereTheyShouldBe() {
        boolean usual = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assertEquals(usual, ZlibEngines.ISAL.isAvailable());
        assertEquals(usual ? ZlibEngines.ISAL : ZlibEngines.JDK, ZlibEngines.fastest());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void zlibReadsWhatItDeflates(ZlibEngines kind) throws DataFormatException {
        try (ZlibEngine engine = kind.open()) {
            for (int level = 1; level <= 9; level++) {
                for (byte[] plain : samples()) {
                    assertArrayEquals(plain, unzlib(deflate(engine, plain, level), plain.length));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyTheLengthCounts(ZlibEngines kind) throws DataFormatException {
        byte[] plain = samples().get(17);
        byte[] target = new byte[5000];
        try (ZlibEngine engine = kind.open()) {
            int size = engine.deflate(plain, 1000, 1, target);
            assertArrayEquals(Arrays.copyOf(plain, 1000), unzlib(Arrays.copyOf(target, size), 1000));
            byte[] shifted = new byte[size + 20];
            System.arraycopy(target, 0, shifted, 7, size);
            byte[] back = new byte[1100];
            Arrays.fill(back, (byte) 5);
            assertTrue(engine.inflate(shifted, 7, size, back, 1000));
            assertArrayEquals(Arrays.copyOf(plain, 1000), Arrays.copyOf(back, 1000));
            assertEquals(5, back[1000]);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sameBytesWhateverCameBefore(ZlibEngines kind) {
        byte[] plain = samples().get(29);
        try (ZlibEngine used = kind.open();
                ZlibEngine fresh = kind.open()) {
            samples().forEach(sample -> deflate(used, sample, 1));
            deflate(used, plain, 6);
            assertArrayEquals(deflate(fresh, plain, 1), deflate(used, plain, 1));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTargetTooSmallIsRefused(ZlibEngines kind) {
        byte[] noise = samples().get(15);
        try (ZlibEngine engine = kind.open()) {
            for (int size : new int[] {0, 1, 5, 100, 4095}) {
                assertThrows(IllegalStateException.class, () -> engine.deflate(noise, noise.length, 1, new byte[size]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void inflatesWhatZlibDeflates(ZlibEngines kind) {
        try (ZlibEngine engine = kind.open()) {
            for (byte[] plain : samples()) {
                for (int level = 0; level <= 9; level++) {
                    byte[] stream = zlib(plain, level);
                    byte[] back = new byte[plain.length];
                    assertTrue(engine.inflate(stream, 0, stream.length, back, back.length), "level " + level);
                    assertArrayEquals(plain, back);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesAllButTheWholeStream(ZlibEngines kind) {
        try (ZlibEngine engine = kind.open()) {
            for (byte[] plain : samples().subList(9, 21)) {
                byte[] stream = zlib(plain, 6);
                byte[] back = new byte[plain.length + 1];
                assertFalse(engine.inflate(stream, 0, stream.length, back, plain.length + 1), "too long");
                assertFalse(engine.inflate(stream, 0, stream.length, back, plain.length - 1), "too short");
                for (int cut : new int[] {0, 1, 2, 5, 6, stream.length / 2, stream.length - 4, stream.length - 1}) {
                    assertFalse(engine.inflate(stream, 0, cut, back, plain.length), "cut after " + cut);
                }
                assertFalse(engine.inflate(
                        Arrays.copyOf(stream, stream.length + 1), 0, stream.length + 1, back, plain.length));
                byte[] wrong = stream.clone();
                wrong[wrong.length - 1] ^= 1;
                assertFalse(engine.inflate(wrong, 0, wrong.length, back, plain.length), "checksum");
                wrong = stream.clone();
                wrong[1] ^= 1;
                assertFalse(engine.inflate(wrong, 0, wrong.length, back, plain.length), "header");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void neverTakesBrokenStreamsForOthers(ZlibEngines kind) {
        Random random = new Random(5);
        try (ZlibEngine engine = kind.open()) {
            for (byte[] plain : samples().subList(9, 18)) {
                byte[] stream = zlib(plain, 1 + random.nextInt(9));
                for (int trial = 0; trial < 2000; trial++) {
                    byte[] broken =
                            Arrays.copyOf(stream, trial % 4 == 0 ? random.nextInt(stream.length) : stream.length);
                    for (int i = 0; i <= random.nextInt(4) && broken.length > 0; i++) {
                        broken[random.nextInt(Math.min(broken.length, trial % 2 == 0 ? 60 : 1 << 20))] ^=
                                (byte) (1 << random.nextInt(8));
                    }
                    byte[] back = new byte[plain.length + 8];
                    if (engine.inflate(broken, 0, broken.length, back, plain.length)) {
                        assertArrayEquals(plain, Arrays.copyOf(back, plain.length));
                    }
                    assertArrayEquals(new byte[8], Arrays.copyOfRange(back, plain.length, plain.length + 8));
                }
            }
        }
    }
}
