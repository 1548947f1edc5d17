package io.vtkhdf.compat.rules;

/**
 * A string attribute as it is stored.
 *
 * @param text up to the first NUL
 * @param storedSize the bytes that the attribute takes; for a string of variable length those of the reference to it
 */
public record StoredText(String text, Charset charset, Length length, long storedSize) {

    /** The size of the longest attribute that VTK reads, from 9.2 on. */
    public static final int MOST_BYTES = 32;

    /** The character set that the file names, whatever the bytes are. */
    public enum Charset {
        ASCII,
        UTF_8
    }

    /** Whether the string has its place in the attribute or elsewhere. */
    public enum Length {
        FIXED,
        VARIABLE
    }

    /** Nine bytes of ASCII: {@code ImageData} as every release reads it. */
    public static StoredText imageData() {
        return new StoredText("ImageData", Charset.ASCII, Length.FIXED, 9);
    }

    /** Whether it is {@link #imageData()}; the first call of a record's own {@code equals} would take 20 ms. */
    boolean isImageData() {
        StoredText plain = imageData();
        return text.equals(plain.text)
                && charset == plain.charset
                && length == plain.length
                && storedSize == plain.storedSize;
    }
}
