package io.vtkhdf.tests.vtk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vtk.vtkXMLImageDataWriter;

/** One of the ways in which VTK writes a .vti file. */
record XmlMode(Data data, Compressor compressor, boolean hasLongHeaders, boolean isBigEndian) {

    enum Data {
        ASCII,
        BINARY,
        APPENDED_BASE64,
        APPENDED_RAW
    }

    enum Compressor {
        NONE,
        ZLIB,
        LZ4,
        LZMA
    }

    static Stream<XmlMode> all() {
        List<XmlMode> modes = new ArrayList<>();
        for (Data data : Data.values()) {
            for (Compressor compressor : Compressor.values()) {
                for (int bits = 0; bits < 4; bits++) {
                    modes.add(new XmlMode(data, compressor, (bits & 1) != 0, (bits & 2) != 0));
                }
            }
        }
        return modes.stream();
    }

    void applyTo(vtkXMLImageDataWriter writer) {
        switch (data) {
            case ASCII -> writer.SetDataModeToAscii();
            case BINARY -> writer.SetDataModeToBinary();
            default -> writer.SetDataModeToAppended();
        }
        if (data == Data.APPENDED_BASE64) {
            writer.EncodeAppendedDataOn();
        } else {
            writer.EncodeAppendedDataOff();
        }
        switch (compressor) {
            case NONE -> writer.SetCompressorTypeToNone();
            case ZLIB -> writer.SetCompressorTypeToZLib();
            case LZ4 -> writer.SetCompressorTypeToLZ4();
            case LZMA -> writer.SetCompressorTypeToLZMA();
        }
        if (hasLongHeaders) {
            writer.SetHeaderTypeToUInt64();
        } else {
            writer.SetHeaderTypeToUInt32();
        }
        if (isBigEndian) {
            writer.SetByteOrderToBigEndian();
        } else {
            writer.SetByteOrderToLittleEndian();
        }
    }
}
