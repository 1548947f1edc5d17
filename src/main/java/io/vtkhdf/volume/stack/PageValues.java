package io.vtkhdf.volume.stack;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.nio.ByteBuffer;

/** The values of a decoded page, row by row. */
final class PageValues {

    private final PageFormat format;
    private final Raster raster;

    PageValues(PageFormat format, Raster raster) {
        this.format = format;
        this.raster = raster;
    }

    /** Puts all of them where the target's position is, in its byte order. */
    void putInto(ByteBuffer target) {
        Object row = null;
        for (int y = 0; y < raster.getHeight(); y++) {
            row = raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            if (format.palette() != null) {
                putColours(row, target);
            } else {
                put(row, target);
            }
        }
    }

    private void putColours(Object row, ByteBuffer target) {
        byte[][] palette = format.palette();
        boolean isWide = raster.getTransferType() != DataBuffer.TYPE_BYTE;
        for (int x = 0; x < raster.getWidth(); x++) {
            int index = isWide ? ((short[]) row)[x] & 0xffff : ((byte[]) row)[x] & 0xff;
            if (index >= palette.length) {
                throw new IllegalArgumentException(
                        "found the colour " + index + ", expected one of the " + palette.length + " of the palette");
            }
            target.put(palette[index]);
        }
    }

    private void put(Object row, ByteBuffer target) {
        if (row instanceof byte[] bytes) {
            target.put(bytes);
        } else if (row instanceof short[] shorts) {
            for (short value : shorts) {
                target.putShort(value);
            }
        } else if (row instanceof int[] ints) {
            for (int value : ints) {
                target.putInt(value);
            }
        } else if (row instanceof float[] floats) {
            for (float value : floats) {
                target.putFloat(value);
            }
        } else {
            for (double value : (double[]) row) {
                target.putDouble(value);
            }
        }
    }
}
