package io.vtkhdf.cli.view;

import io.vtkhdf.cli.slice.PlainSlice;
import io.vtkhdf.cli.slice.SlicePlane;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Those of {@code vtkhdf slice}. */
final class SlicePictures implements PlanePictures {

    private static final int MOST = 1600;
    private static final int COLOURS = 256;

    /** The picture goes through no network: rather fast than small. */
    private static final float FAST = 0.9f;

    SlicePictures() {
        // No window is opened: without this, Java may look for a display.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    @Override
    public List<String> colourMaps() {
        return List.of("viridis", "grey");
    }

    @Override
    public PlanePicture draw(SlicePlane plane, PlaneLook look) throws IOException {
        PlainSlice picture =
                PlainSlice.draw(plane, look.component(), look.range().orElse(null), MOST, look.colourMap());
        return new PlanePicture(png(picture.image()), picture.range(), "");
    }

    @Override
    public int colour(int index) {
        return PlainSlice.rgb("viridis", index / (COLOURS - 1.0));
    }

    @Override
    public byte[] scale(String colourMap) throws IOException {
        return png(PlainSlice.scale(COLOURS, colourMap));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(FAST);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
