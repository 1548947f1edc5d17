package io.vtkhdf.cli.volume;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;

/**
 * One HTML file with everything in it: the values of a {@link ReducedVolume}, each one of 255 levels, and the script
 * that draws them. It asks nobody for anything, and its policy forbids it to.
 */
public final class VolumePage {

    /** Level 0 is that of no value. */
    private static final int LEVELS = 255;

    private static final String PAGE = "volume.html";

    private final ImageGeometry geometry;
    private final ArraySpec array;
    private final ReducedVolume volume;
    private final byte[] script;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private VolumePage(ImageGeometry geometry, ArraySpec array, ReducedVolume volume, byte[] script) {
        this.geometry = geometry;
        this.array = array;
        this.volume = volume;
        this.script = script;
        for (float value : volume.values()) {
            if (!Float.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
    }

    /**
     * Reads an array, whole.
     *
     * @param component which one; if empty, a tuple of several is shown by its magnitude
     * @param most how many values along each axis at most
     * @throws UnsupportedOperationException if there is no script that draws volumes
     */
    public static VolumePage of(ImageSource image, ArraySpec array, OptionalInt component, int most)
            throws IOException {
        byte[] script = VolumeRenderer.script();
        return new VolumePage(image.geometry(), array, ReducedVolume.read(image, array, component, most), script);
    }

    /** Such as {@code 128 x 128 x 64 of 1200 x 1501 x 653 values}. */
    public String words() {
        return volume.x().fewer() + " x " + volume.y().fewer() + " x "
                + volume.z().fewer() + " of " + volume.x().all() + " x "
                + volume.y().all() + " x " + volume.z().all() + " values";
    }

    /**
     * @param title such as the file's name
     * @param colours 0xRRGGBB, from that of the smallest value to that of the largest
     */
    public void writeTo(OutputStream out, String title, List<Integer> colours) throws IOException {
        String page;
        try (InputStream in = VolumePage.class.getResourceAsStream(PAGE)) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int about = page.indexOf("@ABOUT@");
        int values = page.indexOf("@VALUES@");
        int drawing = page.indexOf("@SCRIPT@");
        write(out, page.substring(0, about));
        write(out, about(title, colours));
        write(out, page.substring(about + "@ABOUT@".length(), values));
        out.write(Base64.getEncoder().encode(levels()));
        write(out, page.substring(values + "@VALUES@".length(), drawing));
        out.write(script);
        write(out, page.substring(drawing + "@SCRIPT@".length()));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] levels() {
        float[] values = volume.values();
        byte[] levels = new byte[values.length];
        for (int i = 0; i < levels.length; i++) {
            if (!Float.isNaN(values[i])) {
                double position = max > min ? (values[i] / 2 - min / 2) / (max / 2 - min / 2) : 1;
                levels[i] = (byte) (1 + Math.round(position * (LEVELS - 1)));
            }
        }
        return levels;
    }

    private String about(String title, List<Integer> colours) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setCharacterEscapes(new InHtml());
            json.writeStartObject();
            json.writeStringField("title", title);
            json.writeStringField("array", array.name());
            json.writeStringField("shown", words());
            json.writeFieldName("min");
            Json.number(json, min);
            json.writeFieldName("max");
            Json.number(json, max);
            json.writeFieldName("dimensions");
            json.writeArray(
                    new int[] {
                        volume.x().fewer(), volume.y().fewer(), volume.z().fewer()
                    },
                    0,
                    3);
            numbers(json, "origin", origin().toArray());
            Vector3 spacing = geometry.spacing();
            numbers(
                    json,
                    "spacing",
                    spacing.x() * volume.x().step(),
                    spacing.y() * volume.y().step(),
                    spacing.z() * volume.z().step());
            numbers(json, "direction", geometry.direction().toArray());
            json.writeArrayFieldStart("colours");
            for (int colour : colours) {
                json.writeNumber(colour);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The middle of what the first value covers. */
    private Vector3 origin() {
        Extent extent = geometry.extent();
        double half = array.association() == Association.CELL ? 0.5 : 0;
        return geometry.positionOf(
                extent.xMin() + half + volume.x().start(),
                extent.yMin() + half + volume.y().start(),
                extent.zMin() + half + volume.z().start());
    }

    private static void numbers(JsonGenerator json, String name, double... values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    /** Nothing that a name holds ends the element that it stands in. */
    private static final class InHtml extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_STANDARD;
            codes['>'] = ESCAPE_STANDARD;
            codes['&'] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int letter) {
            return new SerializedString(Character.toString(letter));
        }
    }
}
