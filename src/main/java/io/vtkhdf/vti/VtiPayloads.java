package io.vtkhdf.vti;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.ScalarType;
import io.vtkhdf.input.BinaryValues;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.input.TextTokens;
import io.vtkhdf.input.TextValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Opens the values of arrays, wherever and however the file stores them. */
final class VtiPayloads {

    private final InputFile file;
    private final VtiFormat format;
    private final VtiIndex.Appended appended;
    private final VtiWorkers workers;

    VtiPayloads(InputFile file, VtiIndex index, VtiWorkers workers) {
        this.file = file;
        this.format = index.format();
        this.appended = index.appended();
        this.workers = workers;
    }

    /** Opens an array of exactly {@code count} numbers. Their size in bytes must fit a long. */
    InputValues numbers(VtiArray array, ScalarType type, long count) throws IOException {
        if (array.payload() instanceof VtiArray.Ascii ascii) {
            InputText text = new InputText(array.place(), ascii.text());
            if (count > text.left()) {
                throw array.place().corrupt(text.left() + " bytes of text", count + " values");
            }
            return new TextValues(new TextTokens(text), type, count);
        }
        Binary binary = binary(array);
        long expected = count * type.size();
        if (binary.length != expected) {
            binary.stream.close();
            throw array.place().corrupt(binary.length + " bytes declared", expected + " bytes");
        }
        return new BinaryValues(binary.stream, format.order(), type.size());
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

    private static byte[] asciiBytes(InputText text, int max) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextTokens tokens = new TextTokens(text);
        while (tokens.next()) {
            requireAtMost(max, bytes.size() + 1, text.place());
            bytes.write(tokens.character());
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
            if (length > bytes.left()) {
                throw bytes.corrupt(length + " bytes declared, but at most " + bytes.left() + " left", "them all");
            }
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
