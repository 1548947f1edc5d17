package io.vtkhdf.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyNumberSkipperTest {

    private static final List<String> NUMBERS =
            List.of("0", "-1", "12345678", "1234567", "-1.5e-300", ".5", "nan", "-inf", "1e5", "+7", "99999999999999");

    private static final List<String> SPACES = List.of(" ", "\n", "\r\n", "        ", "\t", "   ");

    @TempDir
    private Path folder;

    /** The position after so many numbers of a text. */
    private long skip(String text, long count) throws IOException {
        try (InputFile file = new InputFiles().open(Files.writeString(folder.resolve("text"), text))) {
            LegacyScanner scanner = new LegacyScanner(file);
            LegacyDeclaration array =
                    new LegacyDeclaration(io.vtkhdf.image.Association.FIELD, "a", LegacyType.DOUBLE, 1, count);
            new LegacyNumberSkipper(array.place(file), scanner.text(), count).skip();
            return scanner.position();
        }
    }

    @Test
    void stopsBehindTheLastNumber() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(" ".repeat(random.nextInt(20)));
            int count = seed % 10 == 0 ? 20_000 : random.nextInt(40);
            int end = 0;
            for (int i = 0; i < count; i++) {
                text.append(NUMBERS.get(random.nextInt(NUMBERS.size())));
                end = text.length();
                text.append(SPACES.get(random.nextInt(SPACES.size())));
            }
            assertEquals(end, skip(text.substring(0, end), count), "at the end of the file, seed " + seed);
            assertEquals(end, skip(text + "5 SCALARS", count), "seed " + seed);
        }
    }

    @Test
    void stopsAtWhatIsNoNumber() {
        for (int before = 0; before < 40; before++) {
            String text = "1 ".repeat(before) + "VECTORS " + "2 ".repeat(50);
            CorruptFileException refused = assertThrows(CorruptFileException.class, () -> skip(text, 60));
            assertEquals(
                    "FieldData 'a', byte " + 2 * before + ": found a word with 'V', expected a number",
                    refused.getMessage().replaceFirst("^[^:]*: ", ""));
        }
    }

    @Test
    void bytesBeyondAsciiAreNoNumbers() {
        assertThrows(CorruptFileException.class, () -> skip("1 2 3 é 5 6 7 8 9 0 1 2 3", 11));
    }
}
