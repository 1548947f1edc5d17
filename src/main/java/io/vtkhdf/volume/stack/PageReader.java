package io.vtkhdf.volume.stack;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.OptionalLibrary;
import io.vtkhdf.runtime.MemoryBudget;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The pages of a file, decoded one by one, each whole: PNG by the JDK, TIFF by TwelveMonkeys' ImageIO. Samples are
 * offered as they are stored, without regard to which value is white; those that number the colours of a palette become
 * the colours.
 */
final class PageReader implements Closeable {

    private final InputFile file;
    private final ImageReader reader;
    private final InputFileStream stream;

    /** @param isMetadataIgnored texts and profiles, which may be of any size once they are decompressed */
    private PageReader(InputFile file, ImageReader reader, boolean isMetadataIgnored) {
        this.file = file;
        this.reader = reader;
        this.stream = new InputFileStream(file);
        reader.setInput(stream, false, isMetadataIgnored);
    }

    /** @throws UnsupportedFileException if the file is neither PNG nor TIFF, or a library is missing */
    static PageReader open(InputFile file) throws IOException {
        return switch (FileFormat.of(file.path())) {
            case PNG ->
                new PageReader(file, ImageIO.getImageReadersByFormatName("png").next(), true);
            case TIFF -> new PageReader(file, tiffReader(file), false);
            default -> throw file.unsupported("file", "neither PNG nor TIFF", "a picture of one of these formats");
        };
    }

    private static ImageReader tiffReader(InputFile file) throws IOException {
        OptionalLibrary.TIFF.require(file, "beginning of the file", "TIFF");
        try {
            Class<?> provider = Class.forName(OptionalLibrary.TIFF.className());
            return ((ImageReaderSpi) provider.getConstructor().newInstance()).createReaderInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("TwelveMonkeys' ImageIO is another one than expected", e);
        }
    }

    int pages() throws IOException {
        return decoded("file", () -> reader.getNumImages(true));
    }

    PageFormat format(int page) throws IOException {
        return decoded(place(page), () -> PageFormat.of(file, place(page), reader, page));
    }

    private static String place(int page) {
        return "page " + (page + 1);
    }

    /**
     * Puts all values of a page where the target's position is.
     *
     * @param expected what the page must hold
     */
    void read(int page, PageShape expected, ByteBuffer target) throws IOException {
        PageFormat format = format(page);
        if (!format.shape().equals(expected)) {
            throw file.corrupt(place(page), format.shape().toString(), expected + ", as the first page of the stack");
        }
        requireFitting(page, format.shape());
        decoded(place(page), () -> {
            Raster raster = stored(
                    bands(format),
                    reader.canReadRaster()
                            ? reader.readRaster(page, null)
                            : reader.read(page).getRaster());
            requireAsTold(page, format, raster);
            new PageValues(format, raster).putInto(target);
            return null;
        });
    }

    private static int bands(PageFormat format) {
        return format.palette() == null ? format.shape().components() : 1;
    }

    /** Without the alpha that the JDK makes of the one colour which a PNG says is transparent. */
    private static Raster stored(int bands, Raster raster) {
        if (raster.getNumBands() != bands + 1) {
            return raster;
        }
        int x = raster.getMinX();
        int y = raster.getMinY();
        int[] kept = IntStream.range(0, bands).toArray();
        return raster.createChild(x, y, raster.getWidth(), raster.getHeight(), x, y, kept);
    }

    private void requireAsTold(int page, PageFormat format, Raster raster) throws IOException {
        PageShape shape = format.shape();
        if (raster.getWidth() != shape.width()
                || raster.getHeight() != shape.height()
                || raster.getNumBands() != bands(format)
                || size(raster.getTransferType())
                        < (format.palette() == null ? shape.type().size() : 1)) {
            throw file.unsupported(
                    place(page),
                    raster.getNumBands() + " samples of type " + raster.getTransferType() + " in each pixel",
                    shape.toString());
        }
    }

    private static int size(int transferType) {
        return DataBuffer.getDataTypeSize(transferType) / Byte.SIZE;
    }

    private void requireFitting(int page, PageShape shape) throws UnsupportedFileException {
        long most = MemoryBudget.PAGE.bytes();
        if (shape.bytes() > most) {
            throw file.unsupported(
                    place(page),
                    shape.bytes() + " bytes",
                    "at most " + most + ", as a page is decoded whole; a larger heap (java -Xmx) allows more");
        }
    }

    @FunctionalInterface
    private interface Decoding<T> {
        T run() throws IOException;
    }

    /** What decoders throw on broken files is of any kind. */
    private <T> T decoded(String place, Decoding<T> decoding) throws IOException {
        try {
            return decoding.run();
        } catch (FileContentException | FileSystemException | ClosedChannelException e) {
            throw e; // Of the file, not of what is in it.
        } catch (IOException | RuntimeException e) {
            throw broken(place, e);
        }
    }

    private CorruptFileException broken(String place, Exception e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CorruptFileException(
                file.path().toString(),
                place,
                "the picture cannot be decoded: " + ShownText.of(why.replaceAll("\\s+", " "), 300),
                e);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
