package io.vtkhdf.plan;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Compares values as they stand in files with what the receipts say of them. */
final class ReadBack {

    private static final int PIECE = 1 << 20;

    private final PlannedImage image;
    private final Receipts receipts;

    ReadBack(PlannedImage image, Receipts receipts) {
        this.image = image;
        this.receipts = receipts;
    }

    /** The one file of all, before it is committed. Several slabs are read at the same time. */
    void requireSharedFile(Path written, FileChannel channel) throws IOException {
        ByteSource file = ByteSource.of(written.toString(), channel);
        Workers.each(Workers.processors(), image.slabs(), slab -> requireShared((int) slab, file));
    }

    private void requireShared(int slab, ByteSource file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (int array = 0; array < image.shapes().size(); array++) {
            CRC32C crc = new CRC32C();
            long position = image.address(array) + image.start(slab, array);
            for (long left = image.bytes(slab, array); left > 0; left -= piece.limit()) {
                piece.clear().limit((int) Math.min(left, PIECE));
                file.read(position, piece);
                position += piece.limit();
                crc.update(piece.flip());
            }
            require(slab, array, (int) crc.getValue());
        }
    }

    /** A finished file, all slabs of it. */
    void requireFinished(Path finished) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(finished)) {
            requireSameImage(reader);
            for (int slab = 0; slab < image.slabs(); slab++) {
                try {
                    requireSlab(slab, reader, 0);
                } catch (FileContentException e) {
                    throw image.broken(slab, e);
                }
            }
        }
    }

    /** Values alone do not make an image: it may have another size in which some of them are not looked at. */
    private void requireSameImage(ImageDataReader reader) throws SlabException {
        if (!reader.geometry().equals(image.geometry())) {
            throw image.wrong(
                    0, "found a file of the geometry " + reader.geometry() + ", expected " + image.geometry());
        } else if (reader.steps() != Math.max(1, image.form().steps())) {
            throw image.wrong(
                    0,
                    "found a file of " + reader.steps() + " steps, expected "
                            + Math.max(1, image.form().steps()));
        } else if (!reader.isFinished()) {
            throw image.wrong(0, "found an unfinished file, expected a finished one");
        }
    }

    /** The part of a slab. */
    void requirePart(int slab, Path part) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(part)) {
            requireSlab(slab, reader, image.slab(slab).first());
        }
    }

    /** @param start the slice of the image that is the first one of the file */
    private void requireSlab(int slab, ImageDataReader reader, int start) throws IOException {
        for (int array = 0; array < image.shapes().size(); array++) {
            ArrayShape shape = image.shapes().get(array);
            ArraySpec spec = shape.spec();
            Optional<ArrayReader> found = reader.findArray(spec.association(), Names.stored(spec.name()))
                    .filter(there ->
                            there.spec().type() == spec.type() && there.spec().components() == spec.components());
            if (found.isEmpty()) {
                throw image.wrong(
                        slab, "found no array " + ShownText.quoted(spec.name()) + " as it was planned, expected one");
            }
            CRC32C crc = new CRC32C();
            Slab steps = image.isSeries() ? image.slab(slab) : new Slab(0, 1);
            for (int step = steps.first(); step < steps.first() + steps.count(); step++) {
                Optional<Slab> slices = image.slices(slab, array);
                if (slices.isPresent()) {
                    ArrayReader values = image.isSeries() ? found.get().atStep(step) : found.get();
                    Slab own = slices.get();
                    add(values, new Slab(own.first() - (image.isSeries() ? 0 : start), own.count()), crc);
                }
            }
            require(slab, array, (int) crc.getValue());
        }
    }

    /** Some rows at a time, be a slice as large as it is. */
    private static void add(ArrayReader array, Slab slices, CRC32C crc) throws IOException {
        Dimensions all = array.dimensions();
        long row = (long) all.x() * array.spec().tupleSize();
        int rows = (int) Math.max(1, Math.min(all.y(), PIECE / row));
        ByteBuffer piece = ByteBuffer.allocate(Math.toIntExact(rows * row)).order(ByteOrder.LITTLE_ENDIAN);
        for (int z = slices.first(); z < slices.first() + slices.count(); z++) {
            for (int y = 0; y < all.y(); y += rows) {
                int count = Math.min(rows, all.y() - y);
                array.read(new Region(0, y, z, new Dimensions(all.x(), count, 1)), piece.clear());
                crc.update(piece.flip());
            }
        }
    }

    private void require(int slab, int array, int found) throws SlabException {
        int expected = receipts.of(slab).crc32c().get(array);
        if (found != expected) {
            throw image.wrong(
                    slab,
                    "found other values of "
                            + ShownText.quoted(image.shapes().get(array).spec().name()) + " than were written (CRC32C "
                            + Receipts.hex(found) + ", expected " + Receipts.hex(expected)
                            + "): the file system has lost some, or somebody has changed them; write it again");
        }
    }
}
