package io.vtkhdf.vti.write;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a VTK XML image file ({@code .vti}) of one piece, little-endian, with UInt64 headers, in memory that grows
 * neither with the image nor with the file: as VTK 9.1 and newer read it.
 *
 * <p>Not thread-safe; compresses on threads of its own.
 */
public final class VtiWriter implements AutoCloseable {

    /** The room of an offset that is known later. */
    private static final String LONGEST_OFFSET = VtiMarkup.attribute("offset", Long.MAX_VALUE);

    private final VtiForm form;
    private final VtiOutput out;
    private final VtiMarkup markup;
    private final VtiEncodingThreads workers;
    private final long[] offsetPlaces;

    /** Where the offsets count from. */
    private long appendedStart;

    private int next;
    private VtiValues values;
    private long bytesLeft;

    /**
     * Begins a file: writes its fields, and all of its XML that can be.
     *
     * @param image tells geometry, arrays, fields and active arrays
     * @param memory the bytes that compression may take; what a single block needs is always taken
     */
    public VtiWriter(FileChannel channel, ImageSource image, VtiForm form, int threads, long memory)
            throws IOException {
        this.form = form;
        this.markup = new VtiMarkup(image, form);
        this.out = new VtiOutput(channel);
        this.workers = new VtiEncodingThreads(threads, memory);
        this.offsetPlaces = new long[markup.entries().size()];
        try {
            if (!form.isAscii()) {
                describe();
            }
            for (FieldArray field : image.fields()) {
                begin();
                append(VtiEntry.bytes(field));
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** What every file that is written begins with. */
    public static byte[] head() {
        return VtiMarkup.HEAD.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes all XML before the appended data, with room for the offsets. */
    private void describe() throws IOException {
        List<VtiEntry> entries = markup.entries();
        for (int i = 0; i < entries.size(); i++) {
            out.write(entries.get(i).before());
            out.write("        " + entries.get(i).tag() + VtiMarkup.attribute("format", "appended"));
            offsetPlaces[i] = out.position();
            out.write(" ".repeat(LONGEST_OFFSET.length()) + "/>\n");
        }
        out.write(markup.end() + "  <AppendedData encoding=\"raw\">\n_");
        appendedStart = out.position();
    }

    /**
     * Writes the next values of an array, little-endian, x-fastest. All point arrays come before the cell arrays, else
     * in the image's order, each from its first value to its last.
     *
     * @throws IllegalStateException if these are not the values that come next
     */
    public void write(ArraySpec array, ByteBuffer littleEndian) throws IOException {
        boolean begins = bytesLeft == 0;
        requireNext(array, littleEndian.remaining(), begins ? next : next - 1);
        if (begins) {
            begin();
        }
        append(littleEndian);
    }

    /** @param entry the one whose values come next */
    private void requireNext(ArraySpec array, int bytes, int entry) {
        if (entry == markup.entries().size()) {
            throw new IllegalStateException("found more values, expected those of " + entry + " arrays");
        }
        ArraySpec expected = markup.arrays()
                .get(entry - (markup.entries().size() - markup.arrays().size()));
        long left = bytesLeft == 0 ? markup.entries().get(entry).bytes() : bytesLeft;
        if (!expected.equals(array) || bytes > left) {
            throw new IllegalStateException(
                    "found " + bytes + " bytes of " + array + ", expected " + left + " of " + expected);
        }
    }

    private void append(ByteBuffer bytes) throws IOException {
        bytesLeft -= bytes.remaining();
        values.write(bytes);
        if (bytesLeft == 0) {
            end();
        }
    }

    private void begin() throws IOException {
        VtiEntry entry = markup.entries().get(next);
        bytesLeft = entry.bytes();
        if (form.isAscii()) {
            out.write(entry.before() + "        " + entry.tag() + VtiMarkup.attribute("format", "ascii") + ">\n");
            values = new VtiValues.Text(out, workers, entry);
        } else {
            String offset = VtiMarkup.attribute("offset", out.position() - appendedStart);
            out.patch(offsetPlaces[next], ByteBuffer.wrap(offset.getBytes(StandardCharsets.US_ASCII)));
            values = form.isCompressed()
                    ? new VtiBlockValues(out, workers, form, entry)
                    : new VtiValues.Raw(out, entry.bytes());
        }
        next++;
    }

    private void end() throws IOException {
        values.finish();
        values.close();
        if (form.isAscii()) {
            out.write("\n        </" + markup.entries().get(next - 1).element() + ">\n");
        }
    }

    /**
     * Completes the file.
     *
     * @throws IllegalStateException if values are missing
     */
    public void finish() throws IOException {
        if (bytesLeft > 0 || next < markup.entries().size()) {
            throw new IllegalStateException("found the values of " + (next - (bytesLeft > 0 ? 1 : 0))
                    + " arrays, expected those of " + markup.entries().size());
        }
        out.write(form.isAscii() ? markup.end() : "\n  </AppendedData>\n");
        out.write("</VTKFile>\n");
        out.flush();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        if (values != null) {
            values.close();
        }
        workers.close();
    }
}
