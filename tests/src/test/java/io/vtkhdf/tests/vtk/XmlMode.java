package io.vtkhdf.tests.vtk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vtk.vtkXMLImageDataWriter;

/** One of the ways in which VTK writes a .vti file. */
record XmlMode(Data data, boolean isCompressed, boolean hasLongHeaders, boolean isBigEndian) {

    enum Data {
        ASCII,
        BINARY,
        APPENDED_BASE64,
        APPENDED_RAW
    }

    static Stream<XmlMode> all() {
        List<XmlMode> modes = new ArrayList<>();
        for (Data data : Data.values()) {
            for (int bits = 0; bits < 8; bits++) {
                modes.add(new XmlMode(data, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
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
        if (isCompressed) {
            writer.SetCompressorTypeToZLib();
        } else {
            writer.SetCompressorTypeToNone();
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
