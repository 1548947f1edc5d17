package io.vtkhdf.volume.nrrd;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.volume.HeaderLines;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.Space;
import io.vtkhdf.volume.VolumeData;
import io.vtkhdf.volume.VolumeEncoding;
import io.vtkhdf.volume.VolumeOpening;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An image of nearly raw raster data ({@code .nrrd}; {@code .nhdr} with the data in other files): raw, gzip or ascii.
 * The field array {@value Space#FIELD} keeps the name of the space that the coordinates are of.
 */
public final class NrrdSource {

    private NrrdSource() {}

    /**
     * @param reach where the data files may lie
     * @throws io.vtkhdf.error.CorruptFileException if the file is no NRRD, or contradicts itself
     * @throws io.vtkhdf.error.UnsupportedFileException if it holds something else than an image, or is encoded
     *     otherwise
     */
    public static ImageSource open(Path path, InputReach reach) throws IOException {
        InputFiles files = new InputFiles();
        try (VolumeOpening opening = new VolumeOpening(path, files)) {
            return open(opening, files, reach);
        }
    }

    private static ImageSource open(VolumeOpening opening, InputFiles files, InputReach reach) throws IOException {
        InputFile file = opening.file();
        NrrdHeader header = NrrdHeader.read(file);
        HeaderValue typeName = header.required("type");
        ScalarType type = NrrdType.of(typeName.lowerCase())
                .orElseThrow(() -> typeName.unsupported(
                        HeaderLines.quoted(typeName.text()), "a type of C's, such as uint8, short or float"));
        VolumeEncoding encoding = encoding(header);
        NrrdAxes axes = NrrdAxes.of(header);
        NrrdGeometry geometry = new NrrdGeometry(header, axes);
        ArraySpec array = VolumeOpening.array(type, axes.components());
        opening.requireCountable(geometry.geometry().dimensions(), array);

        NrrdFiles data = new NrrdFiles(header, files, reach);
        List<Path> others = data.find(data.names());
        data.requireSlices(axes, others.size());
        long values = geometry.geometry().dimensions().count() * axes.components();
        long valuesOfPart = values / Math.max(1, others.size());
        VolumeData stored = new VolumeData(
                "data",
                type,
                order(header, type, encoding),
                encoding,
                data.parts(others, encoding, valuesOfPart * type.size()),
                valuesOfPart,
                encoding == VolumeEncoding.DEFLATED ? Math.max(0, data.byteSkip()) : 0);
        List<FieldArray> fields = header.field("space")
                .map(space -> List.of(Space.field(geometry.spaceOfResult())))
                .orElse(List.of());
        InputContents contents = new InputContents(
                geometry.geometry(), List.of(array), fields, List.of(), List.of(), notes(header, geometry, stored));
        return axes.areFirst() || axes.components() == 1
                ? opening.source(contents, stored, others)
                : opening.planarSource(contents, stored, axes.components(), others);
    }

    private static List<SourceNote> notes(NrrdHeader header, NrrdGeometry geometry, VolumeData data) {
        List<SourceNote> notes = new ArrayList<>();
        geometry.note().ifPresent(notes::add);
        String path = header.file().path() + ": ";
        if (header.pairs() > 0) {
            notes.add(SourceNote.ofImage(path + "key/value pairs are left out, " + header.pairs() + " of them"));
        }
        if (header.field("measurementframe").isPresent()) {
            notes.add(SourceNote.ofImage(path + "the measurement frame is left out; vectors are as the file has them"));
        }
        data.excess().ifPresent(notes::add);
        return notes;
    }

    private static VolumeEncoding encoding(NrrdHeader header) throws IOException {
        HeaderValue encoding = header.required("encoding");
        return switch (encoding.lowerCase()) {
            case "raw" -> VolumeEncoding.RAW;
            case "gzip", "gz" -> VolumeEncoding.DEFLATED;
            case "ascii", "text", "txt" -> VolumeEncoding.TEXT;
            default ->
                throw encoding.unsupported(
                        HeaderLines.quoted(encoding.text()), "raw, gzip or ascii; 'unu save -e gzip' writes these");
        };
    }

    private static ByteOrder order(NrrdHeader header, ScalarType type, VolumeEncoding encoding) throws IOException {
        if (type.size() == 1 || encoding == VolumeEncoding.TEXT) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        HeaderValue endian = header.required("endian");
        return switch (endian.lowerCase()) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw endian.corrupt(HeaderLines.quoted(endian.text()), "little or big");
        };
    }
}
