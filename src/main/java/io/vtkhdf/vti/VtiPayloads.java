package io.vtkhdf.vti;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.input.BinaryValues;
import io.vtkhdf.input.BitBytes;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.input.OptionalLibrary;
import io.vtkhdf.input.TextChunk;
import io.vtkhdf.input.TextChunks;
import io.vtkhdf.input.TextValues;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.vti.block.VtiBase64Bytes;
import io.vtkhdf.vti.block.VtiBlockBytes;
import io.vtkhdf.vti.block.VtiBlockInput;
import io.vtkhdf.vti.block.VtiBlocks;
import io.vtkhdf.vti.block.VtiBytes;
import io.vtkhdf.vti.block.VtiCompression;
import io.vtkhdf.vti.block.VtiFormat;
import io.vtkhdf.vti.block.VtiRawBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Opens the values of arrays, wherever and however the file stores them. */
final class VtiPayloads {

    /** Of an array that is only opened: 2 GiB in VTK's blocks, told by 512 KiB. */
    private static final long MAX_CHECKED_BLOCKS = 1 << 16;

    private final InputFile file;
    private final VtiFormat format;
    private final VtiIndex.Appended appended;
    private final Workers workers;

    /** As many as the file has room for, however many arrays share them. */
    private long uncheckedBlocks;

    VtiPayloads(InputFile file, VtiContents contents, Workers workers) {
        this.file = file;
        this.format = contents.format();
        this.appended = contents.appended();
        this.workers = workers;
        this.uncheckedBlocks = file.size() / format.wordSize();
    }

    /** Opens an array of exactly {@code count} values, at least one. Their size in bytes must fit a long. */
    InputValues values(VtiArray array, long count) throws IOException {
        ScalarType type = array.type().orElseThrow();
        boolean isBits = array.form() == VtiArray.Form.BITS;
        if (array.payload() instanceof VtiArray.Ascii ascii) {
            InputValues numbers = text(array, ascii, type, count);
            return isBits ? new VtiBitText(array.place(), numbers) : numbers;
        }
        long expected = size(array, count);
        Binary binary = binary(array);
        if (binary.length != expected) {
            binary.stream.close();
            throw wrongLength(array, binary.length, expected);
        }
        return isBits
                ? new BitBytes(binary.stream, count)
                : new BinaryValues(binary.stream, format.order(), type.size());
    }

    /** In bytes, as the file stores them. */
    private static long size(VtiArray array, long count) {
        return array.form() == VtiArray.Form.BITS
                ? BitBytes.size(count)
                : count * array.type().orElseThrow().size();
    }

    private static CorruptFileException wrongLength(VtiArray array, long found, long expected) {
        return array.place().corrupt(found + " bytes declared", expected + " bytes");
    }

    private InputValues text(VtiArray array, VtiArray.Ascii ascii, ScalarType type, long count) throws IOException {
        InputText text = new InputText(array.place(), ascii.text());
        requireText(text, count);
        if (type.isFloating()) {
            OptionalLibrary.DECIMALS.require(array.place(), "numbers with a point as text");
        }
        return TextValues.of(text, type, count, workers);
    }

    private static void requireText(InputText text, long count) throws CorruptFileException {
        if (count > text.left()) {
            throw text.place().corrupt(text.left() + " bytes of text", count + " values");
        }
    }

    /** All bytes of an array of strings, if they are no more than {@code max}. */
    byte[] bytes(VtiArray array, int max) throws IOException {
        if (array.payload() instanceof VtiArray.Ascii ascii) {
            return asciiBytes(new InputText(array.place(), ascii.text()), max);
        }
        Binary binary = binary(array);
        try (InputValues stream = binary.stream) {
            requireAtMost(max, binary.length, array.place());
            ByteBuffer bytes = ByteBuffer.allocate((int) binary.length);
            stream.read(bytes);
            return bytes.array();
        }
    }

    /** Bytes that are written as signed or unsigned numbers. */
    private byte[] asciiBytes(InputText text, int max) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextChunks chunks = new TextChunks(text, ScalarType.INT16, workers);
        try {
            for (TextChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                requireAtMost(max, bytes.size() + chunk.values().remaining() / Short.BYTES, text.place());
                while (chunk.values().hasRemaining()) {
                    int value = chunk.values().getShort();
                    if (value < Byte.MIN_VALUE || value > 0xff) {
                        throw chunks.corrupt(chunk, bytes.size(), "found '" + value + "', expected a byte");
                    }
                    bytes.write(value);
                }
                if (chunk.problem() != null) {
                    throw chunks.corrupt(chunk, bytes.size(), chunk.problem());
                }
                chunks.recycle(chunk);
            }
        } finally {
            chunks.close();
        }
        return bytes.toByteArray();
    }

    private static void requireAtMost(int max, long length, InputPlace place) throws IOException {
        if (length > max) {
            throw place.file().unsupported(place.array(), length + " bytes of field data", "at most " + max);
        }
    }

    /** @param length the declared size of the values */
    private record Binary(long length, InputValues stream) {}

    private Binary binary(VtiArray array) throws IOException {
        VtiBytes bytes = stored(array);
        if (format.compression() == VtiCompression.NONE) {
            long length = format.readWord(bytes);
            bytes.passPadding();
            requireLeft(length, "bytes", bytes);
            return new Binary(length, bytes);
        }
        format.compression().requireLibrary(array.place());
        VtiBlocks blocks = VtiBlocks.read(bytes, format);
        VtiBytes data = stored(array);
        data.skip(blocks.headerSize());
        data.endStream();
        VtiBlockInput input = new VtiBlockInput(array.place(), format, blocks, bytes, data);
        return new Binary(blocks.length(), new VtiBlockBytes(input, format.compression(), workers));
    }

    /**
     * Makes sure that the file is long enough for an array, by what stands in front of its values or by the length of
     * its text: before anybody makes room for the values.
     *
     * @throws CorruptFileException if it is not, as when the end of the file is missing, or declares fewer bytes
     */
    void requireWithinFile(VtiArray array, long count) throws IOException {
        if (array.payload() instanceof VtiArray.Ascii ascii) {
            requireText(new InputText(array.place(), ascii.text()), count);
            return;
        }
        VtiBytes bytes = stored(array);
        if (format.compression() == VtiCompression.NONE) {
            long length = format.readWord(bytes);
            requireLeft(length, "bytes", bytes);
            requireEnough(array, length, count);
        } else {
            requireBlocks(array, bytes, count);
        }
    }

    private static void requireEnough(VtiArray array, long length, long count) throws CorruptFileException {
        long expected = size(array, count);
        if (length < expected) {
            throw wrongLength(array, length, expected);
        }
    }

    private void requireBlocks(VtiArray array, VtiBytes bytes, long count) throws IOException {
        VtiBlocks blocks = VtiBlocks.read(bytes, format);
        requireEnough(array, blocks.length(), count);
        long checked = Math.min(blocks.count(), Math.min(MAX_CHECKED_BLOCKS, uncheckedBlocks));
        uncheckedBlocks -= checked;
        long compressed = 0;
        for (long block = 0; block < checked; block++) {
            compressed += format.readWord(bytes);
            if (compressed < 0) {
                throw bytes.corrupt("blocks of 2^63 bytes or more", "less");
            }
        }
        requireLeft(compressed, "compressed bytes", bytes);
    }

    private static void requireLeft(long length, String what, VtiBytes bytes) throws CorruptFileException {
        if (length > bytes.left()) {
            throw bytes.corrupt(length + " " + what + " declared, but at most " + bytes.left() + " left", "them all");
        }
    }

    private VtiBytes stored(VtiArray array) throws CorruptFileException {
        if (array.payload() instanceof VtiArray.Base64 base64) {
            return new VtiBase64Bytes(new InputText(array.place(), base64.text()));
        }
        long offset = ((VtiArray.Appended) array.payload()).offset();
        if (appended == null) {
            throw array.place().corrupt("no AppendedData", "some, for the offset " + offset);
        }
        if (offset > file.size() - appended.start()) {
            throw array.place()
                    .corrupt("offset " + offset, "at most the " + (file.size() - appended.start()) + " bytes appended");
        }
        long start = appended.start() + offset;
        return switch (appended.encoding()) {
            case RAW -> new VtiRawBytes(array.place(), start);
            case BASE64 ->
                new VtiBase64Bytes(new InputText(array.place(), List.of(new InputRange(start, file.size()))));
        };
    }
}
