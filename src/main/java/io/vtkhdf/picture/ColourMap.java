package io.vtkhdf.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Colour maps by the names that matplotlib has for them, of 256 colours each, made by {@code make_colour_maps.py},
 * which names their authors.
 */
public enum ColourMap {
    GREY(0x00c853, 0xd7191c, 0x2962ff, 0x00e5ff, 0xff8f00),
    VIRIDIS(0xd9a6b5, 0xd7191c, 0x9ecbff, 0x00e5ff, 0xff2fd5),
    MAGMA(0xb388ff, 0xff2fd5, 0x2962ff, 0x00e5ff, 0x00c853),
    INFERNO(0xb388ff, 0xff2fd5, 0x2962ff, 0x00e5ff, 0x00c853),
    PLASMA(0xb388ff, 0x000000, 0x2962ff, 0x00e5ff, 0x00c853),
    CIVIDIS(0xb388ff, 0xd7191c, 0x2962ff, 0x00e5ff, 0xff2fd5),
    TURBO(0xd9a6b5, 0x808080, 0x000000, 0xffffff, 0xff2fd5),
    /** Blue, grey, red: around 0, unless a range is given. */
    COOLWARM(0x00c853, 0x000000, 0x808080, 0x00e5ff, 0xff2fd5),
    /** A colour for each of at most 20 integers. */
    CATEGORIES(0xd9a6b5, 0xd7191c, 0x9ecbff, 0x00e5ff, 0xff2fd5);

    private static final int LEVELS = 256;
    private static final int DIGITS = 6;

    private final List<Integer> special;
    private volatile int[] colours;

    /** Those of {@link SpecialValue}, in its order. */
    ColourMap(Integer... special) {
        this.special = List.of(special);
    }

    /** Whether its middle stands out, to be that of its values, too. */
    public boolean isDiverging() {
        return this == COOLWARM;
    }

    /** The colour as 0xRRGGBB at a position from 0 to 1. */
    public int rgb(double position) {
        return colours()[Math.max(0, Math.min((int) (position * LEVELS), LEVELS - 1))];
    }

    int rgb(SpecialValue value) {
        return special.get(value.ordinal());
    }

    private int[] colours() {
        if (colours == null) {
            colours = colours(name().toLowerCase(Locale.ROOT));
        }
        return colours;
    }

    /** As many colours for categories as are needed, or more. */
    static int[] categories(int count) {
        return colours(count > 10 ? "categories20" : "categories10");
    }

    private static int[] colours(String name) {
        try (InputStream in = ColourMap.class.getResourceAsStream("colour-maps.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            String line = lines.lines()
                    .filter(candidate -> candidate.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow();
            return colours(line, name.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] colours(String line, int first) {
        int[] colours = new int[(line.length() - first) / DIGITS];
        for (int i = 0; i < colours.length; i++) {
            int at = first + i * DIGITS;
            colours[i] = Integer.parseInt(line, at, at + DIGITS, 16);
        }
        return colours;
    }
}
