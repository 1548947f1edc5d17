package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import java.util.Locale;
import java.util.Optional;

/** The formats of volumes that are written, with their headers; the values follow, little-endian, x fastest. */
public enum VolumeForm {
    /** One file. */
    NRRD("NRRD0004\n") {
        @Override
        String header(ArraySpec array, VolumePlace place, Optional<String> space, String dataFile) {
            boolean hasComponents = array.components() > 1;
            StringBuilder directions = new StringBuilder();
            for (int axis = 0; axis < 3; axis++) {
                directions.append(' ').append(vector(place.step(axis)));
            }
            return head()
                    + "type: " + nrrdType(array.type()) + "\n"
                    + "dimension: " + (hasComponents ? 4 : 3) + "\n"
                    + space.map(name -> "space: " + name).orElse("space dimension: 3") + "\n"
                    + "sizes: " + (hasComponents ? array.components() + " " : "") + sizes(place.dimensions()) + "\n"
                    + "space directions:" + (hasComponents ? " none" : "") + directions + "\n"
                    + "kinds: " + (hasComponents ? "vector " : "") + "domain domain domain\n"
                    + "endian: little\nencoding: raw\n"
                    + "space origin: " + vector(place.origin()) + "\n\n";
        }
    },
    /** MetaImage in one file. */
    MHA("ObjectType = Image\n") {
        @Override
        String header(ArraySpec array, VolumePlace place, Optional<String> space, String dataFile) {
            return head() + metaHeader(array, place) + "ElementDataFile = LOCAL\n";
        }
    },
    /** MetaImage with the values in a file beside it, of the same name with the extension {@code .raw}. */
    MHD("ObjectType = Image\n") {
        @Override
        String header(ArraySpec array, VolumePlace place, Optional<String> space, String dataFile) {
            return head() + metaHeader(array, place) + "ElementDataFile = " + dataFile + "\n";
        }
    };

    private final String head;

    VolumeForm(String head) {
        this.head = head;
    }

    /** What every header begins with. */
    String head() {
        return head;
    }

    String kind() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param space NRRD's name of the space of the coordinates, if it is known
     * @param dataFile the name of the file of the values, if that is another
     */
    abstract String header(ArraySpec array, VolumePlace place, Optional<String> space, String dataFile);

    private static String metaHeader(ArraySpec array, VolumePlace place) {
        StringBuilder matrix = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            matrix.append(' ').append(words(place.direction(axis)));
        }
        String channels = array.components() > 1 ? "ElementNumberOfChannels = " + array.components() + "\n" : "";
        return "NDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = False\n"
                + "TransformMatrix =" + matrix + "\n"
                + "Offset = " + words(place.origin()) + "\n"
                + "ElementSpacing = " + words(place.spacing()) + "\n"
                + "DimSize = " + sizes(place.dimensions()) + "\n"
                + channels
                + "ElementType = " + metaType(array.type()) + "\n";
    }

    private static String sizes(Dimensions d) {
        return d.x() + " " + d.y() + " " + d.z();
    }

    private static String words(double[] numbers) {
        return numbers[0] + " " + numbers[1] + " " + numbers[2];
    }

    private static String vector(double[] numbers) {
        return "(" + numbers[0] + "," + numbers[1] + "," + numbers[2] + ")";
    }

    private static String nrrdType(ScalarType type) {
        return switch (type) {
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
            default -> type.vtkName().toLowerCase(Locale.ROOT);
        };
    }

    private static String metaType(ScalarType type) {
        return "MET_"
                + switch (type) {
                    case INT8 -> "CHAR";
                    case UINT8 -> "UCHAR";
                    case INT16 -> "SHORT";
                    case UINT16 -> "USHORT";
                    case INT32 -> "INT";
                    case UINT32 -> "UINT";
                    case INT64 -> "LONG_LONG";
                    case UINT64 -> "ULONG_LONG";
                    case FLOAT32 -> "FLOAT";
                    case FLOAT64 -> "DOUBLE";
                };
    }
}
