package io.vtkhdf.vti.xml;

import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputText;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;

/**
 * A file as one character a byte, so that an XML parser's character offsets are byte offsets; only from the middle of
 * long texts, which no one wants, whole buffers are left out. Bytes beyond ASCII become characters of Unicode's private
 * use area, which XML allows in text and attribute values; {@link #decode} gives them their meaning.
 */
final class VtiCharacters extends Reader {

    private static final char PRIVATE_USE = '\ue000';
    private static final int BUFFER_SIZE = 1 << 16;

    private final InputFile file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).flip();
    private final VtiSkips skips = new VtiSkips();
    private long position;
    /** How many characters have been put into the buffer. */
    private long delivered;

    VtiCharacters(InputFile file, long start) {
        this.file = file;
        this.position = start;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        byte[] bytes = buffer.array();
        int from = buffer.position();
        for (int i = 0; i < count; i++) {
            byte b = bytes[from + i];
            target[offset + i] = b >= 0 ? (char) b : (char) (PRIVATE_USE | (b & 0xff));
        }
        buffer.position(from + count);
        return count;
    }

    private boolean fill() throws IOException {
        int count = file.read(position, buffer.clear());
        position += Math.max(count, 0);
        skips.skip(buffer.flip(), delivered);
        delivered += buffer.remaining();
        return count > 0;
    }

    /** Where in the file a character is, of one outside of the text that was left out. */
    long position(long character) {
        return skips.bytesBefore(character) + character;
    }

    /** How many lines were left out before a character. */
    long linesBefore(long character) {
        return skips.linesBefore(character);
    }

    /** The text that such characters, possibly next to others from character references, stand for. */
    static String decode(String characters) {
        if (characters.chars().noneMatch(VtiCharacters::standsForByte)) {
            return characters;
        }
        StringBuilder text = new StringBuilder();
        int start = 0;
        while (start < characters.length()) {
            boolean bytes = standsForByte(characters.charAt(start));
            int end = start + 1;
            while (end < characters.length() && standsForByte(characters.charAt(end)) == bytes) {
                end++;
            }
            String run = characters.substring(start, end);
            text.append(bytes ? InputText.decode(bytes(run)) : run);
            start = end;
        }
        return text.toString();
    }

    private static boolean standsForByte(int character) {
        return character >= (PRIVATE_USE | 0x80) && character <= (PRIVATE_USE | 0xff);
    }

    private static byte[] bytes(String run) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) run.charAt(i);
        }
        return bytes;
    }

    @Override
    public void close() {
        // The file belongs to its opener.
    }
}
