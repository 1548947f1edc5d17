package io.vtkhdf.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    /** By Java's own tables of characters. */
    private static final Pattern OBEYED = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e" + "\\u2066-\\u2069\\ufffe\\uffff]");

    @Test
    void whatATerminalWouldObeyIsEscaped() {
        assertEquals("\\u001b[31mred\\u000a\\u202ered", ShownText.of("\u001b[31mred\n\u202ered"));
        for (int character = 0; character <= 0x1ffff; character++) {
            String one = Character.toString(character);
            String expected = OBEYED.matcher(one).matches() ? String.format("\\u%04x", character) : one;
            assertEquals("a" + expected + "b", ShownText.of("a" + one + "b"));
        }
    }

    @Test
    void halvesOfLettersAreEscapedButNotWholeOnes() {
        assertEquals("\\ud83d \\ude00 \ud83d\ude00\\ud83d", ShownText.of("\ud83d \ude00 \ud83d\ude00\ud83d"));
        String plain = "ordinary \ud83d\ude00";
        assertSame(plain, ShownText.of(plain));
    }
}
