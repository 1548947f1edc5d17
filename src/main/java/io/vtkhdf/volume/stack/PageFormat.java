package io.vtkhdf.volume.stack;

import io.vtkhdf.image.ScalarType;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.volume.VolumeSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the samples of a page are, by Java's neutral form of the metadata of pictures.
 *
 * @param palette the colours that the samples number, red, green, blue and perhaps alpha of each; null if they are
 *     values themselves
 */
record PageFormat(PageShape shape, byte[][] palette) {

    private static final Set<String> COLOUR_SPACES = Set.of("GRAY", "RGB");
    private static final int BITS = Byte.SIZE;

    static PageFormat of(InputFile file, String place, ImageReader reader, int page) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(page);
        Element tree = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        int bits = Arrays.stream(
                        value(tree, "BitsPerSample").orElse("8").strip().split("\\s+"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(BITS);
        String format = value(tree, "SampleFormat").orElse("UnsignedIntegral");
        String space = attribute(tree, "ColorSpaceType", "name").orElse("GRAY");
        if (!COLOUR_SPACES.contains(space)) {
            throw file.unsupported(place, "colours of the kind " + space, "grey, RGB or RGBA");
        }
        int width = reader.getWidth(page);
        int height = reader.getHeight(page);
        if (width < 1 || height < 1) {
            throw file.corrupt(place, width + " x " + height + " pixels", "at least one");
        }
        if (format.equals("Index")) {
            byte[][] palette = palette(tree);
            return new PageFormat(new PageShape(width, height, ScalarType.UINT8, palette[0].length), palette);
        }
        ScalarType type = type(format, bits)
                .orElseThrow(() -> file.unsupported(
                        place,
                        "samples of " + bits + " bits, " + format,
                        "integers of up to 32 bits, or numbers with a point of 16, 32 or 64"));
        int components = Integer.parseInt(value(tree, "NumChannels").orElse("1"));
        if (components < 1 || components > VolumeSource.MAX_COMPONENTS) {
            throw file.corrupt(place, components + " samples in a pixel", "at least one");
        }
        return new PageFormat(new PageShape(width, height, type, components), null);
    }

    private static Optional<ScalarType> type(String format, int bits) {
        return Optional.ofNullable(
                switch (format) {
                    case "Real" ->
                        bits == Double.SIZE
                                ? ScalarType.FLOAT64
                                : bits == Float.SIZE || bits == Short.SIZE ? ScalarType.FLOAT32 : null;
                    case "SignedIntegral" ->
                        switch (bits) {
                            case Byte.SIZE -> ScalarType.INT8;
                            case Short.SIZE -> ScalarType.INT16;
                            case Integer.SIZE -> ScalarType.INT32;
                            default -> null;
                        };
                    case "UnsignedIntegral" ->
                        bits <= Byte.SIZE
                                ? ScalarType.UINT8
                                : bits <= Short.SIZE
                                        ? ScalarType.UINT16
                                        : bits == Integer.SIZE ? ScalarType.UINT32 : null;
                    default -> null;
                });
    }

    private static byte[][] palette(Element tree) {
        NodeList entries = tree.getElementsByTagName("PaletteEntry");
        int size = 0;
        boolean hasAlpha = false;
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            size = Math.max(size, Integer.parseInt(entry.getAttribute("index")) + 1);
            hasAlpha |= !entry.getAttribute("alpha").isEmpty()
                    && !entry.getAttribute("alpha").equals("255");
        }
        byte[][] palette = new byte[Math.max(size, 1)][hasAlpha ? 4 : 3];
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            byte[] colour = palette[Integer.parseInt(entry.getAttribute("index"))];
            colour[0] = (byte) Integer.parseInt(entry.getAttribute("red"));
            colour[1] = (byte) Integer.parseInt(entry.getAttribute("green"));
            colour[2] = (byte) Integer.parseInt(entry.getAttribute("blue"));
            if (hasAlpha) {
                String alpha = entry.getAttribute("alpha");
                colour[3] = (byte) (alpha.isEmpty() ? 255 : Integer.parseInt(alpha));
            }
        }
        return palette;
    }

    private static Optional<String> value(Element tree, String name) {
        return attribute(tree, name, "value");
    }

    private static Optional<String> attribute(Element tree, String name, String attribute) {
        NodeList found = tree.getElementsByTagName(name);
        return found.getLength() == 0
                ? Optional.empty()
                : Optional.of(((Element) found.item(0)).getAttribute(attribute));
    }
}
